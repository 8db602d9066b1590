import type { Page } from 'playwright-core';
import { beforeAll, beforeEach, describe, expect, it } from 'vitest';
import type { Directory } from '../../src/app/people/directory.ts';
import {
  makeFirstAccount,
  newAccount,
  openSession,
  withAccount,
} from '../../src/app/people/sign-in.ts';
import type { ProjectId } from '../../src/domain/ids.ts';
import { MemoryStore } from '../../src/storage/memory.ts';
import { browserTests } from '../support/browser-tests.ts';
import { expectAccessible, type Visit, type VisitedPage } from '../support/pages.ts';
import { memoryDirectory, startApp } from '../support/start-app.ts';

const PASSWORD = 'three words in a row';
const TEXT = Array.from(
  { length: 60 },
  (_, i) => `Q: Question ${i + 1}?\n\nH1: Answer ${i + 1} tells of trust and of promises kept.\n`,
).join('\n');

let directory: Directory;
const site = browserTests({
  start: async () => {
    directory = await memoryDirectory();
    return startApp(new MemoryStore(), {}, { directory, setupCode: null });
  },
});
let p: ProjectId;
let t: string;
let theme: string;
const secrets: Record<string, string> = {};

beforeAll(async () => {
  const anna = await makeFirstAccount(directory, 'Anna', PASSWORD);
  const ben = await newAccount(directory, 'Ben', PASSWORD);
  await directory.change((people) => withAccount(people, ben));
  for (const { id, name } of [anna, ben]) secrets[name] = await openSession(directory, id, 'test');
});

beforeEach(async () => {
  p = ((await api('Anna', 'POST', '', { name: 'Gradu', language: 'en' })) as { id: ProjectId }).id;
  const ben = directory.people.accounts.find(({ name }) => name === 'Ben')!.id;
  await directory.change((people) => ({
    ...people,
    memberships: [...people.memberships, { projectId: p, accountId: ben, role: 'coder' }],
  }));
  const form = new FormData();
  form.append('files', new Blob([TEXT]), 'H1.txt');
  const up = (await (
    await fetch(`${site.app.base}/api/v1/projects/${p}/transcripts`, {
      method: 'POST',
      headers: { Cookie: `teema-session=${secrets['Anna']}` },
      body: form,
    })
  ).json()) as { imported: { id: string }[] };
  t = up.imported[0]!.id;
  const made = await api('Anna', 'POST', `/${p}/themes`, { name: 'Trust', definition: 'first' });
  theme = (made as { id: string }).id;
});

async function api(who: string, method: string, path: string, body?: object): Promise<unknown> {
  const answer = await fetch(`${site.app.base}/api/v1/projects${path}`, {
    method,
    headers: {
      Cookie: `teema-session=${secrets[who]}; lang=en`,
      'Content-Type': 'application/json',
    },
    ...(body && { body: JSON.stringify(body) }),
  });
  return answer.json();
}

const shown = (who: string, path: string, how: Visit = {}) =>
  site.visit(`/projects/${p}${path}`, {
    language: 'en',
    cookies: { 'teema-session': secrets[who]! },
    ...how,
  });

async function coding(who: string, how?: Visit): Promise<VisitedPage> {
  const page = await shown(who, `/code/${t}`, how);
  await page.waitForFunction(
    () => document.querySelector('#no-types')?.hasAttribute('hidden') === false,
  );
  return page;
}

/** Selects words of a turn, as a person would see them selected. */
const select = (page: Page, turn: number, words: string): Promise<void> =>
  page.evaluate(
    ([number, text]) => {
      const said = document.querySelector(`#t-${number} .said`)!;
      const walker = document.createTreeWalker(said, NodeFilter.SHOW_TEXT);
      document.getElementById('text')?.focus({ preventScroll: true });
      for (let node = walker.nextNode(); node; node = walker.nextNode()) {
        const at = node.textContent?.indexOf(text) ?? -1;
        if (at < 0) continue;
        getSelection()?.setBaseAndExtent(node, at, node, at + text.length);
        return;
      }
    },
    [turn, words] as const,
  );

async function code(page: Page, turn: number, words: string): Promise<void> {
  await select(page, turn, words);
  await page.keyboard.press('Enter');
  await page.locator('#palette input').waitFor();
  await page.keyboard.press('Enter');
  await page.locator(`#t-${turn} mark`).first().waitFor();
}

interface Stored {
  readonly quote: string;
  readonly memo: string | null;
}
const stored = async (): Promise<Stored[]> =>
  ((await api('Anna', 'GET', `/${p}/excerpts?limit=500`)) as { excerpts: Stored[] }).excerpts;

const selected = (page: Page): Promise<string> =>
  page.evaluate(() => getSelection()?.toString() ?? '');

describe('what others do', () => {
  it('appears without touching selection, scroll or an open palette', async () => {
    const [anna, ben] = [await coding('Anna'), await coding('Ben')];
    await anna.evaluate(() => document.getElementById('t-41')?.scrollIntoView({ block: 'start' }));
    await select(anna, 42, 'promises kept');
    const scrolled = () =>
      anna.evaluate(() => [document.getElementById('text-pane')?.scrollTop, scrollY]);
    const before = await scrolled();
    await code(ben, 42, 'tells of trust');
    await anna.locator('#t-42 mark').waitFor();
    expect(await selected(anna)).toBe('promises kept');
    expect(await scrolled()).toEqual(before);
    await anna.keyboard.press('Enter');
    await anna.locator('#palette input').fill('Tr');
    await api('Ben', 'POST', `/${p}/themes`, { name: 'Tradition' });
    await expect.poll(() => anna.locator('#themes').textContent()).toContain('Tradition');
    await expect.poll(() => anna.locator('#palette input').inputValue()).toBe('Tr');
    expect(await scrolled()).toEqual(before);
  });

  it('shows who is here and where, until they leave', async () => {
    const anna = await coding('Anna');
    const ben = await shown('Ben', '/themes');
    const here = anna.locator('#here');
    await here.waitFor();
    await here.locator('summary').click();
    await expect
      .poll(() => here.locator('li').allTextContents())
      .toEqual(['AAnna (you)Code · H1', 'BBenThemes']);
    await expectAccessible(anna);
    await ben.close();
    await expect.poll(() => here.isVisible()).toBe(false);
  });
});

/** The browser notes every request that did not arrive. */
const CUT_OFF: Visit = { mayFail: true };

describe('without a connection', () => {
  it('goes on, keeps what waits over a reload, and sends it in order, once', async () => {
    const anna = await coding('Anna', CUT_OFF);
    await anna.context().setOffline(true);
    for (const turn of [2, 4, 6]) await code(anna, turn, 'tells of trust');
    await anna.locator('#unsent').waitFor();
    await expect.poll(() => anna.locator('#saved').textContent()).toContain('3 changes wait');
    expect(await stored()).toEqual([]);
    await anna.keyboard.press('Control+z');
    await expect.poll(() => anna.locator('#saved').textContent()).toContain('2 changes wait');
    await expect.poll(() => anna.locator('#t-6 mark').count()).toBe(0);
    await expectAccessible(anna);
    // The server cannot be reached but the page can, as when it is restarted.
    await anna.context().route('**/api/v1/**/excerpts', (route) => route.abort());
    await anna.context().setOffline(false);
    await anna.reload();
    await anna.locator('#t-4 mark').waitFor();
    await expect.poll(() => anna.locator('#saved').textContent()).toContain('2 changes wait');
    await anna.context().unroute('**/api/v1/**/excerpts');
    await expect.poll(async () => (await stored()).length).toBe(2);
    await expect.poll(() => anna.locator('#unsent').isVisible()).toBe(false);
    const added = (await api('Anna', 'GET', `/${p}/excerpts`)) as {
      excerpts: { id: string; start: number }[];
    };
    const inOrder = [...added.excerpts].sort((a, b) => a.start - b.start).map(({ id }) => id);
    expect([...inOrder].sort()).toEqual(inOrder);
  });

  it('does not code twice where only the answer was lost', async () => {
    const anna = await coding('Anna', CUT_OFF);
    let lost = 0;
    await anna.route('**/api/v1/**/excerpts', async (route) => {
      if (lost++ > 0) {
        await route.continue();
        return;
      }
      await route.fetch();
      await route.abort();
    });
    await code(anna, 2, 'tells of trust');
    await expect.poll(() => anna.locator('#saved').textContent()).toBe('Saved');
    await expect.poll(() => lost).toBeGreaterThan(1);
    expect(await stored()).toHaveLength(1);
  });

  it('shows a conflict and lets the person decide', async () => {
    const anna = await coding('Anna', CUT_OFF);
    await anna.context().setOffline(true);
    await code(anna, 2, 'tells of trust');
    await anna.locator('#unsent').waitFor();
    await api('Ben', 'DELETE', `/${p}/themes/${theme}`);
    await anna.context().setOffline(false);
    const refused = anna.locator('#unsent .refused');
    await refused.waitFor();
    await expect.poll(() => refused.textContent()).toContain('tells of trust');
    await expect.poll(() => anna.locator('#t-2 mark').count()).toBe(0);
    await api('Ben', 'POST', `/${p}/undo`);
    await refused.getByRole('button', { name: 'Try again' }).click();
    await expect.poll(async () => (await stored()).length).toBe(1);
    await expect.poll(() => anna.locator('#unsent').isVisible()).toBe(false);
  });

  it('keeps the work of a coder who was removed, and says what happened', async () => {
    const ben = await coding('Ben', CUT_OFF);
    await ben.context().setOffline(true);
    await code(ben, 2, 'tells of trust');
    await ben.locator('#unsent').waitFor();
    await directory.change((people) => ({
      ...people,
      memberships: people.memberships.filter(({ role }) => role !== 'coder'),
    }));
    await ben.context().setOffline(false);
    const unsent = ben.locator('#unsent');
    await expect.poll(() => unsent.textContent()).toContain('1 change could not be saved');
    await unsent.locator('summary').click();
    await expect.poll(() => unsent.locator('li').textContent()).toContain('tells of trust');
  });
});

describe('work on the same', () => {
  it('tells the last writer what was overwritten, and brings it back', async () => {
    const anna = await coding('Anna');
    await code(anna, 2, 'tells of trust');
    const excerpts = (await api('Anna', 'GET', `/${p}/excerpts`)) as { excerpts: { id: string }[] };
    const id = excerpts.excerpts[0]!.id;
    await anna.locator('#t-2 mark').first().click();
    const memo = anna.locator('#excerpt-memo');
    await memo.fill('mine');
    await api('Ben', 'PATCH', `/${p}/excerpts/${id}`, { memo: 'what Ben wrote' });
    await memo.press('Control+Enter');
    const told = anna.locator('.overwritten');
    await told.waitFor();
    await expect.poll(() => told.textContent()).toContain('Ben');
    await expect.poll(() => told.textContent()).toContain('what Ben wrote');
    await expectAccessible(anna);
    await told.getByRole('button', { name: 'Bring it back' }).click();
    await expect.poll(async () => (await stored())[0]?.memo).toBe('what Ben wrote');
  });

  it('says whose work an undo would take along', async () => {
    const anna = await coding('Anna');
    await code(anna, 2, 'tells of trust');
    const all = (await api('Anna', 'GET', `/${p}/excerpts`)) as { excerpts: { id: string }[] };
    await api('Ben', 'PATCH', `/${p}/excerpts/${all.excerpts[0]!.id}`, { memo: 'Ben was here' });
    await anna.keyboard.press('Control+z');
    await expect
      .poll(() => anna.locator('#toasts').textContent())
      .toContain('Ben has since worked on what it concerns: excerpt ”tells of trust”');
    // The refusal is in the browser's console, too.
    expect(anna.errors.splice(0)).toEqual([expect.stringContaining('409')]);
    expect(await stored()).toHaveLength(1);
  });
});
