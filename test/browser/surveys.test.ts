import { beforeEach, describe, expect, it } from 'vitest';
import { writeWorkbook } from '../../src/formats/tables/write-xlsx.ts';
import { browserTests } from '../support/browser-tests.ts';
import { newProject } from '../support/client.ts';
import { expectAccessible, expectToFit, expectUsable } from '../support/pages.ts';

const { api, visit } = browserTests();

let p: string;
beforeEach(async () => {
  p = await newProject(api);
});

const shown = (address: string) => visit(p + address);

const csv = (name: string, text: string) => ({
  name,
  mimeType: 'text/csv',
  buffer: Buffer.from(text),
});

const SURVEY = csv(
  'kysely.csv',
  [
    'Yksikkö;Millaista perehdytystä sait, kerro omin sanoin?;Suosittelisitko meitä?;Kuinka vaivatonta asiointi on?',
    'Myymälä;Ensimmäisenä päivänä jo kassalle, onneksi työkaverit auttoivat;7;3',
    'Toimisto;En oikeastaan saanut mitään, opettelin itse;4;6',
    'Myymälä;Esihenkilö kulki mukana ensimmäisen viikon;10;2',
    'Varasto;;8;4;liikaa',
  ].join('\n'),
);

/** A workbook whose answers stand behind a sheet of instructions. */
async function twoSheets() {
  const sheet = (name: string, rows: readonly (readonly string[])[]) => ({
    ...{ name, widths: [20, 20], sticky: { rows: 1, columns: 0 } },
    rows: rows.map((row) => row.map((text) => ({ text }))),
  });
  const bytes = await writeWorkbook([
    sheet('Ohjeet', [['Ohje'], ['Vastaukset ovat toisella sivulla']]),
    sheet('Vastaukset', [
      ['Vastaaja', 'Mitä muuttaisit?'],
      ['V1', 'Kokouksia on liikaa, ja ne venyvät aina'],
      ['V2', 'En mitään, kaikki on niin kuin pitää'],
    ]),
  ]);
  const mimeType = 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet';
  return { name: 'kysely.xlsx', mimeType, buffer: Buffer.from(bytes) };
}

describe('the survey wizard', () => {
  it('reads another sheet of the workbook', async () => {
    const page = await shown('/survey');
    await page.locator('#table-file').setInputFiles(await twoSheets());
    await page.getByRole('button', { name: 'Katso', exact: true }).click();
    await page.getByLabel('Taulukkosivu').selectOption('Vastaukset');
    await expectAccessible(page);
    await page.getByRole('button', { name: 'Lue tämä sivu' }).press('Enter');
    await expect
      .poll(() => page.locator('.sample-transcript h4').allTextContents())
      .toEqual(['V1', 'V2']);
    await expect.poll(() => page.getByLabel('Taulukkosivu').inputValue()).toBe('Vastaukset');
    await page.getByRole('button', { name: 'Tuo kysely' }).click();
    await page.getByRole('heading', { name: 'kysely.xlsx tuotiin' }).waitFor();
  });

  it('leads from a table among the transcripts to the first coding, asking what must be asked', async () => {
    const page = await shown('');
    await page.locator('#files').setInputFiles(SURVEY);
    await page.getByRole('heading', { name: 'Tuo kyselyn vastaukset' }).waitFor();
    const uses = page.locator('.column-uses select[name="use"]');
    expect(
      await uses.evaluateAll((all) => all.map((one) => (one as HTMLSelectElement).value)),
    ).toEqual(['new:choice', 'question', 'new:nps 0 10', 'new:ces 1 7']);
    await expect
      .poll(() => page.getByRole('alert').textContent())
      .toContain('Kuinka vaivatonta asiointi on?');
    await expect.poll(() => page.locator('.sample-transcript').count()).toBe(3);
    await expect.poll(() => page.locator('.problems tbody th').allTextContents()).toEqual(['5']);
    await expectAccessible(page);
    await page
      .getByLabel('Kumpi pää on helppo: Kuinka vaivatonta asiointi on?')
      .selectOption('low');
    await page.getByLabel('Kysymyksittäin').check();
    await page.getByRole('button', { name: 'Katso uudelleen' }).click();
    await expect
      .poll(() => page.locator('.sample-transcript h4').allTextContents())
      .toEqual(['Millaista perehdytystä sait, kerro omin sanoin?']);
    await page.getByLabel('Vastaajittain').check();
    await page.getByRole('button', { name: 'Tuo kysely' }).click();
    await page.getByRole('heading', { name: 'kysely.csv tuotiin' }).waitFor();
    await expectAccessible(page);
    expect((await api.get(`${p}/transcripts`)).body.transcripts).toHaveLength(3);
    await page.getByRole('link', { name: 'Haastateltaviin' }).click();
    await expect
      .poll(() => page.locator('.measure-card .score b').allTextContents())
      .toEqual(['0', '+33']);
    await page.getByRole('button', { name: 'Kumoa' }).first().click();
    await expect.poll(async () => (await api.get(`${p}/cases`)).body.cases).toEqual([]);
  });

  it('says what is missing on the form itself and keeps what was chosen', async () => {
    const page = await shown('/survey');
    await page.locator('#table-file').setInputFiles(SURVEY);
    await page.getByRole('button', { name: 'Katso' }).click();
    await page.getByLabel('Kysymyksittäin').check();
    await page.getByRole('button', { name: 'Tuo kysely' }).click();
    await page.getByRole('alert').waitFor();
    await expect.poll(() => page.getByLabel('Kysymyksittäin').isChecked()).toBe(true);
    expect(page.errors.splice(0)).toEqual([expect.stringContaining('422')]);
    expect((await api.get(`${p}/transcripts`)).body.transcripts).toEqual([]);
  });

  it('is accessible and fits every window, in light and dark', async () => {
    const page = await shown('/survey');
    await expectUsable(page);
    await page.locator('#table-file').setInputFiles(SURVEY);
    await page.getByRole('button', { name: 'Katso' }).click();
    await page.locator('#survey-form').waitFor();
    await expectUsable(page);
  });
});

describe('the import of attributes', () => {
  it('shows what would change and takes it in as one step', async () => {
    for (const name of ['V1', 'V2']) await api.post(`${p}/cases`, { name }).expect(201);
    const id = await api.make(`${p}/attributes`, { name: 'Ikä', kind: 'number' });
    const { cases } = (await api.get(`${p}/cases`)).body;
    const values = [{ caseId: cases[0].id, attributeId: id, value: 44 }];
    await api.put(`${p}/attributes/values`, { values }).expect(200);
    const page = await shown('/cases');
    await page.getByRole('link', { name: 'Tuo taulukko' }).click();
    const table = 'Tunnus;Ikä;Rooli\nV1;45;Johtaja\nV2;31;Työntekijä\nV9;20;Johtaja\nV1;1;x';
    await page.locator('#table-file').setInputFiles(csv('tiedot.csv', table));
    await page.getByRole('button', { name: 'Katso' }).click();
    await page.locator('#outcome').waitFor();
    await expect.poll(() => page.locator('#outcome').textContent()).toContain('V9');
    await expect
      .poll(() => page.locator('.problems').first().locator('tbody tr').allTextContents())
      .toEqual(['2V1Ikä4445']);
    await expectAccessible(page);
    await page.getByLabel('Jätä rivit pois').check();
    await page.getByRole('button', { name: 'Tuo', exact: true }).click();
    await page.getByRole('heading', { name: 'tiedot.csv tuotiin' }).waitFor();
    await expectAccessible(page);
    await expectToFit(page);
    await page.getByRole('link', { name: 'Haastateltaviin' }).last().click();
    await expect.poll(() => page.locator('#case-grid tbody tr').count()).toBe(2);
    await expect
      .poll(() => page.locator('#case-grid td.value').allTextContents())
      .toEqual(['45', 'Johtaja', '31', 'Työntekijä']);
  });
});
