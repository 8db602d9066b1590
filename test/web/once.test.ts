import request from 'supertest';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { apiOf } from '../support/client.ts';
import { startApp, type RunningApp } from '../support/start-app.ts';

const KEY = 'b1946ac9-2f5d-4c1a-8a57-0123456789ab';

let app: RunningApp;
beforeAll(async () => {
  app = await startApp();
});
afterAll(async () => {
  await app.close();
  expect(app.logged).toEqual([]);
});

let p: string;
let api: ReturnType<typeof apiOf>;
beforeEach(async () => {
  api = apiOf(app.base);
  p = String((await api.post('/projects', { name: 'Gradu', language: 'fi' })).body.id);
});

const sendForm = (key?: string, name = 'Luottamus') => {
  const sending = request(app.base).post(`/projects/${p}/themes`).type('form');
  return (key === undefined ? sending : sending.set('Idempotency-Key', key)).send({ name });
};
const themeCount = async (): Promise<number> =>
  (await api.get(`/projects/${p}/themes`)).body.themes.length;

describe('a change that is asked again', () => {
  it('is carried out once and answered alike, as a form', async () => {
    const first = await sendForm(KEY).expect(303);
    const again = await sendForm(KEY).expect(303);
    expect(again.headers['location']).toBe(first.headers['location']);
    expect(await themeCount()).toBe(1);
  });

  it('is carried out once while the first is still on its way', async () => {
    const answers = await Promise.all([sendForm(KEY), sendForm(KEY), sendForm(KEY)]);
    expect(new Set(answers.map(({ status }) => status))).toEqual(new Set([303]));
    expect(await themeCount()).toBe(1);
  });

  it('is carried out once and answered alike, by the API', async () => {
    const ask = () =>
      api.post(`/projects/${p}/themes`, { name: 'Arki' }).set('Idempotency-Key', KEY);
    const [first, again] = [await ask(), await ask()];
    expect([again.status, again.body]).toEqual([first.status, first.body]);
    expect(again.headers['content-type']).toBe(first.headers['content-type']);
    expect(await themeCount()).toBe(1);
  });

  it('is tried again where it was refused', async () => {
    await sendForm(KEY, '').expect(400);
    await sendForm(KEY, 'Arki').expect(303);
    expect(await themeCount()).toBe(1);
  });

  it('is two changes without a key, with another one, and at another address', async () => {
    await sendForm();
    await sendForm();
    await sendForm('another-key');
    await sendForm(KEY);
    const other = (await api.post('/projects', { name: 'Toinen' })).body.id as string;
    await api
      .post(`/projects/${other}/themes`, { name: 'Arki' })
      .set('Idempotency-Key', KEY)
      .expect(201);
    expect(await themeCount()).toBe(4);
  });
});
