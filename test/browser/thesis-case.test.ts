import { existsSync, readFileSync } from 'node:fs';
import path from 'node:path';
import type { Browser, Locator, Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { launchBrowser } from '../support/find-browser.ts';
import { andLoad, visit } from '../support/pages.ts';
import { root, startApp, type RunningApp } from '../support/start-app.ts';

const corpus = path.join(root, '../shared/corpus/kt-interior');
const isThere = existsSync(corpus);
if (!isThere)
  process.stderr.write('corpus kt-interior is not beside the project: its tests are skipped\n');

interface Expected {
  readonly columns: readonly string[];
  /** The excerpts of a theme in each interview, by the theme's number. */
  readonly rows: Readonly<Record<string, readonly number[]>>;
  readonly total: number;
  readonly researchQuestions: Readonly<Record<string, string>>;
  readonly guide: readonly { readonly theme: string; readonly questions: readonly number[] }[];
  readonly questions: Readonly<Record<string, string>>;
}

/** A theme's number, the concept it is linked to when all is coded, and why. */
const LINKS = [
  ['4.3.3', 'Kommunikaatio', 'Palaute on vuoropuhelua asiakkaan kanssa.'],
  ['4.2', 'Yhtenäisyys', 'Johtaminen sovittaa osastot yhteen.'],
] as const;

const inCorpus = (name: string): string => path.join(corpus, name);

/** The guide as a person would paste it: a heading above each part, a number before each question. */
const guideText = ({ guide, questions }: Expected): string =>
  guide
    .map(({ theme, questions: numbers }) =>
      [`${theme}:`, ...numbers.map((number) => `${number}. ${questions[number]}`)].join('\n'),
    )
    .join('\n\n');

describe.runIf(isThere)('a thesis of seven interviews, played as its author would', () => {
  let app: RunningApp;
  let browser: Browser;
  let page: Page & { errors: string[] };
  let expected: Expected;

  beforeAll(async () => {
    expected = JSON.parse(readFileSync(inCorpus('expected.json'), 'utf8')) as Expected;
    [app, browser] = await Promise.all([startApp(), launchBrowser()]);
    page = await visit(browser, app.base, '/');
  });
  afterAll(async () => {
    await browser.close();
    await app.close();
    expect([app.logged, page.errors]).toEqual([[], []]);
  });

  const place = async (...names: string[]): Promise<void> => {
    const areas = ['Projektin sivut', 'Sivut tässä osassa'];
    for (const [i, name] of names.entries())
      await page
        .getByRole('navigation', { name: areas[i] })
        .getByRole('link', { name, exact: true })
        .click();
  };
  const button = (name: string | RegExp, within: Page | Locator = page) =>
    within.getByRole('button', { name, exact: typeof name === 'string' });
  const row = (label: string) => page.locator('.row', { hasText: `${label} ` });

  it('begins with a name, an approach and three research questions', async () => {
    await page.getByRole('link', { name: 'Uusi projekti' }).click();
    await page.locator('#project-name:focus').waitFor();
    await page.keyboard.type('Asiakaskokemus');
    await page.getByRole('radio', { name: /Teoriaohjaava/ }).check();
    await page
      .getByLabel('Tutkimuskysymykset')
      .fill(Object.values(expected.researchQuestions).join('\n'));
    await page.getByLabel('Aineiston ja raportin kieli').selectOption({ label: 'suomi' });
    await button('Luo projekti').click();
    await page.getByRole('heading', { level: 1, name: 'Asiakaskokemus' }).waitFor();
  });

  it('takes the seven interviews at once', async () => {
    const files = expected.columns.map((name) => inCorpus(`${name}.txt`));
    const chosen = page.waitForEvent('filechooser');
    await button('Valitse tiedostot').click();
    await (await chosen).setFiles(files);
    await page.getByRole('status').getByText('7 haastattelua lisättiin.').waitFor();
    const titles = page.locator('.transcripts-table tbody th');
    await expect.poll(() => titles.allTextContents()).toEqual(expected.columns);
  });

  it('matches the pasted guide to what the interviewers ask', async () => {
    await place('Koodikirja', 'Haastattelurunko');
    await page.getByLabel('Haastattelurunko tekstinä').fill(guideText(expected));
    await expect.poll(() => page.locator('#guide-preview li').count()).toBe(17);
    await button('Tallenna').first().click();
    await expect.poll(() => page.locator('.guide-part').count()).toBe(5);
    // What was pasted is out of the way: next come the interviewers' turns.
    await page.locator('#edit-guide:not([open])').waitFor();
    await expect
      .poll(() => page.locator('.guide-part h2').allTextContents())
      .toEqual(expected.guide.map(({ theme }) => theme));
    await expect
      .poll(() => page.locator('.guide-part li p').allTextContents())
      .toEqual(Object.values(expected.questions));
    const matched = await page.locator('.guide-interviews small').allTextContents();
    expect(matched).toHaveLength(7);
    // Every question the interviewer asks is known: "9/9".
    for (const one of matched) expect(one).toMatch(/^([1-9]\d*)\/\1$/);
  });

  it('brings the four pillars from the library, and nothing answers them yet', async () => {
    await place('Koodikirja', 'Teoria');
    await page.getByRole('link', { name: 'Valitse valmis viitekehys' }).first().click();
    await button(/pilaria/, page.locator('#library-hollyoake')).click();
    await page.getByRole('heading', { level: 1, name: /neljä pilaria/ }).waitFor();
    const gaps = await page.locator('#gaps li a').allTextContents();
    expect(gaps.slice(-4)).toEqual([
      'Luottamus',
      'Kommunikaatio',
      'Keskinäinen riippuvuus',
      'Yhtenäisyys',
    ]);
  });

  it('imports 62 codings under eight themes, and takes the import back and again', async () => {
    await place('Haastattelut');
    const fold = page.locator('#import');
    await fold.locator('summary').click();
    await fold.getByLabel('CSV-tiedosto').setInputFiles(inCorpus('codings.csv'));
    await button('Tuo koodaukset').click();
    await page.getByText('62 otetta').first().waitFor();
    await andLoad(page, () => page.getByRole('link', { name: 'Katso koodikirjaa' }).click());
    await expect.poll(() => page.locator('.row').count()).toBe(8);
    await page.keyboard.press('Control+z');
    await expect.poll(() => page.locator('.row').count()).toBe(0);
    await page.keyboard.press('Control+Shift+z');
    await expect.poll(() => page.locator('.row').count()).toBe(8);
  });

  it('links two themes to concepts late: abductive, with a day and a reason', async () => {
    for (const [label, concept, reason] of LINKS) {
      await row(label).click();
      await page.getByRole('heading', { level: 2, name: new RegExp(`^${label} `) }).waitFor();
      await page.getByLabel('Käsite', { exact: true }).selectOption({ label: concept });
      await button('Tallenna').click();
      await page.getByText(/^Abduktiivinen \d+\.\d+\.\d{4} alkaen$/).waitFor();
      await page.getByLabel('Miksi juuri tämä käsite').fill(reason);
      await page
        .getByRole('group', { name: 'Tutkimuskysymykset' })
        .getByRole('checkbox')
        .nth(1)
        .check();
      await button('Tallenna').click();
      await expect.poll(() => page.locator('#saved').getAttribute('data-state')).toBe('saved');
      await page.reload();
      await expect.poll(() => page.getByLabel('Alkuperä').inputValue()).toBe('abductive');
      await expect.poll(() => page.getByLabel('Miksi juuri tämä käsite').inputValue()).toBe(reason);
    }
  });

  it('answers two concepts, and says which are left without', async () => {
    await place('Koodikirja', 'Teoria');
    await page.getByRole('link', { name: /neljä pilaria/ }).click();
    await page.locator('#gaps').waitFor();
    const gaps = await page.locator('#gaps li a').allTextContents();
    expect(gaps).toEqual(expect.arrayContaining(['Luottamus', 'Keskinäinen riippuvuus']));
    expect(gaps).not.toContain('Kommunikaatio');
    expect(gaps).not.toContain('Yhtenäisyys');
    const concept = (name: string) =>
      page.locator('.concepts .node', { has: page.locator('.node-title', { hasText: name }) });
    for (const [label, name, reason] of LINKS) {
      const count = expected.rows[label]!.reduce((sum, one) => sum + one, 0);
      await concept(name)
        .getByRole('link', { name: new RegExp(`^${label} `) })
        .waitFor();
      await concept(name).getByText(reason).waitFor();
      await concept(name)
        .locator('summary', { hasText: `${count} otetta` })
        .click();
    }
  });

  it('writes a reduced expression in its place in the chain', async () => {
    await place('Koodikirja', 'Pelkistysketju');
    const fields = page.locator('.chain textarea');
    await expect.poll(() => fields.count()).toBe(62);
    await fields.first().focus();
    await page.keyboard.type('kokemus on mielikuva ja tunne');
    await page.keyboard.press('Enter');
    // The count is drawn anew once nobody is writing in the chain.
    await page.getByRole('heading', { level: 1 }).click();
    await expect.poll(() => page.locator('.head .num').textContent()).toContain('61 ilman');
    await page.reload();
    await expect.poll(() => fields.first().inputValue()).toBe('kokemus on mielikuva ja tunne');
  });

  it('draws who resembles whom among the seven', async () => {
    await place('Tyypit', 'Profiilit');
    await page.getByRole('img', { name: /Haastateltavien samankaltaisuus/ }).waitFor();
    const names = page.locator('.heat').first().locator('thead th');
    expect((await names.allTextContents()).slice(1)).toEqual(expected.columns);
    // Seven are joined in six steps.
    await expect.poll(() => page.locator('#profile-tree-table tbody tr').count()).toBe(6);
  });

  it('makes two types with members, features, evidence and an exemplar', async () => {
    await place('Tyypit');
    await page.getByRole('heading', { name: 'Ei vielä tyyppejä' }).waitFor();
    for (const [name, members] of [
      ['Kumppanuuden rakentaja', ['H2', 'H4', 'H5']],
      ['Ammattitaitoon luottava', ['H1', 'H3']],
    ] as const) {
      const first = (await page.locator('.type-link').count()) === 0;
      if (!first) await page.locator('#new-button').click();
      const form = page.locator('#new-type');
      await form.getByLabel('Nimi').fill(name);
      await form.getByRole('radio', { name: /^yleinen/ }).check();
      await button('Lisää tyyppi', form).click();
      await page.getByRole('heading', { level: 2, name }).waitFor();
      for (const member of members) await page.getByLabel(member, { exact: true }).check();
      await button('Tallenna haastateltavat').click();
      await page.getByText(`${members.length}/7`, { exact: true }).waitFor();
      await button('Ota piirteiksi: yleinen').click();
      const feature = page.locator('.features > li').first();
      await feature.getByText('Ei näyttöä').waitFor();
      await feature.locator('summary').click();
      await feature.getByRole('checkbox').first().check();
      await button('Tallenna', feature).click();
      await feature.getByText('näyttönä 1 ote').waitFor();
      await page.getByLabel('Valitse esimerkki').selectOption({ label: members[0] });
      await button('Tallenna', page.getByRole('region', { name: 'Esimerkki' })).click();
      await page.getByText('kokonaisuutena').first().waitFor();
    }
    await expect
      .poll(() => page.locator('.type-link b').allTextContents())
      .toEqual(['Kumppanuuden rakentaja', 'Ammattitaitoon luottava']);
  });

  it('marks one excerpt as deviant while reading it, and explains it outside the types', async () => {
    await place('Koodaus');
    await page.locator('.interviews').getByRole('link', { name: /^H7/ }).click();
    await page.locator('#text').focus();
    await page.keyboard.press('n');
    await page.locator('#excerpt').getByRole('checkbox', { name: 'Poikkeava tapaus' }).check();
    await expect.poll(() => page.locator('#saved').getAttribute('data-state')).toBe('saved');
    await place('Tyypit', 'Ulkopuolelle jäävät');
    const deviant = page.getByRole('region', { name: 'Poikkeavat tapaukset' });
    await deviant.getByText('1 selitys puuttuu.').waitFor();
    await deviant.getByLabel('Selitys').fill('Puhuu omasta työstään, ei asiakkaan kokemuksesta.');
    await button('Tallenna selitys', deviant).click();
    await deviant.getByText('1 selitys puuttuu.').waitFor({ state: 'detached' });
    const people = page.getByRole('region', { name: 'Haastateltavat tyyppien ulkopuolella' });
    await expect.poll(() => people.locator('.case-line b').allTextContents()).toEqual(['H6', 'H7']);
  });

  it('reports the author’s own table, the questions, the types and the deviant excerpt', async () => {
    await place('Raportti');
    const table = page.locator('.sheet table.heat').first();
    const totals = await table.locator('tfoot td').allTextContents();
    expect(totals.slice(-2)).toEqual(['62', '7/7']);
    for (const [label, counts] of Object.entries(expected.rows)) {
      const line = table.locator('tbody tr', { hasText: `${label} ` });
      const sum = counts.reduce((one, other) => one + other, 0);
      const spoken = counts.filter((count) => count > 0).length;
      await expect
        .poll(() => line.locator('td').allTextContents())
        .toEqual([...[...counts, sum].map(String), `${spoken}/7`]);
    }
    await expect
      .poll(() => page.locator('.questions li').allTextContents())
      .toEqual(Object.values(expected.researchQuestions));
    const sheet = page.locator('.sheet');
    for (const text of ['Kumppanuuden rakentaja', 'Ammattitaitoon luottava'])
      await sheet.getByRole('heading', { name: text }).waitFor();
    await sheet.getByText('Puhuu omasta työstään').waitFor();
  });
});
