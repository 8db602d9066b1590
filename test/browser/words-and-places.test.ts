import { describe, expect, it } from 'vitest';
import { browserTests } from '../support/browser-tests.ts';
import { newProject } from '../support/client.ts';
import {
  expectAccessible,
  expectToFit,
  WINDOWS,
  type Visit,
  type VisitedPage,
} from '../support/pages.ts';

const tests = browserTests();
const { api, visit } = tests;

const textOf = (name: string): string =>
  `Haastattelija: Mikä on tärkeää?\n\n${name}: Asiakas ratkaisee. Asiakkaan luottamus on tärkein.\n\nHaastattelija: Entä muuta?\n\n${name}: Vastataan nopeasti.\n`;

async function project(names: readonly string[]): Promise<string> {
  const base = await newProject(api, 'Sanat');
  const files = Object.fromEntries(names.map((name) => [`${name}.txt`, textOf(name)]));
  if (names.length > 0) await api.upload(`${base}/transcripts`, files).expect(200);
  return base;
}

/** A browser tells of each answer that refuses something: that much was meant to be. */
const expectRefusals = ({ errors }: VisitedPage, count: number): void => {
  const refusals = errors.splice(0);
  expect(refusals).toHaveLength(count);
  for (const error of refusals) expect(error).toContain('422');
};

describe('while the words are counted', () => {
  it('the page says how far it is, is in order, and goes on by itself', async () => {
    const base = await project(['H1', 'H2', 'H3']);
    const { app, browser } = tests;
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
      await expect.poll(() => held.getByRole('progressbar').getAttribute('max')).toBe('3');
      await expectAccessible(held);
      await expectToFit(held);
      await context.close();
    }
    workspace.text = text;
    const page = await visit(`${base}/analyse/words`);
    await page
      .locator('.chart-table th', { hasText: /^asiakas$/ })
      .first()
      .waitFor();
    await expect.poll(() => page.getByRole('progressbar').count()).toBe(0);
  });
});

describe('the concordance', () => {
  it('says on the page why nothing was coded, with the ticks and the theme as they were', async () => {
    const base = await project(['H1', 'H2']);
    const page = await visit(`${base}/analyse/concordance?q=asiakas`);
    const boxes = page.locator('.kwic tbody input');
    await expect.poll(() => boxes.count()).toBe(4);
    await page.getByLabel('tai uudella teemalla').fill('Asiakkuus');
    await page.getByRole('button', { name: 'Koodaa valitut' }).click();
    await page.getByRole('alert').filter({ hasText: 'Yhtään kohtaa ei ollut valittuna' }).waitFor();
    await expect.poll(() => page.getByLabel('tai uudella teemalla').inputValue()).toBe('Asiakkuus');
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
    await expect.poll(() => page.getByLabel('tai uudella teemalla').inputValue()).toBe('Asiakkuus');
    await page.getByRole('button', { name: 'Koodaa valitut' }).click();
    await page.getByText('2 otetta koodattiin').waitFor();
    expectRefusals(page, 2);
  });

  it('of a project without interviews leads to where they are added', async () => {
    const base = await project([]);
    const page = await visit(`${base}/analyse/concordance`, WINDOWS[1]);
    await expectAccessible(page);
    await page.getByRole('main').getByRole('link', { name: 'Haastattelut' }).click();
    await page.waitForURL(`${tests.app.base}${base}`);
  });
});

describe('a measure that nobody has answered', () => {
  it('leads to the grid where answers are filled in', async () => {
    const base = await project(['H1', 'H2']);
    const { body } = await api.get(`${base}/transcripts`);
    const themeId = await api.make(`${base}/themes`, { name: 'Luottamus' });
    const span = { transcriptId: body.transcripts[0].id, start: 40, end: 50, themeIds: [themeId] };
    await api.post(`${base}/excerpts`, span).expect(201);
    const measure = { kind: 'nps', min: 0, max: 10, easyEnd: null };
    const attribute = { name: 'Suosittelu', kind: 'measure', measure };
    await api.post(`${base}/attributes`, attribute).expect(201);
    const page = await visit(`${base}/analyse/measures`, WINDOWS[1]);
    await page.getByText('Kukaan ei ole vielä vastannut mittariin Suosittelu').waitFor();
    await expectAccessible(page);
    await page.getByRole('link', { name: 'Täytä vastaukset' }).click();
    await page.waitForURL(/\/cases$/);
  });
});
