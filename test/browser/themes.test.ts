import type { Page } from 'playwright-core';
import { beforeEach, describe, expect, it } from 'vitest';
import { browserTests } from '../support/browser-tests.ts';
import { addInterview, newProject } from '../support/client.ts';
import { expectUsable } from '../support/pages.ts';

const { api, visit } = browserTests();

let p: string;
beforeEach(async () => {
  p = await newProject(api);
});

const themes = (query = '') => visit(`${p}/themes${query}`);

/** Makes themes of an outline, two spaces a level; their ids by name. */
async function given(...outline: string[]): Promise<Record<string, string>> {
  const line: string[] = [];
  const ids: Record<string, string> = {};
  for (const entry of outline) {
    const name = entry.trim();
    const depth = (entry.length - name.length) / 2;
    const parentId = depth > 0 ? line[depth - 1] : null;
    line[depth] = await api.make(`${p}/themes`, { name, parentId });
    ids[name] = line[depth];
  }
  return ids;
}

/** Codes three passages with the themes named; the ids of the excerpts. */
async function coded(...themeIds: string[][]): Promise<string[]> {
  const transcriptId = await addInterview(api, p);
  const excerpts: string[] = [];
  for (const [i, ids] of themeIds.entries()) {
    const start = 60 + i * 14;
    const excerpt = { transcriptId, start, end: start + 12, themeIds: ids };
    excerpts.push(await api.make(`${p}/excerpts`, excerpt));
  }
  return excerpts;
}
const countOf = async (id: string) =>
  Number((await api.get(`${p}/excerpts?theme=${id}`)).body.total);
const kept = async () =>
  ((await api.get(`${p}/themes`)).body.themes as { name: string; depth: number }[]).map(
    ({ name, depth }) => '  '.repeat(depth) + name,
  );
const shown = (page: Page) =>
  page
    .locator('.row:not([hidden])')
    .evaluateAll((rows) =>
      rows.map(
        (row) =>
          '  '.repeat(Number(row.getAttribute('aria-level')) - 1) +
          row.querySelector('b')!.textContent,
      ),
    );
const focused = (page: Page) => page.evaluate(() => document.activeElement?.id ?? '');
const focusedName = (page: Page) =>
  page.evaluate(() => document.activeElement?.querySelector('b')?.textContent);
const row = (page: Page, name: string) =>
  page.locator('.row').filter({ has: page.locator('b', { hasText: new RegExp(`^${name}$`) }) });
const details = (page: Page, name: string) =>
  page.locator('.details').getByRole('heading', { name, exact: true });

describe('the tree of themes', () => {
  it('takes one theme after another without leaving the keyboard', async () => {
    const page = await themes();
    await page.getByRole('heading', { name: 'Ei vielä teemoja' }).waitFor();
    await page.locator('#new-name').focus();
    await page.keyboard.type('Luottamus');
    await page.keyboard.press('Enter');
    await expect.poll(() => shown(page)).toEqual(['Luottamus']);
    await expect.poll(() => focused(page)).toBe('new-name');
    await page.getByLabel('Yläteema').selectOption({ label: 'Luottamus' });
    for (const name of ['Ennakointi', 'Lupaukset']) {
      await page.locator('#new-name').fill(name);
      await page.keyboard.press('Enter');
      await row(page, name).waitFor();
      await expect.poll(() => focused(page)).toBe('new-name');
    }
    await expect.poll(kept).toEqual(['Luottamus', '  Ennakointi', '  Lupaukset']);
  });

  it('is one stop of the Tab key and is walked with arrows, Home, End and letters', async () => {
    await given('a', '  a1', '  a2', 'b', 'ä');
    const page = await themes();
    await expect.poll(() => page.locator('.row[tabindex="0"]').count()).toBe(1);
    await row(page, 'a').focus();
    for (const [key, name] of [
      ['ArrowDown', 'a1'],
      ['ArrowUp', 'a'],
      ['ArrowRight', 'a1'],
      ['ArrowLeft', 'a'],
      ['End', 'ä'],
      ['Home', 'a'],
      ['b', 'b'],
    ] as const) {
      await page.keyboard.press(key);
      expect([key, await focusedName(page)]).toEqual([key, name]);
    }
    await page.keyboard.press('Home');
    await page.keyboard.press('ArrowLeft');
    await expect.poll(() => shown(page)).toEqual(['a', 'b', 'ä']);
    await expect.poll(() => row(page, 'a').getAttribute('aria-expanded')).toBe('false');
    // What is closed stays closed.
    await page.reload();
    await expect.poll(() => shown(page)).toEqual(['a', 'b', 'ä']);
    await row(page, 'a').focus();
    await page.keyboard.press('ArrowRight');
    await expect.poll(() => shown(page)).toEqual(['a', '  a1', '  a2', 'b', 'ä']);
  });

  it('moves with Alt and the arrows, and the focus goes along', async () => {
    await given('a', 'b', 'c');
    const page = await themes();
    await row(page, 'c').focus();
    for (const [key, outline] of [
      ['Alt+ArrowUp', ['a', 'c', 'b']],
      ['Alt+ArrowRight', ['a', '  c', 'b']],
      ['Alt+ArrowLeft', ['a', 'c', 'b']],
      ['Control+ArrowDown', ['a', 'b', 'c']],
    ] as const) {
      await page.keyboard.press(key);
      await expect.poll(() => shown(page)).toEqual(outline);
      await expect.poll(() => focusedName(page)).toBe('c');
    }
    await expect.poll(kept).toEqual(['a', 'b', 'c']);
  });

  it('shows what is looked for, with the themes above it', async () => {
    await given('Luottamus', '  Ennakointi', 'Arki');
    const page = await themes();
    await page.locator('#filter').fill('ENNAK');
    await expect.poll(() => shown(page)).toEqual(['Luottamus', '  Ennakointi']);
    await page.locator('#filter').fill('');
    await expect.poll(() => shown(page)).toHaveLength(3);
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
    const { height } = (await row(page, to).boundingBox())!;
    await row(page, from).dragTo(row(page, to), { targetPosition: { x: 200, y: height * share } });
    await expect.poll(() => shown(page)).toEqual(outline);
    await expect.poll(kept).toEqual(outline);
  });

  it('tells of a sibling with the same name, and keeps both', async () => {
    await given('Arki');
    const page = await themes();
    await page.locator('#new-name').fill('arki');
    await page.keyboard.press('Enter');
    await page.locator('.toast', { hasText: 'samanniminen' }).waitFor();
    await expect.poll(() => shown(page)).toEqual(['Arki', 'arki']);
    await expect.poll(() => page.locator('.row .mark.twin').count()).toBe(2);
  });
});

describe('the details of a theme', () => {
  it('are chosen with Enter or a click, have an address, and are saved', async () => {
    await given('Luottamus', 'Arki');
    const page = await themes();
    await row(page, 'Luottamus').focus();
    await page.keyboard.press('Enter');
    await details(page, 'Luottamus').waitFor();
    expect(page.url()).toContain('?theme=');
    await page.getByLabel('Nimi', { exact: true }).last().fill('Luottaminen');
    await page.getByLabel('Määritelmä', { exact: true }).fill('Sanansa pitäminen');
    await page.getByLabel('Taso', { exact: true }).selectOption({ label: 'yläluokka' });
    await page.getByRole('radio', { name: 'punainen', exact: true }).focus();
    await page.keyboard.press('Space');
    await page.getByRole('button', { name: 'Tallenna' }).click();
    await expect.poll(() => shown(page)).toEqual(['Luottaminen', 'Arki']);
    const first = async () => (await api.get(`${p}/themes`)).body.themes[0] as object;
    await expect.poll(first).toMatchObject({
      name: 'Luottaminen',
      definition: 'Sanansa pitäminen',
      level: 'upper',
      colour: 11,
      origin: 'inductive',
    });
    await row(page, 'Arki').click();
    await details(page, 'Arki').waitFor();
    await page.goBack();
    await details(page, 'Luottaminen').waitFor();
    await page.reload();
    await details(page, 'Luottaminen').waitFor();
  });

  it('keep words that are being written while others change the codebook, and when another is chosen', async () => {
    const { a } = await given('a', 'b');
    const page = await themes(`?theme=${a}`);
    const definition = page.locator('#definition');
    await definition.fill('Kesken');
    await definition.blur();
    await given('c');
    await expect.poll(() => shown(page)).toEqual(['a', 'b', 'c']);
    await expect.poll(() => definition.inputValue()).toBe('Kesken');
    await row(page, 'b').click();
    await details(page, 'b').waitFor();
    await expect
      .poll(async () => (await api.get(`${p}/themes`)).body.themes[0].definition)
      .toBe('Kesken');
  });

  it('take the anchor example with one click and ask whether old codings still fit', async () => {
    const { a } = await given('a');
    const [first] = await coded([a!], [a!]);
    await api.patch(`${p}/themes/${a}`, { definition: 'Uusi' });
    const page = await themes(`?theme=${a}`);
    await page.locator('.row .mark.outdated', { hasText: '2' }).waitFor();
    await page.getByRole('button', { name: 'Käytä esimerkkinä' }).first().click();
    await page.locator('.quote').waitFor();
    expect((await api.get(`${p}/themes`)).body.themes[0].anchorId).toBe(first);
    await page.getByRole('button', { name: 'Sopii yhä' }).first().click();
    await page.locator('.row .mark.outdated', { hasText: '1' }).waitFor();
    await page.getByRole('button', { name: 'Se sopii yhä' }).click();
    await page.locator('#outdated').waitFor({ state: 'detached' });
  });

  it('merge after a look at what moves, and take it back', async () => {
    const { a, b } = await given('a', '  a1', 'b');
    await coded([a!], [a!, b!]);
    const page = await themes(`?theme=${a}`);
    await page.getByRole('link', { name: 'Yhdistä…' }).click();
    await page.getByLabel('Teemaan').selectOption({ label: 'b' });
    await page.getByRole('button', { name: 'Näytä, mitä siirtyy' }).click();
    await page.getByText('2 otetta siirtyy teemaan ”b”.').waitFor();
    await page.getByText('1 alateema siirtyy mukana: a1.').waitFor();
    await page.getByRole('button', { name: 'Yhdistä', exact: true }).click();
    await expect.poll(() => shown(page)).toEqual(['b', '  a1']);
    await details(page, 'b').waitFor();
    expect(await countOf(b!)).toBe(2);
    await page.locator('.toast').getByRole('button', { name: 'Kumoa' }).click();
    await expect.poll(() => shown(page)).toEqual(['a', '  a1', 'b']);
    expect(await countOf(b!)).toBe(1);
  });

  it('split off chosen excerpts', async () => {
    const { a } = await given('a');
    await coded([a!], [a!]);
    const page = await themes(`?theme=${a}&do=split`);
    await page.locator('.task').getByRole('checkbox').first().check();
    await page.getByLabel('Uuden teeman nimi').fill('osa');
    await page.getByRole('button', { name: 'Siirrä uuteen teemaan' }).click();
    await expect.poll(() => shown(page)).toEqual(['a', 'osa']);
    expect(await countOf(a!)).toBe(1);
  });

  it('retire and bring back', async () => {
    const { a } = await given('a');
    const page = await themes(`?theme=${a}`);
    await page.getByRole('button', { name: 'Poista käytöstä' }).click();
    await page.locator('.row.retired').waitFor();
    await page.getByRole('button', { name: 'Ota takaisin käyttöön' }).click();
    await page.locator('.row:not(.retired)').waitFor();
  });

  it('delete after saying what changes, and take it back', async () => {
    const ids = await given('a', '  a1');
    const page = await themes(`?theme=${ids['a1']}`);
    await page.getByRole('link', { name: 'Poista teema…' }).click();
    await page.getByText('0 otetta siirtyy teemaan ”a”.').waitFor();
    await page.getByRole('button', { name: 'Poista: a1' }).click();
    await page.getByText('”a1” poistettiin. Sen otteet ovat nyt teemassa ”a”.').waitFor();
    await expect.poll(() => shown(page)).toEqual(['a']);
    await page.locator('.toast').getByRole('button', { name: 'Kumoa' }).click();
    await expect.poll(() => shown(page)).toEqual(['a', '  a1']);
  });

  it('work as links and forms without a script', async () => {
    await given('a', 'b');
    const page = await visit(`${p}/themes`, { withoutScript: true });
    await row(page, 'b').click();
    await page.getByRole('button', { name: 'Siirrä ylös: b' }).click();
    await expect.poll(() => shown(page)).toEqual(['b', 'a']);
    await page.locator('#new-name').fill('c');
    await page.getByRole('button', { name: 'Lisää teema' }).click();
    await expect.poll(() => shown(page)).toEqual(['b', 'a', 'c']);
    await page.locator('#filter').fill('a');
    await page.locator('#filter').press('Enter');
    await expect.poll(() => shown(page)).toEqual(['a']);
  });
});

describe('versions', () => {
  it('are made, and compared with the codebook as it is now', async () => {
    const { a } = await given('a');
    await api.patch(`${p}/themes/${a}`, { definition: 'vanha sana' });
    const page = await visit(`${p}/versions`);
    await page.locator('#version-name').fill('Ensimmäinen');
    await page.getByRole('button', { name: 'Tee versio' }).click();
    await page.locator('.version', { hasText: 'Ensimmäinen' }).waitFor();
    await api.patch(`${p}/themes/${a}`, { definition: 'uusi sana', name: 'ä' });
    await page.getByRole('link', { name: 'Mitä sen jälkeen muuttui' }).click();
    await page.locator('#diff').waitFor();
    await expect.poll(() => page.locator('#diff del').textContent()).toBe('vanha');
    await expect.poll(() => page.locator('#diff ins').textContent()).toBe('uusi');
    await page.getByText('Nimi: ”a” → ”ä”').waitFor();
    await expectUsable(page);
  });
});

describe('the codebook', () => {
  const QUERIES = ['', '?theme=$a', '?theme=$a&do=merge&into=$b', '?theme=$a&do=split'];
  /** A codebook with something of everything; the query with the ids of its themes. */
  async function everything(query: string): Promise<string> {
    const ids = await given(
      'Luottamus',
      '  Ennakointi',
      '    Hyvin pitkä teeman nimi, joka ei mahdu yhdelle riville missään ikkunassa',
    );
    const [a, b] = [ids['Ennakointi']!, ids['Luottamus']!];
    await coded([a], [a]);
    await api.patch(`${p}/themes/${a}`, { definition: 'Uusi', retired: true });
    return query.replace('$a', a).replace('$b', b);
  }

  it.each(QUERIES)('is accessible and fits every window, in light and dark: %s', async (query) => {
    await expectUsable(await themes(await everything(query)));
  });
});
