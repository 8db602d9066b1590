import type { Page } from 'playwright-core';
import { beforeEach, describe, expect, it } from 'vitest';
import { browserTests } from '../support/browser-tests.ts';
import { addInterview, codeWords, INTERVIEW, newProject } from '../support/client.ts';
import { expectAccessible, expectUsable, type Visit } from '../support/pages.ts';

const { api, visit } = browserTests();

let p: string;
let excerptId: string;
beforeEach(async () => {
  p = await newProject(api);
  const transcriptId = await addInterview(api, p);
  const trust = await api.make(`${p}/themes`, { name: 'Luottamus' });
  await api.make(`${p}/themes`, { name: 'Arki' });
  const partner = await api.make(`${p}/types`, { name: 'Kumppani' });
  const coding = { themeIds: [trust], typeIds: [partner], deviant: true };
  excerptId = await codeWords(api, p, transcriptId, 'luottamus on se ykkönen', coding);
});

const report = (how: Visit = {}) => visit(`${p}/report`, how);
const theme = (page: Page, name: string) =>
  page.locator('.theme-section').filter({ has: page.getByRole('heading', { name }) });

describe('the report page', () => {
  it('lets a theme’s text be written in its place', async () => {
    const page = await report();
    const section = theme(page, 'Luottamus');
    await section.getByText('Kirjoita teemasta').click();
    await section.getByLabel('Teeman teksti').fill('Luottamus on **kaiken** alku.');
    await section.getByRole('button', { name: 'Tallenna' }).click();
    await section.locator('.prose').getByText('kaiken').waitFor();
    await expect.poll(() => section.locator('.prose strong').textContent()).toBe('kaiken');
    await expect.poll(() => section.getByText('Muokkaa tekstiä').isVisible()).toBe(true);
    await page.keyboard.press('Control+z');
    await section.getByText('Kirjoita teemasta').waitFor();
  });

  it('keeps a text that cannot be sent yet, and one that is being written elsewhere', async () => {
    const page = await report();
    const section = theme(page, 'Arki');
    await section.getByText('Kirjoita teemasta').click();
    await section.getByLabel('Teeman teksti').fill('Pitkä ja tärkeä teksti');
    await page.route('**/report/texts/*', (route) => route.abort());
    await section.getByRole('button', { name: 'Tallenna' }).click();
    const unsent = page.locator('#unsent');
    await unsent.getByText('1 muutos odottaa').waitFor();
    await unsent.getByText('Mitkä?').click();
    await unsent.getByText('Pitkä ja tärkeä teksti').waitFor();
    await page.unroute('**/report/texts/*');
    await section.locator('.prose').getByText('Pitkä ja tärkeä teksti').waitFor();
    await unsent.waitFor({ state: 'hidden' });
    page.errors.splice(0);

    await section.getByText('Muokkaa tekstiä').click();
    await section.getByLabel('Teeman teksti').fill('Vielä kesken');
    await api.post(`${p}/themes`, { name: 'Uusi' });
    await page.getByRole('heading', { level: 1 }).click();
    await theme(page, 'Uusi').waitFor();
    await expect.poll(() => section.getByLabel('Teeman teksti').inputValue()).toBe('Vielä kesken');
    await section.getByRole('button', { name: 'Tallenna' }).click();
    await section.locator('.prose').getByText('Vielä kesken').waitFor();
  });

  it('changes title and introduction', async () => {
    const page = await report();
    await page.getByText('Kirjoita johdanto').click();
    await page.getByLabel('Raportin otsikko').fill('Tulokset');
    await page.getByLabel('Johdanto').fill('Aineisto on pieni.');
    await page.locator('#edit-introduction').getByRole('button', { name: 'Tallenna' }).click();
    await page.getByRole('heading', { level: 1, name: 'Tulokset' }).waitFor();
    await expect
      .poll(() => page.locator('.sheet').getByText('Aineisto on pieni.').first().isVisible())
      .toBe(true);
  });

  it('orders a section’s quotes by keys and by mouse, and leaves one out', async () => {
    const [themed] = (await api.get(`${p}/themes`)).body.themes as { id: string }[];
    const { transcripts } = (await api.get(`${p}/transcripts`)).body;
    const marked = INTERVIEW.split(' ').slice(-4, -2);
    for (const words of marked) {
      const start = INTERVIEW.lastIndexOf(words);
      const span = { transcriptId: transcripts[0].id, start, end: start + words.length };
      await api.post(`${p}/excerpts`, { ...span, themeIds: [themed?.id], typeIds: [] });
    }
    const page = await report();
    await page
      .locator('.report-contents')
      .getByRole('link', { name: /Luottamus/ })
      .click();
    const shown = () =>
      page
        .locator('[data-chosen]')
        .evaluateAll((all) => all.map((one) => one.getAttribute('data-quote')));
    await expect.poll(async () => (await shown()).length).toBe(3);
    const before = await shown();
    await page.locator('[data-chosen] button[value="down"]').first().focus();
    await page.keyboard.press('Alt+ArrowDown');
    await expect.poll(shown).toEqual([before[1], before[0], before[2]]);
    await page
      .locator('[data-chosen]')
      .nth(2)
      .dragTo(page.locator('[data-chosen]').nth(0), {
        targetPosition: { x: 40, y: 2 },
      });
    await expect.poll(shown).toEqual([before[2], before[1], before[0]]);
    await page.locator('[data-chosen]').first().getByRole('button', { name: 'Jätä pois' }).click();
    await expect.poll(shown).toEqual([before[1], before[0]]);
    await page.keyboard.press('Control+z');
    await expect.poll(shown).toEqual([before[2], before[1], before[0]]);
    await expectAccessible(page);
  });

  it('leaves selected words out of a quote and puts a clarification in', async () => {
    const page = await report();
    await page
      .locator('.report-contents')
      .getByRole('link', { name: /Luottamus/ })
      .click();
    await page.getByRole('link', { name: 'Lyhennä tai selvennä' }).click();
    const verbatim = page.getByLabel('Sanasta sanaan');
    await verbatim.evaluate((field: HTMLTextAreaElement) => {
      field.focus();
      field.setSelectionRange(10, 15);
    });
    await verbatim.press('Shift+ArrowLeft');
    await verbatim.press('Shift+ArrowRight');
    await expect.poll(() => page.getByLabel('Valitut sanat').inputValue()).toBe('on se');
    await page.getByRole('button', { name: 'Jätä sanat pois' }).click();
    await page.locator('.printed').getByText('luottamus – – ykkönen').waitFor();
    await page.getByLabel('Valitut sanat').fill('luottamus');
    await page.getByLabel('Selvennys').fill('asiakkaan');
    await page.getByRole('button', { name: 'Korvaa sanat' }).click();
    await page.locator('.sheet').getByText('[asiakkaan] – – ykkönen').first().waitFor();
    await expect.poll(() => verbatim.inputValue()).toBe('luottamus on se ykkönen');
    await expectAccessible(page);
  });

  it('puts the drafted sentence into the text and tells when figures have changed', async () => {
    const page = await report();
    const section = theme(page, 'Luottamus');
    await section.getByRole('button', { name: /Lisää lause tekstiin/ }).click();
    await section.locator('mark.drafted').waitFor();
    await api.post(`${p}/excerpts`, {
      transcriptId: (await api.get(`${p}/transcripts`)).body.transcripts[0].id,
      start: 0,
      end: 5,
      themeIds: [(await api.get(`${p}/themes`)).body.themes[0].id],
      typeIds: [],
    });
    await section.getByRole('button', { name: /Päivitä lause/ }).click();
    await section.locator('mark.drafted:not(.outdated)').waitFor();
  });

  it('keeps what is set on the settings page, and takes it back', async () => {
    const page = await visit(`${p}/report/settings`, {});
    await page.getByRole('checkbox', { name: 'Koodikirja' }).check();
    await page.getByRole('button', { name: 'Tallenna' }).first().click();
    await page.getByText('Raportin asetukset tallennettiin.').waitFor();
    expect((await api.get(`${p}/report`)).body.settings.appendices).toEqual(['codebook']);
    await page.getByRole('button', { name: 'Englanninkielinen' }).click();
    await expect
      .poll(async () => (await api.get(`${p}/report`)).body.settings.style?.omission)
      .toBe('[…]');
    await expectAccessible(page);
  });

  it('leads from a quote to its place in the text', async () => {
    const page = await report();
    await theme(page, 'Luottamus').getByRole('link', { name: '(H1)' }).click();
    await page.waitForURL(`**/code/*#e-${excerptId}`);
  });

  it('marks the section that is being read', async () => {
    const page = await report({ height: 500 });
    await page
      .locator('.report-contents')
      .getByRole('link', { name: /Luottamus/ })
      .click();
    await expect
      .poll(() => page.locator('.report-contents [aria-current]').textContent())
      .toContain('Luottamus');
  });

  it('downloads the Word file under the project’s name', async () => {
    const page = await report();
    const [download] = await Promise.all([
      page.waitForEvent('download'),
      page.getByRole('link', { name: 'Lataa Word' }).click(),
    ]);
    expect(download.suggestedFilename()).toBe('Testi.docx');
  });

  it('prints the sheet alone, dark on white whatever the screen shows', async () => {
    const page = await report({ dark: true });
    await page.emulateMedia({ media: 'print' });
    const ink = await page.locator('.sheet h1').evaluate((h1) => getComputedStyle(h1).color);
    expect(ink).toBe('rgb(34, 32, 28)');
    await expect.poll(() => page.locator('.report-side').isVisible()).toBe(false);
    await expect.poll(() => page.locator('.report-contents').isVisible()).toBe(false);
    await expect.poll(() => page.getByText('Kirjoita teemasta').first().isVisible()).toBe(false);
    await expect.poll(() => page.locator('.sheet h1').isVisible()).toBe(true);
  });

  it('is accessible and fits every window, in light and dark', async () => {
    const page = await report();
    await theme(page, 'Luottamus').getByText('Kirjoita teemasta').click();
    await expectUsable(page);
  });
});
