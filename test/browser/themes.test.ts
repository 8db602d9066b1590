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
  p = String((await api.post('/projects', { name: 'Testi', language: 'fi' })).body.id);
});
afterEach(async () => {
  for (const page of open.splice(0)) {
    expect(page.errors).toEqual([]);
    await page.context().close();
  }
});

async function themes(how: Visit = {}): Promise<Page> {
  const page = await visit(browser, app.base, `/projects/${p}/themes`, how);
  open.push(page);
  return page;
}

/** Makes themes of an outline, two spaces a level. */
async function given(...outline: string[]): Promise<void> {
  const line: string[] = [];
  for (const entry of outline) {
    const name = entry.trim();
    const depth = (entry.length - name.length) / 2;
    const parentId = depth > 0 ? line[depth - 1] : null;
    line[depth] = String((await api.post(`/projects/${p}/themes`, { name, parentId })).body.id);
  }
}
const kept = async () =>
  ((await api.get(`/projects/${p}/themes`)).body.themes as { name: string; depth: number }[]).map(
    ({ name, depth }) => '  '.repeat(depth) + name,
  );
const shown = (page: Page) =>
  page
    .locator('.node')
    .evaluateAll((rows) =>
      rows.map(
        (row) =>
          '  '.repeat(Number(row.getAttribute('aria-level')) - 1) +
          row.querySelector('b')!.textContent,
      ),
    );
const focused = (page: Page) => page.evaluate(() => document.activeElement?.id ?? '');

describe('the themes page', () => {
  it('adds one theme after another without leaving the keyboard', async () => {
    const page = await themes();
    await page.getByRole('heading', { name: 'Ei vielä teemoja' }).waitFor();
    await page.getByLabel('Nimi').focus();
    await page.keyboard.type('Luottamus');
    await page.keyboard.press('Enter');
    await expect.poll(() => shown(page)).toEqual(['Luottamus']);
    await expect.poll(() => focused(page)).toBe('new-name');
    await page.getByLabel('Yläteema').selectOption({ label: 'Luottamus' });
    for (const name of ['Ennakointi', 'Lupaukset']) {
      await page.getByLabel('Nimi', { exact: true }).last().fill(name);
      await page.keyboard.press('Enter');
      await page.locator('.node b', { hasText: name }).waitFor();
      await expect.poll(() => focused(page)).toBe('new-name');
    }
    expect(await kept()).toEqual(['Luottamus', '  Ennakointi', '  Lupaukset']);
  });

  it('changes name, definition and colour in the row', async () => {
    await given('Luottamus');
    const page = await themes();
    await page.getByText('Luottamus').first().click();
    const form = page.locator('.node-edit form').first();
    await form.getByLabel('Nimi').fill('Luottaminen');
    await form.getByLabel('Määritelmä').fill('Sanansa pitäminen');
    await form.getByRole('radio', { name: 'punainen', exact: true }).focus();
    await page.keyboard.press('Space');
    await form.getByRole('button', { name: 'Tallenna' }).click();
    await page.getByText('Sanansa pitäminen', { exact: true }).first().waitFor();
    expect((await api.get(`/projects/${p}/themes`)).body.themes[0]).toMatchObject({
      name: 'Luottaminen',
      definition: 'Sanansa pitäminen',
      colour: 11,
    });
    expect(await page.locator('.node .dot.c11').count()).toBe(1);
    await expect.poll(() => focused(page)).toMatch(/^edit-button-/);
  });

  it('moves with Alt and the arrows, and the focus goes along', async () => {
    await given('a', 'b', 'c');
    const page = await themes();
    await page.getByLabel('Muokkaa: c').focus();
    await page.keyboard.press('Alt+ArrowUp');
    await expect.poll(() => shown(page)).toEqual(['a', 'c', 'b']);
    await page.keyboard.press('Alt+ArrowRight');
    await expect.poll(() => shown(page)).toEqual(['a', '  c', 'b']);
    await page.keyboard.press('Alt+ArrowLeft');
    await expect.poll(() => shown(page)).toEqual(['a', 'c', 'b']);
    await page.keyboard.press('Alt+ArrowDown');
    await expect.poll(() => shown(page)).toEqual(['a', 'b', 'c']);
    expect(await kept()).toEqual(['a', 'b', 'c']);
    expect(await page.evaluate(() => document.activeElement?.getAttribute('aria-label'))).toBe(
      'Muokkaa: c',
    );
  });

  it('moves with buttons; one that leads nowhere does nothing', async () => {
    await given('a', 'b');
    const page = await themes();
    await page.getByLabel('Muokkaa: b').click();
    await page.getByRole('button', { name: 'Siirrä alas: b' }).focus();
    await page.keyboard.press('Enter');
    await page.getByRole('button', { name: 'Siirrä edellisen alateemaksi: b' }).click();
    await expect.poll(() => shown(page)).toEqual(['a', '  b']);
  });

  it.each([
    ['c', 'a', 0.1, ['c', 'a', '  a1', 'b']],
    ['c', 'a', 0.5, ['a', '  a1', '  c', 'b']],
    ['c', 'a', 0.9, ['a', '  c', '  a1', 'b']],
    ['a', 'c', 0.9, ['b', 'c', 'a', '  a1']],
    ['a', 'b', 0.9, ['b', 'a', '  a1', 'c']],
    ['a1', 'b', 0.1, ['a', 'a1', 'b', 'c']],
    ['a', 'a1', 0.5, ['a', '  a1', 'b', 'c']],
  ])('drags %s to %s at %d', async (from, to, share, outline) => {
    await given('a', '  a1', 'b', 'c');
    const page = await themes();
    const row = (name: string) =>
      page
        .locator('.node-main')
        .filter({ has: page.locator('b', { hasText: new RegExp(`^${name}$`) }) });
    const { height } = (await row(to).boundingBox())!;
    await row(from).dragTo(row(to), { targetPosition: { x: 200, y: height * share } });
    await expect.poll(() => shown(page)).toEqual(outline);
    expect(await kept()).toEqual(outline);
  });

  it('deletes without asking, says where the codings went, and takes it back', async () => {
    await given('a', '  a1');
    const page = await themes();
    await page.getByLabel('Muokkaa: a1').click();
    await page.getByRole('button', { name: 'Poista: a1' }).click();
    await page.getByText('”a1” poistettiin. Sen otteet ovat nyt teemassa ”a”.').waitFor();
    await expect.poll(() => shown(page)).toEqual(['a']);
    await expect.poll(() => focused(page)).toMatch(/^edit-button-/);
    await page.locator('.toast').getByRole('button', { name: 'Kumoa' }).click();
    await expect.poll(() => shown(page)).toEqual(['a', '  a1']);
  });

  it('keeps words that are being written while others change the codebook', async () => {
    await given('a');
    const page = await themes();
    await page.getByLabel('Muokkaa: a').click();
    const definition = page.locator('.node-edit textarea[name="definition"]');
    await definition.fill('Kesken');
    await definition.blur();
    await given('b');
    await expect.poll(() => shown(page)).toEqual(['a', 'b']);
    expect(await definition.first().inputValue()).toBe('Kesken');
    // Escape closes nothing that would be lost.
    await definition.first().focus();
    await page.keyboard.press('Escape');
    expect(await definition.first().isVisible()).toBe(true);
    await page.locator('.node-edit').first().getByRole('button', { name: 'Peru' }).click();
    await page.getByLabel('Muokkaa: a').click();
    expect(await definition.first().inputValue()).toBe('');
  });

  it('works as forms without a script', async () => {
    await given('a', 'b');
    const context = await browser.newContext({ javaScriptEnabled: false, locale: 'fi' });
    const page = await context.newPage();
    await page.goto(`${app.base}/projects/${p}/themes`);
    await page.locator('.node summary').nth(1).click();
    await page.getByRole('button', { name: 'Siirrä ylös: b' }).click();
    expect(await shown(page)).toEqual(['b', 'a']);
    await page.locator('.new-node').getByLabel('Nimi').fill('c');
    await page.getByRole('button', { name: 'Lisää teema' }).click();
    expect(await shown(page)).toEqual(['b', 'a', 'c']);
    await context.close();
  });

  it('is accessible and fits every window, in light and dark', async () => {
    await api.upload(`/projects/${p}/transcripts`, { 'H1.txt': INTERVIEW });
    await expectAccessible(await themes());
    await given(
      'Luottamus',
      '  Ennakointi',
      '    Hyvin pitkä teeman nimi, joka ei mahdu yhdelle riville',
    );
    for (const dark of [false, true]) {
      const page = await themes({ dark });
      await page.getByLabel('Muokkaa: Ennakointi').click();
      await expectAccessible(page);
    }
    for (const window of WINDOWS) {
      const page = await themes(window);
      await page.getByLabel('Muokkaa: Ennakointi').click();
      await expectToFit(page);
    }
  });
});
