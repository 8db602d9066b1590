import request from 'supertest';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { CommentId, ProjectId, ReviewId } from '../../src/domain/ids.ts';
import { apiOf, INTERVIEW } from '../support/client.ts';
import { startApp, type RunningApp } from '../support/start-app.ts';

const MANY = 10_000;

let app: RunningApp;
let api: ReturnType<typeof apiOf>;
let base: string;
let excerpt: string;
let review: string;

beforeAll(async () => {
  app = await startApp();
  api = apiOf(app.base);
  const p = (await api.post('/projects', { name: 'Gradu' })).body.id as ProjectId;
  base = `/projects/${p}`;
  const up = await api.upload(`${base}/transcripts`, { 'H1.txt': INTERVIEW });
  const span = { transcriptId: up.body.imported[0].id, start: 55, end: 80 };
  excerpt = (await api.post(`${base}/excerpts`, { ...span, memo: 'x' })).body.id;
  const verdict = { excerptId: excerpt, verdict: 'dispute', reviewer: 'Siiri' };
  review = (await api.post(`${base}/reviews`, verdict)).body.id;
  const { workspace } = app.services;
  for (let n = 1; n <= MANY; n++)
    await workspace.execute(
      p,
      {
        ...{ kind: 'add-comment', author: 'Siiri', text: `Word ${n}` },
        ...{ reviewId: review as ReviewId, id: `comment-${n}` as CommentId },
      },
      { id: 'local' },
    );
}, 120_000);
afterAll(async () => {
  await app.close();
  expect(app.logged).toEqual([]);
});

interface Part {
  readonly comments: readonly { readonly id: string; readonly text: string }[];
  readonly commentCount: number;
}

describe('ten thousand comments on one excerpt', () => {
  it('are read in parts, from the newest back, each once', async () => {
    const read: string[] = [];
    for (let before = ''; read.length < MANY;) {
      const asked = `${base}/reviews/${review}?comments=1000${before && `&before=${before}`}`;
      const { comments, commentCount } = (await api.get(asked).expect(200)).body as Part;
      expect(commentCount).toBe(MANY);
      read.unshift(...comments.map(({ text }) => text));
      before = comments[0]!.id;
    }
    expect(read).toEqual(Array.from({ length: MANY }, (_, i) => `Word ${i + 1}`));
    const end = await api.get(`${base}/reviews/${review}?comments=10&before=comment-1`);
    expect(end.body.comments).toEqual([]);
  });

  it('are all told to who asks for no part, as ever', async () => {
    const { body } = await api.get(`${base}/reviews`).expect(200);
    expect(body.reviews[0].comments).toHaveLength(MANY);
    expect(body.cursor).toBeNull();
  });

  it('are not sent again with every answer', async () => {
    const answer = await api.post(`${base}/reviews/${review}/comments?comments=1`, { text: 'New' });
    expect(answer.body.comments.map(({ text }: { text: string }) => text)).toEqual(['New']);
    await api.delete(`${base}/comments/${answer.body.comments[0].id}`).expect(200);
    const list = await api.get(`${base}/reviews?excerpt=${excerpt}&comments=5`).expect(200);
    expect(list.text.length).toBeLessThan(5_000);
  });

  it('are shown from the newest, more each time', async () => {
    const page = async (more: string): Promise<string> =>
      (
        await request(app.base)
          .get(`${base}/review?show=all&e=${excerpt}${more}`)
          .set('Accept-Language', 'en')
          .expect(200)
      ).text;
    const first = await page('');
    expect(first.match(/class="by"/g)).toHaveLength(20);
    expect(first).toContain('Word 10000<');
    const more = /[?&;](said=\d+)#thread/.exec(first)?.[1];
    const second = await page(`&${more}`);
    expect(second.match(/class="by"/g)).toHaveLength(220);
    expect(second).toContain(`Show ${MANY - 220} older comments`);
    const whole = await page(`&said=${MANY}`);
    expect(whole).toContain('Word 1<');
    expect(whole).not.toContain('older comments');
  });

  it('come with their verdicts in pages too', async () => {
    const span = { transcriptId: '', start: 100, end: 110, memo: 'y' };
    const { body } = await api.get(`${base}/excerpts/${excerpt}`);
    const { transcriptId } = body as { transcriptId: string };
    const other = await api.post(`${base}/excerpts`, { ...span, transcriptId }).expect(201);
    await api.post(`${base}/reviews`, { excerptId: other.body.id, verdict: 'accept' });
    const first = (await api.get(`${base}/reviews?limit=1&comments=0`).expect(200)).body;
    const second = (
      await api.get(`${base}/reviews?limit=1&comments=0&cursor=${first.cursor}`).expect(200)
    ).body;
    expect(second.cursor).toBeNull();
    const excerpts = [...first.reviews, ...second.reviews].map(
      ({ excerptId }: { excerptId: string }) => excerptId,
    );
    expect(excerpts).toEqual([excerpt, other.body.id]);
  });
});
