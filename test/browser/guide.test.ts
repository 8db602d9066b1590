import { beforeEach, describe, expect, it } from 'vitest';
import { browserTests } from '../support/browser-tests.ts';
import { addInterview, codeWords, newProject } from '../support/client.ts';
import { expectUsable } from '../support/pages.ts';

const { api, visit } = browserTests();

let p: string;
let transcriptId: string;
beforeEach(async () => {
  p = await newProject(api);
  transcriptId = await addInterview(api, p);
});

const TEXT = 'Teema 1: Luottamus\n1. Mitä luottamus merkitsee?\nArki:\n2. Miten se näkyy arjessa?';

const shown = (address: string) => visit(`${p}${address}`);

const code = (words: string, coding: object) => codeWords(api, p, transcriptId, words, coding);

describe('the guide page', () => {
  it('reads a pasted guide, shows what it understood, keeps it and takes it back', async () => {
    const page = await shown('/guide');
    await page.getByLabel('Haastattelurunko tekstinä').fill(TEXT);
    await page.locator('#guide-preview li').nth(1).waitFor();
    await expect
      .poll(() => page.locator('#guide-preview h3').allTextContents())
      .toEqual(['Teema 1: Luottamus', 'Arki']);
    await page.getByRole('button', { name: 'Tallenna' }).first().click();
    await page.locator('.guide-part').nth(1).waitFor();
    await expect.poll(() => page.locator('.guide-interviews').textContent()).toContain('2/2');
    await page.getByRole('button', { name: 'Kumoa' }).first().click();
    await expect.poll(() => page.locator('.guide-part').count()).toBe(0);
  });

  it('lets a turn be given another question by keyboard', async () => {
    await api.put(`${p}/guide`, { text: TEXT });
    await code('Soitetaan ennen kuin asiakas ehtii kysyä.', { newTheme: { name: 'Ennakointi' } });
    const page = await shown('/guide');
    const select = page.getByLabel('Puheenvuoron 3 kysymys');
    await select.focus();
    await page.keyboard.press('1');
    await expect
      .poll(() => page.locator('.guide-turn-list small').allTextContents())
      .toEqual(['tunnistettu numerosta', 'merkitty käsin']);
    const cells = page.locator('.guide-table td a');
    await expect
      .poll(() => cells.getAttribute('aria-label'))
      .toBe('Kysymys 1, teema Ennakointi: 1 ote');
    await cells.click();
    await expect
      .poll(() => page.locator('#found blockquote').textContent())
      .toContain('Soitetaan ennen');
  });

  it('is accessible and fits every window, in light and dark', async () => {
    await api.put(`${p}/guide`, { text: TEXT });
    await code('Soitetaan ennen kuin asiakas ehtii kysyä.', { newTheme: { name: 'Ennakointi' } });
    await expectUsable(await shown('/guide?question=2'));
  });
});

describe('the reduction chain', () => {
  const kept = async () =>
    (
      (await api.get(`${p}/excerpts`)).body.excerpts as {
        reduction: string | null;
        themeIds: string[];
      }[]
    ).map(({ reduction }) => reduction);
  const themesOf = async (): Promise<string[][]> => {
    const { themes } = (await api.get(`${p}/themes`)).body;
    const { excerpts } = (await api.get(`${p}/excerpts`)).body;
    const nameOf = (id: string): string =>
      themes.find((one: { id: string }) => one.id === id)?.name as string;
    return excerpts.map(({ themeIds }: { themeIds: string[] }) => themeIds.map(nameOf));
  };
  beforeEach(async () => {
    await code('Että hoidetaan mitä luvataan.', { newTheme: { name: 'Luottamus' } });
    await code('Soitetaan ennen kuin asiakas ehtii kysyä.', { newTheme: { name: 'Ennakointi' } });
  });

  it('is written row by row with Enter, and taken back', async () => {
    const page = await shown('/reductions');
    await page.locator('.chain textarea').first().focus();
    await page.keyboard.type('lupaukset pidetään');
    await page.keyboard.press('Enter');
    await page.keyboard.type('soitetaan ajoissa');
    await page.keyboard.press('Enter');
    await expect.poll(kept).toEqual(['lupaukset pidetään', 'soitetaan ajoissa']);
    await page.getByRole('button', { name: 'Kumoa' }).first().click();
    await expect.poll(kept).toEqual(['lupaukset pidetään', null]);
    await expect.poll(() => page.locator('.chain textarea').nth(1).inputValue()).toBe('');
  });

  it('gives back what was there on Escape', async () => {
    const page = await shown('/reductions');
    const field = page.locator('.chain textarea').first();
    await field.focus();
    await page.keyboard.type('ei sittenkään');
    await page.keyboard.press('Escape');
    await expect.poll(() => field.inputValue()).toBe('');
  });

  it('puts a row into another category by keyboard', async () => {
    const page = await shown('/reductions');
    await page.getByLabel('Siirrä rivi toiseen luokkaan').first().focus();
    await page.keyboard.press('Enter');
    await page.getByLabel('Uusi luokka').selectOption({ label: 'Ennakointi' });
    await page.getByRole('button', { name: 'Siirrä', exact: true }).click();
    await expect.poll(themesOf).toEqual([['Ennakointi'], ['Ennakointi']]);
    await expect.poll(() => page.locator('.chain-group[data-theme]').count()).toBe(1);
    await page.getByRole('button', { name: 'Kumoa' }).first().click();
    await expect.poll(themesOf).toEqual([['Luottamus'], ['Ennakointi']]);
  });

  it('puts a row or a category into another by dragging', async () => {
    const page = await shown('/reductions');
    const rows = page.locator('.chain tbody tr');
    await rows.first().locator('[data-drag="row"]').dragTo(rows.nth(1).locator('.chain-quote'));
    await expect.poll(themesOf).toEqual([['Ennakointi'], ['Ennakointi']]);
    await page.getByRole('button', { name: 'Kumoa' }).first().click();
    await expect.poll(() => page.locator('.chain-group[data-theme]').count()).toBe(2);
    const groups = page.locator('.chain-group[data-theme]');
    await groups.nth(1).locator('.grip').dragTo(groups.first());
    await expect
      .poll(() =>
        page.locator('.chain').last().locator('.chain-group[data-theme]').allTextContents(),
      )
      .toContain('Ennakointi');
    const { themes } = (await api.get(`${p}/themes`)).body;
    expect(themes.map(({ depth }: { depth: number }) => depth)).toEqual([0, 1]);
  });

  it('is accessible in every window, in light and dark', async () => {
    const page = await shown('/reductions');
    await expectUsable(page);
    await page.locator('.grip').first().click();
    await expectUsable(page);
  });
});
