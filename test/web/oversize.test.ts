import request from 'supertest';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { apiOf } from '../support/client.ts';
import { allRoutes } from '../support/routes.ts';
import { startApp, type RunningApp } from '../support/start-app.ts';

/** As small as a test can be quick with. */
const LIMITS = { fileBytes: 4_096, requestBytes: 8_192, filesPerRequest: 3, jsonBytes: 2_048 };

let app: RunningApp;
let p: string;
beforeAll(async () => {
  app = await startApp(undefined, { limits: LIMITS });
  p = (await apiOf(app.base).post('/projects', { name: 'Gradu' })).body.id as string;
});
afterAll(async () => {
  await app.close();
  expect(app.logged).toEqual([]);
});

const writing = () => allRoutes(app.services).filter(({ method }) => method !== 'GET');
const call = (method: string, path: string) =>
  request(app.base)
    [method.toLowerCase() as 'post'](path.replace(':p', p).replace(/:\w+/g, 'nowhere'))
    .set('Accept-Language', 'en')
    .redirects(0);

describe('a body that is too large', () => {
  it('is refused by every route that writes, in words, as JSON and as a form', async () => {
    const words = 'x'.repeat(3_000);
    const wrong: string[] = [];
    for (const { method, path } of writing())
      for (const type of ['json', 'form'] as const) {
        const { status, text } = await call(method, path).type(type).send({ name: words });
        // What is not read cannot be too large: the API takes no forms, a page no JSON.
        const isRead = path.startsWith('/api/') === (type === 'json');
        if ((isRead ? status !== 413 : status >= 500) || text.includes(words))
          wrong.push(`${method} ${path} as ${type}: ${status}`);
      }
    expect(wrong).toEqual([]);
  }, 120_000);

  it('is refused as files: one that is too large, and too many bytes in all', async () => {
    const wrong: string[] = [];
    const large = Buffer.alloc(5_000, 'x');
    const some = Buffer.alloc(3_500, 'x');
    for (const { method, path } of writing().filter((one) => one.method === 'POST'))
      for (const files of [[large], [some, some, some], [some, some, some, some, some]]) {
        const sending = call(method, path);
        for (const [i, file] of files.entries()) sending.attach('files', file, `${i}.txt`);
        // A line that is closed before all was sent is a refusal too.
        const status = await sending.then(
          (answer) => answer.status,
          () => 413,
        );
        if (status >= 500) wrong.push(`${method} ${path}: ${status}`);
      }
    expect(wrong).toEqual([]);
    const { body } = await apiOf(app.base).get(`/projects/${p}/transcripts`);
    expect(body.transcripts.every(({ wordCount }: { wordCount: number }) => wordCount < 2)).toBe(
      true,
    );
  }, 120_000);

  it('leaves the app as it was', async () => {
    await request(app.base).get('/api/v1/health').expect(200);
  });
});
