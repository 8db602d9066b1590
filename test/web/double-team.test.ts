import request from 'supertest';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import type { Directory } from '../../src/app/people/directory.ts';
import { makeFirstAccount, newAccount, openSession } from '../../src/app/people/sign-in.ts';
import type { ProjectId } from '../../src/domain/ids.ts';
import type { Role } from '../../src/domain/people/roles.ts';
import { MemoryStore } from '../../src/storage/memory.ts';
import { INTERVIEW } from '../support/client.ts';
import { answerText, projectRoutes, readableAddresses } from '../support/routes.ts';
import { memoryDirectory, startApp, type RunningApp } from '../support/start-app.ts';

const PASSWORD = 'three words in a row';
const SECRETS = [
  ...['salainen muistio', 'salainen pelkistys', 'salainen kommentti', 'salainen tiivistelmä'],
  'salainen selvennys',
];
const HIDDEN = ['excerpt', 'review', 'comment'] as const;

let app: RunningApp;
let directory: Directory;
let p: ProjectId;
let base: string;
let ids: Record<'transcript' | 'theme' | 'type' | 'case' | 'own' | 'round', string> &
  Record<(typeof HIDDEN)[number], string>;
const cookies = new Map<string, string>();

type Method = 'get' | 'post' | 'patch' | 'put' | 'delete';
const asked = (who: string, method: Method, path: string) =>
  request(app.base)
    [method](path)
    .set('Cookie', `${cookies.get(who)}; lang=fi`);
const api = (who: string, method: Method, path: string, body?: object) =>
  asked(who, method, `/api/v1${base}${path}`).send(body);

async function member(name: string, role: Role): Promise<void> {
  const account = await newAccount(directory, name, PASSWORD);
  await directory.change((people) => ({
    ...people,
    accounts: [...people.accounts, account],
    memberships: [...people.memberships, { projectId: p, accountId: account.id, role }],
  }));
  cookies.set(name, `teema-session=${await openSession(directory, account.id, 'test')}`);
}

const feature = (): string => `/types/${ids.type}/features/${ids.theme}`;
const spanOf = (quote: string) => {
  const start = INTERVIEW.indexOf(quote);
  return { start, end: start + quote.length };
};
async function code(who: string, quote: string, more: object = {}): Promise<string> {
  const passage = { transcriptId: ids.transcript, ...spanOf(quote), themeIds: [ids.theme] };
  const { body } = await api(who, 'post', '/excerpts', { ...passage, ...more }).expect(201);
  return String(body.id);
}

/** Aino and Bo code the same interview; Olga owns the project, and sees both. */
beforeEach(async () => {
  directory = await memoryDirectory();
  app = await startApp(new MemoryStore(), {}, { directory, setupCode: null });
  const olga = await makeFirstAccount(directory, 'Olga', PASSWORD);
  cookies.set('Olga', `teema-session=${await openSession(directory, olga.id, 'test')}`);
  const made = await asked('Olga', 'post', '/api/v1/projects').send({ name: 'G', language: 'fi' });
  p = made.body.id as ProjectId;
  base = `/projects/${p}`;
  await member('Aino', 'coder');
  await member('Bo', 'coder');
  const file = Buffer.from(INTERVIEW);
  const up = await api('Olga', 'post', '/transcripts').attach('files', file, 'H1.txt');
  ids = { transcript: up.body.imported[0].id } as typeof ids;
  ids.case = (await api('Olga', 'get', '/cases')).body.cases[0].id;
  ids.theme = (await api('Olga', 'post', '/themes', { name: 'Luottamus' })).body.id;
  ids.type = (await api('Olga', 'post', '/types', { name: 'Tyyppi' })).body.id;
  const round = { name: 'Eka', coders: ['Aino', 'Bo'], transcripts: [ids.transcript] };
  ids.round = (await api('Olga', 'post', '/rounds', round).expect(201)).body.id;
  ids.own = await code('Aino', 'luottamus on se ykkönen');
  ids.excerpt = await code('Bo', 'se ykkönen', { memo: SECRETS[0], reduction: SECRETS[1] });
  const verdict = { excerptId: ids.excerpt, verdict: 'question', comment: SECRETS[2] };
  const review = (await api('Olga', 'post', '/reviews', verdict).expect(201)).body;
  Object.assign(ids, { review: review.id, comment: review.comments[0].id });
  await api('Bo', 'put', `/matrix/${ids.theme}/${ids.case}`, { text: SECRETS[3] }).expect(200);
  const edits = [{ kind: 'insert', start: 0, end: 0, text: SECRETS[4] }];
  await api('Olga', 'put', `/report/quotes/${ids.excerpt}`, { edits }).expect(200);
  await api('Olga', 'patch', `/themes/${ids.theme}`, { anchorId: ids.excerpt }).expect(200);
  const evidenceIds = [ids.excerpt, ids.own];
  await api('Olga', 'put', feature(), { evidenceIds }).expect(200);
}, 60_000);
afterEach(async () => {
  await app.close();
  expect(app.logged).toEqual([]);
});

const leaks = (text: string): string[] => [
  ...SECRETS.filter((one) => text.includes(one)),
  ...HIDDEN.filter((one) => text.includes(ids[one])),
];

/** What of the project is hidden from Aino, as Olga sees it. */
async function hiddenWork(): Promise<string> {
  const [excerpt, reviews, report] = await Promise.all(
    [`/excerpts/${ids.excerpt}`, `/reviews?excerpt=${ids.excerpt}`, '/report.json'].map((path) =>
      api('Olga', 'get', path),
    ),
  );
  const printed = /"printed":"\[salainen[^"]*"/.exec(report!.text)?.[0];
  return JSON.stringify([excerpt!.body, { ...reviews!.body, revision: 0 }, printed]);
}

describe('a coder of a running round, with an account', () => {
  it('is told at no address what another coded, and the owner is', async () => {
    const list = Object.values(ids);
    const query = `q=salainen&show=all&quotes=all&open=${ids.theme}&e=${ids.excerpt}`;
    const shown = new Set<string>();
    for (const address of readableAddresses(app.services, base, list, query)) {
      const text = await answerText(asked('Aino', 'get', address));
      // What was asked for may be repeated in the answer.
      const told = leaks(text).filter(
        (one) => !(one in ids && address.includes(ids[one as 'own'])),
      );
      expect([address, told]).toEqual([address, []]);
      for (const one of leaks(await answerText(asked('Olga', 'get', address)))) shown.add(one);
    }
    expect([...shown].sort()).toEqual([...SECRETS, ...HIDDEN].sort());
  }, 120_000);

  it('changes nothing of it by any route, and learns nothing by trying', async () => {
    const before = await hiddenWork();
    const body = { memo: 'x', text: 'x', resolved: true, by: 'Aino', edits: [] };
    for (const { method, path } of projectRoutes(app.services)) {
      if (method === 'GET' || !path.includes('/:')) continue;
      for (const id of HIDDEN.map((one) => ids[one])) {
        const address = path.replace('/projects/:p', base).replace(/:\w+/g, id);
        const call = asked('Aino', method.toLowerCase() as Method, address).redirects(0);
        const { status, text } = await call.send(body);
        const told = leaks((text || '').replaceAll(id, ''));
        expect([method, address, told, status >= 500]).toEqual([method, address, [], false]);
      }
    }
    expect(await hiddenWork()).toBe(before);
  }, 120_000);

  it('names nothing hidden in what they write', async () => {
    const tries: readonly [Method, string, object][] = [
      ['post', '/reviews', { excerptId: ids.excerpt, verdict: 'accept' }],
      ['post', `/reviews/${ids.review}/comments`, { text: 'x' }],
      ['patch', `/themes/${ids.theme}`, { anchorId: ids.excerpt }],
      ['post', `/themes/${ids.theme}/split`, { name: 'Puolet', excerptIds: [ids.excerpt] }],
      ['patch', `/types/${ids.type}`, { exemplarExcerptId: ids.excerpt }],
      ['put', `/report/quotes/${ids.excerpt}`, { edits: [] }],
    ];
    const before = await hiddenWork();
    for (const [method, path, body] of tries) {
      const answer = await api('Aino', method, path, body);
      expect([method, path, answer.status]).toEqual([method, path, 404]);
      expect(leaks(answer.text.replaceAll(ids.excerpt, '').replaceAll(ids.review, ''))).toEqual([]);
    }
    expect(await hiddenWork()).toBe(before);
  });

  it('takes nothing hidden out of what they save as they see it', async () => {
    const type = (await api('Aino', 'get', `/types`)).body.types[0];
    expect(type.features[0].evidenceIds).toEqual([ids.own]);
    const note = 'Ainon huomio';
    await api('Aino', 'put', feature(), { evidenceIds: [ids.own], note }).expect(200);
    await api('Aino', 'patch', `/themes/${ids.theme}`, { anchorId: null }).expect(200);
    const [after] = (await api('Olga', 'get', `/types`)).body.types;
    expect(after.features).toEqual([
      { themeId: ids.theme, evidenceIds: [ids.own, ids.excerpt], note },
    ]);
    const { themes } = (await api('Olga', 'get', '/themes')).body;
    expect(themes[0].anchorId).toBe(ids.excerpt);
  });

  it('does not write over words of the framework matrix that they cannot see', async () => {
    const cell = `/matrix/${ids.theme}/${ids.case}`;
    const refused = await api('Aino', 'put', cell, { text: 'Aino' }).expect(409);
    expect(refused.body.type).toBe('urn:teema:problem:summary-hidden');
    expect(leaks(refused.text)).toEqual([]);
    const removed = await api('Aino', 'delete', `/themes/${ids.theme}`).expect(409);
    expect(removed.body.type).toBe('urn:teema:problem:theme-holds-hidden');
    await api('Bo', 'put', cell, { text: `${SECRETS[3]}, jatkoa` }).expect(200);
    for (const who of ['Aino', 'Bo']) await api(who, 'post', `/rounds/${ids.round}/done`, {});
    const matrix = await api('Aino', 'get', '/analysis/matrix');
    expect(matrix.text).toContain(`${SECRETS[3]}, jatkoa`);
    await api('Aino', 'put', cell, { text: 'Yhdessä' }).expect(200);
  });

  it('is not told by a refused undo whose hidden work is in the way, nor how much of it', async () => {
    const own = (await api('Aino', 'post', '/themes', { name: 'Ainon teema' })).body.id;
    await code('Bo', 'hoidetaan mitä luvataan', { themeIds: [own], memo: SECRETS[0] });
    const refused = await api('Aino', 'post', '/undo').expect(409);
    expect(refused.body.detail).toContain('piilossa');
    expect(refused.text).not.toContain('Bo');
    expect(refused.text).not.toContain('hoidetaan');
    expect(leaks(refused.text)).toEqual([]);
    const into = (await api('Aino', 'post', '/themes', { name: 'Toinen' })).body.id;
    const merged = await api('Aino', 'post', `/themes/${own}/merge`, { into }).expect(200);
    expect(merged.body.moved).toBe(0);
    const undone = await api('Aino', 'post', '/undo').expect(200);
    expect(leaks(undone.text)).toEqual([]);
    expect((await api('Olga', 'post', `/themes/${own}/merge`, { into })).body.moved).toBe(1);
  });

  it('hears live of their own work and of who is there, and of nothing hidden', async () => {
    const gone = new AbortController();
    const { body } = await fetch(`${app.base}/api/v1${base}/events?since=0&page=code`, {
      headers: { cookie: `${cookies.get('Aino')}; lang=fi` },
      signal: gone.signal,
    });
    let heard = '';
    const reading = (async () => {
      for await (const chunk of body!) heard += Buffer.from(chunk).toString();
    })().catch(() => undefined);
    const watching = fetch(
      `${app.base}/api/v1${base}/events?page=code&transcript=${ids.transcript}`,
      { headers: { cookie: `${cookies.get('Bo')}` }, signal: gone.signal },
    );
    await watching;
    const hidden = await code('Bo', 'Soitetaan ennen', { memo: SECRETS[0] });
    await api('Bo', 'patch', `/excerpts/${ids.excerpt}`, { memo: `${SECRETS[0]} 2` }).expect(200);
    await api('Olga', 'post', `/reviews/${ids.review}/comments`, { text: SECRETS[2] }).expect(201);
    await api('Bo', 'post', '/undo').expect(200);
    await api('Bo', 'delete', `/excerpts/${hidden}`).expect(200);
    await api('Aino', 'patch', `/excerpts/${ids.own}`, { memo: 'viimeinen' }).expect(200);
    await expect.poll(() => heard, { timeout: 20_000 }).toContain('viimeinen');
    await expect.poll(() => heard, { timeout: 20_000 }).toContain('"name":"Bo"');
    gone.abort();
    await reading;
    expect(heard).toContain(ids.own);
    expect(leaks(heard)).toEqual([]);
    expect(heard).not.toContain(hidden);
  });

  it('sees all when the owner ends it, and a supervisor sees it all along', async () => {
    await member('Siiri', 'supervisor');
    const quotes = async (who: string): Promise<number> =>
      (await api(who, 'get', '/excerpts')).body.total as number;
    expect([await quotes('Aino'), await quotes('Siiri')]).toEqual([1, 2]);
    await api('Aino', 'patch', `/rounds/${ids.round}`, { closed: true }).expect(403);
    await api('Olga', 'patch', `/rounds/${ids.round}`, { closed: true }).expect(200);
    expect(await quotes('Aino')).toBe(2);
  });
});
