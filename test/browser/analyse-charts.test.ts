import type { Page } from 'playwright-core';
import { beforeAll, describe, expect, it } from 'vitest';
import { browserTests } from '../support/browser-tests.ts';
import { codeWords, newProject } from '../support/client.ts';
import { expectAccessible, type Visit } from '../support/pages.ts';

const { api, visit } = browserTests();
let base: string;

const TABS = [
  'charts',
  'co-occurrence?rule=case',
  'saturation?base=1&run=1',
  'words',
  'concordance?q=asiakas',
  'measures',
  'coverage',
  'spread',
] as const;

const textOf = (name: string): string =>
  [
    'Haastattelija: Mikä on tärkeää?',
    `${name}: Asiakkaan luottamus on tärkein. Asiakas muistaa, jos lupaus petetään.`,
    'Haastattelija: Entä muuta?',
    `${name}: Vastataan nopeasti. Asiakkaat eivät odota.`,
  ].join('\n\n');

beforeAll(async () => {
  base = await newProject(api, 'Kaaviot');
  const names = ['H1', 'H2', 'H3'];
  const files = Object.fromEntries(names.map((name) => [`${name}.txt`, textOf(name)]));
  const { body } = await api.upload(`${base}/transcripts`, files).expect(200);
  const imported = body.imported as { id: string; title: string; caseId: string }[];
  const [trust, speed] = [
    await api.make(`${base}/themes`, { name: 'Luottamus asiakassuhteen kaikissa vaiheissa' }),
    await api.make(`${base}/themes`, { name: 'Nopeus' }),
  ];
  for (const { id: transcriptId, title } of imported) {
    const code = (words: string, themeIds: string[]) =>
      codeWords(api, base, transcriptId, words, { themeIds });
    await code('Asiakkaan luottamus', [trust]);
    if (title !== 'H3') await code('Vastataan nopeasti', [speed]);
  }
  const measure = { kind: 'nps', min: 0, max: 10, easyEnd: null };
  const attributeId = await api.make(`${base}/attributes`, {
    name: 'Suosittelu',
    kind: 'measure',
    measure,
  });
  const values = imported.map(({ caseId }, i) => ({ caseId, attributeId, value: 10 - 3 * i }));
  await api.put(`${base}/attributes/values`, { values }).expect(200);
});

const open = (path: string, how?: Visit) => visit(`${base}/analyse/${path}`, how);

/** Whether the window scrolls sideways. */
const isTooWide = (page: Page): Promise<boolean> =>
  page.evaluate(() => document.documentElement.scrollWidth > document.documentElement.clientWidth);

describe('the analyses', () => {
  it.each(TABS)('%s: nothing is amiss, in light and dark, wide and narrow', async (tab) => {
    for (const how of [
      { language: 'fi' },
      { language: 'en', dark: true, width: 800, height: 1100 },
    ] as const) {
      const page = await open(tab, how);
      await page.locator('.chart, .kwic').first().waitFor();
      await expectAccessible(page);
      expect(await isTooWide(page)).toBe(false);
    }
  });

  it('open the excerpts of a figure beside it, and close them', async () => {
    const page = await open('co-occurrence?rule=case');
    await page.locator('.chart a').first().click();
    await page.locator('#quotes blockquote').first().waitFor();
    await expect.poll(() => page.locator('#quotes blockquote').count()).toBe(4);
    expect(page.url()).toMatch(/[?&]a=.+&b=/);
    await expect.poll(() => page.evaluate(() => document.activeElement?.id)).toBe('quotes-title');
    await page.locator('#quotes-close').click();
    await page.locator('#quotes').waitFor({ state: 'detached' });
    // The same by keyboard, from the table.
    await page.locator('.chart-table a[data-open]').first().press('Enter');
    await page.locator('#quotes blockquote').first().waitFor();
  });

  it('are drawn anew by their choices, and the address says so', async () => {
    const page = await open('saturation?base=1&run=1');
    await page.getByLabel('Perusta, haastattelua').fill('3');
    await page.getByLabel('Perusta, haastattelua').press('Tab');
    await page.waitForURL(/base=3/);
    await page.getByText('Kyllääntymistä ei voi arvioida').first().waitFor();
    await page.goBack();
    await page.getByText('Aineisto kyllääntyi').first().waitFor();
  });

  it('lead from a word to its places and from there to the interview', async () => {
    const page = await open('words');
    await page.locator('.chart-table a', { hasText: 'asiakas' }).first().click();
    await page.waitForURL(/concordance\?q=asiakas/);
    await expect.poll(() => page.locator('.kwic tbody tr').count()).toBe(9);
    await page.locator('.kwic .hit a').nth(1).click();
    await page.waitForURL(/\/code\/.+#t-2$/);
  });

  it('hide a word and take it back', async () => {
    const page = await open('words');
    await page.locator('#word-lists > summary').click();
    await page.getByLabel('Piilota sana').fill('asiakas');
    await page.getByRole('button', { name: 'Piilota', exact: true }).click();
    const word = page.locator('.chart-table th', { hasText: /^asiakas$/ });
    await expect.poll(() => word.count()).toBe(0);
    await page.getByRole('button', { name: 'Kumoa' }).click();
    await word.first().waitFor();
  });

  it('code the places of a word after a look at them, and take it back at once', async () => {
    const page = await open('concordance?q=asiakas');
    await page.getByRole('link', { name: 'Valitse kaikki 9' }).click();
    await page.locator('.kwic tbody input').nth(0).uncheck();
    await page.getByLabel('tai uudella teemalla').fill('Muisti');
    await page.getByRole('button', { name: 'Koodaa valitut' }).click();
    await page.getByText('8 otetta koodattiin').waitFor();
    const coded = page.locator('.kwic td.coded', { hasText: 'Muisti' });
    await expect.poll(() => coded.count()).toBe(8);
    await expectAccessible(page);
    await page.getByRole('button', { name: 'Kumoa' }).click();
    await expect.poll(() => coded.count()).toBe(0);
  });

  it('work without a script', async () => {
    const page = await visit(`${base}/analyse/co-occurrence`, { withoutScript: true });
    await page.getByLabel('Yhdessä, kun').selectOption('case');
    await page.getByRole('button', { name: 'Näytä' }).click();
    await page.waitForURL(/rule=case/);
    await page.locator('.chart-table a').first().click();
    await expect.poll(() => page.locator('#quotes blockquote').count()).toBe(4);
  });
});
