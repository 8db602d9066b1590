import type { Browser } from 'playwright-core';
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { launchBrowser } from '../support/find-browser.ts';
import { expectAccessible } from '../support/pages.ts';
import { startTeam, type ProjectAtWork, type Team, type Window } from '../support/team-at-work.ts';

const ANSWERS = 40;
const TEXT = Array.from(
  { length: ANSWERS },
  (_, i) => `Q: Question ${i + 1}?\n\nH1: Answer ${i + 1} tells of trust and of promises kept.\n`,
).join('\n');

let browser: Browser;
let team: Team;
beforeAll(async () => {
  browser = await launchBrowser();
  team = await startTeam(browser);
});
afterAll(async () => {
  await browser.close();
  await team.app.close();
  expect(team.app.logged).toEqual([]);
});

let project: ProjectAtWork;
let transcript: string;
let themes: string[];
beforeEach(async () => {
  project = await team.newProject();
  transcript = await project.upload('Anna', 'H1.txt', TEXT);
  themes = [];
  for (let i = 1; i <= 30; i++)
    themes.push(
      await project.add('Anna', '/themes', { name: `Theme ${i}`, definition: `What ${i} means.` }),
    );
});
afterEach(async () => {
  expect(await team.closeWindows()).toEqual([]);
});

/** Codes an answer with a theme, by their numbers. */
function code(who: string, answer: number, theme: number): Promise<string> {
  const start = TEXT.indexOf(`Answer ${answer} `);
  const end = TEXT.indexOf('.', start);
  return project.add(who, '/excerpts', {
    transcriptId: transcript,
    ...{ start, end, themeIds: [themes[theme - 1]] },
  });
}

/** Selects words of an element as a person would; the window stays where it is. */
const select = (page: Window, where: string, words: string): Promise<void> =>
  page.evaluate(
    ([css, text]) => {
      for (const element of document.querySelectorAll(css)) {
        const walker = document.createTreeWalker(element, NodeFilter.SHOW_TEXT);
        for (let node = walker.nextNode(); node; node = walker.nextNode()) {
          const at = node.textContent?.indexOf(text) ?? -1;
          if (at < 0) continue;
          getSelection()?.setBaseAndExtent(node, at, node, at + text.length);
          return;
        }
      }
      throw new Error(`nowhere: ${text}`);
    },
    [where, words] as const,
  );

interface View {
  readonly selected: string;
  /** Where on the screen what is selected stands. */
  readonly top: number;
}
const view = (page: Window): Promise<View> =>
  page.evaluate(() => {
    const selection = getSelection();
    const range = selection?.rangeCount ? selection.getRangeAt(0) : null;
    return {
      selected: selection?.toString() ?? '',
      top: Math.round(range?.getBoundingClientRect().top ?? -1),
    };
  });

/** Scrolls the page so that an element stands in the middle of it. */
const bringUp = (page: Window, css: string): Promise<void> =>
  page
    .locator(css)
    .first()
    .evaluate((element) => element.scrollIntoView({ block: 'center', behavior: 'instant' }));

describe('what others do appears, and selection and scroll stay', () => {
  it('in the codebook', async () => {
    const anna = await project.window('Anna', `/themes?theme=${themes[24]}`, { height: 500 });
    await bringUp(anna, '#memo');
    await select(anna, '.details', 'Theme 25');
    const tree = () =>
      anna
        .locator('#themes [aria-selected="true"]')
        .evaluate((row) => Math.round(row.getBoundingClientRect().top));
    const [before, scrolled] = [await view(anna), await tree()];
    await project.add('Ben', '/themes', { name: 'What Ben sees', parentId: themes[0] });
    await anna.locator('#themes').getByText('What Ben sees').waitFor();
    await expect.poll(() => view(anna)).toEqual(before);
    await expect.poll(tree).toBe(scrolled);
    await code('Ben', 3, 25);
    await expect.poll(() => anna.locator('.details').innerText()).toContain('1 excerpt');
    await expect.poll(() => view(anna)).toEqual(before);
  });

  it('in a review, on the excerpt that is read, though the queue has moved on', async () => {
    const asked = await code('Anna', 2, 1);
    for (let answer = 3; answer < 12; answer++) await code('Anna', answer, 2);
    const siiri = await project.window('Siiri', '/review', { height: 500 });
    await siiri.locator('.turns mark').getByText('Answer 2 tells').waitFor();
    await select(siiri, '.turns', 'promises kept');
    const before = await view(siiri);
    await project.api('Siiri', 'POST', '/reviews', { excerptId: asked, verdict: 'question' });
    await siiri.locator('.thread.question').waitFor();
    const { reviews } = (await project.api('Anna', 'GET', '/reviews')) as {
      reviews: { id: string }[];
    };
    await project.api('Anna', 'POST', `/reviews/${reviews[0]!.id}/comments`, { text: 'Mine.' });
    await siiri.locator('.thread').getByText('Mine.').waitFor();
    await expect.poll(() => view(siiri)).toEqual(before);
    await expect.poll(() => siiri.locator('.turns mark').first().innerText()).toContain('Answer 2');
    await siiri.locator('#comment').fill('I am just writing');
    await project.api('Anna', 'POST', `/reviews/${reviews[0]!.id}/comments`, { text: 'More.' });
    await siiri.locator('#queue-title').click();
    await siiri.locator('.thread').getByText('More.').waitFor();
    await expect.poll(() => siiri.locator('#comment').inputValue()).toBe('I am just writing');
  });

  it('in the report', async () => {
    for (let theme = 1; theme <= 12; theme++) await code('Anna', theme, theme);
    const anna = await project.window('Anna', '/report');
    await bringUp(anna, `#t-${themes[9]}`);
    await select(anna, `#t-${themes[9]}`, 'tells of trust');
    const before = await view(anna);
    await code('Ben', 30, 1);
    await anna.locator(`#t-${themes[0]}`).getByText('Answer 30').waitFor();
    await expect.poll(() => view(anna)).toEqual(before);
  });

  it('with the types', async () => {
    const type = await project.add('Anna', '/types', {
      name: 'The careful',
      description: 'Waits.',
    });
    const anna = await project.window('Anna', `/types/${type}`, { height: 500 });
    await bringUp(anna, '#exemplar');
    await select(anna, '.type-detail', 'Draft');
    const before = await view(anna);
    await project.add('Ben', '/types', { name: 'The quick' });
    await anna.locator('.types-list').getByText('The quick').waitFor();
    await expect.poll(() => view(anna)).toEqual(before);
  });
});

async function firstTheme(): Promise<object | undefined> {
  const answer = (await project.api('Anna', 'GET', '/themes')) as { themes: object[] };
  return answer.themes[0];
}

describe('two people at the same theme', () => {
  it('keep both what each of them wrote where it was not the same', async () => {
    const anna = await project.window('Anna', `/themes?theme=${themes[0]}`);
    await anna.locator('#memo').fill('To be asked.');
    await project.api('Ben', 'PATCH', `/themes/${themes[0]}`, { definition: 'What Ben means.' });
    await anna.locator('#details-form .actions button').click();
    await expect
      .poll(firstTheme)
      .toMatchObject({ memo: 'To be asked.', definition: 'What Ben means.' });
    await expect.poll(() => anna.locator('#definition').inputValue()).toBe('What Ben means.');
    await expect.poll(() => anna.locator('.overwritten').count()).toBe(0);
  });

  it('see the last of them told what was overwritten, with a way back', async () => {
    const anna = await project.window('Anna', `/themes?theme=${themes[0]}`);
    await anna.locator('#definition').fill('What Anna means.');
    await project.api('Ben', 'PATCH', `/themes/${themes[0]}`, { definition: 'What Ben means.' });
    await anna.locator('#details-form .actions button').click();
    const told = anna.locator('.overwritten');
    await told.waitFor();
    await expect.poll(() => told.textContent()).toContain('Ben');
    await expect.poll(() => told.textContent()).toContain('What Ben means.');
    await expectAccessible(anna);
    await told.getByRole('button', { name: 'Bring it back' }).click();
    await expect.poll(() => anna.locator('#definition').inputValue()).toBe('What Ben means.');
  });
});
