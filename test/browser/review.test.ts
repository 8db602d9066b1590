import type { Browser, Page } from 'playwright-core';
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { apiOf, INTERVIEW } from '../support/client.ts';
import { launchBrowser } from '../support/find-browser.ts';
import { expectAccessible, expectToFit, visit, WINDOWS, type Visit } from '../support/pages.ts';
import { startApp, type RunningApp } from '../support/start-app.ts';

let app: RunningApp;
let browser: Browser;
beforeAll(async () => {
  [app, browser] = await Promise.all([startApp(), launchBrowser()]);
});
afterAll(async () => {
  await browser.close();
  await app.close();
  expect(app.logged).toEqual([]);
});

let p: string;
let api: ReturnType<typeof apiOf>;
const open: (Page & { errors: string[] })[] = [];
beforeEach(async () => {
  api = apiOf(app.base);
  p = String((await api.post('/projects', { name: 'Gradu', language: 'fi' })).body.id);
  const up = await api.upload(`/projects/${p}/transcripts`, { 'H1.txt': INTERVIEW });
  const transcriptId = up.body.imported[0].id as string;
  const theme = { name: 'Luottamus', definition: 'Asiakas voi luottaa <b>lupaukseen</b>.' };
  const themeId = (await api.post(`/projects/${p}/themes`, theme)).body.id as string;
  for (const quote of ['luottamus on se ykkönen', 'hoidetaan mitä luvataan', 'Soitetaan ennen']) {
    const start = INTERVIEW.indexOf(quote);
    const span = { transcriptId, start, end: start + quote.length, themeIds: [themeId] };
    await api.post(`/projects/${p}/excerpts`, span).expect(201);
  }
});
afterEach(async () => {
  for (const page of open.splice(0)) {
    expect(page.errors).toEqual([]);
    await page.context().close();
  }
});

async function shown(address: string, how: Visit = {}): Promise<Page> {
  const page = await visit(browser, app.base, `/projects/${p}${address}`, how);
  open.push(page);
  return page;
}

const marked = (page: Page): Promise<string> => page.locator('.turns mark').first().innerText();

describe('a supervisor', () => {
  it('goes through the queue with the keyboard alone, and the student answers', async () => {
    const page = await shown('/review?as=Siiri');
    expect(await marked(page)).toBe('luottamus on se ykkönen');
    await page.getByText('Asiakas voi luottaa <b>lupaukseen</b>.').waitFor();
    await page.keyboard.press('a');
    await page.getByText('hoidetaan mitä luvataan').first().waitFor();
    await expect.poll(() => marked(page)).toBe('hoidetaan mitä luvataan');
    await page.keyboard.press('c');
    await page.keyboard.type('Eikö tämä ole eri asia? <script>alert(1)</script>');
    await page.keyboard.press('Escape');
    await page.keyboard.press('d');
    await page.locator('.thread.dispute').waitFor();
    expect(await page.locator('.thread .prose').innerText()).toContain('<script>alert(1)</script>');
    await page.keyboard.press('j');
    await expect.poll(() => marked(page)).toBe('Soitetaan ennen');

    const student = await shown('/review?as=Anna&show=open');
    expect(await student.locator('.thread h3').innerText()).toContain('Siiri: kiistetty');
    await student.getByLabel('Vastaa: Siiri').fill('Sama asia: lupaus pidetään.');
    await student.keyboard.press('Control+Enter');
    await student.getByText('Sama asia: lupaus pidetään.').waitFor();

    await page.goto(`${app.base}/projects/${p}/review?show=waiting`);
    expect(await page.locator('.rows li').allInnerTexts()).toEqual([
      expect.stringContaining('vastattu'),
      expect.stringContaining('ei tarkastettu'),
    ]);
    await page.getByRole('button', { name: 'Merkitse ratkaistuksi' }).click();
    await page.getByText(/Ratkaissut Siiri/).waitFor();
  });

  it('sees that an excerpt was changed after the verdict', async () => {
    const { excerpts } = (await api.get(`/projects/${p}/excerpts`)).body;
    const excerptId = excerpts[0].id as string;
    await api.post(`/projects/${p}/reviews`, { excerptId, verdict: 'accept', reviewer: 'Siiri' });
    const other = (await api.post(`/projects/${p}/themes`, { name: 'Arki' })).body.id as string;
    await api.patch(`/projects/${p}/excerpts/${excerptId}`, { themeIds: [other] }).expect(200);
    const page = await shown('/review?as=Siiri');
    await page.getByText('Ote on muuttunut arviosi jälkeen.').waitFor();
    await page.getByText('Ote on muuttunut tämän arvion jälkeen.').waitFor();
  });

  it('finds a page all can read, at every size, in light and dark', async () => {
    const { excerpts } = (await api.get(`/projects/${p}/excerpts`)).body;
    const verdict = { verdict: 'question', reviewer: 'Siiri', comment: 'Miksi?' };
    await api.post(`/projects/${p}/reviews`, { excerptId: excerpts[0].id, ...verdict });
    for (const window of WINDOWS)
      for (const dark of [false, true]) {
        const page = await shown('/review?show=all', { ...window, dark });
        await page.locator('.thread').waitFor();
        await expectAccessible(page);
        await expectToFit(page);
      }
  });
});
