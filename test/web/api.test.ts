import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { apiOf, INTERVIEW } from '../support/client.ts';
import { startApp, type RunningApp } from '../support/start-app.ts';

let app: RunningApp;
let api: ReturnType<typeof apiOf>;
beforeAll(async () => {
  app = await startApp();
  api = apiOf(app.base);
});
afterAll(async () => {
  await app.close();
  expect(app.logged).toEqual([]);
});

interface Made {
  readonly p: string;
  readonly t: string;
}

async function project(files: Record<string, string> = { 'H1.txt': INTERVIEW }): Promise<Made> {
  const made = await api.post('/projects', { name: 'Testi', language: 'fi' }).expect(201);
  const p = String(made.body.id);
  const up = await api.upload(`/projects/${p}/transcripts`, files).expect(200);
  return { p, t: String(up.body.imported[0]?.id) };
}

async function theme(p: string, fields: object): Promise<string> {
  return String((await api.post(`/projects/${p}/themes`, fields).expect(201)).body.id);
}

describe('health and description', () => {
  it('answers', async () => {
    const { body } = await api.get('/health').expect(200);
    expect(body).toMatchObject({ status: 'ok', store: 'memory' });
  });

  it('describes every route in OpenAPI 3.1, with its schemas', async () => {
    const { body } = await api.get('/openapi.json').expect(200);
    expect(body.openapi).toBe('3.1.0');
    expect(Object.keys(body.paths)).toEqual(
      expect.arrayContaining([
        '/api/v1/health',
        '/api/v1/projects/{p}/excerpts',
        '/api/v1/projects/{p}/report.docx',
        '/api/v1/projects/{p}/events',
      ]),
    );
    const post = body.paths['/api/v1/projects/{p}/excerpts'].post;
    expect(post.requestBody.content['application/json'].schema.required).toEqual(
      expect.arrayContaining(['transcriptId', 'start', 'end']),
    );
  });
});

describe('transcripts', () => {
  it('tell interviewer from interviewee and make the case', async () => {
    const { p, t } = await project();
    const { body } = await api.get(`/projects/${p}/transcripts/${t}`).expect(200);
    expect(body).toMatchObject({ title: 'H1', caseName: 'H1', turnCount: 4, words: 21 });
    expect(body.turns.map((turn: { role: string }) => turn.role)).toEqual([
      'interviewer',
      'interviewee',
      'interviewer',
      'interviewee',
    ]);
    expect(body.turns[0].start).toBe(0);
    expect(body.turns.at(-1).end).toBe(body.text.length);
  });

  it('are refused one by one, with the reason; the good ones are kept', async () => {
    const made = await api.post('/projects', { name: 'Testi', language: 'fi' });
    const { body } = await api
      .upload(`/projects/${made.body.id}/transcripts`, {
        'tyhja.txt': '',
        'kuva.txt': Buffer.from(Array.from({ length: 3000 }, (_, i) => (i * 7919) % 256)),
        'ohjelma.exe': 'MZ',
        'H1.txt': INTERVIEW,
        'H1 kopio.txt': INTERVIEW,
      })
      .set('Accept-Language', 'fi')
      .expect(200);
    expect(body.imported).toHaveLength(1);
    expect(
      body.rejected.map(({ file, code }: { file: string; code: string }) => [file, code]),
    ).toEqual([
      ['tyhja.txt', 'file-empty'],
      ['kuva.txt', 'file-binary'],
      ['ohjelma.exe', 'file-type'],
      ['H1 kopio.txt', 'transcript-twice'],
    ]);
    for (const { reason } of body.rejected) expect(reason.length).toBeGreaterThan(20);
  });

  it('over the size limit are refused alone', async () => {
    const small = await startApp(undefined, {
      limits: { fileBytes: 5_000, requestBytes: 100_000, filesPerRequest: 10, jsonBytes: 10_000 },
    });
    const its = apiOf(small.base);
    const { body: made } = await its.post('/projects', { name: 'x' });
    const { body } = await its
      .upload(`/projects/${made.id}/transcripts`, {
        'big.txt': 'a '.repeat(4_000),
        'H1.txt': INTERVIEW,
      })
      .expect(200);
    expect(body.imported).toHaveLength(1);
    expect(body.rejected).toMatchObject([{ file: 'big.txt', code: 'file-too-large' }]);
    await its
      .upload(`/projects/${made.id}/transcripts`, { 'huge.txt': 'a '.repeat(60_000) })
      .expect(413);
    await small.close();
  });

  it('keep names out of paths', async () => {
    const { p } = await project({ '../../etc/päiväkirja "😀".txt': INTERVIEW });
    const { body } = await api.get(`/projects/${p}/transcripts`).expect(200);
    expect(body.transcripts[0].title).toBe('päiväkirja "😀"');
  });

  it('go with their excerpts and come back with them', async () => {
    const { p, t } = await project();
    const themeId = await theme(p, { name: 'Luottamus' });
    await api
      .post(`/projects/${p}/excerpts`, { transcriptId: t, start: 49, end: 60, themeIds: [themeId] })
      .expect(201);
    await api.delete(`/projects/${p}/transcripts/${t}`).expect(200);
    expect((await api.get(`/projects/${p}/excerpts`)).body.total).toBe(0);
    await api.post(`/projects/${p}/undo`).expect(200);
    expect((await api.get(`/projects/${p}/excerpts`)).body.total).toBe(1);
    expect((await api.get(`/projects/${p}/transcripts`)).body.transcripts).toHaveLength(1);
  });
});

describe('excerpts', () => {
  it('hold the exact quote, snapped to whole characters and trimmed', async () => {
    const { p, t } = await project();
    const { text } = (await api.get(`/projects/${p}/transcripts/${t}`)).body;
    const family = String(text).indexOf('👩');
    const themeId = await theme(p, { name: 'Perhe' });
    const { body } = await api
      .post(`/projects/${p}/excerpts`, {
        transcriptId: t,
        start: family + 3,
        end: family + 7,
        themeIds: [themeId],
      })
      .expect(201);
    expect(body.quote).toBe('👩‍👩‍👧');
    expect(text.slice(body.start, body.end)).toBe(body.quote);
  });

  it('are extended when the same coder codes the same span again, and doubled by another coder', async () => {
    const { p, t } = await project();
    const [a, b] = [await theme(p, { name: 'A' }), await theme(p, { name: 'B' })];
    const span = { transcriptId: t, start: 49, end: 70 };
    const first = await api.post(`/projects/${p}/excerpts`, { ...span, themeIds: [a] });
    const again = await api.post(`/projects/${p}/excerpts`, { ...span, themeIds: [b] });
    expect(again.body.id).toBe(first.body.id);
    expect(again.body.themeIds).toEqual([a, b]);
    const other = await api.post(`/projects/${p}/excerpts`, {
      ...span,
      themeIds: [a],
      coder: 'Toinen',
    });
    expect(other.body.id).not.toBe(first.body.id);
    expect((await api.get(`/projects/${p}/excerpts?coder=Toinen`)).body.total).toBe(1);
  });

  it('are made once however often a client sends the same one', async () => {
    const { p, t } = await project();
    const themeId = await theme(p, { name: 'A' });
    const body = {
      id: 'made-by-the-client-1',
      transcriptId: t,
      start: 49,
      end: 70,
      themeIds: [themeId],
    };
    const first = await api.post(`/projects/${p}/excerpts`, body).expect(201);
    const again = await api.post(`/projects/${p}/excerpts`, body).expect(201);
    expect(again.body.revision).toBe(first.body.revision);
    expect((await api.get(`/projects/${p}/excerpts`)).body.total).toBe(1);
  });

  it('bring their new theme along in one step', async () => {
    const { p, t } = await project();
    const { body } = await api
      .post(`/projects/${p}/excerpts`, {
        transcriptId: t,
        start: 49,
        end: 70,
        newTheme: { name: 'Uusi' },
      })
      .expect(201);
    expect(body.themeIds).toHaveLength(1);
    await api.post(`/projects/${p}/undo`).expect(200);
    expect((await api.get(`/projects/${p}/themes`)).body.themes).toEqual([]);
  });

  it('come a page at a time, in reading order', async () => {
    const { p, t } = await project();
    const themeId = await theme(p, { name: 'A' });
    for (const start of [70, 50, 60]) {
      await api.post(`/projects/${p}/excerpts`, {
        transcriptId: t,
        start,
        end: start + 5,
        themeIds: [themeId],
      });
    }
    const first = (await api.get(`/projects/${p}/excerpts?limit=2`)).body;
    expect(first.total).toBe(3);
    const rest = (await api.get(`/projects/${p}/excerpts?limit=2&cursor=${first.cursor}`)).body;
    const starts = [...first.excerpts, ...rest.excerpts].map(
      ({ start }: { start: number }) => start,
    );
    expect(starts).toEqual([...starts].sort((a, b) => a - b));
    expect(rest.cursor).toBeNull();
  });

  it('move, change and go, each in a step that undo takes back', async () => {
    const { p, t } = await project();
    const themeId = await theme(p, { name: 'A' });
    const { body: made } = await api.post(`/projects/${p}/excerpts`, {
      transcriptId: t,
      start: 49,
      end: 70,
      themeIds: [themeId],
    });
    const at = `/projects/${p}/excerpts/${made.id}`;
    const moved = await api.patch(at, {
      start: 52,
      end: 66,
      reduction: 'Luottamus tärkein',
      deviant: true,
    });
    expect(moved.body).toMatchObject({
      start: 52,
      end: 66,
      reduction: 'Luottamus tärkein',
      deviant: true,
    });
    await api.delete(at).expect(200);
    await api.get(at).expect(404);
    await api.post(`/projects/${p}/undo`).expect(200);
    expect((await api.get(at)).body).toMatchObject({ start: 52, deviant: true });
    await api.post(`/projects/${p}/undo`).expect(200);
    expect((await api.get(at)).body).toMatchObject({ start: 49, reduction: null, deviant: false });
    await api.post(`/projects/${p}/redo`).expect(200);
    expect((await api.get(at)).body).toMatchObject({ start: 52 });
  });
});

describe('the codebook', () => {
  it('moves codings to the parent when a theme goes, and back again', async () => {
    const { p, t } = await project();
    const parent = await theme(p, { name: 'Ylä' });
    const child = await theme(p, { name: 'Ala', parentId: parent });
    await api.post(`/projects/${p}/excerpts`, {
      transcriptId: t,
      start: 49,
      end: 70,
      themeIds: [child],
    });
    await api.delete(`/projects/${p}/themes/${child}`).expect(200);
    expect((await api.get(`/projects/${p}/excerpts`)).body.excerpts[0].themeIds).toEqual([parent]);
    await api.post(`/projects/${p}/undo`).expect(200);
    expect((await api.get(`/projects/${p}/excerpts`)).body.excerpts[0].themeIds).toEqual([child]);
  });

  it('refuses a circle by name and keeps the tree', async () => {
    const { p } = await project();
    const a = await theme(p, { name: 'Ylä' });
    const b = await theme(p, { name: 'Ala', parentId: a });
    const { body } = await api
      .post(`/projects/${p}/themes/${a}/move`, { parentId: b, index: 0 })
      .expect(422);
    expect(body.type).toContain('theme-cycle');
    expect(body.detail).toContain('Ylä');
  });

  it('counts excerpts and cases, sub-themes once for their ancestors', async () => {
    const { p, t } = await project();
    const a = await theme(p, { name: 'Ylä' });
    const b = await theme(p, { name: 'Ala', parentId: a });
    await api.post(`/projects/${p}/excerpts`, {
      transcriptId: t,
      start: 49,
      end: 70,
      themeIds: [a, b],
    });
    const { themes } = (await api.get(`/projects/${p}/themes`)).body;
    expect(themes[0]).toMatchObject({
      name: 'Ylä',
      excerptCount: 1,
      subtreeExcerptCount: 1,
      subtreeCaseCount: 1,
    });
    expect(themes[1]).toMatchObject({ name: 'Ala', depth: 1, excerptCount: 1 });
  });
});

describe('bad requests', () => {
  const cases: [string, (p: string, t: string) => ReturnType<typeof api.get>, number, string][] = [
    [
      'a span beyond the text',
      (p, t) =>
        api.post(`/projects/${p}/excerpts`, {
          transcriptId: t,
          start: 0,
          end: 99_999,
          themeIds: ['x'],
        }),
      422,
      'span-outside',
    ],
    [
      'an empty span',
      (p, t) =>
        api.post(`/projects/${p}/excerpts`, { transcriptId: t, start: 5, end: 5, themeIds: ['x'] }),
      422,
      'span-outside',
    ],
    [
      'an unknown theme',
      (p, t) =>
        api.post(`/projects/${p}/excerpts`, {
          transcriptId: t,
          start: 5,
          end: 15,
          themeIds: ['__proto__'],
        }),
      404,
      'theme-not-found',
    ],
    [
      'an excerpt that carries nothing',
      (p, t) => api.post(`/projects/${p}/excerpts`, { transcriptId: t, start: 5, end: 15 }),
      422,
      'excerpt-empty',
    ],
    [
      'an unknown transcript',
      (p) => api.get(`/projects/${p}/transcripts/constructor`),
      404,
      'transcript-not-found',
    ],
    ['an unknown project', () => api.get('/projects/nobody'), 404, 'project-not-found'],
    [
      'a project id that is a path',
      () => api.get('/projects/..%2F..%2Fetc'),
      404,
      'project-not-found',
    ],
    [
      'a number for a name',
      (p) => api.post(`/projects/${p}/themes`, { name: 7 }),
      400,
      'body-invalid',
    ],
    ['a blank name', (p) => api.post(`/projects/${p}/themes`, { name: '  ' }), 400, 'body-invalid'],
    [
      'a name of 5,000 characters',
      (p) => api.post(`/projects/${p}/themes`, { name: 'a'.repeat(5000) }),
      400,
      'body-invalid',
    ],
    [
      'half a JSON',
      (p) =>
        api.post(`/projects/${p}/themes`).set('Content-Type', 'application/json').send('{"name":'),
      400,
      'json-malformed',
    ],
    [
      'a stale revision',
      (p) => api.post(`/projects/${p}/themes`, { name: 'A' }).set('If-Match', '"1"'),
      409,
      'stale-revision',
    ],
    [
      'a revision that is none',
      (p) => api.post(`/projects/${p}/themes`, { name: 'A' }).set('If-Match', 'x'),
      400,
      'body-invalid',
    ],
    [
      'an upload without files',
      (p) => api.post(`/projects/${p}/transcripts`),
      422,
      'upload-missing',
    ],
    ['nothing to redo', (p) => api.post(`/projects/${p}/redo`), 409, 'nothing-to-redo'],
    ['an unknown address', () => api.get('/nowhere'), 404, 'page-not-found'],
  ];
  it.each(cases)('%s', async (_name, ask, status, code) => {
    const { p, t } = await project();
    const before = (await api.get(`/projects/${p}`)).body.revision;
    const { body, headers } = await ask(p, t).expect(status);
    expect(headers['content-type']).toContain('application/problem+json');
    expect(body).toMatchObject({ status, type: expect.stringContaining(code) });
    expect(body.detail.length).toBeGreaterThan(10);
    expect((await api.get(`/projects/${p}`)).body.revision).toBe(before);
  });
});

describe('the guard of local mode', () => {
  it('answers only under this computer’s own names', async () => {
    await api.get('/health').set('Host', 'evil.example:80').expect(403);
  });

  it('refuses writes from pages of other sites, and lets scripts through', async () => {
    const send = () => api.post('/projects', { name: 'x' });
    await send().set('Origin', 'https://evil.example').expect(403);
    await send().set('Origin', 'null').expect(403);
    await send().set('Sec-Fetch-Site', 'cross-site').expect(403);
    await send().set('Origin', app.base).expect(201);
    await send().expect(201);
  });

  it('sends a strict policy: nothing inline, nothing from elsewhere', async () => {
    const { headers } = await apiOf(app.base).get('/health');
    const policy = headers['content-security-policy'];
    expect(policy).toContain("default-src 'none'");
    expect(policy).not.toContain('unsafe');
  });
});

describe('removed projects', () => {
  it('come back whole', async () => {
    const { p } = await project();
    await api.delete(`/projects/${p}`).expect(200);
    await api.get(`/projects/${p}`).expect(404);
    await api.post(`/projects/${p}/restore`).expect(200);
    expect((await api.get(`/projects/${p}/transcripts`)).body.transcripts).toHaveLength(1);
  });
});

describe('the example', () => {
  it.each(['fi', 'en', 'sv'])(
    'opens in %s through the same import as a user’s files',
    async (language) => {
      const { body } = await api.post('/projects/example', { language }).expect(201);
      expect(body).toMatchObject({ language, transcriptCount: 4, typeCount: 2, excerptCount: 31 });
      const { body: table } = await api
        .get(`/projects/${body.id}/analysis/frequencies`)
        .expect(200);
      expect(table.total).toBe(31);
    },
  );
});

describe('imported codings', () => {
  it('point at a theme that may be misspelt, and at a quote that stands in several places', async () => {
    const { p } = await project();
    const csv =
      'transcript,quote,theme\nH1,hoidetaan,Luottamus\nH1,luvataan,Luotamus\nH1,kuin,Muu\nH1,t,Muu\n';
    const { body } = await api
      .upload(`/projects/${p}/import/codings`, { 'c.csv': csv }, 'file')
      .expect(200);
    expect(
      body.warnings.map(({ row, code }: { row: number; code: string }) => [row, code]),
    ).toEqual([
      [3, 'theme-resembles'],
      [5, 'quote-many'],
    ]);
    expect(body.rows).toBe(4);
  });
});
