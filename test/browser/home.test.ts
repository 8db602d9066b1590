import { describe, expect, it } from 'vitest';
import { browserTests } from '../support/browser-tests.ts';
import { addInterview, newProject } from '../support/client.ts';
import { expectUsable } from '../support/pages.ts';

const site = browserTests({ appForEachTest: true });
const { api, visit } = site;

const home = (path = '/') => visit(path);

async function withProjects(): Promise<void> {
  await newProject(api, 'Tyhjä');
  await addInterview(api, await newProject(api, 'Työn merkitys'));
}

describe('home', () => {
  it('begins with two ways to begin, from the keyboard too', async () => {
    const page = await home();
    await page.keyboard.press('Tab');
    await page.getByRole('link', { name: 'Uusi projekti' }).focus();
    await page.keyboard.press('Enter');
    await page.waitForURL('**/projects/new');
    // The name has the focus: type it and press Enter.
    await page.locator('#project-name:focus').waitFor();
    await page.keyboard.type('Työn merkitys');
    await page.keyboard.press('Enter');
    await page.getByRole('heading', { level: 1, name: 'Työn merkitys' }).waitFor();
    await expect
      .poll(() => page.getByRole('heading', { name: 'Tuo haastattelut' }).isVisible())
      .toBe(true);
  });

  it('opens the example once, however often it is asked to', async () => {
    const page = await home();
    await page.getByRole('button', { name: 'Avaa esimerkki' }).dblclick();
    await page.waitForURL('**/projects/*');
    await page.getByRole('heading', { level: 1, name: 'Esimerkki' }).waitFor();
    expect((await api.get('/projects')).body.projects).toHaveLength(1);
  });

  it('removes a project without asking and takes that back', async () => {
    await withProjects();
    const page = await home();
    await page.getByRole('button', { name: 'Poista projekti Työn merkitys' }).click();
    await page.getByRole('status').getByText('”Työn merkitys” poistettiin').waitFor();
    await page.getByRole('link', { name: 'Työn merkitys' }).waitFor({ state: 'detached' });
    await page.getByRole('status').getByRole('button', { name: 'Kumoa' }).click();
    await page.getByRole('link', { name: 'Työn merkitys' }).waitFor();
  });

  it('restores what was removed before', async () => {
    await withProjects();
    const page = await home();
    await page.getByRole('button', { name: 'Poista projekti Tyhjä' }).click();
    await page.goto(site.app.base);
    await page.getByText('1 poistettu projekti').click();
    await page.getByRole('button', { name: 'Palauta projekti Tyhjä' }).click();
    await page.getByRole('link', { name: 'Tyhjä' }).waitFor();
  });

  it('changes its language where it stands', async () => {
    const page = await home();
    await page.getByRole('link', { name: 'svenska' }).click();
    await page.getByRole('heading', { name: 'Från intervjuer till teman' }).waitFor();
  });

  it('is accessible and fits every window, empty and full, in light and dark', async () => {
    await expectUsable(await home());
    await expectUsable(await home('/projects/new'));
    await withProjects();
    await expectUsable(await home());
  });
});
