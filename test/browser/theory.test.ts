import { beforeEach, describe, expect, it } from 'vitest';
import { browserTests } from '../support/browser-tests.ts';
import { addInterview, codeWords, newProject } from '../support/client.ts';
import { andLoad, expectUsable } from '../support/pages.ts';

const { api, visit } = browserTests();

let p: string;
beforeEach(async () => {
  p = await newProject(api);
});

const theory = (path = '') => visit(`${p}/theory${path}`);

/** Codes a passage of one interview with the themes of these names. */
async function code(...names: string[]): Promise<void> {
  const transcriptId = await addInterview(api, p);
  const themes: { id: string; name: string }[] = (await api.get(`${p}/themes`)).body.themes;
  const types: { id: string; name: string }[] = (await api.get(`${p}/types`)).body.types;
  const idsOf = (records: { id: string; name: string }[]) =>
    records.filter(({ name }) => names.includes(name)).map(({ id }) => id);
  const coding = { themeIds: idsOf(themes), typeIds: idsOf(types) };
  await codeWords(api, p, transcriptId, 'hoidetaan mitä luvataan.', coding);
}

describe('theory', () => {
  it('finds a framework of the library by its author or a concept', async () => {
    const page = await theory('/library');
    const shown = page.locator('.library > li:not([hidden]) h2');
    await page.getByLabel('Etsi viitekehystä').fill('shaw ivens');
    await expect.poll(() => shown.count()).toBe(1);
    await expect.poll(() => page.locator('#library-found').textContent()).toBe('1 / 26');
    await page.getByLabel('Etsi viitekehystä').fill('');
    await expect.poll(() => shown.count()).toBe(26);
  });

  it('goes from the library to themes and to what the data do not answer, by keyboard', async () => {
    const page = await theory();
    await page.getByRole('link', { name: 'Valitse valmis viitekehys' }).first().focus();
    await page.keyboard.press('Enter');
    const entry = page.locator('#library-lemon-verhoef');
    await entry.locator('summary').focus();
    await page.keyboard.press('Enter');
    await entry.getByText('Tarpeen tunnistus').waitFor();
    await entry.getByRole('button').focus();
    await page.keyboard.press('Enter');
    await page.getByRole('heading', { level: 1, name: 'Asiakaspolku' }).waitFor();
    await page.getByRole('link', { name: 'Tee teemat viitekehyksestä' }).focus();
    await andLoad(page, () => page.keyboard.press('Enter'));
    const first = page.getByLabel('Ennen ostoa');
    await first.focus();
    await page.keyboard.press('Space');
    await expect.poll(() => page.getByLabel('Etsintä').isChecked()).toBe(false);
    await page.getByRole('button', { name: 'Tee teemat' }).focus();
    await page.keyboard.press('Enter');
    await page.getByText(/Tehtiin 8 teemaa ja 4 tyyppiä/).waitFor();
    await code('Maksu', 'Brändin omistama');
    const row = page.locator('.concepts .node:has(.node-title b:text-is("Maksu"))');
    await row.locator('.quotes > summary').click();
    await row.getByRole('link', { name: /hoidetaan/ }).waitFor();
    await page.getByRole('link', { name: '1 Ostotilanne × Brändin omistama' }).click();
    const cell = page.locator('#cell');
    await expect.poll(() => cell.getByRole('link').count()).toBe(1);
    const gaps = await page.locator('#gaps li').allTextContents();
    expect(gaps).toContain('Etsintä ei teemaa eikä tyyppiä');
    expect(gaps).toContain('Valinta teema tai tyyppi, mutta ei otteita');
    expect(gaps.join(' ')).not.toContain('Maksu');
    await page.locator('#gaps').getByRole('link', { name: 'Etsintä' }).click();
    await expect.poll(() => page.url()).toContain('#concept-');
  });

  it('edits an own framework in place, reorders it and takes removals back', async () => {
    const page = await theory();
    await page.getByLabel('Nimi', { exact: true }).fill('Pilarit');
    const outline = page.getByRole('textbox', { name: 'Käsitteet', exact: true });
    await outline.focus();
    await page.keyboard.type('Luottamus');
    await page.keyboard.press('Enter');
    await page.keyboard.type('Lupaus');
    await page.keyboard.press('Alt+ArrowRight');
    await page.keyboard.press('Enter');
    await page.keyboard.type('Teko');
    await page.keyboard.press('Alt+ArrowLeft');
    await andLoad(page, () => page.getByRole('button', { name: 'Lisää viitekehys' }).click());
    const names = () => page.locator('.concepts .node-title').allTextContents();
    await expect.poll(names).toEqual(['Luottamus', 'Lupaus', 'Teko']);
    await expect.poll(() => page.locator('.concepts .d1').count()).toBe(1);
    await page.getByLabel('Muokkaa: Teko').focus();
    await page.keyboard.press('Alt+ArrowUp');
    await expect.poll(names).toEqual(['Teko', 'Luottamus', 'Lupaus']);
    await page.getByLabel('Muokkaa: Luottamus').click();
    const fold = page.locator('.node-edit[open]');
    await fold.getByLabel('Määritelmä').fill('Lupaukset pidetään.');
    await fold.getByRole('button', { name: 'Tallenna' }).click();
    await page.locator('.concepts').getByText('Lupaukset pidetään.').first().waitFor();
    await page.getByLabel('Muokkaa: Luottamus').click();
    await page.getByLabel('Poista: Luottamus').click();
    await expect.poll(names).toEqual(['Teko', 'Lupaus']);
    await page.locator('.toast').getByRole('button', { name: 'Kumoa' }).click();
    await expect.poll(names).toEqual(['Teko', 'Luottamus', 'Lupaus']);
  });

  it.each(['', '/library', '/$id', '/$id/themes'])(
    'is accessible and fits its windows, in light and dark: %s',
    async (address) => {
      const libraryId = 'lemon-verhoef';
      const id = await api.make(`${p}/frameworks/from-library`, { libraryId });
      await api.post(`${p}/frameworks/${id}/themes`, { typesFrom: 1 }).expect(201);
      const own = { name: 'Oma', concepts: [{ name: 'Luottamus' }] };
      const made = await api.make(`${p}/frameworks`, own);
      await api.post(`${p}/frameworks/${made}/themes`).expect(201);
      await code('Maksu', 'Brändin omistama');
      const page = await theory(address.replace('$id', id));
      // One fold of the library tells as much as all.
      const folds = page.locator(address === '/library' ? '#look-homburg' : 'main details');
      await folds.evaluateAll((all) => {
        for (const fold of all) (fold as HTMLDetailsElement).open = true;
      });
      await expectUsable(page);
    },
  );
});
