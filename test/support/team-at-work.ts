import type { Browser, Page } from 'playwright-core';
import type { Directory } from '../../src/app/people/directory.ts';
import {
  makeFirstAccount,
  newAccount,
  openSession,
  withAccount,
} from '../../src/app/people/sign-in.ts';
import type { Role } from '../../src/domain/people/roles.ts';
import type { ProjectId } from '../../src/domain/ids.ts';
import { MemoryStore } from '../../src/storage/memory.ts';
import { visit, type Visit } from './pages.ts';
import { memoryDirectory, startApp, type RunningApp } from './start-app.ts';

const PASSWORD = 'kolme sanaa peräkkäin';

/** Anna owns the projects she makes; the others are in them with their roles. */
const OTHERS: Readonly<Record<string, Role>> = { Ben: 'coder', Siiri: 'supervisor' };

export interface Team {
  readonly app: RunningApp;
  readonly directory: Directory;
  /** A new project of Anna's that all of them are in. */
  newProject(language?: 'fi' | 'en' | 'sv'): Promise<ProjectAtWork>;
  /** Somebody who has not signed in, at the first page. */
  stranger(how?: Visit): Promise<Window>;
  /** Closes the windows that were opened; what their scripts complained of. */
  closeWindows(): Promise<string[]>;
}

export interface ProjectAtWork {
  readonly id: ProjectId;
  /** A request to the project's API in somebody's name. */
  api(who: string, method: string, path: string, body?: object): Promise<unknown>;
  /** What an API answers is called `id`. */
  add(who: string, path: string, body: object): Promise<string>;
  upload(who: string, name: string, text: string): Promise<string>;
  /** Sends a file, and whatever goes with it. */
  send(who: string, path: string, form: FormData): Promise<unknown>;
  /** A window of somebody's own at a page of the project. */
  window(who: string, path: string, how?: Visit): Promise<Window>;
}

export type Window = Page & { errors: string[] };

/** A team's app with three people who have signed in, each in a browser of their own. */
export async function startTeam(browser: Browser): Promise<Team> {
  const directory = await memoryDirectory();
  const app = await startApp(new MemoryStore(), {}, { directory, setupCode: null });
  const secrets: Record<string, string> = {};
  const first = await makeFirstAccount(directory, 'Anna', PASSWORD);
  secrets['Anna'] = await openSession(directory, first.id, 'test');
  const ids: Record<string, string> = {};
  for (const name of Object.keys(OTHERS)) {
    const account = await newAccount(directory, name, PASSWORD);
    await directory.change((people) => withAccount(people, account));
    ids[name] = account.id;
    secrets[name] = await openSession(directory, account.id, 'test');
  }
  const open: Window[] = [];

  const ask = async (who: string, path: string, request: RequestInit): Promise<unknown> => {
    const headers = new Headers(request.headers);
    headers.set('Cookie', `teema-session=${secrets[who] ?? ''}; lang=en`);
    const answer = await fetch(`${app.base}/api/v1/projects${path}`, { ...request, headers });
    return answer.status === 204 ? null : answer.json();
  };
  const send = (who: string, method: string, path: string, body?: object): Promise<unknown> =>
    ask(who, path, {
      method,
      headers: { 'Content-Type': 'application/json' },
      ...(body && { body: JSON.stringify(body) }),
    });

  const stranger = async (how: Visit = {}): Promise<Window> => {
    const page = await visit(browser, app.base, '/sign-in', how);
    open.push(page);
    return page;
  };

  const newProject = async (language: 'fi' | 'en' | 'sv' = 'en'): Promise<ProjectAtWork> => {
    const made = await send('Anna', 'POST', '', { name: 'Gradu', language });
    const { id } = made as { id: ProjectId };
    await directory.change((people) => ({
      ...people,
      memberships: [
        ...people.memberships,
        ...Object.entries(OTHERS).map(([name, role]) => ({
          projectId: id,
          accountId: ids[name] as (typeof people.accounts)[number]['id'],
          role,
        })),
      ],
    }));
    return {
      id,
      api: (who, method, path, body) => send(who, method, `/${id}${path}`, body),
      add: async (who, path, body) =>
        ((await send(who, 'POST', `/${id}${path}`, body)) as { id: string }).id,
      upload: async (who, name, text) => {
        const form = new FormData();
        form.append('files', new Blob([text]), name);
        const up = await ask(who, `/${id}/transcripts`, { method: 'POST', body: form });
        return (up as { imported: { id: string }[] }).imported[0]!.id;
      },
      send: (who, path, form) => ask(who, `/${id}${path}`, { method: 'POST', body: form }),
      window: async (who, path, how = {}) => {
        const page = await stranger({ language, ...how });
        await page
          .context()
          .addCookies([{ name: 'teema-session', value: secrets[who]!, url: app.base }]);
        await page.goto(`${app.base}/projects/${id}${path}`);
        await page.evaluate(async () => {
          await document.fonts.ready;
        });
        return page;
      },
    };
  };

  return {
    app,
    directory,
    newProject,
    stranger,
    closeWindows: async () => {
      const windows = open.splice(0);
      for (const page of windows) await page.context().close();
      return windows.flatMap(({ errors }) => errors);
    },
  };
}
