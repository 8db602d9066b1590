import request from 'supertest';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import type { Directory } from '../../src/app/people/directory.ts';
import { MemoryStore } from '../../src/storage/memory.ts';
import { INTERVIEW } from '../support/client.ts';
import { memoryDirectory, startApp, type RunningApp } from '../support/start-app.ts';

const CODE = 'ABCD-EFGH-JKMN';
const PASSWORD = 'three words in a row';

let app: RunningApp;
let directory: Directory;
beforeEach(async () => {
  directory = await memoryDirectory();
  app = await startApp(new MemoryStore(), {}, { directory, setupCode: CODE });
});
afterEach(async () => {
  await app.close();
  expect(app.logged).toEqual([]);
});

const form = (path: string, fields: object, cookie = '') =>
  request(app.base).post(path).type('form').set('Cookie', cookie).send(fields).redirects(0);
const api = (method: 'get' | 'post' | 'patch' | 'delete', path: string, cookie: string) =>
  request(app.base)[method](`/api/v1${path}`).set('Cookie', cookie);

const cookieOf = ({ headers }: request.Response): string =>
  (headers['set-cookie'] as unknown as string[] | undefined)
    ?.find((one) => one.startsWith('teema-session='))
    ?.split(';')[0] ?? '';

const setUp = async (): Promise<string> =>
  cookieOf(await form('/setup', { name: 'Olga', password: PASSWORD, code: CODE }).expect(303));

async function join(owner: string, p: string, role: string, name: string): Promise<string> {
  const { body } = await api('post', `/projects/${p}/invitations`, owner).send({ role });
  const { pathname } = new URL(String(body.link));
  return cookieOf(await form(pathname, { name, password: PASSWORD }).expect(303));
}

async function project(owner: string): Promise<string> {
  const { body } = await api('post', '/projects', owner).send({ name: 'Staff', language: 'fi' });
  return String(body.id);
}

it('says that it is alive to whoever asks', async () => {
  const { body } = await request(app.base).get('/api/v1/health').expect(200);
  expect(body.status).toBe('ok');
  await request(app.base).get('/api/v1/openapi.json').expect(200);
  await request(app.base).get('/api/v1/projects').expect(401);
});

describe('the first account', () => {
  it('is made with the code of the terminal, once', async () => {
    const home = await request(app.base).get('/').redirects(0);
    expect(home.headers['location']).toBe('/sign-in?to=%2F');
    expect((await request(app.base).get('/sign-in').redirects(0)).headers['location']).toBe(
      '/setup',
    );
    const wrong = await form('/setup', { name: 'Eve', password: PASSWORD, code: 'ABCD' });
    expect(wrong.status).toBe(422);
    expect(directory.people.accounts).toEqual([]);
    const short = await form('/setup', { name: 'Olga', password: 'short', code: CODE });
    expect(short.text).toContain('10');
    const cookie = cookieOf(
      await form('/setup', { name: 'Olga', password: PASSWORD, code: 'abcdefghjkmn' }),
    );
    await request(app.base).get('/').set('Cookie', cookie).expect(200);
    await form('/setup', { name: 'Eve', password: PASSWORD, code: CODE }).expect(422);
    expect(directory.people.accounts).toHaveLength(1);
    expect(JSON.stringify(directory.people)).not.toContain(PASSWORD);
  });
});

describe('signing in', () => {
  it('takes the right name and password and leads to where one wanted to go', async () => {
    await setUp();
    const wrong = await form('/sign-in', { name: 'olga', password: 'x'.repeat(12) }).expect(422);
    const unknown = await form('/sign-in', { name: 'eve', password: PASSWORD }).expect(422);
    const notice = /role="alert">[^<]+/;
    expect(notice.exec(wrong.text)?.[0]).toBe(notice.exec(unknown.text)?.[0]);
    const right = { name: 'OLGA ', password: PASSWORD };
    const to = async (place: string) =>
      (await form('/sign-in', { ...right, to: place })).headers['location'];
    expect(await to('/projects/new')).toBe('/projects/new');
    for (const place of ['//evil.example', 'https://evil.example', '/\\evil', 'javascript:x'])
      expect(await to(place)).toBe('/');
  });

  it('stops who guesses', async () => {
    await setUp();
    const statuses: number[] = [];
    for (let i = 0; i < 12; i++)
      statuses.push(
        (await form('/sign-in', { name: 'Olga', password: `wrong ${i} wrong` })).status,
      );
    expect(statuses.slice(-2)).toEqual([429, 429]);
  });

  it('ends on signing out, with the account, and elsewhere when the password changes', async () => {
    const first = await setUp();
    const second = cookieOf(await form('/sign-in', { name: 'Olga', password: PASSWORD }));
    await form(
      '/account/password',
      { old: 'not it at all', next: 'another four words' },
      first,
    ).expect(422);
    await form('/account/password', { old: PASSWORD, next: 'another four words' }, first).expect(
      303,
    );
    await api('get', '/projects', first).expect(200);
    await api('get', '/projects', second).expect(401);
    const p = await project(first);
    const ben = await join(first, p, 'coder', 'Ben');
    await form('/account/remove', {}, ben).expect(303);
    await api('get', `/projects/${p}`, ben).expect(401);
    await form('/sign-out', {}, first).expect(303);
    await api('get', '/projects', first).expect(401);
  });
});

describe('an invitation', () => {
  it('is good once, for its role, until it expires or is taken back', async () => {
    const owner = await setUp();
    const p = await project(owner);
    const invite = async () =>
      (await api('post', `/projects/${p}/invitations`, owner).send({ role: 'supervisor' })).body;
    const used = await invite();
    const path = new URL(used.link).pathname;
    await request(app.base).get(path).expect(200).expect(/Olga/);
    const cookie = cookieOf(await form(path, { name: 'Siiri', password: PASSWORD }));
    await form(path, { name: 'Eve', password: PASSWORD }).expect(404);
    const { body } = await api('get', `/projects/${p}/members`, cookie).expect(200);
    expect(body.members).toMatchObject([
      { name: 'Olga', role: 'owner' },
      { name: 'Siiri', role: 'supervisor' },
    ]);
    const back = await invite();
    await api('delete', `/projects/${p}/invitations/${back.id}`, owner).expect(200);
    await request(app.base).get(new URL(back.link).pathname).expect(404);
    const late = await invite();
    await directory.change((people) => ({
      ...people,
      invitations: people.invitations.map((one) => ({ ...one, expiresAt: directory.at(-1) })),
    }));
    await form(new URL(late.link).pathname, { name: 'Eve', password: PASSWORD }).expect(404);
    const taken = await invite();
    const again = await form(new URL(taken.link).pathname, { name: 'SIIRI', password: PASSWORD });
    expect(again.status).toBe(422);
  });
});

describe('roles', () => {
  it('keep an owner, even when two demote each other at once', async () => {
    const owner = await setUp();
    const p = await project(owner);
    const ben = await join(owner, p, 'coder', 'Ben');
    const members = async () => (await api('get', `/projects/${p}/members`, owner)).body.members;
    const [olga, other] = await members();
    await api('patch', `/projects/${p}/members/${other.id}`, owner).send({ role: 'owner' });
    const answers = await Promise.all([
      api('patch', `/projects/${p}/members/${other.id}`, owner).send({ role: 'coder' }),
      api('patch', `/projects/${p}/members/${olga.id}`, ben).send({ role: 'coder' }),
    ]);
    expect(answers.map(({ status }) => status).sort()).toEqual([200, 403]);
    const owners = directory.people.memberships.filter((one) => one.role === 'owner');
    expect(owners).toHaveLength(1);
    const last = owners[0]!.accountId;
    const cookie = last === olga.id ? owner : ben;
    await api('delete', `/projects/${p}/members/${last}`, cookie).expect(409);
  });

  it('put codings and verdicts under the name of whoever is signed in', async () => {
    const owner = await setUp();
    const p = await project(owner);
    const upload = await api('post', `/projects/${p}/transcripts`, owner).attach(
      'files',
      Buffer.from(INTERVIEW),
      'H1.txt',
    );
    const transcriptId = upload.body.imported[0].id;
    const theme = await api('post', `/projects/${p}/themes`, owner).send({ name: 'Luottamus' });
    const passage = { transcriptId, start: 55, end: 80, themeIds: [theme.body.id] };
    const coded = await api('post', `/projects/${p}/excerpts`, owner).send({
      ...passage,
      coder: 'Eve',
    });
    expect(coded.body.coder).toBe('Olga');
    const siiri = await join(owner, p, 'supervisor', 'Siiri');
    await api('post', `/projects/${p}/excerpts`, siiri).send(passage).expect(403);
    const review = {
      excerptId: coded.body.id,
      verdict: 'dispute',
      reviewer: 'Olga',
      comment: 'No.',
    };
    const given = await api('post', `/projects/${p}/reviews`, siiri).send(review).expect(201);
    expect(given.body).toMatchObject({ reviewer: 'Siiri', comments: [{ author: 'Siiri' }] });
    const ben = await join(owner, p, 'coder', 'Ben');
    const [comment] = given.body.comments;
    await api('patch', `/projects/${p}/comments/${comment.id}`, ben)
      .send({ text: 'Yes.' })
      .expect(403);
    await api('delete', `/projects/${p}/reviews/${given.body.id}`, ben).expect(403);
  });

  it('give undo over one’s own steps, as far as the role still goes', async () => {
    const owner = await setUp();
    const p = await project(owner);
    const ben = await join(owner, p, 'coder', 'Ben');
    await api('post', `/projects/${p}/themes`, ben).send({ name: 'Ease' }).expect(201);
    const [, other] = (await api('get', `/projects/${p}/members`, owner)).body.members;
    await api('patch', `/projects/${p}/members/${other.id}`, owner).send({ role: 'supervisor' });
    await api('post', `/projects/${p}/undo`, ben).expect(403);
    const { body } = await api('post', `/projects/${p}/undo`, owner);
    expect(body.undone?.kind).not.toBe('add-theme');
  });

  it('let a guest read the report and nothing else', async () => {
    const owner = await setUp();
    const p = await project(owner);
    const guest = await join(owner, p, 'guest', 'Gusse');
    const opened = await request(app.base).get(`/projects/${p}`).set('Cookie', guest).redirects(0);
    expect(opened.headers['location']).toBe(`/projects/${p}/read`);
    const read = await request(app.base)
      .get(`/projects/${p}/read`)
      .set('Cookie', guest)
      .expect(200);
    expect(read.headers['content-security-policy']).toContain("default-src 'none'");
    await api('get', `/projects/${p}/excerpts`, guest).expect(403);
    await api('get', `/projects/${p}/report.json`, guest).expect(403);
  });
});

describe('a stream of changes', () => {
  it('ends when its reader is taken out of the project', async () => {
    const owner = await setUp();
    const p = await project(owner);
    const ben = await join(owner, p, 'coder', 'Ben');
    const stream = await fetch(`${app.base}/api/v1/projects/${p}/events`, {
      headers: { cookie: ben },
    });
    expect(stream.status).toBe(200);
    const [, other] = (await api('get', `/projects/${p}/members`, owner)).body.members;
    await api('delete', `/projects/${p}/members/${other.id}`, owner).expect(200);
    const ended = stream.text().then(
      () => 'ended',
      () => 'ended',
    );
    expect(await ended).toBe('ended');
  });
});

describe('a script', () => {
  it('works with a key of its person, until that is removed', async () => {
    const owner = await setUp();
    const p = await project(owner);
    const { token } = (await api('post', '/me/tokens', owner).send({ name: 'R' }).expect(201)).body;
    const asked = (key: string) =>
      request(app.base).get(`/api/v1/projects/${p}`).set('Authorization', `Bearer ${key}`);
    await asked(token).expect(200);
    await asked('guessed').expect(401);
    await form(`/account/tokens/${directory.people.tokens[0]!.id}/remove`, {}, owner).expect(303);
    await asked(token).expect(401);
  });

  it('of another site cannot write with the browser’s cookie', async () => {
    const owner = await setUp();
    const from = (headers: Record<string, string>) =>
      api('post', '/projects', owner).set(headers).send({ name: 'X' });
    await from({ Origin: 'https://evil.example' }).expect(403);
    await from({ Origin: 'null' }).expect(403);
    await from({ 'Sec-Fetch-Site': 'cross-site' }).expect(403);
    await from({ Origin: app.base }).expect(201);
  });
});
