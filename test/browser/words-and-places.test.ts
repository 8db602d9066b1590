import type { Browser, Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { apiOf } from '../support/client.ts';
import { launchBrowser } from '../support/find-browser.ts';
import { expectAccessible, expectToFit, visit, WINDOWS, type Visit } from '../support/pages.ts';
import { startApp, type RunningApp } from '../support/start-app.ts';

let app: RunningApp;
let browser: Browser;
let api: ReturnType<typeof apiOf>;

const textOf = (name: string): string =>
  `Haastattelija: Mikä on tärkeää?\n\n${name}: Asiakas ratkaisee. Asiakkaan luottamus on tärkein.\n\nHaastattelija: Entä muuta?\n\n${name}: Vastataan nopeasti.\n`;

beforeAll(async () => {
  [app, browser] = await Promise.all([startApp(), launchBrowser()]);
  api = apiOf(app.base);
});
afterAll(async () => {
  await browser.close();
  await app.close();
  expect(app.logged).toEqual([]);
});

async function project(names: readonly string[]): Promise<string> {
  const { body } = await api.post('/projects', { name: 'Sanat', language: 'fi' }).expect(201);
  const base = `/projects/${String(body.id)}`;
  const files = Object.fromEntries(names.map((name) => [`${name}.txt`, textOf(name)]));
  if (names.length > 0) await api.upload(`${base}/transcripts`, files).expect(200);
  return base;
}

const close = async (page: Page & { errors: string[] }, refused = 0): Promise<void> => {
  // A browser tells of each page that refuses something.
  expect(page.errors.filter((error) => !error.includes('422'))).toEqual([]);
  expect(page.errors.length).toBeLessThanOrEqual(refused);
  await page.context().close();
};

describe('while the words are counted', () => {
  it('the page says how far it is, is in order, and goes on by itself', async () => {
    const base = await project(['H1', 'H2', 'H3']);
    const { workspace } = app.services;
    const text = workspace.text.bind(workspace);
    // Long interviews on a slow computer: each takes longer than the page waits for.
    workspace.text = async (...asked) => {
      await new Promise((resolve) => setTimeout(resolve, 900));
      return text(...asked);
    };
    const visits: readonly Visit[] = [
      { language: 'fi' },
      { language: 'en', dark: true, ...WINDOWS[2] },
    ];
    for (const { language = 'fi', dark, width = 1280, height = 720 } of visits) {
      const context = await browser.newContext({
        viewport: { width, height },
        colorScheme: dark ? 'dark' : 'light',
      });
      await context.addCookies([{ name: 'lang', value: language, url: app.base }]);
      // Held where it is, to be looked at.
      await context.route('**/analyse/words', async (route) => {
        const response = await route.fetch();
        const { refresh: _, ...headers } = response.headers();
        await route.fulfill({ response, headers });
      });
      const held = await context.newPage();
      await held.goto(`${app.base}${base}/analyse/words`);
      await held.getByRole('progressbar').waitFor();
      expect(await held.getByRole('progressbar').getAttribute('max')).toBe('3');
      await expectAccessible(held);
      await expectToFit(held);
      await context.close();
    }
    workspace.text = text;
    const page = await visit(browser, app.base, `${base}/analyse/words`);
    await page
      .locator('.chart-table th', { hasText: /^asiakas$/ })
      .first()
      .waitFor();
    expect(await page.getByRole('progressbar').count()).toBe(0);
    await close(page);
  });
});

describe('the concordance', () => {
  it('says on the page why nothing was coded, with the ticks and the theme as they were', async () => {
    const base = await project(['H1', 'H2']);
    const page = await visit(browser, app.base, `${base}/analyse/concordance?q=asiakas`);
    const boxes = page.locator('.kwic tbody input');
    expect(await boxes.count()).toBe(4);
    await page.getByLabel('tai uudella teemalla').fill('Asiakkuus');
    await page.getByRole('button', { name: 'Koodaa valitut' }).click();
    await page.getByRole('alert').filter({ hasText: 'Yhtään kohtaa ei ollut valittuna' }).waitFor();
    expect(await page.getByLabel('tai uudella teemalla').inputValue()).toBe('Asiakkuus');
    await expectAccessible(page);
    // One of the places is not where it was any more.
    await boxes.nth(0).evaluate((box: HTMLInputElement) => {
      box.value = box.value.replace(/:\d+:\d+$/, ':1:2');
    });
    for (const at of [0, 1, 3]) await boxes.nth(at).check();
    await page.getByRole('button', { name: 'Koodaa valitut' }).click();
    await page.getByRole('alert').filter({ hasText: 'ei enää ole tekstissä' }).waitFor();
    const ticked = await boxes.evaluateAll((all: HTMLInputElement[]) =>
      all.map(({ checked }) => checked),
    );
    expect(ticked).toEqual([false, true, false, true]);
    expect(await page.getByLabel('tai uudella teemalla').inputValue()).toBe('Asiakkuus');
    await page.getByRole('button', { name: 'Koodaa valitut' }).click();
    await page.getByText('2 otetta koodattiin').waitFor();
    await close(page, 2);
  });

  it('of a project without interviews leads to where they are added', async () => {
    const base = await project([]);
    const page = await visit(browser, app.base, `${base}/analyse/concordance`, WINDOWS[1]);
    await expectAccessible(page);
    await page.getByRole('main').getByRole('link', { name: 'Haastattelut' }).click();
    await page.waitForURL(`${app.base}${base}`);
    await close(page);
  });
});

describe('a measure that nobody has answered', () => {
  it('leads to the grid where answers are filled in', async () => {
    const base = await project(['H1', 'H2']);
    const { body } = await api.get(`${base}/transcripts`);
    const themeId = (await api.post(`${base}/themes`, { name: 'Luottamus' })).body.id;
    const span = { transcriptId: body.transcripts[0].id, start: 40, end: 50, themeIds: [themeId] };
    await api.post(`${base}/excerpts`, span).expect(201);
    const measure = { kind: 'nps', min: 0, max: 10, easyEnd: null };
    const attribute = { name: 'Suosittelu', kind: 'measure', measure };
    await api.post(`${base}/attributes`, attribute).expect(201);
    const page = await visit(browser, app.base, `${base}/analyse/measures`, WINDOWS[1]);
    await page.getByText('Kukaan ei ole vielä vastannut mittariin Suosittelu').waitFor();
    await expectAccessible(page);
    await page.getByRole('link', { name: 'Täytä vastaukset' }).click();
    await page.waitForURL(/\/cases$/);
    await close(page);
  });
});
