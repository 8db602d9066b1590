import type { Browser, Page } from 'playwright-core';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { apiOf } from '../support/client.ts';
import { launchBrowser } from '../support/find-browser.ts';
import { visit } from '../support/pages.ts';
import { startApp, type RunningApp } from '../support/start-app.ts';

const THEMES = 150;
const CASES = 30;
const WORDS = 5;
/** Reports of this size take a busy computer a while. */
const PATIENT = { timeout: 20_000 };

let app: RunningApp;
let browser: Browser;
let api: ReturnType<typeof apiOf>;
let p: string;
let path: string;
beforeAll(async () => {
  [app, browser] = await Promise.all([startApp(), launchBrowser()]);
  api = apiOf(app.base);
  p = String((await api.post('/projects', { name: 'Testi', language: 'fi' })).body.id);
  path = `/projects/${p}/report`;
  const text = Array.from({ length: THEMES * WORDS }, (_, i) => `sana${i}`).join(' ');
  const files = Array.from({ length: CASES }, (_, i) => [`H${i + 1}.txt`, `H${i + 1}: ${text}.`]);
  await api.upload(
    `/projects/${p}/transcripts`,
    Object.fromEntries(files) as Record<string, string>,
  );
  const rows = Array.from({ length: THEMES * WORDS }, (_, i) =>
    [`H${(i % CASES) + 1}`, `sana${i}`, `teema ${Math.floor(i / WORDS) + 1}`].join(','),
  );
  const codings = `transcript,quote,theme\n${rows.join('\n')}`;
  await api.upload(`/projects/${p}/import/codings`, { 'c.csv': codings }, 'file').expect(200);
}, 60_000);
afterAll(async () => {
  await browser.close();
  await app.close();
  expect(app.logged).toEqual([]);
});

const sections = (page: Page) => page.locator('#sections > .theme-section');
const rowCount = (page: Page): Promise<number> => page.locator('.heat tbody tr').count();

async function openedWhole(): Promise<Page & { errors: string[] }> {
  const page = await visit(browser, app.base, path);
  await expect.poll(() => page.locator('a.rest').count(), PATIENT).toBe(0);
  await expect.poll(() => sections(page).count()).toBe(THEMES);
  expect(await rowCount(page)).toBe(THEMES);
  return page;
}

/** Somebody else codes a word under a theme. */
async function codeElsewhere(word: string, theme: string): Promise<void> {
  const codings = `transcript,quote,theme\nH1,${word},${theme}`;
  await api.upload(`/projects/${p}/import/codings`, { 'c.csv': codings }, 'file').expect(200);
}

/** How often and by whom; the browser leaves out what lies far from the window, its text is there. */
const countsOf = (page: Page, nth: number): Promise<string | null> =>
  sections(page).nth(nth).locator('.counts').first().textContent();

it('A long report comes with its first sections and the first rows of its table', async () => {
  const html = await (await fetch(app.base + path)).text();
  expect(html.split('class="theme-section"').length).toBeLessThan(THEMES / 2);
  expect(html.split('<tr>').length).toBeLessThan(THEMES / 2);
  const page = await openedWhole();
  expect(page.errors).toEqual([]);
  await page.context().close();
});

it('After somebody’s change only what is near the window is fetched anew', async () => {
  const page = await openedWhole();
  const asked: string[] = [];
  page.on('request', (request) => asked.push(request.url()));
  await page.evaluate('document.querySelector("#sections > :nth-child(100)").dataset.mine = "1"');
  const before = await countsOf(page, 0);
  await codeElsewhere('sana20', 'teema 1');
  await expect.poll(() => countsOf(page, 0), PATIENT).not.toBe(before);
  await expect.poll(() => sections(page).count()).toBe(THEMES);
  expect(await rowCount(page)).toBe(THEMES);
  await expect.poll(() => page.locator('[data-mine]').count()).toBe(1);
  expect(asked.filter((url) => /rows=(?:all|rest)/.test(url))).toEqual([]);
  expect(asked.filter((url) => url.includes('rows=section')).length).toBeLessThan(THEMES / 4);
  expect(page.errors).toEqual([]);
  await page.context().close();
});

it('What was changed far away stands there when one comes to it', async () => {
  const page = await openedWhole();
  const before = await countsOf(page, THEMES - 1);
  await codeElsewhere('sana10', `teema ${THEMES}`);
  await page.locator('[data-carried]').first().waitFor({ state: 'attached' });
  await sections(page).last().scrollIntoViewIfNeeded();
  await expect.poll(() => countsOf(page, THEMES - 1), PATIENT).not.toBe(before);
  await page.locator('.heat').first().scrollIntoViewIfNeeded();
  await expect.poll(() => page.locator('#table-rows[data-carried]').count(), PATIENT).toBe(0);
  expect(await rowCount(page)).toBe(THEMES);
  expect(page.errors).toEqual([]);
  await page.context().close();
});

it('A theme that somebody makes meanwhile comes into its place, and one that goes is gone', async () => {
  const page = await openedWhole();
  const name = 'aivan uusi teema';
  await codeElsewhere('sana30', name);
  await expect.poll(() => sections(page).count(), PATIENT).toBe(THEMES + 1);
  await sections(page).last().scrollIntoViewIfNeeded();
  await expect
    .poll(() => sections(page).last().locator('h3').allTextContents(), PATIENT)
    .toEqual([name]);
  await api.post(`/projects/${p}/undo`).expect(200);
  await expect.poll(() => sections(page).count(), PATIENT).toBe(THEMES);
  expect(page.errors).toEqual([]);
  await page.context().close();
});

it('Without a script the rest of a long report is a link away', async () => {
  const context = await browser.newContext({ javaScriptEnabled: false });
  const page = await context.newPage();
  await page.goto(`${app.base}${path}?lang=fi`);
  await expect.poll(() => page.locator('a.rest').count()).toBe(2);
  await page.locator('a.rest').first().click();
  expect(await rowCount(page)).toBe(THEMES);
  await expect.poll(() => sections(page).count()).toBe(THEMES);
  await context.close();
});
