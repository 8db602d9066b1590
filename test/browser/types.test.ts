import type { Browser, Page } from 'playwright-core';
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { apiOf } from '../support/client.ts';
import { launchBrowser } from '../support/find-browser.ts';
import { expectAccessible, expectToFit, visit, WINDOWS, type Visit } from '../support/pages.ts';
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

let p: string;
let api: ReturnType<typeof apiOf>;
const open: (Page & { errors: string[] })[] = [];
beforeEach(async () => {
  api = apiOf(app.base);
  p = String((await api.post('/projects', { name: 'Testi', language: 'fi' })).body.id);
});
afterEach(async () => {
  for (const page of open.splice(0)) {
    expect(page.errors).toEqual([]);
    await page.context().close();
  }
});

async function types(how: Visit = {}): Promise<Page> {
  const page = await visit(browser, app.base, `/projects/${p}/types`, how);
  open.push(page);
  return page;
}
const names = (page: Page) =>
  page.locator('.node-title').evaluateAll((rows) => rows.map((row) => row.textContent));

describe('the types page', () => {
  it('adds a type of a kind, from the keyboard', async () => {
    const page = await types();
    await page.getByRole('heading', { name: 'Ei vielä tyyppejä' }).waitFor();
    await page.getByLabel('Nimi').focus();
    await page.keyboard.type('Näkymätön talonmies');
    await page.keyboard.press('Tab');
    await page.keyboard.press('ArrowUp');
    await page.keyboard.press('Tab');
    await page.keyboard.type('Ovi on auki, koska joku pitää sitä mielessään.');
    await page.keyboard.press('Tab');
    await page.keyboard.press('Enter');
    await expect.poll(() => names(page)).toEqual(['Näkymätön talonmies autenttinen']);
  });

  it('changes, moves, deletes and takes back', async () => {
    for (const name of ['Kumppani', 'Kertaostaja'])
      await api.post(`/projects/${p}/types`, { name });
    const page = await types();
    await page.getByLabel('Muokkaa: Kertaostaja').focus();
    await page.keyboard.press('Alt+ArrowUp');
    await expect.poll(() => names(page)).toEqual(['Kertaostaja yleinen', 'Kumppani yleinen']);
    await page.getByLabel('Muokkaa: Kumppani').click();
    const form = page.locator('#types .node-edit[open] form').first();
    await form.getByLabel('Nimi').fill('Kumppanuus');
    await form.getByRole('radio', { name: /mahdollisimman laaja/ }).check();
    await form.getByRole('button', { name: 'Tallenna' }).click();
    await expect
      .poll(() => names(page))
      .toEqual(['Kertaostaja yleinen', 'Kumppanuus mahdollisimman laaja']);
    await page.getByLabel('Muokkaa: Kertaostaja').click();
    await page.getByRole('button', { name: 'Poista: Kertaostaja' }).click();
    await page.getByText('Tyyppi ”Kertaostaja” poistettiin. Otteet säilyivät.').waitFor();
    await page.locator('.toast').getByRole('button', { name: 'Kumoa' }).click();
    await expect.poll(async () => (await names(page)).length).toBe(2);
  });

  it('is accessible and fits every window, in light and dark', async () => {
    await expectAccessible(await types());
    await api.post(`/projects/${p}/types`, { name: 'Kumppani', description: 'Kuvaus' });
    for (const dark of [false, true]) {
      const page = await types({ dark });
      await page.getByLabel('Muokkaa: Kumppani').click();
      await expectAccessible(page);
    }
    for (const window of WINDOWS) {
      const page = await types(window);
      await page.getByLabel('Muokkaa: Kumppani').click();
      await expectToFit(page);
    }
  });
});
