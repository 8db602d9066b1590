import type { Browser } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { apiOf, INTERVIEW } from '../support/client.ts';
import { launchBrowser } from '../support/find-browser.ts';
import { expectAccessible, visit } from '../support/pages.ts';
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

describe('open threads in the text', () => {
  it('appear as they are asked, are answered and resolved in place', async () => {
    const api = apiOf(app.base);
    const p = String((await api.post('/projects', { name: 'Gradu', language: 'fi' })).body.id);
    const up = await api.upload(`/projects/${p}/transcripts`, { 'H1.txt': INTERVIEW });
    const transcriptId = up.body.imported[0].id as string;
    const themeId = (await api.post(`/projects/${p}/themes`, { name: 'Luottamus' })).body.id;
    const span = { transcriptId, start: 55, end: 80, themeIds: [themeId] };
    const excerptId = (await api.post(`/projects/${p}/excerpts`, span)).body.id as string;
    const page = await visit(browser, app.base, `/projects/${p}/code/${transcriptId}`);
    await page.locator('.stripe').first().waitFor();
    expect(await page.locator('.thread-mark').count()).toBe(0);
    const comment = 'Miksi <b>tämä</b>?';
    await api.post(`/projects/${p}/reviews`, {
      ...{ excerptId, verdict: 'dispute', reviewer: 'Siiri', comment },
    });
    await page.locator('.thread-mark').waitFor();
    await page.locator('.stripe').first().click();
    await page.getByText(comment).waitFor();
    await expectAccessible(page);
    await page.getByLabel('Vastaa: Siiri').fill('Koska näin sanottiin.');
    await page.keyboard.press('Control+Enter');
    await page.locator('.threads .said').getByText('Koska näin sanottiin.').waitFor();
    await page.getByRole('button', { name: 'Merkitse ratkaistuksi' }).click();
    await page.locator('.thread-mark').waitFor({ state: 'detached' });
    const { reviews } = (await api.get(`/projects/${p}/reviews`)).body;
    expect(reviews).toMatchObject([{ open: false, comments: [{}, { author: 'Minä' }] }]);
    expect(page.errors).toEqual([]);
    await page.context().close();
  });
});
