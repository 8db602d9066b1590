import { beforeEach, describe, expect, it } from 'vitest';
import { browserTests } from '../support/browser-tests.ts';
import { addInterview, codeWords, newProject } from '../support/client.ts';
import { expectAccessible, expectToFit, type Visit } from '../support/pages.ts';

const { api, visit } = browserTests();

/** More than a page of checks has: each names a person. */
const QUOTES = Array.from({ length: 60 }, (_, i) => `Antti hoitaa sen kohdan numero ${i + 1}.`);
const TEXT = QUOTES.map((said) => `H1: ${said}`).join('\n\n');

let p: string;
beforeEach(async () => {
  p = await newProject(api, 'Gradu');
  const transcriptId = await addInterview(api, p, TEXT);
  const themeId = await api.make(`${p}/themes`, { name: 'Luottamus' });
  for (const quote of QUOTES) await codeWords(api, p, transcriptId, quote, { themeIds: [themeId] });
});

const shown = (how: Visit = {}, address = '') => visit(`${p}/report/checks${address}`, how);

describe('the page of checks', () => {
  it('has fifty at a time, and is where it was when one of them was answered', async () => {
    const page = await shown();
    await expect.poll(() => page.locator('.check').count()).toBe(50);
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
