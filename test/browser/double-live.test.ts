import type { Browser, Page } from 'playwright-core';
import { afterAll, beforeAll, expect, it } from 'vitest';
import type { Directory } from '../../src/app/people/directory.ts';
import { makeFirstAccount, newAccount, openSession } from '../../src/app/people/sign-in.ts';
import type { ProjectId } from '../../src/domain/ids.ts';
import { MemoryStore } from '../../src/storage/memory.ts';
import { INTERVIEW } from '../support/client.ts';
import { launchBrowser } from '../support/find-browser.ts';
import { expectAccessible } from '../support/pages.ts';
import { memoryDirectory, startApp, type RunningApp } from '../support/start-app.ts';

const PASSWORD = 'three words in a row';
const PATIENCE = { timeout: 30_000 };

let app: RunningApp;
let browser: Browser;
let directory: Directory;
let p: ProjectId;
let round: string;
let transcript: string;
const secrets: Record<string, string> = {};

async function api(who: string, method: string, path: string, body: object): Promise<unknown> {
  const answer = await fetch(`${app.base}/api/v1/projects${path}`, {
    method,
    headers: { Cookie: `teema-session=${secrets[who]}`, 'Content-Type': 'application/json' },
    body: JSON.stringify(body),
  });
  expect([path, answer.ok]).toEqual([path, true]);
  return answer.json();
}

beforeAll(async () => {
  directory = await memoryDirectory();
  [app, browser] = await Promise.all([
    startApp(new MemoryStore(), {}, { directory, setupCode: null }),
    launchBrowser(),
  ]);
  const anna = await makeFirstAccount(directory, 'Anna', PASSWORD);
  const ben = await newAccount(directory, 'Ben', PASSWORD);
  secrets['Anna'] = await openSession(directory, anna.id, 'test');
  p = ((await api('Anna', 'POST', '', { name: 'G', language: 'en' })) as { id: ProjectId }).id;
  await directory.change((people) => ({
    ...people,
    accounts: [...people.accounts, ben],
    memberships: [...people.memberships, { projectId: p, accountId: ben.id, role: 'coder' }],
  }));
  secrets['Ben'] = await openSession(directory, ben.id, 'test');
  const form = new FormData();
  form.append('files', new Blob([INTERVIEW]), 'H1.txt');
  const up = await fetch(`${app.base}/api/v1/projects/${p}/transcripts`, {
    method: 'POST',
    headers: { Cookie: `teema-session=${secrets['Anna']}` },
    body: form,
  });
  transcript = ((await up.json()) as { imported: { id: string }[] }).imported[0]!.id;
  const theme = (await api('Anna', 'POST', `/${p}/themes`, { name: 'Trust' })) as { id: string };
  const begun = { name: 'First', coders: ['Anna', 'Ben'], transcripts: [transcript] };
  round = ((await api('Anna', 'POST', `/${p}/rounds`, begun)) as { id: string }).id;
  const code = (who: string, quote: string) => {
    const start = INTERVIEW.indexOf(quote);
    const span = { transcriptId: transcript, start, end: start + quote.length };
    return api(who, 'POST', `/${p}/excerpts`, { ...span, themeIds: [theme.id] });
  };
  await code('Anna', 'luottamus on se ykkönen');
  await code('Ben', 'Soitetaan ennen');
}, 120_000);
afterAll(async () => {
  await browser.close();
  await app.close();
  expect(app.logged).toEqual([]);
});

async function coding(who: string): Promise<Page> {
  const context = await browser.newContext();
  await context.addCookies([
    { name: 'teema-session', value: secrets[who]!, url: app.base },
    { name: 'lang', value: 'en', url: app.base },
  ]);
  const page = await context.newPage();
  // The line of changes: what comes before it stands is caught up with, what comes after is heard.
  const connected = page.waitForResponse((answer) => answer.url().includes('/events'));
  await page.goto(`${app.base}/projects/${p}/code/${transcript}`);
  await connected;
  return page;
}

const marked = (page: Page): Promise<string[]> => page.locator('#text mark').allInnerTexts();
const finish = (who: string, done: boolean) =>
  api(who, 'POST', `/${p}/rounds/${round}/done`, { done });

it('the end of a round shows others’ codings in pages that are open, and its return hides them', async () => {
  const page = await coding('Anna');
  expect(await marked(page)).toEqual(['luottamus on se ykkönen']);
  const note = page.locator('[data-blind]');
  await expect.poll(() => note.innerText()).toContain('First: you see only your own codings');
  await expectAccessible(page);
  await page.evaluate(() => {
    const said = document.querySelector('#t-2 .said')!;
    getSelection()?.selectAllChildren(said);
  });
  const selected = () => page.evaluate(() => getSelection()?.toString() ?? '');
  const before = await selected();
  expect(before).not.toBe('');
  await finish('Anna', true);
  await finish('Ben', true);
  await expect
    .poll(() => marked(page), PATIENCE)
    .toEqual(['luottamus on se ykkönen', 'Soitetaan ennen']);
  await expect.poll(() => note.innerText(), PATIENCE).toBe('');
  expect(await selected()).toBe(before);
  await finish('Ben', false);
  await expect.poll(() => marked(page), PATIENCE).toEqual(['luottamus on se ykkönen']);
  await expect.poll(() => note.innerText(), PATIENCE).toContain('First');
  await page.context().close();
});
