import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { pathToFileURL } from 'node:url';
import type { BrowserContext, Page } from 'playwright-core';
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { browserTests } from '../support/browser-tests.ts';
import { addInterview, codeWords, INTERVIEW, newProject } from '../support/client.ts';
import { expectAccessible, expectToFit, WINDOWS } from '../support/pages.ts';

const SCRIPT = '</script><script>document.title="hacked"</script><img src=x onerror=alert(1)>';

const site = browserTests();
const { api, visit } = site;
let folder: string;
let p: string;
beforeAll(async () => {
  folder = await mkdtemp(path.join(tmpdir(), 'review-file-'));
});
afterAll(() => rm(folder, { recursive: true }));

beforeEach(async () => {
  p = await newProject(api, `Gradu ${SCRIPT}`);
  const title = `H1 ${SCRIPT.replaceAll('/', '')}`;
  const transcriptId = await addInterview(api, p, INTERVIEW, title);
  const theme = { name: `Luottamus ${SCRIPT}`, definition: SCRIPT };
  const coding = { themeIds: [await api.make(`${p}/themes`, theme)], memo: SCRIPT };
  const [first] = [
    await codeWords(api, p, transcriptId, 'luottamus on se ykkönen', coding),
    await codeWords(api, p, transcriptId, 'hoidetaan mitä luvataan', coding),
    await codeWords(api, p, transcriptId, 'Soitetaan ennen', coding),
  ];
  const said = { excerptId: first, verdict: 'question', reviewer: `Pekka ${SCRIPT}` };
  await api.post(`${p}/reviews`, { ...said, comment: SCRIPT }).expect(201);
});

interface Opened {
  readonly page: Page;
  readonly requests: string[];
  readonly errors: string[];
}

const contexts: BrowserContext[] = [];
afterEach(async () => {
  for (const context of contexts.splice(0)) await context.close();
});

/** The file as a supervisor opens it: by double click, with no network at all. */
async function opened(
  how: { dark?: boolean; width?: number; language?: string } = {},
): Promise<Opened> {
  if (how.language) await api.patch(p, { language: how.language }).expect(200);
  const { text } = await api.get(`${p}/export/review.html`).expect(200);
  const file = path.join(folder, `${path.basename(p)}.html`);
  await writeFile(file, text);
  const context = await site.browser.newContext({
    offline: true,
    acceptDownloads: true,
    viewport: { width: how.width ?? 1280, height: 800 },
    colorScheme: how.dark ? 'dark' : 'light',
  });
  contexts.push(context);
  const page = await context.newPage();
  const requests: string[] = [];
  const errors: string[] = [];
  page.on('request', (request) => requests.push(request.url()));
  page.on('pageerror', (error) => errors.push(error.message));
  page.on('console', (message) => {
    if (message.type() === 'error') errors.push(message.text());
  });
  page.on('dialog', (dialog) => void dialog.accept());
  await page.goto(pathToFileURL(file).href);
  return { page, requests, errors };
}

async function saved(page: Page): Promise<string> {
  const [download] = await Promise.all([page.waitForEvent('download'), page.click('#save')]);
  return readFile(await download.path(), 'utf8');
}

describe('a review file', () => {
  it('is reviewed by keys without a network, and its answers come back', async () => {
    const { page, requests, errors } = await opened();
    await page.getByText('0 / 3 tarkastettu').waitFor();
    await page.keyboard.press('s');
    await page.getByText('Kirjoita ensin nimesi').waitFor();
    await page.fill('#reviewer', 'Siiri');
    await page.keyboard.press('Escape');
    await page.keyboard.press('a');
    await page.getByText('2 / 3').first().waitFor();
    await page.keyboard.press('d');
    await page.keyboard.type('Onko tämä luottamusta?');
    await page.keyboard.press('Control+Enter');
    await page.keyboard.press('c');
    await page.keyboard.type(SCRIPT);
    await page.getByText('Kommentti ilman arviota lähtee kysymyksenä.').waitFor();
    await page.keyboard.press('Escape');
    await page.keyboard.press('k');
    await page.keyboard.press('k');
    await page.fill('.reply textarea', 'Samaa mieltä.');
    await page.getByText('3 vastausta tallentamatta').waitFor();
    await page.reload();
    await page.getByText('3 / 3 tarkastettu').waitFor();
    const file = await saved(page);
    await page.getByText('Tallennettu tiedostoksi').waitFor();
    expect(errors).toEqual([]);
    expect(requests.filter((url) => !/^(file|blob):/.test(url))).toEqual([]);
    expect(await page.title()).toContain('Gradu');

    const review = await visit(`${p}/review/files`);
    const upload = {
      name: 'vastaukset.json',
      mimeType: 'application/json',
      buffer: Buffer.from(file),
    };
    await review.setInputFiles('#answers-file', upload);
    await review.getByRole('button', { name: 'Katso vastaukset' }).click();
    await review.getByText('3 uutta arviota').waitFor();
    await expectAccessible(review);
    await review.getByRole('button', { name: 'Tuo vastaukset' }).click();
    await review.getByText('Vastaukset tuotiin: Siiri').waitFor();
    await expectAccessible(review);
    const { reviews } = (await api.get(`${p}/reviews?reviewer=Siiri`)).body;
    const verdicts = (reviews as { verdict: string }[]).map(({ verdict }) => verdict);
    expect(verdicts).toEqual(['accept', 'dispute', 'question']);
    const others = (await api.get(`${p}/reviews`)).body.reviews as {
      comments: { author: string; text: string }[];
    }[];
    const said = others.flatMap(({ comments }) => comments);
    expect(said).toContainEqual(
      expect.objectContaining({ author: 'Siiri', text: 'Samaa mieltä.' }),
    );
    expect(said).toContainEqual(expect.objectContaining({ author: 'Siiri', text: SCRIPT }));
    await review.goto(`${site.app.base}${p}/review?show=open&verdict=dispute`);
    await review.getByText('Onko tämä luottamusta?').first().waitFor();

    await review.goto(`${site.app.base}${p}/review/files`);
    await review.setInputFiles('#answers-file', upload);
    await review.getByRole('button', { name: 'Katso vastaukset' }).click();
    await review.getByText('Tuotavaa ei ole.').waitFor();
  });

  it.each(['fi', 'en', 'sv'])('has nothing that axe knows to be wrong, in %s', async (language) => {
    const { page, errors } = await opened({ language, dark: language === 'en' });
    await page.keyboard.press('q');
    await expectAccessible(page);
    expect(errors).toEqual([]);
  });

  it('fits every window', async () => {
    const { page } = await opened();
    for (const { width = 0, height = 0 } of WINDOWS) {
      await page.setViewportSize({ width, height });
      await expectToFit(page);
    }
  });

  it('says so where the browser keeps nothing, and warns before it is closed', async () => {
    const { page } = await opened();
    await page.evaluate(() => {
      Object.defineProperty(window, 'localStorage', {
        get: () => {
          throw new DOMException('denied', 'SecurityError');
        },
      });
    });
    await page.keyboard.press('a');
    await page.getByText('Selain ei säilytä vastauksiasi').waitFor();
    const warned = new Promise<string>((resolve) =>
      page.once('dialog', (dialog) => resolve(dialog.type())),
    );
    await page.close({ runBeforeUnload: true });
    expect(await warned).toBe('beforeunload');
  });

  it.each(['fi', 'en', 'sv'])(
    'is reviewed with the keyboard alone on a narrow dark page, in %s',
    async (language) => {
      const [{ id }] = (await api.get(`${p}/reviews`)).body.reviews as [{ id: string }];
      const comment = { author: 'Anna', text: '@Anna, katso tätä' };
      await api.post(`${p}/reviews/${id}/comments`, comment).expect(201);
      const { page, errors } = await opened({ language, dark: true, width: 800 });
      const focused = () => page.evaluate(() => document.activeElement?.id);
      await page.locator('.thread .mention').getByText('@Anna').waitFor();
      for (let tabs = 0; tabs < 4 && (await focused()) !== 'reviewer'; tabs++)
        await page.keyboard.press('Tab');
      expect(await focused()).toBe('reviewer');
      await page.keyboard.type('Siiri');
      await page.keyboard.press('Escape');
      await page.keyboard.press('a');
      await expect.poll(() => page.locator('#position').innerText()).toContain('2');
      await page.keyboard.press('q');
      await expect.poll(focused).toBe('comment');
      await page.locator('.rows [aria-current] .mark.question').waitFor();
      await page.keyboard.type('Vems förtroende?');
      await page.keyboard.press('Control+Enter');
      await expect.poll(() => page.locator('#position').innerText()).toMatch(/^3/);
      await expectToFit(page);
      await expectAccessible(page);
      const [download] = await Promise.all([
        page.waitForEvent('download'),
        page.keyboard.press('s'),
      ]);
      const { answers } = JSON.parse(await readFile(await download.path(), 'utf8')) as {
        answers: { verdict: string }[];
      };
      expect(answers.map(({ verdict }) => verdict)).toEqual(['accept', 'question']);
      expect(errors).toEqual([]);
    },
  );
});
