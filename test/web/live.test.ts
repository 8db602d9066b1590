import request from 'supertest';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import type { Directory } from '../../src/app/people/directory.ts';
import {
  makeFirstAccount,
  newAccount,
  openSession,
  withAccount,
} from '../../src/app/people/sign-in.ts';
import type { ProjectId } from '../../src/domain/ids.ts';
import type { Role } from '../../src/domain/people/roles.ts';
import { MemoryStore } from '../../src/storage/memory.ts';
import { INTERVIEW } from '../support/client.ts';
import { memoryDirectory, startApp, type RunningApp } from '../support/start-app.ts';

const PASSWORD = 'three words in a row';

let app: RunningApp;
let directory: Directory;
let p: ProjectId;
let t: string;
let theme: string;
let anna: string;
const streams: AbortController[] = [];

beforeEach(async () => {
  directory = await memoryDirectory();
  app = await startApp(new MemoryStore(), {}, { directory, setupCode: null });
  const { id } = await makeFirstAccount(directory, 'Anna', PASSWORD);
  anna = `teema-session=${await openSession(directory, id, 'test')}`;
  p = (await api('post', '', anna, { name: 'Gradu', language: 'en' })).body.id as ProjectId;
  const up = await request(app.base)
    .post(`/api/v1/projects/${p}/transcripts`)
    .set('Cookie', anna)
    .attach('files', Buffer.from(INTERVIEW), 'H1.txt');
  t = up.body.imported[0].id as string;
  theme = (await api('post', `/${p}/themes`, anna, { name: 'Trust', definition: 'first' })).body
    .id as string;
});
afterEach(async () => {
  for (const stream of streams.splice(0)) stream.abort();
  await app.close();
  expect(app.logged).toEqual([]);
});

const api = (
  method: 'get' | 'post' | 'patch' | 'delete',
  path: string,
  who: string,
  body?: object,
) =>
  request(app.base)[method](`/api/v1/projects${path}`).set('Cookie', `${who}; lang=en`).send(body);

async function member(name: string, role: Role): Promise<string> {
  const account = await newAccount(directory, name, PASSWORD);
  await directory.change((people) => ({
    ...withAccount(people, account),
    memberships: [...people.memberships, { projectId: p, accountId: account.id, role }],
  }));
  return `teema-session=${await openSession(directory, account.id, 'test')}`;
}

interface Here {
  readonly people: readonly { name: string; me: boolean; places: readonly string[] }[];
}

/** Opens a page as a browser would, and tells who it is shown to be here. */
async function opened(
  who: string,
  query: string,
): Promise<{ here: () => Here | null; leave: () => void }> {
  const gone = new AbortController();
  streams.push(gone);
  const answer = await fetch(`${app.base}/api/v1/projects/${p}/events?${query}`, {
    headers: { Cookie: `${who}; lang=en` },
    signal: gone.signal,
  });
  expect(answer.status).toBe(200);
  let text = '';
  void (async () => {
    const decoder = new TextDecoder();
    for await (const part of answer.body!) text += decoder.decode(part);
  })().catch(() => undefined);
  return {
    here: () => {
      const last = [...text.matchAll(/event: here\ndata: (.*)\n/g)].at(-1)?.[1];
      return last ? (JSON.parse(last) as Here) : null;
    },
    leave: () => gone.abort(),
  };
}

describe('who is here', () => {
  it('is shown to everybody who may read, with the page they are on, until they leave', async () => {
    const ben = await member('Ben', 'supervisor');
    const first = await opened(anna, `page=code&transcript=${t}`);
    const second = await opened(ben, 'page=review');
    await expect
      .poll(() => first.here()?.people)
      .toEqual([
        { name: 'Anna', me: true, places: ['Code · H1'] },
        { name: 'Ben', me: false, places: ['Review'] },
      ]);
    expect(second.here()?.people.map(({ me }) => me)).toEqual([false, true]);
    second.leave();
    await expect.poll(() => first.here()?.people.length).toBe(1);
  });

  it('is kept nowhere and told to no guest', async () => {
    const guest = await member('Greta', 'guest');
    const { revision } = (await api('get', `/${p}`, anna)).body as { revision: number };
    await opened(anna, 'page=themes');
    const answer = await fetch(`${app.base}/api/v1/projects/${p}/events?page=themes`, {
      headers: { Cookie: guest },
    });
    expect(answer.status).toBe(403);
    expect(await answer.text()).not.toContain('Anna');
    expect((await api('get', `/${p}`, anna)).body.revision).toBe(revision);
  });

  it('takes two windows of somebody for one person, and an unknown page for none', async () => {
    const first = await opened(anna, 'page=themes');
    await opened(anna, 'page=themes');
    await opened(anna, 'page=report');
    await opened(anna, 'page=no-such-page');
    await expect
      .poll(() => first.here()?.people)
      .toEqual([{ name: 'Anna', me: true, places: ['Themes', 'Report'] }]);
    expect((await api('get', `/${p}/events?page=<script>`, anna)).status).toBe(400);
  });
});

const coding = (body: object = {}) => ({
  id: 'e-1',
  transcriptId: t,
  start: INTERVIEW.indexOf('luottamus on'),
  end: INTERVIEW.indexOf('ykkönen'),
  themeIds: [theme],
  ...body,
});

describe('a request that is sent again', () => {
  it('codes once, and answers as the first time', async () => {
    const body = coding({ newTheme: { id: 'new-1', name: 'Promise' } });
    const answers = await Promise.all(
      [1, 2, 3].map(() => api('post', `/${p}/excerpts`, anna, body)),
    );
    expect(answers.map(({ status }) => status)).toEqual([201, 201, 201]);
    expect(new Set(answers.map(({ body }) => String(body.id))).size).toBe(1);
    const { excerpts } = (await api('get', `/${p}/excerpts`, anna)).body;
    expect(excerpts).toHaveLength(1);
    expect(excerpts[0].themeIds).toEqual([theme, 'new-1']);
    expect((await api('get', `/${p}/themes`, anna)).body.themes).toHaveLength(2);
  });

  it('extends once where the passage was coded before', async () => {
    await api('post', `/${p}/excerpts`, anna, coding({ memo: 'one' })).expect(201);
    const more = coding({ id: undefined, memo: 'two', newTheme: { id: 'new-1', name: 'Promise' } });
    for (let i = 0; i < 3; i++) await api('post', `/${p}/excerpts`, anna, more).expect(201);
    const { excerpts } = (await api('get', `/${p}/excerpts`, anna)).body;
    expect(excerpts).toMatchObject([{ memo: 'one\ntwo', themeIds: [theme, 'new-1'] }]);
  });
});

describe('themes put on an excerpt by two at once', () => {
  it('are both there: each tells what comes and what goes', async () => {
    const ben = await member('Ben', 'coder');
    const others = ['a', 'b'].map((id) => ({ id, name: id }));
    for (const one of others) await api('post', `/${p}/themes`, anna, one).expect(201);
    await api('post', `/${p}/excerpts`, anna, coding()).expect(201);
    await api('patch', `/${p}/excerpts/e-1`, anna, { addThemeIds: ['a'] }).expect(200);
    const { body } = await api('patch', `/${p}/excerpts/e-1`, ben, {
      addThemeIds: ['b'],
      removeThemeIds: [theme],
    }).expect(200);
    expect(body.themeIds).toEqual(['a', 'b']);
    await api('patch', `/${p}/excerpts/e-1`, ben, { addThemeIds: ['nowhere'] }).expect(404);
    await api('patch', `/${p}/excerpts/e-1`, ben, { removeThemeIds: ['a', 'b'] }).expect(422);
  });
});

describe('words that were written over', () => {
  const define = (who: string, definition: string) =>
    api('patch', `/${p}/themes/${theme}`, who, { definition }).expect(200);
  const told = async (who: string, since: number) =>
    (await api('get', `/${p}/overwritten?since=${since}`, who).expect(200)).body.overwritten as {
      step: number;
    }[];

  it('are told to the last writer, with who wrote them, and can be brought back', async () => {
    const ben = await member('Ben', 'coder');
    const { revision } = (await api('get', `/${p}`, anna)).body as { revision: number };
    await define(ben, 'what Ben wrote');
    await define(anna, 'what Anna wrote');
    const [one, ...more] = await told(anna, revision);
    expect(more).toEqual([]);
    expect(one).toMatchObject({
      entity: 'theme',
      id: theme,
      field: 'definition',
      title: 'Trust',
      by: 'Ben',
      theirs: 'what Ben wrote',
      mine: 'what Anna wrote',
    });
    expect(await told(ben, revision)).toEqual([]);
    await api('post', `/${p}/themes`, anna, { name: 'Something else' }).expect(201);
    await api('post', `/${p}/undo`, anna, { step: one!.step }).expect(200);
    const { body } = await api('get', `/${p}/themes`, anna);
    expect(body.themes).toMatchObject([
      { definition: 'what Ben wrote' },
      { name: 'Something else' },
    ]);
    await api('post', `/${p}/undo`, anna, { step: one!.step }).expect(409);
    expect(await told(anna, revision)).toMatchObject([{ step: one!.step }]);
  });

  it('are not told to who had read them', async () => {
    const ben = await member('Ben', 'coder');
    await define(ben, 'what Ben wrote');
    const { revision } = (await api('get', `/${p}`, anna)).body as { revision: number };
    await define(anna, 'what Anna wrote');
    expect(await told(anna, revision)).toEqual([]);
  });
});

describe('an undo that somebody’s work depends on', () => {
  it('names the record and the person, and changes nothing', async () => {
    const ben = await member('Ben <b>Bold</b>', 'coder');
    await api('post', `/${p}/excerpts`, ben, coding()).expect(201);
    const { body, status } = await api('post', `/${p}/undo`, anna);
    expect(status).toBe(409);
    expect(body.type).toBe('urn:teema:problem:step-overtaken');
    expect(body.detail).toContain('Ben <b>Bold</b>');
    expect(body.detail).toContain('excerpt ”luottamus on se”');
    const page = await request(app.base)
      .post(`/projects/${p}/undo`)
      .set('Cookie', `${anna}; lang=fi`)
      .expect(409);
    expect(page.text).toContain('aineisto-ote');
    expect(page.text).toContain('Ben &lt;b&gt;Bold&lt;/b&gt;');
    expect((await api('get', `/${p}/excerpts`, anna)).body.excerpts).toHaveLength(1);
    await api('post', `/${p}/undo`, ben).expect(200);
    await api('post', `/${p}/undo`, anna).expect(200);
  });
});
