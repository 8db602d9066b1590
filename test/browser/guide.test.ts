import type { Browser, Page } from 'playwright-core';
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { apiOf, INTERVIEW } from '../support/client.ts';
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
  await api.upload(`/projects/${p}/transcripts`, { 'H1.txt': INTERVIEW });
});
afterEach(async () => {
  for (const page of open.splice(0)) {
    expect(page.errors).toEqual([]);
    await page.context().close();
  }
});

const TEXT = 'Teema 1: Luottamus\n1. Mitä luottamus merkitsee?\nArki:\n2. Miten se näkyy arjessa?';

async function shown(address: string, how: Visit = {}): Promise<Page> {
  const page = await visit(browser, app.base, `/projects/${p}${address}`, how);
  open.push(page);
  return page;
}

/** Codes a passage with a theme. */
async function code(quote: string, more: object = {}): Promise<void> {
  const { transcripts } = (await api.get(`/projects/${p}/transcripts`)).body;
  const { text } = (await api.get(`/projects/${p}/transcripts/${transcripts[0].id}`)).body;
  const start = (text as string).indexOf(quote);
  const span = { transcriptId: transcripts[0].id, start, end: start + quote.length };
  await api.post(`/projects/${p}/excerpts`, { ...span, ...more });
}

describe('the guide page', () => {
  it('reads a pasted guide, shows what it understood, keeps it and takes it back', async () => {
    const page = await shown('/guide');
    await page.getByLabel('Haastattelurunko tekstinä').fill(TEXT);
    await page.locator('#guide-preview li').nth(1).waitFor();
    expect(await page.locator('#guide-preview h3').allTextContents()).toEqual([
      'Teema 1: Luottamus',
      'Arki',
    ]);
    await page.getByRole('button', { name: 'Tallenna' }).first().click();
    await page.locator('.guide-part').nth(1).waitFor();
    expect(await page.locator('.guide-interviews').textContent()).toContain('2/2');
    await page.getByRole('button', { name: 'Kumoa' }).first().click();
    await expect.poll(() => page.locator('.guide-part').count()).toBe(0);
  });

  it('lets a turn be given another question by keyboard', async () => {
    await api.put(`/projects/${p}/guide`, { text: TEXT });
    await code('Soitetaan ennen kuin asiakas ehtii kysyä.', { newTheme: { name: 'Ennakointi' } });
    const page = await shown('/guide');
    const select = page.getByLabel('Puheenvuoron 3 kysymys');
    await select.focus();
    await page.keyboard.press('1');
    await expect
      .poll(() => page.locator('.guide-turn-list small').allTextContents())
      .toEqual(['tunnistettu numerosta', 'merkitty käsin']);
    const cells = page.locator('.guide-table td a');
    expect(await cells.getAttribute('aria-label')).toBe('Kysymys 1, teema Ennakointi: 1 ote');
    await cells.click();
    expect(await page.locator('#found blockquote').textContent()).toContain('Soitetaan ennen');
  });

  it.each([...WINDOWS, { width: 1280, height: 720, dark: true }])(
    'is accessible and fits $width wide, dark: $dark',
    async (how) => {
      await api.put(`/projects/${p}/guide`, { text: TEXT });
      await code('Soitetaan ennen kuin asiakas ehtii kysyä.', { newTheme: { name: 'Ennakointi' } });
      const page = await shown('/guide?question=2', how);
      await expectAccessible(page);
      await expectToFit(page);
    },
  );
});

describe('the reduction chain', () => {
  const kept = async () =>
    (
      (await api.get(`/projects/${p}/excerpts`)).body.excerpts as {
        reduction: string | null;
        themeIds: string[];
      }[]
    ).map(({ reduction }) => reduction);
  const themesOf = async (): Promise<string[][]> => {
    const { themes } = (await api.get(`/projects/${p}/themes`)).body;
    const { excerpts } = (await api.get(`/projects/${p}/excerpts`)).body;
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
    expect(await field.inputValue()).toBe('');
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
    // The page hears of the change it made itself once more; a row that is drawn anew cannot be dragged.
    await page.waitForTimeout(1_000);
    const groups = page.locator('.chain-group[data-theme]');
    await groups.nth(1).locator('.grip').dragTo(groups.first());
    await expect
      .poll(() =>
        page.locator('.chain').last().locator('.chain-group[data-theme]').allTextContents(),
      )
      .toContain('Ennakointi');
    const { themes } = (await api.get(`/projects/${p}/themes`)).body;
    expect(themes.map(({ depth }: { depth: number }) => depth)).toEqual([0, 1]);
  });

  it.each([...WINDOWS, { width: 1280, height: 720, dark: true }])(
    'is accessible $width wide, dark: $dark',
    async (how) => {
      const page = await shown('/reductions', how);
      await expectAccessible(page);
      await page.locator('.grip').first().click();
      await expectAccessible(page);
    },
  );
});
