import http from 'node:http';
import request from 'supertest';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import type { Directory } from '../../src/app/people/directory.ts';
import { MemoryStore } from '../../src/storage/memory.ts';
import { INTERVIEW } from '../support/client.ts';
import { memoryDirectory, startApp, type RunningApp } from '../support/start-app.ts';

const CODE = 'ABCD-EFGH-JKMN';
const PASSWORD = 'three words in a row';
const SECRET = 'Secret study of staff';
const SCRIPT = '<script>alert(1)</script>"\'><img src=x onerror=alert(2)>';

let app: RunningApp;
let directory: Directory;
let owner: string;
let a: string;
beforeEach(async () => {
  directory = await memoryDirectory();
  app = await startApp(new MemoryStore(), {}, { directory, setupCode: CODE });
  owner = cookieOf(
    await form('/setup', { name: 'Olga', password: PASSWORD, code: CODE }).expect(303),
  );
  a = await project('A');
});
afterEach(async () => {
  await app.close();
  expect(app.logged).toEqual([]);
});

type Method = 'get' | 'post' | 'patch' | 'put' | 'delete';
const form = (path: string, fields: object, cookie = '') =>
  request(app.base)
    .post(path)
    .type('form')
    .set('Cookie', cookie)
    .set('Accept-Language', 'en')
    .send(fields)
    .redirects(0);
const api = (method: Method, path: string, cookie: string) =>
  request(app.base)[method](`/api/v1${path}`).set('Cookie', cookie).set('Accept-Language', 'en');
const page = (path: string, cookie: string) =>
  request(app.base).get(path).set('Cookie', cookie).set('Accept-Language', 'en').redirects(0);

const cookieOf = ({ headers }: request.Response): string =>
  (headers['set-cookie'] as unknown as string[] | undefined)
    ?.find((one) => one.startsWith('teema-session='))
    ?.split(';')[0] ?? '';

async function project(name: string, cookie = owner): Promise<string> {
  return String((await api('post', '/projects', cookie).send({ name, language: 'en' })).body.id);
}

async function join(p: string, role: string, name: string): Promise<string> {
  const { body } = await api('post', `/projects/${p}/invitations`, owner).send({ role });
  const { pathname } = new URL(String(body.link));
  return cookieOf(await form(pathname, { name, password: PASSWORD }).expect(303));
}

/** A project with a transcript, a theme, an excerpt and a verdict; their ids. */
async function filled(p: string, cookie: string) {
  const file = Buffer.from(INTERVIEW);
  const up = await api('post', `/projects/${p}/transcripts`, cookie).attach('files', file, 'H.txt');
  const transcript = up.body.imported[0].id as string;
  const theme = (await api('post', `/projects/${p}/themes`, cookie).send({ name: SECRET })).body.id;
  const passage = { transcriptId: transcript, start: 55, end: 80, themeIds: [theme] };
  const excerpt = (await api('post', `/projects/${p}/excerpts`, cookie).send(passage)).body.id;
  const verdict = { excerptId: excerpt, verdict: 'question', comment: SECRET };
  const given = (await api('post', `/projects/${p}/reviews`, cookie).send(verdict)).body;
  return { transcript, theme, excerpt, review: given.id, comment: given.comments[0].id };
}

/** A request as bytes: clients of ours would mend its path or its headers. */
function raw(
  path: string,
  headers: Record<string, string> = {},
  method = 'GET',
): Promise<{ status: number; text: string; headers: http.IncomingHttpHeaders }> {
  const { hostname, port } = new URL(app.base);
  return new Promise((resolve, reject) => {
    http
      .request(
        { hostname, port, path, method, headers: { host: `${hostname}:${port}`, ...headers } },
        (res) => {
          let text = '';
          res.on('data', (chunk: Buffer) => (text += chunk.toString()));
          res.on('end', () => resolve({ status: res.statusCode ?? 0, text, headers: res.headers }));
        },
      )
      .on('error', reject)
      .end();
  });
}

describe('what was taken away', () => {
  it('is of no use: cookies after signing out, of a removed account, of a removed coder', async () => {
    const ben = await join(a, 'coder', 'Ben');
    await form('/sign-out', {}, ben).expect(303);
    await api('get', '/projects', ben).expect(401);
    await api('post', `/projects/${a}/themes`, ben).send({ name: 'X' }).expect(401);
    const eve = await join(a, 'coder', 'Eve');
    const [id] = directory.people.accounts.filter(({ name }) => name === 'Eve').map(({ id }) => id);
    await api('delete', `/projects/${a}/members/${id}`, owner).expect(200);
    const gone = await api('post', `/projects/${a}/themes`, eve).send({ name: 'X' }).expect(404);
    expect(gone.body.detail).toMatch(/no such project/i);
    await form('/account/remove', {}, eve).expect(303);
    await api('get', '/projects', eve).expect(401);
  });

  it('has an invitation of no use twice, or when whoever gave it is no owner any more', async () => {
    await join(a, 'coder', 'Ben');
    const ben = directory.people.accounts.find(({ name }) => name === 'Ben')!;
    await api('patch', `/projects/${a}/members/${ben.id}`, owner).send({ role: 'owner' });
    const cookie = cookieOf(await form('/sign-in', { name: 'Ben', password: PASSWORD }));
    const sent = await api('post', `/projects/${a}/invitations`, cookie).send({ role: 'coder' });
    await api('patch', `/projects/${a}/members/${ben.id}`, owner).send({ role: 'coder' });
    const { pathname } = new URL(String(sent.body.link));
    await form(pathname, { name: 'Eve', password: PASSWORD }).expect(404);
    expect(directory.people.accounts.map(({ name }) => name)).toEqual(['Olga', 'Ben']);
  });
});

describe('a session', () => {
  it('is a new one at each sign-in, whatever cookie was there before', async () => {
    const fixed = 'teema-session=chosen-by-somebody-else';
    const signed = await form('/sign-in', { name: 'Olga', password: PASSWORD }, fixed).expect(303);
    expect(cookieOf(signed)).not.toBe(fixed);
    await api('get', '/projects', fixed).expect(401);
    const [set] = signed.headers['set-cookie'] as unknown as string[];
    expect(set).toMatch(/HttpOnly/);
    expect(set).toMatch(/SameSite=Lax/);
  });

  it('is guessed at by forwarded address, each on its own', async () => {
    const guess = (address: string) =>
      form('/sign-in', { name: 'Olga', password: 'not it at all' }).set('X-Forwarded-For', address);
    for (let i = 0; i < 10; i++) await guess('203.0.113.7').expect(422);
    await guess('203.0.113.7').expect(429);
    await guess('203.0.113.8').expect(422);
  });

  it('stops guesses at the password of whoever is signed in, and says so above the form', async () => {
    const change = { old: 'not it at all', next: 'another four words' };
    const wrong = await form('/account/password', change, owner).expect(422);
    expect(wrong.text).toMatch(/role="alert">The present password is wrong/);
    for (let i = 0; i < 9; i++) await form('/account/password', change, owner).expect(422);
    await form('/account/password', change, owner).expect(429);
  });

  it('costs as long for an unknown name as for a known one', async () => {
    let checked = 0;
    const { hasher } = directory;
    const matches = hasher.matches.bind(hasher);
    Object.assign(hasher, {
      matches: (password: string, hash: string) => {
        checked++;
        return matches(password, hash);
      },
    });
    await form('/sign-in', { name: 'Olga', password: 'not it at all' }).expect(422);
    await form('/sign-in', { name: 'Nobody', password: 'not it at all' }).expect(422);
    expect(checked).toBe(2);
  });
});

describe('another site', () => {
  it('cannot write, read or be named', async () => {
    const evil = { Origin: 'https://evil.example' };
    await form(`/projects/${a}/remove`, {}, owner).set(evil).expect(403);
    await form('/sign-out', {}, owner).set('Sec-Fetch-Site', 'cross-site').expect(403);
    await api('get', '/projects', owner).expect(200);
    const read = await api('get', `/projects/${a}`, owner).set(evil);
    expect(read.headers['access-control-allow-origin']).toBeUndefined();
    expect(read.headers['cross-origin-resource-policy']).toBe('same-origin');
    const asked = await raw('/api/v1/projects', { ...evil, cookie: owner }, 'OPTIONS');
    expect(asked.headers['access-control-allow-origin']).toBeUndefined();
    for (const host of ['evil.example', '127.0.0.1', 'localhost.evil.example'])
      expect((await raw('/', { host, cookie: owner })).status).toBeGreaterThanOrEqual(400);
    // An invitation's link is the configured address, whatever a proxy forwards.
    const { body } = await api('post', `/projects/${a}/invitations`, owner)
      .set('X-Forwarded-Host', 'evil.example')
      .send({ role: 'coder' });
    expect(body.link).toContain(app.base);
  });
});

describe('a path', () => {
  it('leads past no gate, however it is written', async () => {
    await filled(a, owner);
    const ben = await join(await project('B'), 'coder', 'Ben');
    const guest = await join(a, 'guest', 'Gusse');
    const paths = [
      `/PROJECTS/${a}/code`,
      `/Projects/${a}`,
      `/API/V1/projects/${a}`,
      `/Api/v1/PROJECTS/${a}/themes`,
      `//projects/${a}/themes`,
      `/projects//${a}/themes`,
      `/api/v1//projects/${a}/themes`,
      `/projects/${a}%2fthemes`,
      `/projects/${a}/%74hemes`,
      `/%70rojects/${a}/themes`,
      `/projects/new/../${a}/themes`,
      `/projects/new%2f..%2f${a}/themes`,
      `/api/v1/projects/new/..%2f${a}/themes`,
      `/projects/${a}/read/../themes`,
      `/projects/${a}/read%2f..%2fthemes`,
      `/projects/${a}/themes/`,
      `/projects/${a}/themes%00`,
      `/projects/${a}/report.html/../themes`,
      `/projects/${a}/read;/themes`,
      `/projects/%252e%252e/${a}/themes`,
      `/projects/${a}/audit.csv`,
      `/api/v1/projects/${a}/audit.csv`,
    ];
    for (const path of paths)
      for (const [who, cookie] of [
        ['nobody', ''],
        ['stranger', ben],
        ['guest', guest],
      ] as const) {
        const { status, text } = await raw(path, { cookie });
        expect([who, path, text.includes(SECRET)]).toEqual([who, path, false]);
        expect([who, path, status === 200]).toEqual([who, path, false]);
      }
    for (const path of ['/../package.json', '/css/..%2f..%2fpackage.json', '/%2e%2e/package.json'])
      expect((await raw(path, { cookie: owner })).text).not.toContain('"dependencies"');
  });

  it('keeps writing forms behind their gate in capitals as well', async () => {
    const siiri = await join(a, 'supervisor', 'Siiri');
    for (const path of [`/Projects/${a}/REMOVE`, `/projects/${a}/Members/x/remove`])
      await form(path, {}, siiri).expect(403);
    await request(app.base).post(`/API/v1/Projects/${a}/Themes`).set('Cookie', siiri).expect(403);
    await api('delete', `/projects/${a}/`, siiri).expect(403);
  });
});

describe('the ids of another project', () => {
  it('lead nowhere, and tell nothing', async () => {
    const b = await project('B');
    const ids = await filled(b, owner);
    const ben = await join(a, 'coder', 'Ben');
    const tries: readonly [Method, string, object?][] = [
      ['get', `/transcripts/${ids.transcript}`],
      ['patch', `/transcripts/${ids.transcript}`, { title: 'X' }],
      ['delete', `/transcripts/${ids.transcript}`],
      ['get', `/excerpts/${ids.excerpt}`],
      ['patch', `/excerpts/${ids.excerpt}`, { memo: 'X' }],
      ['delete', `/excerpts/${ids.excerpt}`],
      ['patch', `/themes/${ids.theme}`, { name: 'X' }],
      ['delete', `/themes/${ids.theme}`],
      ['patch', `/reviews/${ids.review}`, { resolved: true }],
      ['delete', `/reviews/${ids.review}`],
      ['patch', `/comments/${ids.comment}`, { text: 'X' }],
      ['post', `/reviews`, { excerptId: ids.excerpt, verdict: 'accept' }],
      ['post', `/excerpts`, { transcriptId: ids.transcript, start: 55, end: 80, memo: 'X' }],
    ];
    for (const [method, path, body] of tries) {
      const answer = await api(method, `/projects/${a}${path}`, ben).send(body);
      expect([method, path, answer.status]).toEqual([method, path, 404]);
      expect(answer.text).not.toContain(SECRET);
      expect(answer.text).not.toContain('luottamus');
    }
    for (const path of [
      `/code?t=${ids.transcript}`,
      `/code/${ids.transcript}`,
      `/themes?theme=${ids.theme}`,
      `/review?show=all&e=${ids.excerpt}`,
      `/review/audit?record=${ids.theme}`,
    ])
      expect((await page(`/projects/${a}${path}`, ben)).text).not.toContain(SECRET);
    expect((await api('get', `/projects/${b}/excerpts/${ids.excerpt}`, owner)).status).toBe(200);
  });
});

describe('a name', () => {
  it('is whose it is: coders of a file, and verdicts that are taken in, are one’s own', async () => {
    const { transcript } = await filled(a, owner);
    const ben = await join(a, 'coder', 'Ben');
    const csv = 'transcript,quote,theme,coder\nH,hoidetaan mitä luvataan,Arki,Olga\n';
    await api('post', `/projects/${a}/import/codings`, ben)
      .attach('file', Buffer.from(csv), 'codings.csv')
      .expect(200);
    const { body } = await api('get', `/projects/${a}/excerpts?transcript=${transcript}`, owner);
    const coders = body.excerpts.map(({ coder }: { coder: string }) => coder);
    expect(coders.sort()).toEqual(['Ben', 'Olga']);
  });
});

describe('script in a text', () => {
  it('is text on every page and in every file', async () => {
    const { excerpt, transcript } = await filled(a, owner);
    const role = { role: 'supervisor' };
    const { body } = await api('post', `/projects/${a}/invitations`, owner).send(role);
    const { pathname } = new URL(String(body.link));
    const siiri = cookieOf(await form(pathname, { name: SCRIPT, password: PASSWORD }).expect(303));
    const verdict = { excerptId: excerpt, verdict: 'dispute', comment: SCRIPT };
    await api('post', `/projects/${a}/reviews`, siiri).send(verdict).expect(201);
    const meeting = {
      name: SCRIPT,
      notes: SCRIPT,
      people: [SCRIPT],
      decisions: [{ text: SCRIPT }],
    };
    await api('post', `/projects/${a}/meetings`, siiri).send(meeting);
    await api('patch', `/projects/${a}`, owner).send({ name: SCRIPT }).expect(200);
    await api('post', '/me/tokens', owner).send({ name: SCRIPT }).expect(201);
    const places = [
      '',
      `/code/${transcript}`,
      '/themes',
      '/report',
      '/people',
      '/review?show=all',
      '/review/audit',
    ];
    for (const place of places) {
      const { text } = await page(`/projects/${a}${place}`, owner).expect(200);
      expect([place, text.includes('<script>alert')]).toEqual([place, false]);
      expect([place, text.includes('<img src=x')]).toEqual([place, false]);
    }
    for (const path of ['/account', '/', `/projects/${a}/read`, `/sign-in?to=${SCRIPT}`]) {
      const { text } = await page(path, owner);
      expect([path, /<script>alert|<img src=x/.test(text)]).toEqual([path, false]);
    }
    const html = await api('get', `/projects/${a}/report.html`, owner).buffer(true);
    expect(html.text).not.toMatch(/<script>alert|<img src=x/);
  });
});

describe('too much', () => {
  it('is refused before it is held', async () => {
    const big = 'x'.repeat(3 * 1024 * 1024);
    await api('post', `/projects/${a}/themes`, owner).send({ name: big }).expect(413);
    await form('/sign-in', { name: 'Olga', password: big }).expect(413);
    await form('/sign-in', { name: 'O'.repeat(5_000), password: PASSWORD }).expect(400);
    await api('get', '/projects', `teema-session=${'x'.repeat(5_000)}`).expect(401);
  });
});

describe('somebody who only reads', () => {
  it('is offered nothing that would be refused', async () => {
    const { transcript, theme } = await filled(a, owner);
    await api('patch', `/projects/${a}/themes/${theme}`, owner).send({ definition: 'As said.' });
    const siiri = await join(a, 'supervisor', 'Siiri');
    const places = [
      ...['', '/speakers', '/cases', '/interviews', `/code/${transcript}`, '/themes', '/theory'],
      ...[`/themes?theme=${theme}`, '/guide', '/reductions', '/versions', '/exchange', '/types'],
      ...['/report', '/analyse', '/analyse/words', '/review', '/review/audit', '/people'],
    ];
    for (const place of places) {
      const { text, status } = await page(`/projects/${a}${place}`, siiri);
      expect([place, status]).toEqual([place, 200]);
      const forms = text.match(/<form\b[^>]*method="post"[\s\S]*?<\/form>/g) ?? [];
      const offered = forms.filter(
        (one) =>
          !/action="\/projects\/[\w-]+\/(undo|redo|review|reviews|leave)\b/.test(one) &&
          !one.includes('<fieldset class="as-read" disabled>'),
      );
      expect([place, offered]).toEqual([place, []]);
      expect(text).toContain('data-role="supervisor" data-reading');
    }
    const read = await page(`/projects/${a}/themes?theme=${theme}`, siiri);
    expect(read.text).toContain('As said.');
    const home = await page('/', siiri);
    expect(home.text).toContain('Supervisor');
    expect(home.text).not.toContain(`/projects/${a}/remove`);
    expect((await page('/', owner)).text).toContain(`/projects/${a}/remove`);
  });
});
