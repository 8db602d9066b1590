import { mkdir, rm } from 'node:fs/promises';
import path from 'node:path';
import type { Browser, Page } from 'playwright-core';
import { makeFirstAccount, newAccount, openSession } from '../../src/app/people/sign-in.ts';
import type { ProjectId } from '../../src/domain/ids.ts';
import { MemoryStore } from '../../src/storage/memory.ts';
import { apiOf, type Api } from '../support/client.ts';
import { launchBrowser } from '../support/find-browser.ts';
import { memoryDirectory, root, startApp, type RunningApp } from '../support/start-app.ts';
import {
  BEFORE_ANY_ACCOUNT,
  BEFORE_ANY_PROJECT,
  guestShots,
  memberShots,
  shotsOf,
  signedOutShots,
  type Named,
  type Shot,
} from './shots.ts';

// Writes every page into screenshots/<language>-<mode>-<width>-<page>.png.

const LANGUAGES = ['fi', 'en'] as const;
const MODES = ['light', 'dark'] as const;
const VIEWPORTS = [
  { width: 1280, height: 720 },
  { width: 800, height: 1100 },
];
const folder = path.join(root, 'screenshots');

const PASSWORD = 'three words in a row';

type Language = (typeof LANGUAGES)[number];

interface Visitor {
  readonly browser: Browser;
  readonly base: string;
  /** Who is signed in, where anybody is. */
  readonly session?: string;
}

async function shoot(visitor: Visitor, language: Language, shots: readonly Shot[]): Promise<void> {
  const { browser, base, session } = visitor;
  for (const mode of MODES)
    for (const viewport of VIEWPORTS) {
      const context = await browser.newContext({ viewport, locale: language, colorScheme: mode });
      const cookies = { lang: language, mode, ...(session && { 'teema-session': session }) };
      await context.addCookies(
        Object.entries(cookies).map(([name, value]) => ({ name, value, url: base })),
      );
      const page = await context.newPage();
      for (const shot of shots)
        await take(page, base, shot, `${language}-${mode}-${viewport.width}-${shot.name}.png`);
      await context.close();
    }
}

async function take(page: Page, base: string, shot: Shot, name: string): Promise<void> {
  // A page that is there already would only be scrolled.
  await page.goto('about:blank');
  await page.goto(base + shot.address, { waitUntil: 'load' });
  await shot.act?.(page);
  await page.evaluate(() => document.fonts.ready.then(() => undefined));
  await page.screenshot({ path: path.join(folder, name), animations: 'disabled' });
}

const EMPTY_NAMES: Readonly<Record<Language, string>> = {
  fi: 'Tyhjä tutkimus',
  en: 'An empty study',
};

/** A project with something of everything, and what its addresses name. */
async function givenProjects(api: Api, language: Language): Promise<Named> {
  const empty = await api.make('/projects', { name: EMPTY_NAMES[language], language });
  const example = await api.make('/projects/example', { language });
  const p = `/projects/${example}`;
  const firstOf = async (kind: 'transcripts' | 'cases' | 'types'): Promise<string> =>
    String((await api.get(`${p}/${kind}`).expect(200)).body[kind][0].id);
  const transcript = await firstOf('transcripts');
  const coders = ['Aino', 'Bo'];
  return {
    ...{ empty, example, transcript },
    case: await firstOf('cases'),
    type: await firstOf('types'),
    framework: await api.make(`${p}/frameworks/from-library`, { libraryId: 'lemon-verhoef' }),
    attribute: await api.make(`${p}/attributes`, {
      name: language === 'fi' ? 'Ikä' : 'Age',
      kind: 'number',
    }),
    round: await api.make(`${p}/rounds`, { name: '1', coders, transcripts: [transcript] }),
  };
}

async function shootAlone(browser: Browser): Promise<void> {
  const app = await startApp();
  const visitor = { browser, base: app.base };
  for (const language of LANGUAGES) await shoot(visitor, language, BEFORE_ANY_PROJECT);
  const named = new Map<Language, Named>();
  for (const language of LANGUAGES)
    named.set(language, await givenProjects(apiOf(app.base), language));
  for (const [language, projects] of named) await shoot(visitor, language, shotsOf(projects));
  await end(app);
}

async function shootTeam(browser: Browser): Promise<void> {
  const directory = await memoryDirectory();
  const app = await startApp(new MemoryStore(), {}, { directory, setupCode: 'ABCD-EFGH-JKMN' });
  const visitor = { browser, base: app.base };
  for (const language of LANGUAGES) await shoot(visitor, language, BEFORE_ANY_ACCOUNT);
  const owner = await makeFirstAccount(directory, 'Anna', PASSWORD);
  const guest = await newAccount(directory, 'Siiri', PASSWORD);
  const session = await openSession(directory, owner.id, 'screenshots');
  const api = apiOf(app.base, { Cookie: `teema-session=${session}` });
  for (const language of LANGUAGES) {
    const project = (await api.make('/projects/example', { language })) as ProjectId;
    const asGuest = { projectId: project, accountId: guest.id, role: 'guest' as const };
    await directory.change((people) => ({
      ...people,
      accounts: [...people.accounts.filter(({ id }) => id !== guest.id), guest],
      memberships: [...people.memberships, asGuest],
    }));
    const { body } = await api
      .post(`/projects/${project}/invitations`, { role: 'supervisor' })
      .expect(201);
    await shoot(visitor, language, signedOutShots(new URL(String(body.link)).pathname));
    await shoot({ ...visitor, session }, language, memberShots(project));
    const guestSession = await openSession(directory, guest.id, 'screenshots');
    await shoot({ ...visitor, session: guestSession }, language, guestShots(project));
  }
  await end(app);
}

async function end(app: RunningApp): Promise<void> {
  await app.close();
  if (app.logged.length > 0) throw new AggregateError(app.logged, 'the app logged errors');
}

await rm(folder, { recursive: true, force: true });
await mkdir(folder, { recursive: true });
const browser = await launchBrowser();
try {
  await shootAlone(browser);
  await shootTeam(browser);
} finally {
  await browser.close();
}
