import type { Page } from 'playwright-core';
import { beforeEach, describe, expect, it } from 'vitest';
import { browserTests } from '../support/browser-tests.ts';
import { addInterview, codeWords, newProject } from '../support/client.ts';
import { expectAccessible, type Visit } from '../support/pages.ts';

const { api, visit } = browserTests();

let p: string;
let t: string;

beforeEach(async () => {
  p = await newProject(api);
  t = await addInterview(api, p);
});

async function codePage(how: Visit = {}): Promise<Page> {
  const page = await visit(`${p}/code/${t}`, how);
  await page.waitForFunction(
    () => document.querySelector('#no-types')?.hasAttribute('hidden') === false,
  );
  return page;
}

const theme = async (name: string) => await api.make(`${p}/themes`, { name });

interface Stored {
  id: string;
  quote: string;
  themeIds: string[];
  typeIds: string[];
  reduction: string | null;
  memo: string | null;
  deviant: boolean;
  deviantReason: string | null;
}
const stored = async () => (await api.get(`${p}/excerpts`)).body.excerpts as Stored[];

/** Waits until what the server keeps looks as it should. */
const keeps = (look: (excerpts: Stored[]) => unknown, wanted: unknown) =>
  expect.poll(async () => look(await stored())).toEqual(wanted);

/** Drags over words of a turn, as a hand with a mouse does. */
async function drag(page: Page, from: string, to: string, turn = 2): Promise<void> {
  const ends = await page.evaluate(
    ([first, last, number]) => {
      const said = document.querySelector(`#t-${number} .said`);
      const text = said?.textContent ?? '';
      const place = (offset: number) => {
        const walker = document.createTreeWalker(said as Node, NodeFilter.SHOW_TEXT);
        let left = offset;
        for (let node = walker.nextNode(); node; node = walker.nextNode()) {
          const length = (node as Text).length;
          if (left <= length) {
            const range = document.createRange();
            range.setStart(node, left);
            const { x, y, height } = range.getBoundingClientRect();
            return { x, y: y + height / 2 };
          }
          left -= length;
        }
        throw new Error('no such place');
      };
      return [place(text.indexOf(first)), place(text.indexOf(last) + last.length)] as const;
    },
    [from, to, turn] as const,
  );
  await page.mouse.move(ends[0].x + 1, ends[0].y);
  await page.mouse.down();
  await page.mouse.move((ends[0].x + ends[1].x) / 2, ends[1].y, { steps: 3 });
  await page.mouse.move(ends[1].x, ends[1].y);
  await page.mouse.up();
  await page.locator('#palette input').waitFor();
}

describe('coding by mouse', () => {
  it('opens the palette at the selection, filters as one types, and codes with Enter', async () => {
    const luottamus = await theme('Luottamus');
    await theme('Äänensävy');
    const page = await codePage();
    await drag(page, 'luottamus on', 'ykkönen');
    await page.keyboard.type('luo');
    await page.keyboard.press('Enter');
    await expect
      .poll(() => page.locator('#t-2 mark').first().textContent())
      .toBe('luottamus on se ykkönen');
    await keeps(
      (all) => all.map(({ quote, themeIds }) => [quote, themeIds]),
      [['luottamus on se ykkönen', [luottamus]]],
    );
    await expect.poll(() => page.locator('.stripe').allTextContents()).toEqual(['Luottamus']);
    await expect.poll(() => page.locator('#themes small').first().textContent()).toBe('1 · 1/1');
  });

  it('finds a theme without its accents and inside definitions', async () => {
    await theme('Äänensävy');
    await api.post(`${p}/themes`, {
      name: 'Vaivattomuus',
      definition: 'Asioinnin helppous',
    });
    const page = await codePage();
    await drag(page, 'luottamus on', 'ykkönen');
    await page.keyboard.type('aan');
    await expect.poll(() => page.locator('.option').first().textContent()).toContain('Äänensävy');
    await page.locator('#palette input').fill('helpp');
    await expect
      .poll(() => page.locator('.option').first().textContent())
      .toContain('Vaivattomuus');
  });

  it('makes a new theme of what was typed, in one step that undo takes back', async () => {
    const page = await codePage();
    await drag(page, 'hoidetaan', 'luvataan');
    await page.keyboard.type('Lupausten pitäminen');
    await page.keyboard.press('Control+Enter');
    await keeps((all) => all.length, 1);
    await expect
      .poll(() => page.locator('#themes .name').allTextContents())
      .toEqual(['Lupausten pitäminen']);
    await page.locator('#text').focus();
    await page.keyboard.press('Control+z');
    await keeps((all) => all.length, 0);
    await expect.poll(() => page.locator('#themes .name').count()).toBe(0);
    await expect.poll(() => page.locator('mark').count()).toBe(0);
    await page.reload();
    await page.locator('#text').focus();
    await page.keyboard.press('Control+Shift+z');
    await keeps((all) => all.map(({ quote }) => quote), ['hoidetaan mitä luvataan']);
    await expect.poll(() => page.locator('mark').count()).toBe(1);
  });

  it('shows every theme of overlapping passages, and opens each by a click', async () => {
    const [a, b] = [await theme('Eka'), await theme('Toka')];
    await codeWords(api, p, t, 'luottamus on se ykkönen', { themeIds: [a] });
    await codeWords(api, p, t, 'ykkönen. Että hoidetaan', { themeIds: [b] });
    const page = await codePage();
    await expect.poll(() => page.locator('.stripe').allTextContents()).toEqual(['Eka', 'Toka']);
    await page.locator('.stripe', { hasText: 'Toka' }).click();
    await expect
      .poll(() => page.locator('#excerpt blockquote').textContent())
      .toBe('ykkönen. Että hoidetaan');
    await page
      .locator('mark', { hasText: 'luottamus on se' })
      .first()
      .click({ position: { x: 12, y: 12 } });
    await expect
      .poll(() => page.locator('#excerpt blockquote').textContent())
      .toBe('luottamus on se ykkönen');
    await expect.poll(() => page.locator('mark mark').textContent()).toBe('ykkönen');
  });

  it('changes, extends and uncodes an opened excerpt', async () => {
    const [a, b] = [await theme('Eka'), await theme('Toka')];
    await api.post(`${p}/types`, { name: 'Kumppanuus' });
    const page = await visit(`${p}/code/${t}`);
    await drag(page, 'luottamus on', 'ykkönen');
    await page.keyboard.type('eka');
    await page.keyboard.press('Enter');
    await page.locator('#add-theme').click();
    await page.keyboard.type('toka');
    await page.keyboard.press('Enter');
    await page.locator('#add-type').click();
    await page.keyboard.press('Enter');
    await keeps(
      (all) => all.map(({ themeIds, typeIds }) => [themeIds, typeIds.length]),
      [[[a, b], 1]],
    );
    await page.locator('#excerpt-reduction').fill('Luottamus tärkein');
    await page.locator('#excerpt-memo').fill('Palaa tähän');
    await page.locator('#excerpt-deviant').check();
    await page.locator('#excerpt-deviantReason').fill('Ainoa, joka sanoo näin');
    await page.locator('#excerpt-reduction').focus();
    await keeps(
      ([one]) => [one?.reduction, one?.memo, one?.deviant, one?.deviantReason],
      ['Luottamus tärkein', 'Palaa tähän', true, 'Ainoa, joka sanoo näin'],
    );
    const anchor = page.getByRole('button', { name: 'Teeman Eka ankkuriesimerkki' });
    const anchorOfEka = async (): Promise<string | null> =>
      (await api.get(`${p}/themes`)).body.themes[0].anchorId;
    await anchor.click();
    await expect.poll(anchorOfEka).toBe((await stored())[0]?.id);
    await expect.poll(() => anchor.getAttribute('aria-pressed')).toBe('true');
    await page.keyboard.press('Space');
    await expect.poll(anchorOfEka).toBeNull();
    await page.getByRole('button', { name: 'Poista otteesta: Eka' }).click();
    await keeps(([one]) => one?.themeIds, [b]);
    await page.locator('#uncode').click();
    await keeps((all) => all.length, 0);
    await expect.poll(() => page.locator('mark').count()).toBe(0);
  });

  it('drags an end of an excerpt to another place', async () => {
    await theme('Eka');
    const page = await codePage();
    await drag(page, 'luottamus on', 'ykkönen');
    await page.keyboard.press('Enter');
    await keeps((all) => all.length, 1);
    const handle = await page.locator('.handle.end').boundingBox();
    const target = await page.evaluate(() => {
      const range = document.createRange();
      const text = document.querySelector('#t-2 .said')?.lastChild as Text;
      range.setStart(text, text.data.indexOf('hoidetaan') + 'hoidetaan'.length);
      const { x, y, height } = range.getBoundingClientRect();
      return { x, y: y + height / 2 };
    });
    await page.mouse.move((handle?.x ?? 0) + 6, (handle?.y ?? 0) + 8);
    await page.mouse.down();
    await page.mouse.move(target.x, target.y, { steps: 6 });
    await page.mouse.up();
    await keeps(([one]) => one?.quote, 'luottamus on se ykkönen. Että hoidetaan');
  });
});

describe('coding by keyboard alone', () => {
  it('selects a sentence, codes it, adds a type, a reduction and a deviant mark', async () => {
    const eka = await theme('Eka');
    await api.post(`${p}/types`, { name: 'Kumppanuus' });
    const page = await visit(`${p}/code/${t}`);
    await page.keyboard.press('Tab');
    for (
      let i = 0;
      i < 40 && !(await page.evaluate(() => document.activeElement?.id === 'text'));
      i++
    )
      await page.keyboard.press('Tab');
    await page.keyboard.press('ArrowDown');
    await page.keyboard.press('s');
    await page.keyboard.press('Enter');
    await page.keyboard.type('ek');
    await page.keyboard.press('Enter');
    await keeps(
      (all) => all.map(({ quote, themeIds }) => [quote, themeIds]),
      [['No kyllä se niinku luottamus on se ykkönen.', [eka]]],
    );
    await page.keyboard.press('t');
    await page.keyboard.press('Enter');
    await page.keyboard.press('r');
    await page.keyboard.type('Luottamus tärkein');
    await page.keyboard.press('Control+Enter');
    await page.keyboard.press('d');
    await keeps(
      ([one]) => [one?.typeIds.length, one?.reduction, one?.deviant],
      [1, 'Luottamus tärkein', true],
    );
  });

  it('codes the next passage with the same theme by one key, and in vivo by another', async () => {
    await theme('Eka');
    const page = await codePage();
    await page.locator('#text').focus();
    await page.keyboard.press('ArrowDown');
    await page.keyboard.press('s');
    await page.keyboard.press('Enter');
    await page.keyboard.press('Enter');
    await page.keyboard.press('j');
    await page.keyboard.press('j');
    await page.keyboard.press('a');
    await page.keyboard.press('.');
    await keeps(
      (all) => all.map(({ quote }) => quote),
      [
        'No kyllä se niinku luottamus on se ykkönen.',
        'Soitetaan ennen kuin asiakas ehtii kysyä. 👩‍👩‍👧 Perhekin tietää.',
      ],
    );
    await page.keyboard.press('k');
    await page.keyboard.press('k');
    await page.keyboard.press('Control+Shift+ArrowRight');
    await page.keyboard.press('Control+Shift+ArrowRight');
    await page.keyboard.press('i');
    await expect.poll(() => page.locator('#themes .name').allTextContents()).toContain('No kyllä');
  });

  it('moves an excerpt’s ends, goes from excerpt to excerpt and uncodes', async () => {
    await theme('Eka');
    const page = await codePage();
    await page.locator('#text').focus();
    await page.keyboard.press('ArrowDown');
    await page.keyboard.press('s');
    await page.keyboard.press('Enter');
    await page.keyboard.press('Enter');
    await keeps((all) => all.length, 1);
    await page.keyboard.press('e');
    await page.keyboard.press('Control+Shift+ArrowLeft');
    await page.keyboard.press('Control+Shift+ArrowLeft');
    await page.keyboard.press('Enter');
    await keeps(([one]) => one?.quote, 'No kyllä se niinku luottamus on se');
    await page.keyboard.press('Escape');
    await page.keyboard.press('n');
    await page.locator('#excerpt').waitFor();
    await page.keyboard.press('Delete');
    await keeps((all) => all.length, 0);
  });

  it('finds words without their accents, and leaves the hit selected', async () => {
    await theme('Eka');
    const page = await codePage();
    await page.locator('#text').focus();
    await page.keyboard.press('/');
    await page.keyboard.type('kysya');
    await expect.poll(() => page.locator('#find-count').textContent()).toBe('1/1');
    await page.keyboard.press('Escape');
    await page.keyboard.press('Enter');
    await page.keyboard.press('Enter');
    await keeps((all) => all.map(({ quote }) => quote), ['kysyä']);
  });

  it('shows its keys on a question mark', async () => {
    const page = await codePage();
    await page.locator('#text').focus();
    await page.keyboard.press('?');
    await page.locator('#keys').waitFor();
    await expectAccessible(page);
    await page.keyboard.press('Escape');
    await page.locator('#keys').waitFor({ state: 'hidden' });
  });
});

describe('what others do', () => {
  it('shows in a second tab at once, without touching the selection there', async () => {
    await theme('Eka');
    const [first, second] = [await codePage(), await codePage()];
    await drag(second, 'Soitetaan', 'asiakas', 4);
    await second.keyboard.press('Escape');
    await drag(first, 'luottamus on', 'ykkönen');
    await first.keyboard.press('Enter');
    await expect.poll(() => second.locator('#t-2 mark').count()).toBe(1);
    expect(await second.evaluate(() => getSelection()?.toString())).toBe(
      'Soitetaan ennen kuin asiakas',
    );
  });

  it('shows a renamed theme in the margin', async () => {
    const eka = await theme('Eka');
    const page = await codePage();
    await drag(page, 'luottamus on', 'ykkönen');
    await page.keyboard.press('Enter');
    await keeps((all) => all.length, 1);
    await api.patch(`${p}/themes/${eka}`, { name: 'Uusi nimi' });
    await expect.poll(() => page.locator('.stripe').allTextContents()).toEqual(['Uusi nimi']);
  });
});

describe('a failure', () => {
  it('keeps the coding, says that it waits, and sends it when asked to', async () => {
    await theme('Eka');
    const page = await visit(`${p}/code/${t}`, { mayFail: true });
    await page.route('**/api/v1/**/excerpts', (route) => route.abort());
    await drag(page, 'luottamus on', 'ykkönen');
    await page.keyboard.press('Enter');
    await page.locator('#unsent-retry').waitFor();
    await expect.poll(() => page.locator('#t-2 mark').count()).toBe(1);
    expect(await stored()).toEqual([]);
    await page.unroute('**/api/v1/**/excerpts');
    await page.locator('#unsent-retry').click();
    await keeps((all) => all.map(({ quote }) => quote), ['luottamus on se ykkönen']);
  });
});

describe('hostile text', () => {
  it('is shown as text', async () => {
    const evil = '<img src=x onerror=alert(1)>"\'&';
    await theme(evil);
    const page = await codePage();
    await drag(page, 'luottamus on', 'ykkönen');
    await page.keyboard.press('Enter');
    await expect.poll(() => page.locator('.stripe').allTextContents()).toEqual([evil]);
    await expect.poll(() => page.locator('#themes .name').textContent()).toBe(evil);
    await expect.poll(() => page.locator('img').count()).toBe(0);
  });
});

describe.each([false, true])('axe, dark: %s', (dark) => {
  it.each([1280, 800])('finds nothing at %d wide, palette open and excerpt open', async (width) => {
    await theme('Eka');
    await api.post(`${p}/types`, { name: 'Kumppanuus' });
    const page = await visit(`${p}/code/${t}`, {
      dark,
      width,
      height: 900,
    });
    await drag(page, 'luottamus on', 'ykkönen');
    await page.keyboard.type('ek');
    await expectAccessible(page);
    await page.keyboard.press('Enter');
    await keeps((all) => all.length, 1);
    await expectAccessible(page);
  });
});
