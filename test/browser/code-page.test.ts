import type { Browser } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { apiOf } from '../support/client.ts';
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
});

const FILES = {
  'H1.txt': 'Haastattelija: Entä palvelu?\n\nH1: Asiakkaat odottavat, mutta puhelimen saa kiinni.',
  'H2.txt':
    'Haastattelija: Entä palvelu?\n\nH2: Luottamusta ei osteta. Luottamus syntyy ajan kanssa.',
};

describe('The search in an interview', () => {
  it('finds forms of a Finnish word, and leads to all interviews', async () => {
    const api = apiOf(app.base);
    const p = String((await api.post('/projects', { name: 'Haku', language: 'fi' })).body.id);
    const { imported } = (await api.upload(`/projects/${p}/transcripts`, FILES)).body;
    const page = await visit(browser, app.base, `/projects/${p}/code/${imported[0].id}`);
    await page.locator('#text').focus();
    await page.keyboard.press('/');
    const words = page.getByRole('searchbox', { name: 'Etsi tästä haastattelusta' });
    const count = page.locator('#find-count');
    await words.fill('asiakas');
    await expect.poll(() => count.textContent()).toBe('1/1');
    await words.fill('luottamus');
    await expect.poll(() => count.textContent()).toBe('ei tässä');
    await expectAccessible(page);
    await page.getByRole('link', { name: 'kaikista haastatteluista' }).click();
    await page.getByRole('heading', { name: '”luottamus”: 2 kohtaa' }).waitFor();
    await page.getByRole('link', { name: 'Jätä ”luottamusta” pois' }).click();
    await page.getByRole('heading', { name: '”luottamus”: 1 kohta' }).waitFor();
    await page.getByRole('link', { name: 'Ota ”luottamusta” mukaan' }).click();
    await page.getByRole('heading', { name: '”luottamus”: 2 kohtaa' }).waitFor();
    await expectAccessible(page);
    expect(page.errors).toEqual([]);
    await page.context().close();
  });
});

describe('The list of interviews', () => {
  it('keeps the coded share of the open one true while one codes', async () => {
    const api = apiOf(app.base);
    const p = String((await api.post('/projects', { name: 'Osuus', language: 'fi' })).body.id);
    const { imported } = (await api.upload(`/projects/${p}/transcripts`, FILES)).body;
    const themeId = String((await api.post(`/projects/${p}/themes`, { name: 'Kaikki' })).body.id);
    const page = await visit(browser, app.base, `/projects/${p}/code/${imported[0].id}`);
    await page.locator('#themes .entry').waitFor();
    const share = page.locator('.interviews [aria-current] small');
    await expect.poll(() => share.textContent()).toBe('0 %');
    const text = String((await api.get(`/projects/${p}/transcripts/${imported[0].id}`)).body.text);
    const passage = { start: text.indexOf('Asiakkaat'), end: text.length, themeIds: [themeId] };
    await api.post(`/projects/${p}/excerpts`, { transcriptId: imported[0].id, ...passage });
    await expect.poll(() => share.textContent()).toBe('100 %');
    expect(page.errors).toEqual([]);
    await page.context().close();
  });
});
