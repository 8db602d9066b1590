import { mkdir, rm } from 'node:fs/promises';
import path from 'node:path';
import type { Browser, Page } from 'playwright-core';
import { launchBrowser } from '../support/find-browser.ts';
import { root, startApp } from '../support/start-app.ts';

// Writes every page into screenshots/<language>-<mode>-<width>-<page>.png.

const LANGUAGES = ['fi', 'en'] as const;
const MODES = ['light', 'dark'] as const;
const VIEWPORTS = [
  { width: 1280, height: 720 },
  { width: 800, height: 1100 },
];
const folder = path.join(root, 'screenshots');

type Language = (typeof LANGUAGES)[number];

interface Shot {
  readonly name: string;
  readonly address: string;
  /** What a person does before the picture is taken. */
  readonly act?: (page: Page) => Promise<void>;
}

const EMPTY: readonly Shot[] = [
  { name: 'home-empty', address: '/' },
  { name: 'new-project', address: '/projects/new' },
  { name: 'error', address: '/projects/nobody' },
];

/** Pages that need nothing done before they are looked at. */
const PAGES_OF_PROJECT = [
  '/speakers',
  '/cases',
  '/interviews',
  '/survey',
  '/versions',
  '/exchange',
  '/analyse',
  '/analyse/matrix',
  '/analyse/charts',
  '/analyse/co-occurrence',
  '/analyse/saturation',
  '/analyse/words',
  '/analyse/concordance?q=a',
  '/analyse/measures',
  '/analyse/coverage',
  '/analyse/spread',
  '/report/checks',
  '/report/settings',
  '/review',
  '/review/agreement',
];

const shotsOf = (example: string, empty: string, framework: string): readonly Shot[] => [
  { name: 'home', address: '/' },
  { name: 'transcripts-empty', address: `/projects/${empty}` },
  { name: 'transcripts', address: `/projects/${example}` },
  { name: 'code-empty', address: `/projects/${empty}/code` },
  { name: 'code', address: `/projects/${example}/code` },
  { name: 'code-palette', address: `/projects/${example}/code`, act: openPalette },
  { name: 'code-excerpt', address: `/projects/${example}/code`, act: openExcerpt },
  { name: 'code-keys', address: `/projects/${example}/code`, act: openKeys },
  { name: 'themes-empty', address: `/projects/${empty}/themes` },
  { name: 'themes', address: `/projects/${example}/themes` },
  { name: 'theory-empty', address: `/projects/${empty}/theory` },
  { name: 'theory', address: `/projects/${example}/theory` },
  { name: 'theory-library', address: `/projects/${example}/theory/library` },
  { name: 'framework', address: `/projects/${example}/theory/${framework}` },
  { name: 'make-themes', address: `/projects/${example}/theory/${framework}/themes` },
  { name: 'guide', address: `/projects/${example}/guide` },
  { name: 'reductions', address: `/projects/${example}/reductions` },
  { name: 'types-empty', address: `/projects/${empty}/types` },
  { name: 'types', address: `/projects/${example}/types` },
  { name: 'types-profiles', address: `/projects/${example}/types/profiles` },
  { name: 'types-outside', address: `/projects/${example}/types/outside` },
  ...PAGES_OF_PROJECT.map((path) => ({
    name: path.replace(/\?.*/, '').replaceAll('/', '-').slice(1),
    address: `/projects/${example}${path}`,
  })),
  { name: 'report', address: `/projects/${example}/report` },
  { name: 'report-section', address: `/projects/${example}/report`, act: openChoices },
];

/** The choices of a section, beside the sheet or over its foot. */
async function openChoices(page: Page): Promise<void> {
  await page.locator('.sheet-choose').nth(1).click();
  await page.locator('#panel').waitFor({ state: 'visible' });
}

async function openPalette(page: Page): Promise<void> {
  await page.locator('#text').focus();
  // To the first passage that nobody has coded, its sentence, the palette.
  for (const key of ['u', 's', 'Enter']) await page.keyboard.press(key);
  await page.locator('#palette').waitFor({ state: 'visible' });
}

async function openExcerpt(page: Page): Promise<void> {
  await page.locator('#text').focus();
  await page.keyboard.press('n');
  await page.locator('#excerpt').waitFor({ state: 'visible' });
}

async function openKeys(page: Page): Promise<void> {
  await page.locator('[data-do="keys"]').click();
  await page.locator('#keys').waitFor({ state: 'visible' });
}

async function shoot(
  browser: Browser,
  base: string,
  language: Language,
  shots: readonly Shot[],
): Promise<void> {
  for (const mode of MODES)
    for (const viewport of VIEWPORTS) {
      const context = await browser.newContext({ viewport, locale: language, colorScheme: mode });
      const cookies = { lang: language, mode };
      await context.addCookies(
        Object.entries(cookies).map(([name, value]) => ({ name, value, url: base })),
      );
      const page = await context.newPage();
      for (const shot of shots)
        await take(page, base, shot, `${language}-${mode}-${viewport.width}-${shot.name}.png`);
      await context.close();
    }
}

async function take(page: Page, base: string, shot: Shot, name: string): Promise<void> {
  // A page that is there already would only be scrolled.
  await page.goto('about:blank');
  await page.goto(base + shot.address, { waitUntil: 'load' });
  await shot.act?.(page);
  await page.evaluate(() => document.fonts.ready.then(() => undefined));
  await page.screenshot({ path: path.join(folder, name), animations: 'disabled' });
}

async function post(base: string, address: string, body: object): Promise<string> {
  const answer = await fetch(`${base}/api/v1${address}`, {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify(body),
  });
  if (!answer.ok) throw new Error(`${address} answered ${answer.status}: ${await answer.text()}`);
  return ((await answer.json()) as { id: string }).id;
}

const EMPTY_NAMES: Readonly<Record<Language, string>> = {
  fi: 'Tyhjä tutkimus',
  en: 'An empty study',
};

async function screenshots(): Promise<void> {
  await rm(folder, { recursive: true, force: true });
  await mkdir(folder, { recursive: true });
  const [app, browser] = await Promise.all([startApp(), launchBrowser()]);
  try {
    for (const language of LANGUAGES) await shoot(browser, app.base, language, EMPTY);
    const projects = new Map<Language, readonly Shot[]>();
    for (const language of LANGUAGES) {
      const empty = await post(app.base, '/projects', { name: EMPTY_NAMES[language], language });
      const example = await post(app.base, '/projects/example', { language });
      const libraryId = 'lemon-verhoef';
      const at = `/projects/${example}/frameworks`;
      const framework = await post(app.base, `${at}/from-library`, { libraryId });
      projects.set(language, shotsOf(example, empty, framework));
    }
    for (const [language, shots] of projects) await shoot(browser, app.base, language, shots);
    if (app.logged.length > 0) throw new AggregateError(app.logged, 'the app logged errors');
  } finally {
    await browser.close();
    await app.close();
  }
}

await screenshots();
