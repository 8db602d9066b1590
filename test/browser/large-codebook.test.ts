import type { Page } from 'playwright-core';
import { beforeAll, expect, it } from 'vitest';
import { browserTests } from '../support/browser-tests.ts';
import { INTERVIEW, newProject } from '../support/client.ts';
import { expectAccessible } from '../support/pages.ts';

const THEMES = 900;
const CODED = 150;

const site = browserTests();
const { api, visit } = site;
let p: string;
beforeAll(async () => {
  p = await newProject(api);
  const names = Array.from({ length: THEMES }, (_, i) => `teema ${i + 1}`);
  await api.upload(`${p}/import/codebook`, { 'a.csv': `name\n${names.join('\n')}` }, 'file');
  await api.upload(`${p}/transcripts`, { 'H1.txt': INTERVIEW.repeat(10) });
  const rows = names.slice(0, CODED).map((name) => `H1,luottamus on se ykkönen,${name}`);
  const codings = `transcript,quote,theme\n${rows.join('\n')}`;
  await api.upload(`${p}/import/codings`, { 'c.csv': codings }, 'file').expect(200);
});

async function shown(address: string, work: (page: Page) => Promise<void>): Promise<void> {
  const page = await visit(`${p}${address}`);
  await work(page);
}

it('A codebook of hundreds of themes comes whole, its first rows first', () =>
  shown('/themes', async (page) => {
    await expect.poll(() => page.locator('#themes .row').count()).toBe(THEMES);
    await expect.poll(() => page.locator('a.rest').count()).toBe(0);
    await page.getByLabel('Etsi teemaa').fill('teema 890');
    await expect.poll(() => page.locator('.row:not([hidden])').allTextContents()).toHaveLength(1);
    await page.locator('.row:not([hidden])').click();
    await page.locator('.details').getByRole('heading', { name: 'teema 890' }).waitFor();
    await expectAccessible(page);
  }));

it('A change elsewhere leaves all rows of a long codebook on the page', () =>
  shown('/themes', async (page) => {
    await expect.poll(() => page.locator('#themes .row').count()).toBe(THEMES);
    const id = await api.make(`${p}/themes`, { name: 'uusi' });
    await expect.poll(() => page.locator('#themes .row').count()).toBe(THEMES + 1);
    await api.delete(`${p}/themes/${id}`);
    await expect.poll(() => page.locator('#themes .row').count()).toBe(THEMES);
  }));

it('Without a script the rest of a long codebook is a link away', async () => {
  const page = await visit(`${p}/themes`, { withoutScript: true });
  await expect.poll(() => page.locator('#themes .row').count()).toBeLessThan(THEMES);
  await page.getByRole('link', { name: 'Näytä loput' }).click();
  await expect.poll(() => page.locator('#themes .row').count()).toBe(THEMES);
});

it('A long reduction chain comes whole, and its last row can be written', () =>
  shown('/reductions', async (page) => {
    await expect.poll(() => page.locator('.chain tbody tr').count()).toBe(CODED);
    const last = page.locator('.chain textarea').last();
    await last.fill('viimeinen');
    await last.press('Enter');
    const kept = async () =>
      (await api.get(`${p}/excerpts`)).body.excerpts as { reduction: string | null }[];
    await expect
      .poll(async () => (await kept()).map(({ reduction }) => reduction))
      .toContain('viimeinen');
  }));
