import type { Page } from 'playwright-core';
import { beforeEach, describe, expect, it } from 'vitest';
import { browserTests } from '../support/browser-tests.ts';
import { codeWords, newProject } from '../support/client.ts';
import { expectAccessible, expectUsable } from '../support/pages.ts';

const { api, visit } = browserTests();

let p: string;
beforeEach(async () => {
  p = await newProject(api);
});

const visited = (path: string) => visit(`${p}${path}`);
const types = () => visited('/types');

const names = (page: Page) =>
  page.locator('.type-link b').evaluateAll((rows) => rows.map((row) => row.textContent));

const textOf = (name: string) =>
  `Haastattelija: Mikä on tärkeää?\n\n${name}: Lupaukset pidetään.\n\nHaastattelija: Entä muuta?\n\n${name}: Vastataan nopeasti.\n`;

/** Three interviews: H1 and H2 on promises, H1 and H3 on speed; a type of no one. */
async function coded(): Promise<void> {
  const people = ['H1', 'H2', 'H3'];
  const files = Object.fromEntries(people.map((name) => [`${name}.txt`, textOf(name)]));
  const { body } = await api.upload(`${p}/transcripts`, files);
  const trust = await api.make(`${p}/themes`, { name: 'Luottamus' });
  const speed = await api.make(`${p}/themes`, { name: 'Nopeus' });
  const code = (i: number, words: string, themeId: string) =>
    codeWords(api, p, String(body.imported[i].id), words, { themeIds: [themeId] });
  await code(0, 'Lupaukset pidetään', trust);
  await code(1, 'Lupaukset pidetään', trust);
  await code(0, 'Vastataan nopeasti', speed);
  const deviant = await code(2, 'Vastataan nopeasti', speed);
  await api.patch(`${p}/excerpts/${deviant}`, { deviant: true }).expect(200);
  await api.make(`${p}/types`, { name: 'Kumppani' });
}

describe('the types page', () => {
  it('adds a type of a kind, from the keyboard, and opens it', async () => {
    const page = await types();
    await page.getByRole('heading', { name: 'Ei vielä tyyppejä' }).waitFor();
    await page.getByLabel('Nimi').focus();
    await page.keyboard.type('Näkymätön talonmies');
    await page.keyboard.press('Tab');
    await page.keyboard.press('ArrowUp');
    await page.keyboard.press('Enter');
    await page.getByRole('heading', { name: 'Näkymätön talonmies' }).waitFor();
    await expect.poll(() => names(page)).toEqual(['Näkymätön talonmies']);
    await page.locator('.kind-line', { hasText: 'Yksi todellinen vastaus' }).waitFor();
  });

  it('changes, moves, deletes and takes back', async () => {
    for (const name of ['Kumppani', 'Kertaostaja']) await api.post(`${p}/types`, { name });
    const page = await types();
    await page.getByRole('link', { name: /Kertaostaja/ }).click();
    await page.getByLabel('Siirrä ylös: Kertaostaja').click();
    await expect.poll(() => names(page)).toEqual(['Kertaostaja', 'Kumppani']);
    await page.getByLabel('Muokkaa: Kertaostaja').click();
    const form = page.locator('#edit-type form');
    await form.getByLabel('Nimi').fill('Kertakävijä');
    await form.getByRole('radio', { name: /mahdollisimman laaja/ }).check();
    await form.getByRole('button', { name: 'Tallenna' }).click();
    await expect.poll(() => names(page)).toEqual(['Kertakävijä', 'Kumppani']);
    await page.getByRole('button', { name: 'Poista: Kertakävijä' }).click();
    await page.getByText('Tyyppi ”Kertakävijä” poistettiin. Otteet säilyivät.').waitFor();
    await expect.poll(() => names(page)).toEqual(['Kumppani']);
    await page.locator('.toast').getByRole('button', { name: 'Kumoa' }).click();
    await expect.poll(() => names(page)).toEqual(['Kertakävijä', 'Kumppani']);
  });

  it('gives a type its members, takes a draft over and shows its features by excerpts', async () => {
    await coded();
    const page = await types();
    await page.getByText('Tyypillä ei ole jäseniä').waitFor();
    await page.getByLabel('H1', { exact: true }).check();
    await page.getByLabel('H2', { exact: true }).focus();
    await page.keyboard.press('Space');
    await page.getByRole('button', { name: 'Tallenna haastateltavat' }).press('Enter');
    await page.getByText('2/3', { exact: true }).waitFor();

    await page.getByRole('button', { name: 'Ota piirteiksi: yleinen' }).click();
    const features = page.locator('.features > li');
    await expect.poll(() => features.count()).toBe(1);
    await page.getByText('Näyttö puuttuu: Luottamus').waitFor();
    await page.getByRole('button', { name: 'Ota piirteiksi: mahdollisimman laaja' }).click();
    await expect.poll(() => features.count()).toBe(2);
    await page.locator('.toast').last().getByRole('button', { name: 'Kumoa' }).click();
    await expect.poll(() => features.count()).toBe(1);

    await page.getByLabel('Valitse näyttö: Luottamus').click();
    await features.getByRole('checkbox').first().check();
    await features.getByRole('button', { name: 'Tallenna' }).click();
    await features.getByText('näyttönä 1 ote').waitFor();
    await expect.poll(() => page.getByText('Tarkista ennen raporttia').count()).toBe(0);
  });

  it('keeps ticks that are not yet saved when the page is drawn anew', async () => {
    await coded();
    const page = await types();
    await page.getByLabel('H3', { exact: true }).check();
    await api.post(`${p}/types`, { name: 'Toinen' }).expect(201);
    await expect.poll(() => names(page)).toEqual(['Kumppani', 'Toinen']);
    await expect.poll(() => page.getByLabel('H3', { exact: true }).isChecked()).toBe(true);
    await page.getByRole('button', { name: 'Tallenna haastateltavat' }).click();
    await page.getByText('1/3', { exact: true }).waitFor();
  });

  it('is accessible and fits every window, in light and dark', async () => {
    await expectAccessible(await types());
    await coded();
    const page = await types();
    await page.getByLabel('H1', { exact: true }).check();
    await page.getByRole('button', { name: 'Tallenna haastateltavat' }).click();
    await page.getByRole('button', { name: 'Ota piirteiksi: yleinen' }).click();
    const again = await types();
    await again.getByLabel('Muokkaa: Kumppani').click();
    await again.locator('.features summary').first().click();
    await expectUsable(again);
  });
});

describe('the profiles', () => {
  it('show a table, a tree with its joins in words, and distances', async () => {
    await coded();
    const page = await visited('/types/profiles');
    await expect.poll(() => page.locator('.heat').first().locator('tbody tr').count()).toBe(2);
    await page.getByRole('img', { name: /Haastateltavien samankaltaisuus/ }).waitFor();
    await expect.poll(() => page.locator('#profile-tree-table tbody tr').count()).toBe(2);
    await page.getByRole('link', { name: 'Onko teemaa' }).click();
    await page.getByRole('heading', { name: 'Etäisyydet teemojen mukaan' }).waitFor();
  });

  it('say why there is no tree', async () => {
    const page = await visited('/types/profiles');
    await page.getByRole('heading', { name: 'Ei vielä profiileja' }).waitFor();
    await coded();
    const transcripts = (await api.get(`${p}/transcripts`)).body.transcripts;
    await api.delete(`${p}/transcripts/${String(transcripts[0].id)}`);
    await page.reload();
    await page.getByText('Puuhun tarvitaan vähintään 3 haastateltavaa').waitFor();
  });

  it('are accessible and fit every window, in light and dark', async () => {
    await coded();
    await expectUsable(await visited('/types/profiles'));
  });
});

describe('what lies outside', () => {
  it('takes the explanation of a deviant case and of an interviewee', async () => {
    await coded();
    const page = await visited('/types/outside');
    await page.getByText('1 selitys puuttuu.').waitFor();
    const deviant = page.locator('section', { has: page.locator('#deviant') });
    await deviant.getByLabel('Selitys').fill('Uusi asiakas, ei vielä kokemusta.');
    await deviant.getByRole('button', { name: 'Tallenna selitys' }).press('Enter');
    await expect.poll(() => page.getByText('1 selitys puuttuu.').count()).toBe(0);
    const person = page.locator('[id^="case-"]', { hasText: 'H3' });
    await person.getByRole('textbox').fill('Ei puhu luottamuksesta.');
    await person.getByRole('button', { name: 'Tallenna selitys' }).click();
    await page.getByText('2 selitystä puuttuu.').waitFor();
    expect((await api.get(`${p}/cases`)).body.cases[2].deviantReason).toBe(
      'Ei puhu luottamuksesta.',
    );
  });

  it('leads to the turns that nobody coded', async () => {
    await coded();
    const page = await visited('/types/outside');
    await page.locator('.uncoded summary').nth(1).click();
    await page.getByRole('link', { name: 'puheenvuoro 4', exact: true }).click();
    await page.locator('#t-4').waitFor();
    expect(new URL(page.url()).hash).toBe('#t-4');
  });

  it('is accessible and fits every window, in light and dark', async () => {
    await coded();
    await expectUsable(await visited('/types/outside'));
  });
});
