import { beforeAll, describe, expect, it } from 'vitest';
import { browserTests } from '../support/browser-tests.ts';
import { newProject } from '../support/client.ts';
import { expectAccessible, expectUsable } from '../support/pages.ts';

const site = browserTests();
const { api, visit } = site;
let p: string;
beforeAll(async () => {
  p = await newProject(api);
  await api.post(`${p}/themes`, { name: 'Työ', definition: 'Vanha' });
});

const FILE = {
  name: 'koodit.csv',
  mimeType: 'text/csv',
  buffer: Buffer.from('nimi;yläteema;määritelmä\nTyö;;Uusi\nKiire;Työ;\nJuhla;Tuntematon;\n'),
};

describe('a codebook of another program', () => {
  it('is looked at first, then taken as was chosen, from the keyboard', async () => {
    const page = await visit(`${p}/exchange`);
    await page.locator('#codebook-file').setInputFiles(FILE);
    await page.getByRole('button', { name: 'Katso ensin' }).press('Enter');
    const row = page.getByRole('row', { name: /Määritelmä/ });
    await expect.poll(() => row.textContent()).toMatch(/Vanha.*Uusi/s);
    await expect.poll(() => page.locator('.notes').textContent()).toContain('Tuntematon');
    await expectAccessible(page);
    await page.getByLabel('Ota tiedoston teksti').press('Space');
    await page.getByRole('button', { name: 'Tuo koodikirja' }).press('Enter');
    await page.getByRole('status').filter({ hasText: 'koodit.csv' }).waitFor();
    await page.goto(`${site.app.base}${p}/themes`);
    await expect.poll(() => page.getByRole('treeitem').allTextContents()).toHaveLength(4);
  });

  it('shows a page all can read, in every window, in light and dark', async () => {
    await expectUsable(await visit(`${p}/exchange`));
  });
});
