import { beforeEach, describe, expect, it } from 'vitest';
import { browserTests } from '../support/browser-tests.ts';
import { addInterview, codeWords, newProject } from '../support/client.ts';
import { expectAccessible, type VisitedPage } from '../support/pages.ts';

const ANSWERS = 120;
/** Every answer has a number, and is as long as three lines. */
const TEXT = Array.from({ length: ANSWERS }, (_, i) => {
  const answer = `Vastaus ${i + 1} alkaa tästä. ${'Siinä kerrotaan arjesta ja työstä. '.repeat(6)}Loppu.`;
  return `Haastattelija: Kysymys ${i + 1}?\n\nH1: ${answer}\n`;
}).join('\n');
const NEAR_THE_END = 111;

const { api, visit } = browserTests();

let p: string;
let t: string;
let text: string;
let eka: string;
let page: VisitedPage;

beforeEach(async () => {
  p = await newProject(api, 'Pitkä');
  t = await addInterview(api, p, TEXT);
  text = String((await api.get(`${p}/transcripts/${t}`)).body.text);
  eka = await api.make(`${p}/themes`, { name: 'Eka' });
});

async function open(hash = ''): Promise<void> {
  page = await visit(`${p}/code/${t}${hash}`);
  await page.locator('#themes .entry').waitFor();
}

const coded = (words: string) => codeWords(api, p, t, words, { themeIds: [eka] });

const quotes = async () =>
  ((await api.get(`${p}/excerpts`)).body.excerpts as { quote: string }[]).map(({ quote }) => quote);

/** The turns on either side of the first boundary between two stretches, by number. */
const boundary = () =>
  page.evaluate(() => {
    const [first, second] = document.querySelectorAll('.stretch');
    const numberOf = (turn?: Element | null) => Number(turn?.id.slice('t-'.length));
    return [numberOf(first?.lastElementChild), numberOf(second?.firstElementChild)] as const;
  });

const isInView = (selector: string) =>
  page.evaluate((wanted) => {
    const rect = document.querySelector(wanted)?.getBoundingClientRect();
    return rect !== undefined && rect.height > 0 && rect.top >= 0 && rect.bottom <= innerHeight;
  }, selector);

/** Where the caret or the selection stands, as the number of its turn. */
const turnOfFocus = () =>
  page.evaluate(() => getSelection()?.focusNode?.parentElement?.closest('.turn')?.id);

describe('a long text in stretches', () => {
  it('opens at an excerpt far down, with its name in the margin', async () => {
    const id = await coded(`Vastaus ${NEAR_THE_END} alkaa tästä.`);
    await open(`#e-${id}`);
    await expect.poll(() => isInView(`mark[data-e="${id}"]`)).toBe(true);
    await expect.poll(() => page.locator('.stripe').allTextContents()).toEqual(['Eka']);
    await expect.poll(() => page.locator('.stripe').getAttribute('class')).toContain('current');
  });

  it('goes to a turn far down by its address', async () => {
    await open(`#t-${2 * NEAR_THE_END}`);
    await expect.poll(() => isInView(`#t-${2 * NEAR_THE_END} .number`)).toBe(true);
  });

  it('takes the caret from the last turn of one stretch into the next, by turn and by line', async () => {
    await open();
    const [last, first] = await boundary();
    expect(first).toBe(last + 1);
    await page.evaluate((number) => {
      document.getElementById('text')?.focus();
      const said = document.querySelector(`#t-${number} .said`);
      if (said) getSelection()?.collapse(said.firstChild, 0);
    }, last);
    await page.keyboard.press('j');
    expect(await turnOfFocus()).toBe(`t-${first}`);
    await page.keyboard.press('ArrowUp');
    expect(await turnOfFocus()).toBe(`t-${last}`);
    await page.keyboard.press('ArrowDown');
    expect(await turnOfFocus()).toBe(`t-${first}`);
    await page.keyboard.press('ArrowDown');
    expect(await turnOfFocus()).toBe(`t-${first + 1}`);
  });

  it('codes a passage that is selected by keys across two stretches', async () => {
    await open();
    const [last, first] = await boundary();
    await page.evaluate((number) => {
      document.getElementById('text')?.focus();
      const said = document.querySelector(`#t-${number} .said`)?.firstChild as Text;
      getSelection()?.collapse(said, said.length - 'Loppu.'.length);
    }, last);
    for (let i = 0; i < 4; i++) await page.keyboard.press('Control+Shift+ArrowRight');
    await page.keyboard.press('Enter');
    await page.keyboard.press('Enter');
    await expect.poll(async () => (await quotes()).length).toBe(1);
    for (const turn of [last, first])
      await expect.poll(() => page.locator(`#t-${turn} mark`).count()).toBeGreaterThan(0);
  });

  it('understands a selection that ends between stretches, and one of everything', async () => {
    await open();
    const [last] = await boundary();
    await page.evaluate(() => {
      document.getElementById('text')?.focus();
      const stretch = document.querySelector('.stretch');
      if (stretch) getSelection()?.setBaseAndExtent(stretch, 0, stretch, stretch.childNodes.length);
    });
    await page.keyboard.press('Enter');
    await page.keyboard.press('Enter');
    const toBoundary = text.slice(
      text.indexOf('Kysymys 1?'),
      text.indexOf(`Haastattelija: Kysymys ${last / 2 + 1}?`),
    );
    await expect.poll(quotes).toEqual([toBoundary.trim()]);
    await page.evaluate(() => {
      const article = document.getElementById('text');
      if (article) getSelection()?.selectAllChildren(article);
    });
    await page.keyboard.press('Enter');
    await page.keyboard.press('Enter');
    await expect.poll(quotes).toContain(text.slice(text.indexOf('Kysymys 1?')).trim());
  });

  it('finds words that were never on the screen', async () => {
    await open();
    await page.locator('#text').focus();
    await page.keyboard.press('/');
    await page.keyboard.type(`vastaus ${NEAR_THE_END} `);
    await expect.poll(() => page.locator('#find-count').textContent()).toBe('1/1');
    await page.keyboard.press('Escape');
    expect(await page.evaluate(() => getSelection()?.toString())).toBe(`Vastaus ${NEAR_THE_END}`);
    await expect.poll(() => isInView(`#t-${2 * NEAR_THE_END} .who`)).toBe(true);
  });

  it('goes around all excerpts and draws each name when its turn comes into view', async () => {
    await coded('Vastaus 2 alkaa tästä.');
    await coded(`Vastaus ${NEAR_THE_END} alkaa tästä.`);
    await open();
    await page.locator('#text').focus();
    for (const answer of [2, NEAR_THE_END, 2]) {
      await page.keyboard.press('n');
      await expect.poll(() => isInView(`#t-${2 * answer} .stripe`)).toBe(true);
    }
  });

  it('selects with three clicks what a turn says, and nothing of the next', async () => {
    await open();
    const answer = text.slice(
      text.indexOf('Vastaus 1 '),
      text.indexOf('\n\nHaastattelija: Kysymys 2?'),
    );
    await page.locator('#t-2 .said').click({ clickCount: 3, position: { x: 60, y: 12 } });
    // The palette opens a moment after each click that selects; what it says it would code is awaited.
    const words = answer.split(/\s+/).length;
    await page.locator('#palette .palette-head', { hasText: `${words} sanaa` }).waitFor();
    await page.keyboard.press('Enter');
    await expect.poll(quotes).toEqual([answer]);
  });

  it('has nothing that axe knows to be wrong', async () => {
    await coded('Vastaus 2 alkaa tästä.');
    await open();
    await expectAccessible(page);
  });
});
