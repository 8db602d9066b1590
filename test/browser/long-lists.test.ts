import type { Browser, Page } from 'playwright-core';
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { apiOf } from '../support/client.ts';
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

const COUNT = 120;
let p: string;
let api: ReturnType<typeof apiOf>;
const open: (Page & { errors: string[] })[] = [];
beforeEach(async () => {
  api = apiOf(app.base);
  p = String((await api.post('/projects', { name: 'Testi', language: 'fi' })).body.id);
  const files = Object.fromEntries(
    Array.from({ length: COUNT }, (_, i) => [
      `H${i + 1}.txt`,
      `H: Miksi?\n\nV: Siksi vain ${i}.\n\nH: Miten?\n\nV: Näin se on.\n`,
    ]),
  );
  await api.upload(`/projects/${p}/transcripts`, files).expect(200);
});
afterEach(async () => {
  for (const page of open.splice(0)) {
    expect(page.errors).toEqual([]);
    await page.context().close();
  }
});

async function pageAt(path: string, how: Visit = {}): Promise<Page> {
  const page = await visit(browser, app.base, `/projects/${p}${path}`, how);
  open.push(page);
  return page;
}

describe('a project with many transcripts', () => {
  it('has them in parts, and those that hold a word', async () => {
    const page = await pageAt('');
    const rows = page.locator('.transcripts-table tbody tr');
    await expect.poll(() => rows.count()).toBe(100);
    // Each file is an interviewee of its own, whose name is not the letter all share.
    await expect.poll(() => rows.first().locator('td').first().textContent()).toBe('H1');
    await page.getByRole('link', { name: 'H101 – H120' }).click();
    await page.getByRole('link', { name: 'H120', exact: true }).waitFor();
    await expect.poll(() => rows.count()).toBe(20);
    await expectAccessible(page);
    await page.getByRole('searchbox').fill('h11');
    await page.getByRole('searchbox').press('Enter');
    await page.getByText('11 / 120').waitFor();
    await expect.poll(() => rows.count()).toBe(11);
    await page.getByRole('searchbox').fill('ei ketään');
    await page.getByRole('button', { name: 'Etsi' }).click();
    await page.getByText('0 / 120').waitFor();
    await page.getByRole('link', { name: 'Näytä kaikki' }).click();
    await page.getByRole('link', { name: 'H1', exact: true }).waitFor();
  });

  it('folds files whose speakers need no look, and takes corrections in them', async () => {
    const page = await pageAt('/speakers?find=H12');
    await expectAccessible(page);
    await expect.poll(() => page.locator('.speaker-file').count()).toBe(2);
    const summary = page.getByText('H (haastattelija), V (haastateltava H12)', { exact: true });
    await summary.click();
    const name = page.getByRole('textbox', { name: /^Puhuja: V/ }).first();
    await name.fill('Maija');
    await page.getByRole('button', { name: 'Tallenna korjaukset' }).click();
    await page.getByText('Maija (haastateltava H12)').waitFor();
    const { body } = await api.get(`/projects/${p}/speakers`).expect(200);
    const named = (body.transcripts as { speakers: { names: string[] }[] }[]).filter(
      ({ speakers }) => speakers.some(({ names }) => names.includes('Maija')),
    );
    expect(named).toHaveLength(1);
  });

  it.each(WINDOWS)('fits into a window $width wide', async (window) => {
    const page = await pageAt('/speakers', window);
    await expectToFit(page);
    await page.goto(`${app.base}/projects/${p}?find=h1`);
    await expectToFit(page);
  });
});

describe('the page for coding', () => {
  it('shows who speaks as it is corrected elsewhere, and that turns begin elsewhere', async () => {
    const { body } = await api.get(`/projects/${p}/transcripts`).expect(200);
    const transcripts = body.transcripts as { id: string; title: string }[];
    const { id } = transcripts.find(({ title }) => title === 'H1') ?? { id: '' };
    const page = await pageAt(`/code/${id}`);
    const second = page.locator('#t-2');
    await second.getByText('V', { exact: true }).waitFor();
    const correct = (correction: object) =>
      api.post(`/projects/${p}/speakers`, { transcripts: [{ id, ...correction }] }).expect(200);
    await correct({ speakers: [{ speaker: 'V', rename: 'Maija', role: 'other' }] });
    await second.getByText('Maija', { exact: true }).waitFor();
    await expect.poll(() => second.getAttribute('class')).toBe('turn other');
    await api.post(`/projects/${p}/undo`).expect(200);
    await second.getByText('V', { exact: true }).waitFor();
    await expect.poll(() => second.getAttribute('class')).toBe('turn interviewee');
    await correct({ speakers: [{ speaker: 'H', role: 'text' }] });
    await page.getByRole('button', { name: 'Näytä ne' }).click();
    await expect.poll(() => page.locator('.turn').count()).toBeLessThan(4);
  });
});
