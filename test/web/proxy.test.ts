import { afterEach, describe, expect, it } from 'vitest';
import request from 'supertest';
import { makeFirstAccount } from '../../src/app/people/sign-in.ts';
import { MemoryStore } from '../../src/storage/memory.ts';
import { memoryDirectory, startApp, type RunningApp } from '../support/start-app.ts';

const PASSWORD = 'three words in a row';
const HOST = 'teema.example.org';

let app: RunningApp;
afterEach(async () => {
  await app.close();
  expect(app.logged).toEqual([]);
});

/** The app as people find it at that address; what a proxy adds to a request is in `through`. */
async function at(baseUrl: string) {
  const directory = await memoryDirectory();
  const changes = { baseUrl, allowedHosts: new Set([HOST]) };
  app = await startApp(new MemoryStore(), changes, { directory, setupCode: null });
  await makeFirstAccount(directory, 'Olga', PASSWORD);
  const through = {
    Host: HOST,
    'X-Forwarded-For': '203.0.113.7',
    'X-Forwarded-Proto': baseUrl.split(':')[0]!,
  };
  const signIn = () =>
    request(app.base)
      .post('/sign-in')
      .set(through)
      .set('Origin', baseUrl)
      .type('form')
      .send({ name: 'Olga', password: PASSWORD })
      .redirects(0);
  return { through, signIn };
}
const cookieIn = ({ headers }: request.Response): string =>
  (headers['set-cookie'] as unknown as string[]).find((one) => one.startsWith('teema-session='))!;

describe('behind a proxy that speaks HTTPS', () => {
  it('signs people in with a cookie for HTTPS alone, and says where it is found', async () => {
    const { through, signIn } = await at(`https://${HOST}`);
    const signed = await signIn().expect(303);
    expect(signed.headers['location']).toBe('/');
    const cookie = cookieIn(signed);
    expect(cookie).toMatch(/; Secure/);
    expect(signed.headers['strict-transport-security']).toBe('max-age=31536000');
    const api = (path: string, body: object) =>
      request(app.base)
        .post(`/api/v1/projects${path}`)
        .set({ ...through, Cookie: cookie.split(';')[0]!, Origin: `https://${HOST}` })
        .send(body);
    const { id } = (await api('', { name: 'Gradu' }).expect(201)).body;
    const { link } = (await api(`/${id}/invitations`, { role: 'coder' }).expect(201)).body;
    expect(link).toMatch(new RegExp(`^https://${HOST.replaceAll('.', '\\.')}/invitation/`));
  });

  it('takes no other name, and no other site for its own', async () => {
    const { through, signIn } = await at(`https://${HOST}`);
    await request(app.base)
      .get('/sign-in')
      .set({ ...through, Host: 'evil.example' })
      .expect(403);
    await signIn().set('Origin', 'https://evil.example').expect(403);
  });
});

describe('at an address without HTTPS', () => {
  it('sends a cookie that comes back, and tells no browser to come by HTTPS', async () => {
    const { signIn } = await at(`http://${HOST}`);
    const signed = await signIn().expect(303);
    expect(cookieIn(signed)).not.toMatch(/Secure/);
    expect(signed.headers['strict-transport-security']).toBeUndefined();
  });
});
