import type { Page } from 'playwright-core';
import { describe, expect, it } from 'vitest';
import { MemoryStore } from '../../src/storage/memory.ts';
import { browserTests } from '../support/browser-tests.ts';
import { INTERVIEW } from '../support/client.ts';
import { andLoad, expectUsable, type VisitedPage } from '../support/pages.ts';
import { memoryDirectory, startApp } from '../support/start-app.ts';

const CODE = 'ABCD-EFGH-JKMN';
const PASSWORD = 'kolme sanaa peräkkäin';

const site = browserTests({
  start: async () => {
    const directory = await memoryDirectory();
    return startApp(new MemoryStore(), {}, { directory, setupCode: CODE });
  },
  appForEachTest: true,
});
/** Somebody at a browser of their own. */
const somebody = site.visit;

async function join(page: Page, name: string): Promise<void> {
  await page.getByLabel('Nimi').fill(name);
  await page.getByLabel('Salasana').fill(PASSWORD);
}

async function setUp(): Promise<VisitedPage> {
  const student = await somebody('/');
  await student.waitForURL('**/setup');
  await student.getByLabel('Käyttöönottokoodi').fill(CODE);
  await join(student, 'Anna');
  await student.getByRole('button', { name: 'Luo tili' }).click();
  await student.waitForURL(`${site.app.base}/`);
  return student;
}

/** A coded project of the student, made by her own requests. */
async function coded(student: Page): Promise<string> {
  const post = async (path: string, data: object): Promise<{ id: string }> => {
    const answer = await student.request.post(`${site.app.base}/api/v1${path}`, { data });
    return (await answer.json()) as { id: string };
  };
  const { id: p } = await post('/projects', { name: 'Gradu', language: 'fi' });
  const file = { name: 'H1.txt', mimeType: 'text/plain', buffer: Buffer.from(INTERVIEW) };
  const up = await student.request.post(`${site.app.base}/api/v1/projects/${p}/transcripts`, {
    multipart: { files: file },
  });
  const { imported } = (await up.json()) as { imported: { id: string }[] };
  const theme = { name: 'Luottamus', definition: 'Lupaus pidetään.' };
  const { id: themeId } = await post(`/projects/${p}/themes`, theme);
  for (const quote of ['luottamus on se ykkönen', 'hoidetaan mitä luvataan']) {
    const start = INTERVIEW.indexOf(quote);
    const span = { start, end: start + quote.length, themeIds: [themeId] };
    await post(`/projects/${p}/excerpts`, { transcriptId: imported[0]!.id, ...span });
  }
  return `/projects/${p}`;
}

async function invited(student: Page, project: string, role: string): Promise<string> {
  await student.goto(`${site.app.base}${project}/people`);
  await student.getByRole('radio', { name: role }).check();
  await student.getByRole('button', { name: 'Luo linkki' }).click();
  return new URL(await student.locator('.secret').innerText()).pathname;
}

describe('a student and a supervisor, each at a browser', () => {
  it('set up, invite, review and answer', async () => {
    const student = await setUp();
    const project = await coded(student);
    const supervisor = await somebody(await invited(student, project, 'Ohjaaja'));
    await supervisor.getByText('Anna').first().waitFor();
    await join(supervisor, 'Siiri');
    await supervisor.getByRole('button', { name: 'Liity' }).click();
    await supervisor.waitForURL(`${site.app.base}${project}`);

    await supervisor.goto(`${site.app.base}${project}/review`);
    await supervisor.locator('.turns mark').first().waitFor();
    await supervisor.keyboard.press('c');
    await supervisor.keyboard.type('Kenen luottamus?');
    await supervisor.keyboard.press('Escape');
    await supervisor.keyboard.press('q');
    await supervisor.locator('.thread.question').waitFor();

    await student.goto(`${site.app.base}${project}/review?show=open`);
    await expect.poll(() => student.locator('.thread h3').innerText()).toContain('Siiri');
    await student.getByLabel('Vastaa: Siiri').fill('Asiakkaan.');
    await student.keyboard.press('Control+Enter');
    await student.getByText('Asiakkaan.').waitFor();

    await supervisor.goto(`${site.app.base}${project}/review?show=waiting`);
    await supervisor.getByText('vastattu').first().waitFor();
    await supervisor.getByRole('button', { name: 'Merkitse ratkaistuksi' }).click();
    await supervisor.getByText(/Ratkaissut Siiri/).waitFor();

    await student.goto(`${site.app.base}${project}/review/audit`);
    const trail = await student.locator('.trail').innerText();
    expect(trail).toContain('Siiri keskustelun ratkaiseminen');
    expect(trail).toContain('Anna koodaus');
    expect(trail).toContain('luottamus on se ykkönen');
    await student.getByLabel('Kuka').selectOption('Siiri');
    await student.getByRole('button', { name: 'Rajaa' }).click();
    await student.waitForURL(/person=/);
    await expect.poll(() => student.locator('.trail').innerText()).not.toContain('Anna');
  });

  it('see only what they may do: the supervisor reads the text and cannot code it', async () => {
    const student = await setUp();
    const project = await coded(student);
    const supervisor = await somebody(await invited(student, project, 'Ohjaaja'));
    await join(supervisor, 'Siiri');
    await andLoad(supervisor, () => supervisor.getByRole('button', { name: 'Liity' }).click());
    await supervisor.goto(`${site.app.base}${project}/code`);
    await supervisor.getByText('Luet tätä').waitFor();
    await supervisor.locator('#text mark').first().click();
    await supervisor.locator('#excerpt').waitFor();
    await expect.poll(() => supervisor.locator('#excerpt textarea:enabled').count()).toBe(0);
    await expect.poll(() => supervisor.locator('#excerpt fieldset button:visible').count()).toBe(0);
    await expect.poll(() => supervisor.locator('.handle:visible').count()).toBe(0);
    await supervisor.keyboard.press('Escape');
    await supervisor.locator('#text').focus();
    await supervisor.keyboard.press('s');
    await supervisor.keyboard.press('Enter');
    await expect.poll(() => supervisor.locator('#palette').isHidden()).toBe(true);
    await supervisor.keyboard.press('Delete');
    await supervisor.goto(`${site.app.base}${project}`);
    await expect.poll(() => supervisor.locator('input[type=file]').count()).toBe(0);
    await supervisor.goto(`${site.app.base}/`);
    await supervisor.getByText('Ohjaaja').waitFor();
    await expect
      .poll(() => supervisor.getByRole('button', { name: /Poista projekti/ }).count())
      .toBe(0);
  });

  it('are told above the form what cannot be taken', async () => {
    const student = await setUp();
    await student.goto(`${site.app.base}/account`);
    await student.getByLabel('Nykyinen salasana').fill('väärä salasana');
    await student.getByLabel('Uusi salasana').fill('neljä sanaa peräkkäin');
    await student.getByRole('button', { name: 'Vaihda salasana' }).click();
    await student.getByText('Nykyinen salasana on väärä.').waitFor();
    // The browser notes the status of the answer.
    student.errors.splice(0);
    await student.getByLabel('Nykyinen salasana').fill(PASSWORD);
    await student.getByLabel('Uusi salasana').fill('neljä sanaa peräkkäin');
    await student.getByRole('button', { name: 'Vaihda salasana' }).click();
    await student.getByText('Salasana on vaihdettu.').waitFor();
  });
});

describe('the pages of a team', () => {
  it('are accessible and fit, at every size, in light and dark', async () => {
    for (const address of ['/setup', '/sign-in']) await expectUsable(await somebody(address));
    const student = await setUp();
    const project = await coded(student);
    const guest = await somebody(await invited(student, project, 'Vieras'));
    await expectUsable(guest);
    for (const place of ['/', '/account', `${project}/people`, `${project}/review/audit`]) {
      await student.goto(site.app.base + place);
      await expectUsable(student);
    }
  });
});
