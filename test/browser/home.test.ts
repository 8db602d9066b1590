import type { Browser, Page } from 'playwright-core';
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { apiOf, INTERVIEW } from '../support/client.ts';
import { launchBrowser } from '../support/find-browser.ts';
import { expectAccessible, expectToFit, visit, WINDOWS, type Visit } from '../support/pages.ts';
import { startApp, type RunningApp } from '../support/start-app.ts';

let browser: Browser;
let app: RunningApp;
beforeAll(async () => {
  browser = await launchBrowser();
});
afterAll(() => browser.close());

const open: (Page & { errors: string[] })[] = [];
beforeEach(async () => {
  app = await startApp();
});
afterEach(async () => {
  for (const page of open.splice(0)) {
    expect(page.errors).toEqual([]);
    await page.context().close();
  }
  await app.close();
  expect(app.logged).toEqual([]);
});

async function home(how: Visit = {}, path = '/'): Promise<Page> {
  const page = await visit(browser, app.base, path, how);
  open.push(page);
  return page;
}

async function withProjects(): Promise<void> {
  const api = apiOf(app.base);
  await api.post('/projects', { name: 'Tyhjä', language: 'fi' });
  const { id } = (await api.post('/projects', { name: 'Työn merkitys', language: 'fi' })).body;
  await api.upload(`/projects/${id}/transcripts`, { 'H1.txt': INTERVIEW });
}

describe('home', () => {
  it('begins with two ways to begin, from the keyboard too', async () => {
    const page = await home();
    await page.keyboard.press('Tab');
    await page.getByRole('link', { name: 'Uusi projekti' }).focus();
    await page.keyboard.press('Enter');
    await page.waitForURL('**/projects/new');
    // The name has the focus: type it and press Enter.
    await page.keyboard.type('Työn merkitys');
    await page.keyboard.press('Enter');
    await page.getByRole('heading', { level: 1, name: 'Työn merkitys' }).waitFor();
    expect(await page.getByRole('heading', { name: 'Tuo haastattelut' }).isVisible()).toBe(true);
  });

  it('opens the example once, however often it is asked to', async () => {
    const page = await home();
    await page.getByRole('button', { name: 'Avaa esimerkki' }).dblclick();
    await page.waitForURL('**/projects/*');
    await page.getByRole('heading', { level: 1, name: 'Esimerkki' }).waitFor();
    expect((await apiOf(app.base).get('/projects')).body.projects).toHaveLength(1);
  });

  it('removes a project without asking and takes that back', async () => {
    await withProjects();
    const page = await home();
    await page.getByRole('button', { name: 'Poista projekti Työn merkitys' }).click();
    await page.getByRole('status').getByText('”Työn merkitys” poistettiin').waitFor();
    expect(await page.getByRole('link', { name: 'Työn merkitys' }).count()).toBe(0);
    await page.getByRole('status').getByRole('button', { name: 'Kumoa' }).click();
    await page.getByRole('link', { name: 'Työn merkitys' }).waitFor();
  });

  it('restores what was removed before', async () => {
    await withProjects();
    const page = await home();
    await page.getByRole('button', { name: 'Poista projekti Tyhjä' }).click();
    await page.goto(app.base);
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
    for (const dark of [false, true]) await expectAccessible(await home({ dark }));
    await expectAccessible(await home({}, '/projects/new'));
    await withProjects();
    for (const dark of [false, true]) await expectAccessible(await home({ dark }));
    for (const window of WINDOWS) {
      await expectToFit(await home(window));
      await expectToFit(await home(window, '/projects/new'));
    }
  });
});
