import type { Browser, Page } from 'playwright-core';
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { apiOf } from '../support/client.ts';
import { launchBrowser } from '../support/find-browser.ts';
import { expectAccessible, expectToFit, visit, type Visit } from '../support/pages.ts';
import { startApp, type RunningApp } from '../support/start-app.ts';

let app: RunningApp;
let browser: Browser;
beforeAll(async () => {
  [app, browser] = await Promise.all([startApp(), launchBrowser()]);
});
afterAll(async () => {
  await browser.close();
  await app.close();
  expect(app.logged).toEqual([]);
});

/** More than a page of checks has: each names a person. */
const QUOTES = Array.from({ length: 60 }, (_, i) => `Antti hoitaa sen kohdan numero ${i + 1}.`);
const INTERVIEW = QUOTES.map((said) => `H1: ${said}`).join('\n\n');

let p: string;
let api: ReturnType<typeof apiOf>;
const open: (Page & { errors: string[] })[] = [];
beforeEach(async () => {
  api = apiOf(app.base);
  p = String((await api.post('/projects', { name: 'Gradu', language: 'fi' })).body.id);
  const up = await api.upload(`/projects/${p}/transcripts`, { 'H1.txt': INTERVIEW });
  const transcriptId = up.body.imported[0].id as string;
  const themeId = (await api.post(`/projects/${p}/themes`, { name: 'Luottamus' })).body
    .id as string;
  for (const quote of QUOTES) {
    const start = INTERVIEW.indexOf(quote);
    const span = { transcriptId, start, end: start + quote.length, themeIds: [themeId] };
    await api.post(`/projects/${p}/excerpts`, span).expect(201);
  }
});
afterEach(async () => {
  for (const page of open.splice(0)) {
    expect(page.errors).toEqual([]);
    await page.context().close();
  }
});

async function shown(how: Visit = {}, address = ''): Promise<Page> {
  const page = await visit(browser, app.base, `/projects/${p}/report/checks${address}`, how);
  open.push(page);
  return page;
}

describe('the page of checks', () => {
  it('has fifty at a time, and is where it was when one of them was answered', async () => {
    const page = await shown();
    expect(await page.locator('.check').count()).toBe(50);
    await page.getByRole('link', { name: 'Seuraavat' }).click();
    await page.getByText('51–60 / 60').waitFor();
    const first = page.locator('.check').first();
    await first.getByText('Tarkoituksella').click();
    await first.getByRole('textbox').fill('Hän antoi luvan.');
    await first.getByRole('button', { name: 'Tallenna' }).click();
    await page.getByText('51–59 / 59').waitFor();
    expect(new URL(page.url()).search).toBe('?page=2');
    await page.getByRole('link', { name: 'Edelliset' }).click();
    await page.getByText('1–50 / 59').waitFor();
    await page.locator('.checks-answered summary').click();
    await page.getByText('Hän antoi luvan.').waitFor();
  });

  it.each<[string, Visit]>([
    ['in Swedish', { language: 'sv' }],
    ['dark, in Finnish', { dark: true }],
    ['on a tablet', { width: 800, height: 1100 }],
    ['enlarged to 200 %, dark', { width: 640, height: 360, dark: true }],
  ])('has nothing axe knows to be wrong and fits: %s', async (_, how) => {
    const page = await shown(how, '?page=2');
    await page.locator('.check-answer summary').first().click();
    await expectAccessible(page);
    await expectToFit(page);
  });
});
