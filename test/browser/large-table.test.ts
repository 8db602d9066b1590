import type { Browser, Page } from 'playwright-core';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { apiOf } from '../support/client.ts';
import { launchBrowser } from '../support/find-browser.ts';
import { visit } from '../support/pages.ts';
import { startApp, type RunningApp } from '../support/start-app.ts';

const THEMES = 150;
const CASES = 60;

let app: RunningApp;
let browser: Browser;
let p: string;
beforeAll(async () => {
  [app, browser] = await Promise.all([startApp(), launchBrowser()]);
  const api = apiOf(app.base);
  p = String((await api.post('/projects', { name: 'Testi', language: 'fi' })).body.id);
  const names = Array.from({ length: THEMES }, (_, i) => `teema ${i + 1}`);
  const files = Array.from({ length: CASES }, (_, i) => [
    `H${i + 1}.txt`,
    `H${i + 1}: luottamus ${i}`,
  ]);
  await api.upload(
    `/projects/${p}/transcripts`,
    Object.fromEntries(files) as Record<string, string>,
  );
  const rows = names.map((name, i) => `H${(i % CASES) + 1},luottamus,${name}`);
  const codings = `transcript,quote,theme\n${rows.join('\n')}`;
  await api.upload(`/projects/${p}/import/codings`, { 'c.csv': codings }, 'file').expect(200);
}, 60_000);
afterAll(async () => {
  await browser.close();
  await app.close();
  expect(app.logged).toEqual([]);
});

const rowsOf = (page: Page): Promise<number> => page.locator('.figures tbody tr').count();

it('A table of thousands of figures comes whole, its first rows first', async () => {
  const html = await (await fetch(`${app.base}/projects/${p}/analyse`)).text();
  expect(html.split('<tr').length).toBeLessThan(THEMES);
  const page = await visit(browser, app.base, `/projects/${p}/analyse`);
  await expect.poll(() => rowsOf(page)).toBe(THEMES);
  expect(await page.locator('a.rest').count()).toBe(0);
  await page.locator('#choose-unit').selectOption({ index: 1 });
  await expect.poll(() => page.url()).toContain('unit=');
  await expect.poll(() => rowsOf(page)).toBe(THEMES);
  await page.locator('.figures tbody tr').last().locator('td a').first().click();
  await page.locator('#quotes').waitFor();
  await page.reload();
  await expect.poll(() => rowsOf(page)).toBe(THEMES);
  expect(await page.locator('.figures [aria-current]').count()).toBe(1);
  expect(page.errors).toEqual([]);
  await page.context().close();
});

it('Without a script the rest of a large table is a link away', async () => {
  const context = await browser.newContext({ javaScriptEnabled: false });
  const page = await context.newPage();
  await page.goto(`${app.base}/projects/${p}/analyse?lang=fi&unit=cases`);
  expect(await rowsOf(page)).toBeLessThan(THEMES);
  await page.getByRole('link', { name: 'Näytä loput' }).click();
  expect(await rowsOf(page)).toBe(THEMES);
  expect(page.url()).toContain('unit=cases');
  await context.close();
});
