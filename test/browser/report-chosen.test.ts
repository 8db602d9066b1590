import type { Page } from 'playwright-core';
import { beforeEach, describe, expect, it } from 'vitest';
import { browserTests } from '../support/browser-tests.ts';
import { addInterview, codeWords, newProject } from '../support/client.ts';

const { api, visit } = browserTests();

/** Enough of them that the report is many windows long; the last is in two sections. */
const SAID = Array.from(
  { length: 40 },
  (_, i) => `Tämä on kohta numero ${i + 1}, ja siitä puhutaan tässä pitkään ja hartaasti.`,
);
const LAST = SAID.at(-1) ?? '';

let p: string;
let quoteId: string;
let second: string;
beforeEach(async () => {
  p = await newProject(api, 'Gradu');
  const transcriptId = await addInterview(api, p, SAID.map((said) => `H1: ${said}`).join('\n\n'));
  const first = await api.make(`${p}/themes`, { name: 'Arki' });
  second = await api.make(`${p}/themes`, { name: 'Luottamus' });
  for (const said of SAID) {
    const themeIds = said === LAST ? [first, second] : [first];
    quoteId = await codeWords(api, p, transcriptId, said, { themeIds });
  }
});

const quote = (page: Page) => page.locator(`#t-${second} [id="q-${quoteId}"]`);
/** How far its middle is from the middle of the window, in windows. */
const offCentre = (page: Page): Promise<number> =>
  quote(page).evaluate((element) => {
    const { top, height } = element.getBoundingClientRect();
    return Math.abs(top + height / 2 - innerHeight / 2) / innerHeight;
  });
const panelIsSeen = (page: Page): Promise<boolean> =>
  page.locator('#panel').evaluate((panel) => {
    const { top } = panel.getBoundingClientRect();
    return top >= 0 && top < innerHeight / 2;
  });

describe('the quote that is being shortened', () => {
  it('is seen in its place in the section, beside what is done to it, and again afterwards', async () => {
    const page = await visit(`${p}/report?section=${second}`, {});
    await page.getByRole('link', { name: 'Lyhennä tai selvennä' }).click();
    await quote(page).and(page.locator('.chosen')).waitFor();
    await expect.poll(() => offCentre(page)).toBeLessThan(0.35);
    await expect.poll(() => panelIsSeen(page)).toBe(true);
    await page.getByRole('link', { name: 'Takaisin luvun sitaatteihin' }).click();
    await page.locator('#choices').waitFor();
    await expect.poll(() => offCentre(page)).toBeLessThan(0.35);
    await expect.poll(() => panelIsSeen(page)).toBe(true);
  });
});
