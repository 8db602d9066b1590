import type { Browser } from 'playwright-core';
import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest';
import { INTERVIEW } from '../support/client.ts';
import { launchBrowser } from '../support/find-browser.ts';
import { expectAccessible, expectToFit, WINDOWS, type Visit } from '../support/pages.ts';
import { startTeam, type ProjectAtWork, type Team, type Window } from '../support/team-at-work.ts';

let browser: Browser;
let team: Team;
let project: ProjectAtWork;
let places: string[];
let invitation: string;
beforeAll(async () => {
  browser = await launchBrowser();
  team = await startTeam(browser);
  project = await team.newProject('sv');
  const transcriptId = await project.upload('Anna', 'H1.txt', INTERVIEW);
  const theme = await project.add('Anna', '/themes', { name: 'Luottamus', definition: 'Lupaus.' });
  const excerptId = await project.add('Anna', '/excerpts', {
    transcriptId,
    ...{ start: 55, end: 80, themeIds: [theme] },
  });
  const review = await project.add('Siiri', '/reviews', {
    ...{ excerptId, verdict: 'dispute', comment: '@Anna, miksi?' },
  });
  for (let i = 1; i <= 25; i++)
    await project.api(i % 2 ? 'Anna' : 'Siiri', 'POST', `/reviews/${review}/comments`, {
      text: `@Anna ${i}: ${'sana '.repeat(i)}`,
    });
  await project.api('Anna', 'PATCH', '/report', { introduction: 'Johdanto.' });
  const meeting = await project.add('Siiri', '/meetings', {
    name: 'Ohjaus 1',
    people: ['Anna', 'Siiri'],
    notes: 'Puhuttiin **luottamuksesta**.',
    decisions: [{ text: 'Erotetaan velvollisuus.', by: 'Anna' }],
  });
  const at = `/projects/${project.id}`;
  const invited = { role: 'supervisor', days: 7 };
  const { link } = (await project.api('Anna', 'POST', '/invitations', invited)) as { link: string };
  invitation = new URL(link).pathname;
  places = [
    `${at}/review?show=mine`,
    `${at}/review?show=all&said=100`,
    `${at}/review/meetings?m=${meeting}`,
    `${at}/review/files?show=open`,
    `${at}/review/audit?verify=1`,
    `${at}/people`,
    `${at}/themes?theme=${theme}`,
    at,
    '/account',
  ];
});
afterAll(async () => {
  await browser.close();
  await team.app.close();
  expect(team.app.logged).toEqual([]);
});
afterEach(async () => {
  expect(await team.closeWindows()).toEqual([]);
});

async function check(page: Window, addresses: readonly string[], sizes = WINDOWS): Promise<void> {
  for (const address of addresses) {
    await page.goto(team.app.base + address);
    await expectAccessible(page);
    for (const { width = 0, height = 0 } of sizes) {
      await page.setViewportSize({ width, height });
      await expectToFit(page);
    }
    // As it looks at the last of them, too: on a narrow page other things are shown.
    await expectAccessible(page);
  }
}

const LOOKS: readonly Visit[] = [{ language: 'en' }, { language: 'sv', dark: true }];

describe.each(LOOKS)('for those who read %o', (how) => {
  it('the pages of a review and of the team are accessible and fit', async () => {
    const anna = await project.window('Anna', '', how);
    await check(anna, places);
  });

  it('whoever is invited finds the same', async () => {
    const guest = await team.stranger(how);
    await check(guest, ['/sign-in', invitation]);
  });

  it('the panel of an excerpt shows its threads, at every size', async () => {
    const anna = await project.window('Anna', '/code', how);
    await anna.locator('.thread-mark').click();
    await anna.locator('.threads .mention').first().waitFor({ state: 'attached' });
    for (const { width = 0, height = 0 } of WINDOWS) {
      await anna.setViewportSize({ width, height });
      await expectAccessible(anna);
      await expectToFit(anna);
    }
  });
});
