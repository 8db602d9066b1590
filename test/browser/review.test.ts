import type { Page } from 'playwright-core';
import { beforeEach, describe, expect, it } from 'vitest';
import { browserTests } from '../support/browser-tests.ts';
import { addInterview, codeWords, newProject } from '../support/client.ts';
import { andLoad, expectUsable } from '../support/pages.ts';

const site = browserTests();
const { api, visit } = site;

let p: string;
beforeEach(async () => {
  p = await newProject(api, 'Gradu');
  const transcriptId = await addInterview(api, p);
  const theme = { name: 'Luottamus', definition: 'Asiakas voi luottaa <b>lupaukseen</b>.' };
  const themeId = await api.make(`${p}/themes`, theme);
  for (const words of ['luottamus on se ykkönen', 'hoidetaan mitä luvataan', 'Soitetaan ennen'])
    await codeWords(api, p, transcriptId, words, { themeIds: [themeId] });
});

const shown = (address: string) => visit(`${p}${address}`);

const marked = (page: Page): Promise<string> => page.locator('.turns mark').first().innerText();

describe('a supervisor', () => {
  it('goes through the queue with the keyboard alone, and the student answers', async () => {
    const page = await shown('/review?as=Siiri');
    expect(await marked(page)).toBe('luottamus on se ykkönen');
    await page.getByText('Asiakas voi luottaa <b>lupaukseen</b>.').waitFor();
    await andLoad(page, () => page.keyboard.press('a'));
    await expect.poll(() => marked(page)).toBe('hoidetaan mitä luvataan');
    await page.keyboard.press('c');
    await page.keyboard.type('Eikö tämä ole eri asia? <script>alert(1)</script>');
    await page.keyboard.press('Escape');
    await page.keyboard.press('d');
    await page.locator('.thread.dispute').waitFor();
    await expect
      .poll(() => page.locator('.thread .prose').innerText())
      .toContain('<script>alert(1)</script>');
    await andLoad(page, () => page.keyboard.press('j'));
    await expect.poll(() => marked(page)).toBe('Soitetaan ennen');

    const student = await shown('/review?as=Anna&show=open');
    await expect
      .poll(() => student.locator('.thread h3').innerText())
      .toContain('Siiri: kiistetty');
    await student.getByLabel('Vastaa: Siiri').fill('Sama asia: lupaus pidetään.');
    await student.keyboard.press('Control+Enter');
    await student.getByText('Sama asia: lupaus pidetään.').waitFor();

    await page.goto(`${site.app.base}${p}/review?show=waiting`);
    expect(await page.locator('.rows li').allInnerTexts()).toEqual([
      expect.stringContaining('vastattu'),
      expect.stringContaining('ei tarkastettu'),
    ]);
    await page.getByRole('button', { name: 'Merkitse ratkaistuksi' }).click();
    await page.getByText(/Ratkaissut Siiri/).waitFor();
  });

  it('sees that an excerpt was changed after the verdict', async () => {
    const { excerpts } = (await api.get(`${p}/excerpts`)).body;
    const excerptId = excerpts[0].id as string;
    await api.post(`${p}/reviews`, { excerptId, verdict: 'accept', reviewer: 'Siiri' });
    const other = await api.make(`${p}/themes`, { name: 'Arki' });
    await api.patch(`${p}/excerpts/${excerptId}`, { themeIds: [other] }).expect(200);
    const page = await shown('/review?as=Siiri');
    await page.getByText('Ote on muuttunut arviosi jälkeen.').waitFor();
    await page.getByText('Ote on muuttunut tämän arvion jälkeen.').waitFor();
  });

  it('finds a page all can read, at every size, in light and dark', async () => {
    const { excerpts } = (await api.get(`${p}/excerpts`)).body;
    const verdict = { verdict: 'question', reviewer: 'Siiri', comment: 'Miksi?' };
    await api.post(`${p}/reviews`, { excerptId: excerpts[0].id, ...verdict });
    const page = await shown('/review?show=all');
    await page.locator('.thread').waitFor();
    await expectUsable(page);
  });
});
