import type { Page } from 'playwright-core';
import { beforeAll, expect, it } from 'vitest';
import { browserTests } from '../support/browser-tests.ts';
import { newProject } from '../support/client.ts';

const THEMES = 150;
const CASES = 60;

const site = browserTests();
const { api, visit } = site;
let p: string;
beforeAll(async () => {
  p = await newProject(api);
  const names = Array.from({ length: THEMES }, (_, i) => `teema ${i + 1}`);
  const files = Array.from({ length: CASES }, (_, i) => [
    `H${i + 1}.txt`,
    `H${i + 1}: luottamus ${i}`,
  ]);
  await api.upload(`${p}/transcripts`, Object.fromEntries(files) as Record<string, string>);
  const rows = names.map((name, i) => `H${(i % CASES) + 1},luottamus,${name}`);
  const codings = `transcript,quote,theme\n${rows.join('\n')}`;
  await api.upload(`${p}/import/codings`, { 'c.csv': codings }, 'file').expect(200);
});

const rowsOf = (page: Page): Promise<number> => page.locator('.figures tbody tr').count();

it('A table of thousands of figures comes whole, its first rows first', async () => {
  const html = await (await fetch(`${site.app.base}${p}/analyse`)).text();
  expect(html.split('<tr').length).toBeLessThan(THEMES);
  const page = await visit(`${p}/analyse`);
  await expect.poll(() => rowsOf(page)).toBe(THEMES);
  await expect.poll(() => page.locator('a.rest').count()).toBe(0);
  await page.locator('#choose-unit').selectOption({ index: 1 });
  await expect.poll(() => page.url()).toContain('unit=');
  await expect.poll(() => rowsOf(page)).toBe(THEMES);
  await page.locator('.figures tbody tr').last().locator('td a').first().click();
  await page.locator('#quotes').waitFor();
  await page.reload();
  await expect.poll(() => rowsOf(page)).toBe(THEMES);
  await expect.poll(() => page.locator('.figures [aria-current]').count()).toBe(1);
});

it('Without a script the rest of a large table is a link away', async () => {
  const page = await visit(`${p}/analyse?unit=cases`, { withoutScript: true });
  expect(await rowsOf(page)).toBeLessThan(THEMES);
  await page.getByRole('link', { name: 'Näytä loput' }).click();
  await expect.poll(() => rowsOf(page)).toBe(THEMES);
  expect(page.url()).toContain('unit=cases');
});
