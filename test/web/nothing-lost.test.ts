import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { DataFolderInUse } from '../../src/app/errors.ts';
import { nodeDisk } from '../../src/storage/files/disk.ts';
import { openFileStore } from '../../src/storage/files/open-file-store.ts';
import { apiOf, INTERVIEW } from '../support/client.ts';
import { root, startApp } from '../support/start-app.ts';

let folder: string;
beforeEach(async () => {
  folder = await mkdtemp(path.join(tmpdir(), 'teema-test-'));
});
afterEach(() => rm(folder, { recursive: true, force: true }));

async function withTheme(base: string) {
  const api = apiOf(base);
  const p = String((await api.post('/projects', { name: 'Testi', language: 'fi' })).body.id);
  const up = await api.upload(`/projects/${p}/transcripts`, { 'H1.txt': INTERVIEW });
  const themeId = String((await api.post(`/projects/${p}/themes`, { name: 'A' })).body.id);
  const code = (start: number) =>
    api.post(`/projects/${p}/excerpts`, {
      transcriptId: up.body.imported[0].id,
      start,
      end: start + 6,
      themeIds: [themeId],
    });
  return { api, p, code };
}

describe('a full disk', () => {
  it('is told, leaves nothing half written, and work goes on when there is room again', async () => {
    let full = false;
    const noRoom = () => Object.assign(new Error('no space left on device'), { code: 'ENOSPC' });
    const store = await openFileStore(folder, {
      disk: { datasync: (file) => (full ? Promise.reject(noRoom()) : nodeDisk.datasync(file)) },
    });
    const app = await startApp(store);
    const { api, p, code } = await withTheme(app.base);
    await code(49).expect(201);
    const { revision } = (await api.get(`/projects/${p}`)).body;
    full = true;
    const answers = await Promise.all([code(56), code(63), code(70)]);
    for (const { status, body } of answers) {
      expect(status).toBe(507);
      expect(body.type).toContain('disk-full');
    }
    full = false;
    expect((await api.get(`/projects/${p}`)).body.revision).toBe(revision);
    await code(56).expect(201);
    expect((await api.get(`/projects/${p}/excerpts`)).body.total).toBe(2);
    await app.close();
    const again = await startApp(await openFileStore(folder));
    expect((await apiOf(again.base).get(`/projects/${p}/excerpts`)).body.total).toBe(2);
    await again.close();
  });
});

describe('undo', () => {
  it('goes on after a restart, back to the start and forward again', async () => {
    const first = await startApp(await openFileStore(folder));
    const { p, code } = await withTheme(first.base);
    await code(49).expect(201);
    await code(56).expect(201);
    await first.close();
    const second = await startApp(await openFileStore(folder));
    const api = apiOf(second.base);
    const kinds: string[] = [];
    for (let i = 0; i < 4; i++)
      kinds.push((await api.post(`/projects/${p}/undo`).expect(200)).body.undone.kind);
    expect(kinds).toEqual(['add-excerpts', 'add-excerpts', 'add-theme', 'add-transcripts']);
    await api.post(`/projects/${p}/undo`).expect(409);
    for (let i = 0; i < 4; i++) await api.post(`/projects/${p}/redo`).expect(200);
    await api.post(`/projects/${p}/redo`).expect(409);
    expect((await api.get(`/projects/${p}/excerpts`)).body.total).toBe(2);
    await second.close();
  });
});

describe('twenty writers at once', () => {
  it('each get their own answer, and every answer is kept', async () => {
    const app = await startApp(await openFileStore(folder));
    const { p, code } = await withTheme(app.base);
    const answers = await Promise.all(Array.from({ length: 20 }, (_, i) => code(49 + i)));
    const ids = new Set(answers.map(({ body }) => String(body.id)));
    expect(new Set(answers.map(({ status }) => status))).toEqual(new Set([201]));
    await app.close();
    const again = await startApp(await openFileStore(folder));
    const { excerpts } = (await apiOf(again.base).get(`/projects/${p}/excerpts`)).body;
    expect(new Set(excerpts.map(({ id }: { id: string }) => id))).toEqual(ids);
    await again.close();
  });
});

describe('a second process on the same folder', () => {
  it('is kept out with a sentence that says why', async () => {
    const store = await openFileStore(folder);
    await expect(openFileStore(folder)).rejects.toBeInstanceOf(DataFolderInUse);
    const child = spawn(process.execPath, ['dist/main.js'], {
      cwd: root,
      env: { ...process.env, DATA_DIR: folder, PORT: '45319', NO_OPEN: '1' },
    });
    let said = '';
    child.stderr.on('data', (chunk: Buffer) => (said += chunk.toString()));
    const [code] = (await once(child, 'exit')) as [number];
    expect(code).toBe(1);
    expect(said).toContain('already running');
    expect(said).toContain(folder);
    await store.close();
  });
});
