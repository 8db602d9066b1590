import type { Page } from 'playwright-core';
import { beforeAll, describe, expect, it } from 'vitest';
import { browserTests } from '../support/browser-tests.ts';
import { codeWords, newProject } from '../support/client.ts';
import { expectUsable } from '../support/pages.ts';

const site = browserTests();
const { api, visit } = site;
let p: string;
const themes = new Map<string, string>();
const cases = new Map<string, string>();

const interview = (name: string): string =>
  `Haastattelija: 1. Mitä luottamus merkitsee?\n\n${name}: Luottamus on tärkeintä. Hoidetaan mitä luvataan. Aikataulu pitää.\n`;
const CODINGS: readonly [file: string, quote: string, theme: string][] = [
  ['H1', 'Luottamus on tärkeintä.', 'Luottamus'],
  ['H1', 'Hoidetaan mitä luvataan.', 'Luottamus'],
  ['H2', 'Luottamus on tärkeintä.', 'Luottamus'],
  ['H2', 'Aikataulu pitää.', 'Aikataulut'],
];

beforeAll(async () => {
  p = await newProject(api);
  const files = Object.fromEntries(
    ['H1', 'H2', 'H3'].map((name) => [`${name}.txt`, interview(name)]),
  );
  await api.upload(`${p}/transcripts`, files);
  for (const name of ['Luottamus', 'Aikataulut'])
    themes.set(name, await api.make(`${p}/themes`, { name }));
  const { transcripts } = (await api.get(`${p}/transcripts`)).body;
  for (const one of transcripts) cases.set(one.title, one.caseId);
  for (const [title, quote, theme] of CODINGS) {
    const { id } = transcripts.find((one: { title: string }) => one.title === title);
    await codeWords(api, p, id as string, quote, { themeIds: [themes.get(theme)] });
  }
});

const shown = (address: string) => visit(p + address);

/** The figures of the table, row by row, its heads and totals left out. */
const figures = (page: Page): Promise<string[][]> =>
  page.evaluate(() =>
    [...document.querySelectorAll('.figures tbody tr')].map((row) =>
      [...row.querySelectorAll('td:not(.sum)')].map((cell) => cell.textContent),
    ),
  );
const focused = (page: Page): Promise<string> =>
  page.evaluate(() => document.activeElement?.textContent.trim() ?? '');

describe('the page of frequencies', () => {
  it('opens the quotes of a figure beside the table, under an address that can be sent', async () => {
    const page = await shown('/analyse');
    expect(await figures(page)).toEqual([
      ['2', '1', '0'],
      ['0', '1', '0'],
    ]);
    await page
      .getByRole('row', { name: /^Luottamus/ })
      .getByRole('link', { name: '2' })
      .click();
    const quotes = page.getByRole('complementary');
    await quotes.getByRole('heading', { name: 'Luottamus · H1' }).waitFor();
    await expect.poll(() => quotes.locator('blockquote').count()).toBe(2);
    await expect.poll(() => focused(page)).toBe('Luottamus · H1');
    const again = await shown(new URL(page.url()).href.slice((site.app.base + p).length));
    await expect.poll(() => again.getByRole('complementary').locator('blockquote').count()).toBe(2);
    await quotes.getByRole('link', { name: '(H1)' }).first().click();
    await page.waitForURL(/\/code\/[^#]+#e-/);
  });

  it('is used from the keyboard alone: a figure, its quotes and back', async () => {
    const page = await shown('/analyse');
    const figure = page.getByRole('row', { name: /^Aikataulut/ }).getByRole('link', { name: '1' });
    await figure.first().focus();
    await page.keyboard.press('Enter');
    await page.getByRole('heading', { name: 'Aikataulut · H2' }).waitFor();
    await page.keyboard.press('Escape');
    await page.getByRole('complementary').waitFor({ state: 'detached' });
    await expect.poll(() => focused(page)).toBe('1');
    expect(new URL(page.url()).search).toBe('');
    await page.goBack();
    await page.getByRole('heading', { name: 'Aikataulut · H2' }).waitFor();
  });

  it('changes in place, keeps the focus and says in its address only what is chosen', async () => {
    const page = await shown('/analyse');
    const sort = page.getByLabel('Rivien järjestys');
    await sort.focus();
    await sort.selectOption({ label: 'H2' });
    await page.waitForURL(/sort=/);
    expect(new URL(page.url()).searchParams.get('sort')).toBe(cases.get('H2'));
    await expect.poll(() => page.evaluate(() => document.activeElement?.id)).toBe('choose-sort');
    await page.getByLabel('Mitä lasketaan').selectOption({ label: 'Kattavuus, %' });
    await page.getByRole('heading', { name: /koodattu osuus haastateltavien sanoista/ }).waitFor();
    await page.getByText('Rajaa ja piilota').click();
    await page.getByLabel('Tyhjät sarakkeet').check();
    await page.waitForURL(/hide=columns/);
    await expect
      .poll(() => page.locator('.figures thead th').allTextContents())
      .toEqual(['Teemat', 'H1', 'H2', 'Yhteensä']);
    await page.getByRole('link', { name: 'Teemat × haastateltavat' }).click();
    await page.getByRole('heading', { name: /otteiden määrä/ }).waitFor();
  });

  it.each(['/analyse?r=*&hide=rows', '/analyse/matrix'])(
    'has nothing axe knows to be wrong and fits every window, in light and dark: %s',
    async (address) => expectUsable(await shown(address)),
  );

  it('works without a script', async () => {
    const page = await visit(`${p}/analyse`, { withoutScript: true });
    await page
      .getByRole('row', { name: /^Luottamus/ })
      .getByRole('link', { name: '2' })
      .click();
    await page.getByRole('heading', { name: 'Luottamus · H1' }).waitFor();
    await page.getByLabel('Sarakkeet', { exact: true }).selectOption({ label: 'Koodaajat' });
    await page.getByRole('button', { name: 'Näytä' }).first().click();
    await page.getByRole('heading', { name: /Teemat × koodaajat/ }).waitFor();
  });
});

describe('the framework matrix', () => {
  const summary = (page: Page, row: number, column: number) => page.locator(`#s${row}-${column}`);
  const kept = async (): Promise<string[][]> =>
    (await api.get(`${p}/analysis/matrix`)).body.cells.map((row: { text: string }[]) =>
      row.map(({ text }) => text),
    );

  it('is written in place by keyboard: Enter, Ctrl+Enter, Escape and arrows', async () => {
    const page = await shown('/analyse/matrix');
    await summary(page, 0, 0).focus();
    await page.keyboard.press('ArrowRight');
    await page.keyboard.press('ArrowDown');
    await page.keyboard.press('Enter');
    expect(await page.evaluate(() => document.activeElement?.ariaLabel)).toBe('Aikataulut · H2');
    await page.keyboard.type('Pitää aikataulua tärkeänä.');
    await page.keyboard.press('Control+Enter');
    await page.getByText('1 / 3 solua kirjoitettu').waitFor();
    expect((await kept())[1]).toEqual(['', 'Pitää aikataulua tärkeänä.', '']);
    await expect.poll(() => focused(page)).toBe('Pitää aikataulua tärkeänä.');

    await page.keyboard.press('Enter');
    await page.keyboard.type(' Ja lisää.');
    await page.keyboard.press('Escape');
    await expect.poll(() => summary(page, 1, 1).textContent()).toBe('Pitää aikataulua tärkeänä.');
    await page.getByRole('button', { name: 'Palauta se' }).click();
    await page.keyboard.press('Control+Enter');
    await page.getByText('Ja lisää.').waitFor();
    expect((await kept())[1]?.[1]).toContain('Ja lisää.');
    await api.post(`${p}/undo`);
    await api.post(`${p}/undo`);
  });

  it('is written beside the quotes, and shows both when sent as an address', async () => {
    const page = await shown('/analyse/matrix');
    await page.getByRole('link', { name: '2 otetta' }).click();
    const pane = page.getByRole('complementary');
    await pane.getByRole('heading', { name: 'Luottamus · H1' }).waitFor();
    await pane.getByLabel('Tiivistelmä').fill('Luottamus ensin.');
    await pane.getByRole('button', { name: 'Tallenna' }).click();
    await page.locator('.summary', { hasText: 'Luottamus ensin.' }).waitFor();
    expect((await kept())[0]?.[0]).toBe('Luottamus ensin.');
    await page.getByRole('button', { name: 'Kumoa' }).click();
    await page.getByText('0 / 3 solua kirjoitettu').waitFor();
  });

  it('saves what is written when the cell is left', async () => {
    const page = await shown('/analyse/matrix');
    await summary(page, 0, 1).click();
    await page.keyboard.type('Sama kuin H1.');
    await page.keyboard.press('Tab');
    await page.getByText('1 / 3 solua kirjoitettu').waitFor();
    expect((await kept())[0]).toEqual(['', 'Sama kuin H1.', '']);
    await api.post(`${p}/undo`);
  });
});

describe('a framework matrix of thousands of cells', () => {
  it('is written by keyboard where nothing is coded too', async () => {
    const big = await newProject(api, 'Suuri');
    await api.upload(`${big}/transcripts`, {
      'H1.txt': interview('H1'),
      'H2.txt': interview('H2'),
    });
    const rows = Array.from({ length: 1_600 }, (_, i) => `Teema ${i}`);
    const table = ['name', ...rows].join('\n');
    await api.upload(`${big}/import/codebook`, { 'themes.csv': table }, 'file').expect(200);
    const { themes: all } = (await api.get(`${big}/themes`)).body;
    const { transcripts } = (await api.get(`${big}/transcripts`)).body;
    const span = { transcriptId: transcripts[0].id, start: 50, end: 60, themeIds: [all[0].id] };
    await api.post(`${big}/excerpts`, span).expect(201);
    const page = await visit(`${big}/analyse/matrix`);
    await page.locator('#s0-0').focus();
    await page.keyboard.press('ArrowRight');
    await page.keyboard.press('ArrowDown');
    await page.keyboard.press('Enter');
    expect(await page.evaluate(() => document.activeElement?.ariaLabel)).toBe('Teema 1 · H2');
    await page.keyboard.type('Ei puhu tästä.');
    await page.keyboard.press('Control+Enter');
    await page.getByText('1 / 2 solua kirjoitettu').waitFor();
  });
});
