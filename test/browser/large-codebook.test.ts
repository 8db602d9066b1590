import type { Browser, Page } from 'playwright-core';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { apiOf, INTERVIEW } from '../support/client.ts';
import { launchBrowser } from '../support/find-browser.ts';
import { expectAccessible, visit } from '../support/pages.ts';
import { startApp, type RunningApp } from '../support/start-app.ts';

const THEMES = 900;
const CODED = 150;

let app: RunningApp;
let browser: Browser;
let p: string;
beforeAll(async () => {
  [app, browser] = await Promise.all([startApp(), launchBrowser()]);
  const api = apiOf(app.base);
  p = String((await api.post('/projects', { name: 'Testi', language: 'fi' })).body.id);
  const names = Array.from({ length: THEMES }, (_, i) => `teema ${i + 1}`);
  await api.upload(
    `/projects/${p}/import/codebook`,
    { 'a.csv': `name\n${names.join('\n')}` },
    'file',
  );
  await api.upload(`/projects/${p}/transcripts`, { 'H1.txt': INTERVIEW.repeat(10) });
  const rows = names.slice(0, CODED).map((name) => `H1,luottamus on se ykkönen,${name}`);
  const codings = `transcript,quote,theme\n${rows.join('\n')}`;
  await api.upload(`/projects/${p}/import/codings`, { 'c.csv': codings }, 'file').expect(200);
}, 60_000);
afterAll(async () => {
  await browser.close();
  await app.close();
  expect(app.logged).toEqual([]);
});

async function shown(address: string, work: (page: Page) => Promise<void>): Promise<void> {
  const page = await visit(browser, app.base, `/projects/${p}${address}`);
  await work(page);
  expect(page.errors).toEqual([]);
  await page.context().close();
}

it('A codebook of hundreds of themes comes whole, its first rows first', () =>
  shown('/themes', async (page) => {
    await expect.poll(() => page.locator('#themes .row').count()).toBe(THEMES);
    expect(await page.locator('a.rest').count()).toBe(0);
    await page.getByLabel('Etsi teemaa').fill('teema 890');
    await expect.poll(() => page.locator('.row:not([hidden])').allTextContents()).toHaveLength(1);
    await page.locator('.row:not([hidden])').click();
    await page.locator('.details').getByRole('heading', { name: 'teema 890' }).waitFor();
    await expectAccessible(page);
  }));

it('A change elsewhere leaves all rows of a long codebook on the page', () =>
  shown('/themes', async (page) => {
    await expect.poll(() => page.locator('#themes .row').count()).toBe(THEMES);
    const api = apiOf(app.base);
    const { id } = (await api.post(`/projects/${p}/themes`, { name: 'uusi' })).body;
    await expect.poll(() => page.locator('#themes .row').count()).toBe(THEMES + 1);
    await api.delete(`/projects/${p}/themes/${id}`);
    await expect.poll(() => page.locator('#themes .row').count()).toBe(THEMES);
  }));

it('Without a script the rest of a long codebook is a link away', async () => {
  const context = await browser.newContext({ javaScriptEnabled: false });
  const page = await context.newPage();
  await page.goto(`${app.base}/projects/${p}/themes?lang=fi`);
  expect(await page.locator('#themes .row').count()).toBeLessThan(THEMES);
  await page.getByRole('link', { name: 'Näytä loput' }).click();
  expect(await page.locator('#themes .row').count()).toBe(THEMES);
  await context.close();
});

it('A long reduction chain comes whole, and its last row can be written', () =>
  shown('/reductions', async (page) => {
    await expect.poll(() => page.locator('.chain tbody tr').count()).toBe(CODED);
    const last = page.locator('.chain textarea').last();
    await last.fill('viimeinen');
    await last.press('Enter');
    const { body } = await apiOf(app.base).get(`/projects/${p}/excerpts`);
    expect(body.excerpts.map(({ reduction }: { reduction: string }) => reduction)).toContain(
      'viimeinen',
    );
  }));
