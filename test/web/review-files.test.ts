import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { Excerpt } from '../../src/domain/project/records.ts';
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
  readonly base: string;
  readonly excerpts: Excerpt[];
}

async function coded(): Promise<Made> {
  const made = await api.post('/projects', { name: 'Gradu', language: 'fi' }).expect(201);
  const p = made.body.id as string;
  const base = `/projects/${p}`;
  const up = await api.upload(`${base}/transcripts`, { 'H1.txt': INTERVIEW }).expect(200);
  const theme = await api.post(`${base}/themes`, { name: 'Luottamus' }).expect(201);
  const transcriptId = up.body.imported[0].id as string;
  const excerpts: Excerpt[] = [];
  for (const quote of ['luottamus on se ykkönen', 'hoidetaan mitä luvataan']) {
    const start = INTERVIEW.indexOf(quote);
    const span = { transcriptId, start, end: start + quote.length, themeIds: [theme.body.id] };
    excerpts.push((await api.post(`${base}/excerpts`, span).expect(201)).body as Excerpt);
  }
  return { p, base, excerpts };
}

const answerTo = (excerpt: Excerpt, changes: object = {}): object => ({
  excerptId: excerpt.id,
  id: `r-${excerpt.id}`,
  verdict: 'dispute',
  at: '2026-01-02T10:00:00.000Z',
  earlier: [],
  judged: { quote: excerpt.quote, themeIds: excerpt.themeIds, typeIds: [] },
  comments: [
    { id: `c-${excerpt.id}`, reviewId: null, text: 'Miksi?', at: '2026-01-02T10:01:00.000Z' },
  ],
  ...changes,
});

const fileOf = (p: string, answers: readonly object[], changes: object = {}): string =>
  JSON.stringify({
    ...{ kind: 'teema-review-answers', version: 1, bundle: 'b', project: p, revision: 5 },
    ...{ madeAt: '2026-01-01T00:00:00.000Z', reviewer: 'Siiri', answers },
    ...changes,
  });

const send = (base: string, file: string | Buffer, path = 'reviews') =>
  api.upload(`${base}/import/${path}`, { 'answers.json': file }, 'file');

describe('answers of a review file', () => {
  it('come in as they were given, and once', async () => {
    const { p, base, excerpts } = await coded();
    const file = fileOf(p, [answerTo(excerpts[0]!)]);
    const before = await send(base, file, 'reviews/preview').expect(200);
    expect(before.body).toMatchObject({ reviewer: 'Siiri', verdicts: 1, comments: 1 });
    expect((await api.get(`${base}/reviews`)).body.reviews).toEqual([]);
    const taken = await send(base, file).expect(200);
    expect(taken.body).toMatchObject({ nothing: false });
    const { body } = await api.get(`${base}/reviews`).expect(200);
    expect(body.reviews).toMatchObject([
      {
        reviewer: 'Siiri',
        verdict: 'dispute',
        at: '2026-01-02T10:00:00.000Z',
        older: false,
        comments: [{ author: 'Siiri', text: 'Miksi?', at: '2026-01-02T10:01:00.000Z' }],
      },
    ]);
    const again = await send(base, file).expect(200);
    expect(again.body).toMatchObject({ nothing: true, revision: taken.body.revision });
    await api.post(`${base}/undo`).expect(200);
    expect((await api.get(`${base}/reviews`)).body.reviews).toEqual([]);
  });

  it('come in as older where the excerpt has changed, and not where it is gone', async () => {
    const { p, base, excerpts } = await coded();
    await api.patch(`${base}/excerpts/${excerpts[0]!.id}`, { themeIds: [], memo: 'x' }).expect(200);
    await api.delete(`${base}/excerpts/${excerpts[1]!.id}`).expect(200);
    const file = fileOf(
      p,
      excerpts.map((one) => answerTo(one)),
    );
    const { body } = await send(base, file).expect(200);
    expect(body.answers).toMatchObject([
      { fate: 'new', older: true },
      { fate: 'gone', lost: ['Miksi?'] },
    ]);
    const { reviews } = (await api.get(`${base}/reviews`)).body;
    expect(reviews).toMatchObject([{ older: true }]);
    expect(reviews).toHaveLength(1);
  });

  it('do not take the place of what the reviewer said in the app meanwhile, unless chosen', async () => {
    const { p, base, excerpts } = await coded();
    const excerptId = excerpts[0]!.id;
    await api.post(`${base}/reviews`, { excerptId, verdict: 'accept', reviewer: 'Siiri' });
    const file = fileOf(p, [answerTo(excerpts[0]!)]);
    const kept = await send(base, file).expect(200);
    expect(kept.body.answers).toMatchObject([{ fate: 'conflict', known: { verdict: 'accept' } }]);
    const verdict = async (): Promise<string> =>
      String((await api.get(`${base}/reviews`)).body.reviews[0].verdict);
    expect(await verdict()).toBe('accept');
    await send(base, file)
      .field('fromFile', JSON.stringify([excerptId]))
      .expect(200);
    expect(await verdict()).toBe('dispute');
  });

  it('change an earlier answer of the same file', async () => {
    const { p, base, excerpts } = await coded();
    await send(base, fileOf(p, [answerTo(excerpts[0]!)])).expect(200);
    const later = answerTo(excerpts[0]!, {
      verdict: 'accept',
      at: '2026-01-03T10:00:00.000Z',
      earlier: ['2026-01-02T10:00:00.000Z'],
      comments: [
        {
          id: `c-${excerpts[0]!.id}`,
          reviewId: null,
          text: 'Selvä.',
          at: '2026-01-03T10:01:00.000Z',
        },
      ],
    });
    const { body } = await send(base, fileOf(p, [later])).expect(200);
    expect(body.answers).toMatchObject([{ fate: 'changed' }]);
    const { reviews } = (await api.get(`${base}/reviews`)).body;
    expect(reviews).toMatchObject([{ verdict: 'accept', comments: [{ text: 'Selvä.' }] }]);
    // The older file, once more: it is not what the reviewer said last.
    const stale = await send(base, fileOf(p, [answerTo(excerpts[0]!, { comments: [] })]));
    expect(stale.body.answers).toMatchObject([{ fate: 'conflict' }]);
  });

  it('are not believed to come from the future', async () => {
    const { p, base, excerpts } = await coded();
    const file = fileOf(p, [answerTo(excerpts[0]!, { at: '2999-01-01T00:00:00.000Z' })]);
    await send(base, file).expect(200);
    const [review] = (await api.get(`${base}/reviews`)).body.reviews;
    expect(review.at < '2999').toBe(true);
    expect((await send(base, file)).body).toMatchObject({ nothing: true });
  });

  it('are refused in words where they are none', async () => {
    const { p, base, excerpts } = await coded();
    const good = fileOf(p, [answerTo(excerpts[0]!)]);
    const twice = [answerTo(excerpts[0]!), answerTo(excerpts[0]!)];
    const files: [string, string | Buffer, number][] = [
      ['answers-of-another-project', fileOf('elsewhere', []), 409],
      ['answers-are-the-file', '<!doctype html><html>', 422],
      ['answers-not-one', '{"a":1}', 422],
      ['answers-not-one', 'null', 422],
      ['answers-not-one', Buffer.from([0, 255, 3]), 422],
      ['answers-newer', fileOf(p, [], { version: 2 }), 422],
      ['answers-damaged', good.slice(0, -20), 422],
      ['answers-damaged', fileOf(p, twice), 422],
      ['answers-damaged', fileOf(p, [answerTo(excerpts[0]!, { verdict: 'maybe' })]), 422],
      ['answers-too-large', Buffer.alloc(11 * 1024 * 1024, ' '), 422],
    ];
    for (const [code, file, status] of files) {
      const answer = await send(base, file);
      expect([code, answer.status, answer.body.type]).toEqual([
        code,
        status,
        expect.stringContaining(code),
      ]);
    }
    expect((await api.get(`${base}/reviews`)).body.reviews).toEqual([]);
  });
});

describe('a review file', () => {
  it('holds the excerpts, safely, and nothing from elsewhere', async () => {
    const { base, excerpts } = await coded();
    await api.patch(base, { name: '</script><script>alert(1)</script>' }).expect(200);
    const { text, headers } = await api.get(`${base}/export/review.html`).expect(200);
    expect(headers['content-disposition']).toContain('attachment');
    expect(text).toContain(excerpts[0]!.id);
    expect(text).not.toContain('<script>alert');
    expect(text.match(/<\/script>/g)).toHaveLength(3);
    expect(text).toMatch(/Content-Security-Policy" content="default-src &#39;none&#39;/);
    expect(text).not.toMatch(/\b(?:src|href)="(?!#)/);
    expect(text).not.toMatch(/@import|url\(|sourceMappingURL/);
  });

  it('is told to be empty', async () => {
    const { base } = await coded();
    const { body } = await api.get(`${base}/export/review.html?theme=nowhere`).expect(422);
    expect(body.detail).toContain('Yksikään ote');
  });
});
