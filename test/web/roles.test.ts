import request from 'supertest';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { Directory } from '../../src/app/people/directory.ts';
import { makeFirstAccount, newAccount, openSession } from '../../src/app/people/sign-in.ts';
import type { ProjectId } from '../../src/domain/ids.ts';
import type { Account } from '../../src/domain/people/people.ts';
import { ROLES, type Role } from '../../src/domain/people/roles.ts';
import { MemoryStore } from '../../src/storage/memory.ts';
import { projectRoutes, type Tried } from '../support/routes.ts';
import { memoryDirectory, startApp, type RunningApp } from '../support/start-app.ts';

const PASSWORD = 'correct horse battery';
const NAME = 'Secret study of staff';

type Who = Role | 'stranger' | 'nobody';

/** The least that may call a route. Everything that is not named here: members read, coders write. */
const EXCEPTIONS: readonly [route: RegExp, least: readonly Role[]][] = [
  [/^GET .*\/projects\/:p\/(read|report\.(html|docx|md))$/, ROLES],
  [/^POST .*\/projects\/:p\/leave$/, ROLES],
  [
    /^(POST|PATCH|DELETE) .*\/projects\/:p\/(reviews?|import\/reviews|comments|meetings|undo|redo)(\/|$)/,
    ['owner', 'coder', 'supervisor'],
  ],
  [/^(POST|PATCH|DELETE) .*\/projects\/:p\/(members|invitations|remove|restore)(\/|$)/, ['owner']],
  [/^DELETE .*\/projects\/:p$/, ['owner']],
  [/^(PATCH|DELETE) .*\/projects\/:p\/rounds\/:id$/, ['owner']],
  [/^POST .*\/projects\/:p\/double\/:id\/(close|remove)$/, ['owner']],
];
const READERS: readonly Role[] = ['owner', 'coder', 'supervisor'];
const WRITERS: readonly Role[] = ['owner', 'coder'];

function allowed({ method, path }: Tried): readonly Role[] {
  const named = EXCEPTIONS.find(([route]) => route.test(`${method} ${path}`));
  return named?.[1] ?? (method === 'GET' ? READERS : WRITERS);
}

let app: RunningApp;
let directory: Directory;
let owner: Account;
const accounts = new Map<Who, Account>();
const cookies = new Map<Who, string>();
let routes: Tried[];

beforeAll(async () => {
  directory = await memoryDirectory();
  app = await startApp(new MemoryStore(), {}, { directory, setupCode: null });
  owner = await makeFirstAccount(directory, 'Olga', PASSWORD);
  for (const who of ['coder', 'supervisor', 'guest', 'stranger'] as const) {
    const account = await newAccount(directory, who, PASSWORD);
    await directory.change((people) => ({ ...people, accounts: [...people.accounts, account] }));
    accounts.set(who, account);
  }
  accounts.set('owner', owner);
  for (const [who, { id }] of accounts)
    cookies.set(who, `teema-session=${await openSession(directory, id, 'test')}`);
  routes = projectRoutes(app.services);
});
afterAll(async () => {
  await app.close();
  expect(app.logged).toEqual([]);
});

interface Answer {
  readonly status: number;
  readonly text: string;
  readonly location: string;
}

async function newProject(): Promise<ProjectId> {
  const made = await request(app.base)
    .post('/api/v1/projects')
    .set('Cookie', cookies.get('owner')!)
    .send({ name: NAME });
  const projectId = made.body.id as ProjectId;
  const others = ['coder', 'supervisor', 'guest'] as const;
  await directory.change((people) => ({
    ...people,
    memberships: [
      ...people.memberships,
      ...others.map((role) => ({ projectId, accountId: accounts.get(role)!.id, role })),
    ],
  }));
  return projectId;
}

/** Calls the route with ids that lead nowhere: what counts is whether it is let in. */
async function call({ method, path }: Tried, p: ProjectId, who: Who): Promise<Answer> {
  const address = path.replace(':p', p).replace(/:\w+/g, 'nowhere');
  const call = request(app.base)
    [method.toLowerCase() as 'get'](address)
    .redirects(0)
    .timeout(30_000);
  const cookie = cookies.get(who);
  if (cookie) call.set('Cookie', cookie);
  if (method !== 'GET') call.send({});
  // The stream of changes never ends: its head is all that is waited for.
  if (path.endsWith('/events'))
    call.buffer(false).parse((res, done) => {
      (res as unknown as { destroy: () => void }).destroy();
      done(null, {});
    });
  return call.then(
    ({ status, text, headers }) => ({
      status,
      // A file that is no text has none.
      text: (text as string | undefined) ?? '',
      location: headers['location'] ?? '',
    }),
    (error: unknown) => {
      const { response } = error as { response?: request.Response };
      if (!response && path.endsWith('/events')) return { status: 200, text: '', location: '' };
      throw error;
    },
  );
}

describe('every route of a project', () => {
  it('is in the table', () => {
    expect(routes.length).toBeGreaterThan(150);
  });

  it.each([...ROLES, 'stranger', 'nobody'] as const)(
    'lets %s do what the table says',
    async (who) => {
      const wrong: string[] = [];
      let p = await newProject();
      for (const tried of routes) {
        const may = (allowed(tried) as readonly Who[]).includes(who);
        if (may && tried.method !== 'GET') p = await newProject();
        const { status, text, location } = await call(tried, p, who);
        const say = (): void => {
          wrong.push(`${who} ${tried.method} ${tried.path}: ${status} ${text.slice(0, 120)}`);
        };
        const leadsToSignIn = status === 303 && location.startsWith('/sign-in?');
        const toRead = status === 303 && location === `/projects/${p}/read`;
        if (who === 'nobody') {
          if (status !== 401 && !leadsToSignIn) say();
        } else if (who === 'stranger') {
          const isTold = /project/i.test(text) || tried.path.endsWith('/events');
          if (status !== 404 || !isTold) say();
        } else if (may) {
          if ([401, 403, 500, 503].includes(status) || leadsToSignIn) say();
        } else if (status !== 403 && !toRead) say();
        if (!may && text.includes(NAME)) wrong.push(`${who} ${tried.path} tells the name`);
      }
      expect(wrong).toEqual([]);
    },
  );
});

describe('a list of projects', () => {
  it('holds only what somebody is in', async () => {
    await newProject();
    const listed = async (who: Who): Promise<number> => {
      const { body } = await request(app.base)
        .get('/api/v1/projects')
        .set('Cookie', cookies.get(who)!);
      return body.projects.length as number;
    };
    expect(await listed('stranger')).toBe(0);
    expect(await listed('guest')).toBeGreaterThan(0);
  });
});
