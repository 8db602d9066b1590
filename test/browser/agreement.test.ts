import type { Page } from 'playwright-core';
import { beforeEach, describe, expect, it } from 'vitest';
import { browserTests } from '../support/browser-tests.ts';
import { addInterview, codeWords, newProject } from '../support/client.ts';
import { andLoad, expectAccessible, expectToFit, WINDOWS, type Visit } from '../support/pages.ts';

const { api, visit } = browserTests();

let p: string;
let transcriptId: string;
let themeId: string;
beforeEach(async () => {
  p = await newProject(api, 'Gradu');
  transcriptId = await addInterview(api, p);
  themeId = await api.make(`${p}/themes`, { name: 'Luottamus' });
});

const shown = (address: string, how: Visit = {}) => visit(`${p}${address}`, how);

const code = (coder: string, words: string) =>
  codeWords(api, p, transcriptId, words, { coder, themeIds: [themeId] });

/** Says on the page under which name this browser codes. */
async function workAs(page: Page, name: string): Promise<void> {
  await page.locator('#coding-as').fill(name);
  await andLoad(page, () => page.locator('form.name button').click());
  await expect.poll(() => page.locator('#coding-as').inputValue()).toBe(name);
}

describe('two coders side by side', () => {
  it('code blind, say that they are done, and agree passage by passage with the keyboard', async () => {
    const [aino, bo] = [await shown('/double'), await shown('/double')];
    await workAs(aino, 'Aino');
    await aino.getByLabel('Koodaajat, yksi nimi riville').fill('Aino\nBo');
    await aino.getByLabel('H1').check();
    await aino.getByRole('button', { name: 'Aloita' }).click();
    await aino.getByRole('button', { name: 'Olen valmis (Aino)' }).waitFor();
    await code('Aino', 'luottamus on se ykkönen');
    await code('Aino', 'Perhekin tietää');
    await code('Bo', 'se ykkönen');

    await workAs(bo, 'Bo');
    const text = await shown('/double');
    await workAs(text, 'Bo');
    await text.getByRole('link', { name: 'H1' }).click();
    await text.getByText('näet vain omat koodauksesi').waitFor();
    const marked = () => text.locator('#text mark').allInnerTexts();
    await expect.poll(async () => (await marked()).join(' ')).toContain('se ykkönen');
    expect((await marked()).join(' ')).not.toContain('Perhekin');

    await andLoad(bo, () => bo.getByRole('button', { name: 'Olen valmis (Bo)' }).click());
    await andLoad(aino, () => aino.getByRole('button', { name: 'Olen valmis (Aino)' }).click());
    await andLoad(aino, () => aino.getByRole('link', { name: 'Käy erot läpi' }).click());
    await expect
      .poll(() => aino.locator('.side-text mark').allInnerTexts())
      .toEqual(['luottamus on se ykkönen', 'se ykkönen']);
    await expectAccessible(aino);
    await andLoad(aino, () => aino.keyboard.press('b'));
    await expect
      .poll(() => aino.locator('.side-text mark').allInnerTexts())
      .toEqual(['Perhekin tietää']);
    await andLoad(aino, () => aino.keyboard.press('n'));
    await aino.getByText('Konsensus: Ei kumpikaan').waitFor();
    await andLoad(aino, () => aino.keyboard.press('r'));
    await aino.getByText('Mikä tulee konsensukseksi?').waitFor();
    await andLoad(aino, () => aino.keyboard.press('1'));
    await aino.getByText('Konsensus: Aino').waitFor();
    const { body } = await api.get(`${p}/excerpts?limit=100`).expect(200);
    const of = (coder: string): string[] =>
      (body.excerpts as { coder: string; quote: string }[])
        .filter((one) => one.coder === coder)
        .map(({ quote }) => quote);
    expect(of('Konsensus: Kierros 1')).toEqual(['luottamus on se ykkönen', 'Perhekin tietää']);
    expect(of('Aino')).toEqual(of('Konsensus: Kierros 1'));
    expect(of('Bo')).toEqual(['se ykkönen']);
    await aino.getByRole('link', { name: 'Kierroksen yksimielisyys' }).click();
    await aino.getByRole('heading', { name: 'Miten yksimielisiä he ovat' }).waitFor();
    await expectAccessible(aino);
  });
});

describe('the pages', () => {
  it('are accessible and fit, in every window, language and light', async () => {
    await code('Aino', 'luottamus on se ykkönen');
    await code('Bo', 'se ykkönen');
    await api
      .post(`${p}/rounds`, {
        name: 'Eka',
        coders: ['X', 'Y'],
        transcripts: [transcriptId],
      })
      .expect(201);
    for (const [i, how] of WINDOWS.entries())
      for (const address of ['/double', '/review/agreement?unit=turns', `/code/${transcriptId}`]) {
        const language = (['fi', 'en', 'sv'] as const)[i] ?? 'fi';
        const page = await shown(address, { ...how, language, dark: i === 1 });
        await expectAccessible(page);
        await expectToFit(page);
      }
  });

  it('choose a name on the coding page', async () => {
    const page = await shown(`/code/${transcriptId}`);
    await page.getByText('Koodaat nimellä Minä').click();
    await page.getByLabel('Nimi, jolla koodaat').fill('Siiri');
    await page.getByLabel('Nimi, jolla koodaat').press('Enter');
    await page.getByText('Koodaat nimellä Siiri').waitFor();
    expect(new URL(page.url()).pathname).toBe(`${p}/code/${transcriptId}`);
  });
});
