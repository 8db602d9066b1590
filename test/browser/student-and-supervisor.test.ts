import type { Browser } from 'playwright-core';
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { INTERVIEW } from '../support/client.ts';
import { launchBrowser } from '../support/find-browser.ts';
import { expectAccessible } from '../support/pages.ts';
import { startTeam, type ProjectAtWork, type Team } from '../support/team-at-work.ts';

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

const QUOTES = ['luottamus on se ykkönen', 'hoidetaan mitä luvataan', 'Soitetaan ennen'];

let project: ProjectAtWork;
let at: string;
let transcript: string;
let excerpts: string[];
let trust: string;
let daily: string;
beforeEach(async () => {
  project = await team.newProject('fi');
  at = `${team.app.base}/projects/${project.id}`;
  transcript = await project.upload('Anna', 'H1.txt', INTERVIEW);
  const definition = 'Asiakas voi luottaa siihen, että lupaus pidetään.';
  trust = await project.add('Anna', '/themes', { name: 'Luottamus', definition });
  daily = await project.add('Anna', '/themes', { name: 'Arki' });
  excerpts = [];
  for (const quote of QUOTES) {
    const start = INTERVIEW.indexOf(quote);
    const span = { transcriptId: transcript, start, end: start + quote.length };
    excerpts.push(await project.add('Anna', '/excerpts', { ...span, themeIds: [trust] }));
  }
});
afterEach(async () => {
  expect(await team.closeWindows()).toEqual([]);
});

/** What Siiri said in a review file some days ago. */
async function reviewedBefore(): Promise<void> {
  const visit = '2026-01-05T10:00:00.000Z';
  const file = {
    ...{ kind: 'teema-review-answers', version: 1, bundle: 'bundle', revision: 1 },
    ...{ project: project.id, madeAt: visit, reviewer: 'Siiri' },
    answers: excerpts.slice(0, 2).map((excerptId, i) => ({
      ...{ excerptId, id: `answer-${i}`, verdict: 'accept', at: visit, comments: [] },
      judged: { quote: QUOTES[i], themeIds: [trust], typeIds: [] },
    })),
  };
  const form = new FormData();
  form.append('file', new Blob([JSON.stringify(file)]), 'answers.json');
  await project.send('Siiri', '/import/reviews', form);
}

describe('a student and a supervisor, side by side,', () => {
  it('dispute, answer in the text, resolve and write the minutes', async () => {
    const siiri = await project.window('Siiri', '/review');
    const anna = await project.window('Anna', '');
    await siiri.getByText('Asiakas voi luottaa siihen').waitFor();
    await siiri.keyboard.press('a');
    await siiri.locator('.turns mark').getByText(QUOTES[1]!).waitFor();
    await siiri.keyboard.press('c');
    await siiri.keyboard.type('@Anna, onko tämä luottamusta vai velvollisuutta?');
    await siiri.keyboard.press('Escape');
    await siiri.keyboard.press('d');
    await siiri.locator('.thread.dispute .mention').getByText('@Anna').waitFor();

    // The student's overview tells of it while it lies open, and so do codebook, report and text.
    const open = anna.getByRole('link', { name: '1 avoin keskustelu' });
    await open.waitFor();
    await anna.goto(`${at}/themes?theme=${trust}`);
    await anna.locator('.details').getByRole('link', { name: '1 avoin keskustelu' }).waitFor();
    await anna.goto(`${at}/report/checks`);
    await anna.getByText(QUOTES[1]!).first().waitFor();
    await anna.goto(`${at}/review?show=mine`);
    await anna.locator('.thread .mention').waitFor();
    await anna.goto(`${at}/code/${transcript}`);
    await anna.locator('.thread-mark').click();
    const answer = anna.locator('.threads textarea');
    await answer.fill('Velvollisuus on eri asia; siirrän tämän.');
    await answer.press('Control+Enter');
    await siiri.locator('.thread').getByText('siirrän tämän').waitFor();

    await siiri.getByRole('button', { name: 'Merkitse ratkaistuksi' }).click();
    await siiri.getByText(/Ratkaissut Siiri/).waitFor();
    await anna.locator('.thread-mark').waitFor({ state: 'detached' });

    await siiri.goto(`${at}/review/meetings`);
    await siiri.locator('#new-name').fill('Ohjaus 3');
    await siiri.locator('#new-meeting button').click();
    await siiri.locator('#notes').fill('Luottamuksen otteet.');
    await siiri.locator('[name="decided"]').first().fill('Velvollisuus on oma teemansa.');
    await siiri.locator('[name="by"]').first().fill('Anna');
    // What is being written stays though others go on working.
    await siiri.locator('h1').click();
    await project.add('Anna', '/themes', { name: 'Velvollisuus' });
    await project.api('Anna', 'POST', '/reviews', {
      ...{ excerptId: excerpts[2], verdict: 'question', comment: 'Onko tämä arkea?' },
    });
    await siiri.locator('.discussed').getByText('Onko tämä arkea?').waitFor();
    await expect.poll(() => siiri.locator('#notes').inputValue()).toBe('Luottamuksen otteet.');
    await siiri.getByRole('button', { name: 'Tallenna muistio' }).click();
    await siiri.getByText('Tallennettu', { exact: true }).waitFor();
    await siiri.locator('.discussed').getByText('siirrän tämän').waitFor();
    await expectAccessible(siiri);
    const minutes = siiri.getByRole('link', { name: 'Markdown' });
    const address = await minutes.getAttribute('href');
    const text = await (await siiri.request.get(team.app.base + String(address))).text();
    for (const said of ['Velvollisuus on oma teemansa.', '@Anna, onko tämä', 'siirrän tämän'])
      expect(text).toContain(said);
  });

  it('see what is new since the last time, and that an excerpt changed after its verdict', async () => {
    await reviewedBefore();
    await project.api('Anna', 'PATCH', `/excerpts/${excerpts[0]}`, { addThemeIds: [daily] });
    const siiri = await project.window('Siiri', '/review?show=since');
    await siiri
      .getByText(/5\.1\.2026/)
      .first()
      .waitFor();
    const states = await siiri.locator('.rows .soft').allInnerTexts();
    expect(states).toEqual(['muuttunut', 'ei tarkastettu']);
    await siiri.getByText('Ote on muuttunut arviosi jälkeen.').waitFor();
    await siiri.keyboard.press('a');
    await siiri.locator('.turns mark').getByText(QUOTES[2]!).waitFor();
    await siiri.goto(`${at}/review?show=all&e=${excerpts[0]}`);
    await siiri.locator('.thread').first().waitFor();
    await expect.poll(() => siiri.getByText('Ote on muuttunut').count()).toBe(0);
  });
});
