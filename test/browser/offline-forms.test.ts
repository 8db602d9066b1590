import type { Browser } from 'playwright-core';
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { INTERVIEW } from '../support/client.ts';
import { launchBrowser } from '../support/find-browser.ts';
import { expectAccessible } from '../support/pages.ts';
import { startTeam, type ProjectAtWork, type Team, type Window } from '../support/team-at-work.ts';

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
let trust: string;
beforeEach(async () => {
  project = await team.newProject();
  transcript = await project.upload('Anna', 'H1.txt', INTERVIEW);
  trust = await project.add('Anna', '/themes', { name: 'Trust', definition: 'first' });
});
afterEach(async () => {
  // The browser itself notes every request that is not answered well.
  const errors = (await team.closeWindows()).filter((one) => !one.startsWith('Failed to load'));
  expect(errors).toEqual([]);
});

const LONG = { timeout: 20_000 };

interface Theme {
  readonly name: string;
  readonly definition: string;
  readonly memo: string | null;
}
const themes = async (): Promise<Theme[]> =>
  ((await project.api('Anna', 'GET', '/themes')) as { themes: Theme[] }).themes;
const waiting = (page: Window): Promise<string | null> => page.locator('#saved').textContent();
const save = (page: Window): Promise<void> => page.locator('#details-form .actions button').click();
const allArrived = (page: Window): Promise<void> =>
  expect.poll(() => page.locator('#unsent').isVisible(), LONG).toBe(false);

/** The page stands; what is asked of the server gets no answer. */
const unreachable = (page: Window): Promise<void> => page.context().setOffline(true);
const reachable = (page: Window): Promise<void> => page.context().setOffline(false);

async function coded(): Promise<string> {
  const start = INTERVIEW.indexOf('luottamus on se ykkönen');
  return project.add('Anna', '/excerpts', {
    transcriptId: transcript,
    ...{ start, end: start + 23, themeIds: [trust] },
  });
}

describe('without a connection, away from the coding page', () => {
  it('keeps what is written in the codebook, sends it in order and shows what it was', async () => {
    const anna = await project.window('Anna', `/themes?theme=${trust}`);
    await unreachable(anna);
    await anna.locator('#definition').fill('A promise is kept.');
    await save(anna);
    await expect.poll(() => waiting(anna)).toContain('1 change waits');
    await anna.locator('#memo').fill('Ask Siiri.');
    await save(anna);
    await expect.poll(() => waiting(anna)).toContain('2 changes wait');
    await anna.locator('#unsent summary').click();
    const list = await anna.locator('#unsent li').allTextContents();
    expect(list[0]).toContain('A promise is kept.');
    expect(list[1]).toContain('Ask Siiri.');
    await expectAccessible(anna);
    await reachable(anna);
    await allArrived(anna);
    expect(await themes()).toMatchObject([
      { definition: 'A promise is kept.', memo: 'Ask Siiri.' },
    ]);
  });

  it('takes the newest back with undo before it was sent', async () => {
    const anna = await project.window('Anna', `/themes?theme=${trust}`);
    await unreachable(anna);
    await anna.locator('#memo').fill('Not this.');
    await save(anna);
    await expect.poll(() => waiting(anna)).toContain('1 change waits');
    await anna.locator('h1').click();
    await anna.keyboard.press('Control+z');
    await allArrived(anna);
    await reachable(anna);
    expect(await themes()).toMatchObject([{ memo: null }]);
  });

  it('keeps a verdict, its comment and an answer of the review', async () => {
    const excerptId = await coded();
    await project.api('Anna', 'POST', '/reviews', { excerptId, verdict: 'question' });
    const siiri = await project.window('Siiri', '/review?show=all');
    await siiri.locator('.thread').waitFor();
    await unreachable(siiri);
    await siiri.getByLabel('Reply to Anna').fill('Whose trust?');
    await siiri.keyboard.press('Control+Enter');
    await expect.poll(() => waiting(siiri)).toContain('1 change waits');
    await siiri.locator('#comment').fill('Is this not another matter?');
    await siiri.keyboard.press('Escape');
    await siiri.keyboard.press('d');
    await expect.poll(() => waiting(siiri)).toContain('2 changes wait');
    await reachable(siiri);
    await allArrived(siiri);
    await siiri.getByText('Whose trust?').waitFor();
    await siiri.getByText('Is this not another matter?').waitFor();
    const { reviews } = (await project.api('Anna', 'GET', '/reviews')) as {
      reviews: { comments: object[] }[];
    };
    expect(reviews.map(({ comments }) => comments.length).sort()).toEqual([1, 1]);
  });

  it('keeps concepts of a framework and texts of the report', async () => {
    await coded();
    const framework = await project.add('Anna', '/frameworks', { name: 'Trust theory' });
    const anna = await project.window('Anna', `/theory/${framework}`);
    await unreachable(anna);
    await anna.locator('#new-concepts').fill('Benevolence\nIntegrity');
    await anna.getByRole('button', { name: 'Add the concepts' }).click();
    await expect.poll(() => waiting(anna)).toContain('1 change waits');
    await reachable(anna);
    await allArrived(anna);
    await anna.getByText('Integrity').first().waitFor();

    const report = await project.window('Anna', '/report');
    await unreachable(report);
    await report.locator('#edit-introduction-button').click();
    await report.locator('#edit-introduction textarea').fill('What trust is made of.');
    await report.locator('#edit-introduction .actions button').first().click();
    await expect.poll(() => waiting(report)).toContain('1 change waits');
    await reachable(report);
    await allArrived(report);
    await report.locator('.sheet').getByText('What trust is made of.').first().waitFor();
  });

  it('keeps what waits when the page is left, and sends it from the next one', async () => {
    const anna = await project.window('Anna', `/themes?theme=${trust}`);
    await anna.route(`**/themes/${trust}`, (route) => route.abort());
    await anna.locator('#memo').fill('Ask Siiri.');
    await save(anna);
    await expect.poll(() => waiting(anna)).toContain('1 change waits');
    await anna.goto(`${team.app.base}/projects/${project.id}/types`);
    await anna.locator('#unsent').waitFor();
    await anna.unroute(`**/themes/${trust}`);
    await allArrived(anna);
    expect(await themes()).toMatchObject([{ memo: 'Ask Siiri.' }]);
  });

  it('does not do twice what was done and whose answer was lost', async () => {
    const anna = await project.window('Anna', '/themes');
    let tries = 0;
    await anna.route('**/themes', async (route) => {
      if (route.request().method() !== 'POST' || tries++ > 0) {
        await route.continue();
        return;
      }
      await route.fetch({ maxRedirects: 0 });
      await route.abort();
    });
    await anna.locator('#new-name').fill('Everyday life');
    await anna.keyboard.press('Enter');
    await expect.poll(() => tries, LONG).toBeGreaterThan(1);
    await allArrived(anna);
    expect((await themes()).map(({ name }) => name)).toEqual(['Trust', 'Everyday life']);
  });

  it('shows a conflict with the words, which can be sent again', async () => {
    const anna = await project.window('Anna', `/themes?theme=${trust}`);
    await unreachable(anna);
    await anna.locator('#definition').fill('A promise is kept.');
    await save(anna);
    await expect.poll(() => waiting(anna)).toContain('1 change waits');
    await project.api('Ben', 'DELETE', `/themes/${trust}`);
    await reachable(anna);
    const refused = anna.locator('#unsent .refused');
    await refused.waitFor(LONG);
    await expect.poll(() => refused.textContent()).toContain('A promise is kept.');
    await expectAccessible(anna);
    await project.api('Ben', 'POST', '/undo');
    await refused.getByRole('button', { name: 'Try again' }).click();
    await allArrived(anna);
    expect(await themes()).toMatchObject([{ definition: 'A promise is kept.' }]);
  });

  it('leaves in its form what is refused at once, with the reason', async () => {
    const anna = await project.window('Anna', `/themes?theme=${trust}`);
    await anna.locator('#definition').fill('x'.repeat(20_001));
    await save(anna);
    await anna.locator('.toast.bad').waitFor();
    expect((await anna.locator('#definition').inputValue()).length).toBe(20_001);
    await expect.poll(() => anna.locator('#unsent').isVisible()).toBe(false);
  });

  it('stays on the page rather than show what the browser says of a lost connection', async () => {
    const anna = await project.window('Anna', '/types');
    await anna.locator('#new-name').fill('The careful');
    await unreachable(anna);
    await anna.getByRole('link', { name: 'Report', exact: true }).click();
    const told = anna.locator('.toast');
    await told.waitFor();
    await told.waitFor({ state: 'detached' });
    await anna.locator('#new-type button').click();
    await told.waitFor();
    await expect.poll(() => anna.locator('#new-name').inputValue()).toBe('The careful');
    await reachable(anna);
    await anna.locator('#new-type button').click();
    await anna.locator('#type-name').getByText('The careful').waitFor();
  });
});
