import { strToU8, zipSync } from 'fflate';
import type { Page } from 'playwright-core';
import { beforeEach, describe, expect, it } from 'vitest';
import { browserTests } from '../support/browser-tests.ts';
import { INTERVIEW, newProject } from '../support/client.ts';
import { expectAccessible, expectUsable } from '../support/pages.ts';

const { api, visit } = browserTests();

let p: string;
beforeEach(async () => {
  p = await newProject(api);
});

const transcripts = () => visit(p);

const file = (name: string, content: string | Buffer) => ({
  name,
  mimeType: 'text/plain',
  buffer: Buffer.from(content),
});
const interview = (name: string) => file(`${name}.txt`, INTERVIEW.replaceAll('H1', name));
const titles = async () =>
  ((await api.get(`${p}/transcripts`)).body.transcripts as { title: string }[]).map(
    ({ title }) => title,
  );
const choose = (page: Page, files: Parameters<Page['setInputFiles']>[1]) =>
  page.setInputFiles('input[name="files"]', files);

describe('uploading', () => {
  it('takes many files at once, in the order of their names, and says what was refused', async () => {
    const page = await transcripts();
    await choose(page, [
      interview('H10'),
      file('kuva.png', '\0'),
      interview('H2'),
      interview('H1'),
    ]);
    await page
      .getByRole('status')
      .getByText('3 haastattelua lisättiin. 1 tiedosto ei kelvannut.')
      .waitFor();
    expect(await titles()).toEqual(['H1', 'H2', 'H10']);
    const rows = page.locator('.upload-list li');
    // What was refused stands first.
    await expect
      .poll(() => rows.nth(0).textContent())
      .toContain('Tiedostoa kuva.png ei osata lukea');
    await expect.poll(() => rows.nth(1).textContent()).toContain('H1 · 21 sanaa · 4 puheenvuoroa');
    // The table is drawn anew, and what became of the files stays.
    await page.locator('.transcripts-table tbody tr').nth(2).waitFor();
    await expect.poll(() => rows.count()).toBe(4);
    await expectAccessible(page);
    await page.locator('.uploads').getByRole('link', { name: 'Aloita koodaus' }).click();
    await page.waitForURL('**/code/*');
  });

  it('takes files that are dropped anywhere on the page', async () => {
    const page = await transcripts();
    await page.evaluate((text) => {
      const dataTransfer = new DataTransfer();
      dataTransfer.items.add(new File([text], 'H1.txt'));
      for (const type of ['dragover', 'drop'])
        document.body.dispatchEvent(
          new DragEvent(type, { dataTransfer, bubbles: true, cancelable: true }),
        );
    }, INTERVIEW);
    await page.getByRole('rowheader', { name: 'H1' }).waitFor();
  });

  it('can be cancelled: what is in stays, the rest is not sent', async () => {
    const page = await transcripts();
    let held = 0;
    await page.route('**/api/v1/projects/*/transcripts', async (route) => {
      if (++held === 1) await route.continue();
      // The second one is never answered.
    });
    await choose(page, [interview('H1'), interview('H2'), interview('H3')]);
    await expect.poll(() => held).toBe(2);
    await expect.poll(() => page.locator('main').getAttribute('data-busy')).toBe('');
    await page.getByRole('button', { name: 'Peru' }).click();
    await page.getByRole('status').getByText('1 haastattelu lisättiin. 2 peruttiin.').waitFor();
    expect(await titles()).toEqual(['H1']);
  });

  it('leaves out single files, those that wait and the one that is sent', async () => {
    const page = await transcripts();
    let held = 0;
    await page.route('**/api/v1/projects/*/transcripts', async (route) => {
      if (++held !== 1) await route.continue();
    });
    await choose(page, [interview('H1'), interview('H2'), interview('H3'), interview('H4')]);
    await page.getByText('0 / 4').waitFor();
    await page.getByRole('button', { name: 'Jätä pois H2.txt' }).press('Enter');
    await page.getByText('1 / 4').waitFor();
    // The focus goes on to the next file.
    expect(await page.evaluate(() => document.activeElement?.getAttribute('aria-label'))).toBe(
      'Jätä pois H3.txt',
    );
    await expectAccessible(page);
    await page.getByRole('button', { name: 'Jätä pois H1.txt' }).click();
    await page.getByRole('status').getByText('2 haastattelua lisättiin. 2 peruttiin.').waitFor();
    expect(await titles()).toEqual(['H3', 'H4']);
  });

  it('tells what an archive brought and what in it was refused', async () => {
    const page = await transcripts();
    const zip = zipSync({
      'H1.txt': strToU8(INTERVIEW),
      'H2.txt': strToU8(INTERVIEW.replaceAll('H1', 'H2')),
      'kuva.png': strToU8('x'),
    });
    const buffer = Buffer.from(zip);
    await choose(page, [{ name: 'a.zip', mimeType: 'application/zip', buffer }]);
    await page
      .getByRole('status')
      .getByText('2 haastattelua lisättiin. 1 tiedosto ei kelvannut.')
      .waitFor();
    const row = page.locator('.upload-list li');
    await expect.poll(() => row.textContent()).toContain('2 haastattelua lisättiin.');
    await expect.poll(() => row.textContent()).toContain('a.zip › kuva.png: ');
  });

  it('takes two hundred files and tells that one came twice', async () => {
    const page = await transcripts();
    const many = Array.from({ length: 200 }, (_, i) =>
      file(`H${i + 1}.txt`, `Haastattelija: Miksi?\n\nH${i + 1}: Siksi.\n`),
    );
    await choose(page, [...many, file('H200 kopio.txt', many.at(-1)?.buffer.toString() ?? '')]);
    await page
      .getByRole('status')
      .getByText('200 haastattelua lisättiin. 1 tiedosto ei kelvannut.')
      .waitFor({ timeout: 120_000 });
    const first = page.locator('.upload-list li').first();
    await expect.poll(() => first.textContent()).toContain('Sama tiedosto on jo projektissa');
    await expectAccessible(page);
  });

  it('says so when the app does not answer', async () => {
    const page = await transcripts();
    await page.route('**/api/v1/projects/*/transcripts', (route) => route.abort());
    await choose(page, [interview('H1')]);
    await page.getByText('Teema ei vastannut, joten tiedostoa ei lisätty').waitFor();
    page.errors.splice(0);
  });

  it('works as a form without a script', async () => {
    const page = await visit(p, { withoutScript: true });
    await choose(page, [interview('H1'), file('tyhjä.txt', '')]);
    await page.getByRole('button', { name: 'Tuo', exact: true }).click();
    await page.getByText('1 haastattelu lisättiin. 1 tiedosto ei kelvannut.').waitFor();
    await page.getByRole('button', { name: 'Poista haastattelu H1' }).click();
    await page.getByRole('heading', { name: 'Tuo haastattelut' }).waitFor();
    await page.getByRole('button', { name: 'Kumoa' }).click();
    await page.getByRole('rowheader', { name: 'H1' }).waitFor();
  });
});

describe('the table', () => {
  beforeEach(async () => {
    await api.upload(`${p}/transcripts`, { 'H1.txt': INTERVIEW });
  });

  it('renames from the keyboard and gives the focus back', async () => {
    const page = await transcripts();
    await page.getByLabel('Muokkaa haastattelua H1').focus();
    await page.keyboard.press('Enter');
    await page.getByLabel('Haastattelu', { exact: true }).fill('Ensimmäinen');
    await page.getByLabel('Haastateltava').fill('Aino');
    await page.keyboard.press('Enter');
    await page.getByRole('rowheader', { name: 'Ensimmäinen' }).waitFor();
    await expect.poll(() => page.getByRole('cell', { name: 'Aino' }).count()).toBe(1);
    await expect
      .poll(() => page.evaluate(() => document.activeElement?.getAttribute('aria-label')))
      .toBe('Muokkaa haastattelua Ensimmäinen');
  });

  it('removes without asking and takes that back from the message', async () => {
    const page = await transcripts();
    await page.getByRole('button', { name: 'Poista haastattelu H1' }).click();
    await page.getByText('H1 poistettiin otteineen.').waitFor();
    await page.getByRole('heading', { name: 'Tuo haastattelut' }).waitFor();
    await page.locator('.toast').getByRole('button', { name: 'Kumoa' }).click();
    await page.getByRole('rowheader', { name: 'H1' }).waitFor();
  });

  it('follows what is done elsewhere', async () => {
    const page = await transcripts();
    await api.upload(`${p}/transcripts`, { 'H2.txt': `${INTERVIEW} ` });
    await page.getByRole('rowheader', { name: 'H2' }).waitFor();
  });

  it('keeps what somebody is writing when something is done elsewhere', async () => {
    const page = await transcripts();
    await page.getByText('Projektin asetukset').click();
    await page.getByLabel('Tutkimuskysymykset').fill('Miten luottamus syntyy?');
    await api.upload(`${p}/transcripts`, { 'H2.txt': `${INTERVIEW} ` });
    await page.getByLabel('Tutkimuskysymykset').blur();
    await page.getByRole('rowheader', { name: 'H2' }).waitFor();
    await expect
      .poll(() => page.getByLabel('Tutkimuskysymykset').inputValue())
      .toBe('Miten luottamus syntyy?');
    await page.locator('.settings').getByRole('button', { name: 'Tallenna' }).click();
    await page.getByText('Asetukset tallennettiin.').waitFor();
    expect((await api.get(p)).body.researchQuestions).toEqual(['Miten luottamus syntyy?']);
  });

  it('says that a change waits for a connection, and sends it then', async () => {
    const page = await transcripts();
    await page.getByLabel('Muokkaa haastattelua H1').click();
    await page.getByLabel('Haastattelu', { exact: true }).fill('Ensimmäinen');
    await page.route('**/transcripts/*', (route) => route.abort());
    await page.locator('.popover').getByRole('button', { name: 'Tallenna' }).click();
    const unsent = page.locator('#unsent');
    await unsent.getByText('1 muutos odottaa').waitFor();
    await unsent.getByText('Mitkä?').click();
    await unsent.getByText('Ensimmäinen').waitFor();
    await page.unroute('**/transcripts/*');
    await page.getByLabel('Muokkaa haastattelua Ensimmäinen').waitFor();
    page.errors.splice(0);
  });

  it('imports codings and lists the rows that were left out', async () => {
    const page = await transcripts();
    await page.getByText('Tuo koodaukset taulukosta').click();
    const rows =
      'transcript,quote,theme\nH1,luottamus on se ykkönen,Luottamus\nH1,muuta,Luottamus\n';
    await page.setInputFiles('#codings', file('codings.csv', rows));
    await page.getByRole('button', { name: 'Tuo koodaukset' }).click();
    await page.getByText('Tuotiin 1 rivi: 1 ote. Uutta: 1 teema, 0 tyyppiä.').waitFor();
    await page.getByRole('row', { name: /3 Haastattelussa H1 ei ole näitä sanoja/ }).waitFor();
    await expectAccessible(page);
  });

  it('is accessible and fits every window, in light and dark', async () => {
    const page = await transcripts();
    await page.getByText('Projektin asetukset').click();
    await page.getByText('Tuo koodaukset taulukosta').click();
    await page.getByLabel('Muokkaa haastattelua H1').click();
    await expectUsable(page);
  });
});
