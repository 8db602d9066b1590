import type { Browser } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { apiOf } from '../support/client.ts';
import { launchBrowser } from '../support/find-browser.ts';
import { expectAccessible, expectToFit, visit, WINDOWS } from '../support/pages.ts';
import { startApp, type RunningApp } from '../support/start-app.ts';

let app: RunningApp;
let browser: Browser;
let p: string;
beforeAll(async () => {
  [app, browser] = await Promise.all([startApp(), launchBrowser()]);
  const api = apiOf(app.base);
  p = String((await api.post('/projects', { name: 'Testi', language: 'fi' })).body.id);
  await api.post(`/projects/${p}/themes`, { name: 'Työ', definition: 'Vanha' });
});
afterAll(async () => {
  await browser.close();
  await app.close();
  expect(app.logged).toEqual([]);
});

const FILE = {
  name: 'koodit.csv',
  mimeType: 'text/csv',
  buffer: Buffer.from('nimi;yläteema;määritelmä\nTyö;;Uusi\nKiire;Työ;\nJuhla;Tuntematon;\n'),
};

describe('a codebook of another program', () => {
  it('is looked at first, then taken as was chosen, from the keyboard', async () => {
    const page = await visit(browser, app.base, `/projects/${p}/exchange`);
    await page.locator('#codebook-file').setInputFiles(FILE);
    await page.getByRole('button', { name: 'Katso ensin' }).press('Enter');
    const row = page.getByRole('row', { name: /Määritelmä/ });
    expect(await row.textContent()).toMatch(/Vanha.*Uusi/s);
    expect(await page.locator('.notes').textContent()).toContain('Tuntematon');
    await expectAccessible(page);
    await page.getByLabel('Ota tiedoston teksti').press('Space');
    await page.getByRole('button', { name: 'Tuo koodikirja' }).press('Enter');
    await page.getByRole('status').filter({ hasText: 'koodit.csv' }).waitFor();
    await page.goto(`${app.base}/projects/${p}/themes`);
    expect(await page.getByRole('treeitem').allTextContents()).toHaveLength(4);
    expect(page.errors).toEqual([]);
    await page.context().close();
  });

  it.each(WINDOWS.flatMap((size) => [false, true].map((dark) => ({ ...size, dark }))))(
    'shows a page all can read, at $width × $height, dark: $dark',
    async (how) => {
      const page = await visit(browser, app.base, `/projects/${p}/exchange`, how);
      await expectAccessible(page);
      await expectToFit(page);
      await page.context().close();
    },
  );
});
