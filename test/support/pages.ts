import { AxeBuilder } from '@axe-core/playwright';
import type { Browser, BrowserContextOptions, Page } from 'playwright-core';
import { expect } from 'vitest';

export interface Visit {
  readonly language?: 'fi' | 'en' | 'sv';
  readonly dark?: boolean;
  readonly width?: number;
  readonly height?: number;
  readonly withoutScript?: boolean;
  /** The page's errors are not noted: what it asks for is to fail. */
  readonly mayFail?: boolean;
  /** Cookies the visitor comes with, by name. */
  readonly cookies?: Readonly<Record<string, string>>;
}

/** A page, and what it told of errors in its console so far. */
export type VisitedPage = Page & { errors: string[] };

/** A page in a fresh context. */
export async function visit(
  browser: Browser,
  base: string,
  path: string,
  how: Visit = {},
): Promise<VisitedPage> {
  const options: BrowserContextOptions = {
    viewport: { width: how.width ?? 1280, height: how.height ?? 720 },
    colorScheme: how.dark ? 'dark' : 'light',
    javaScriptEnabled: !how.withoutScript,
  };
  const context = await browser.newContext(options);
  const cookies = { lang: how.language ?? 'fi', ...how.cookies };
  await context.addCookies(
    Object.entries(cookies).map(([name, value]) => ({ name, value, url: base })),
  );
  const page = await context.newPage();
  waitBeforeKeys(page);
  const errors: string[] = [];
  if (!how.mayFail) noteErrors(page, errors);
  await page.goto(base + path);
  // A font that comes late moves the words a test points at.
  await page.evaluate(async () => {
    await document.fonts.ready;
  });
  return Object.assign(page, { errors });
}

/**
 * A page that was led to shows its text before its scripts hear a key: what is pressed then is lost,
 * as nobody's fingers are fast enough to notice and every test's are.
 */
function waitBeforeKeys(page: Page): void {
  const { keyboard } = page;
  const press = keyboard.press.bind(keyboard);
  const type = keyboard.type.bind(keyboard);
  keyboard.press = async (...keys) => {
    await page.waitForLoadState();
    await press(...keys);
  };
  keyboard.type = async (...text) => {
    await page.waitForLoadState();
    await type(...text);
  };
}

function noteErrors(page: Page, errors: string[]): void {
  page.on('pageerror', (error) => errors.push(error.message));
  page.on('console', (message) => {
    if (message.type() === 'error') errors.push(message.text());
  });
}

/** Nothing that axe knows to be wrong. */
export async function expectAccessible(page: Page): Promise<void> {
  await expectNoViolations(page, axe(page));
}

/** What axe finds may depend on the colours alone. */
const COLOUR_RULES = ['color-contrast', 'link-in-text-block'];

// In the page itself: there are no frames of other sites, for which axe would open one more page.
const axe = (page: Page): AxeBuilder => new AxeBuilder({ page }).setLegacyMode();

async function expectNoViolations(page: Page, checks: AxeBuilder): Promise<void> {
  const { violations } = await checks.analyze();
  expect([
    page.url(),
    ...violations.map(({ id, nodes }) => [id, nodes.map(({ html }) => html.slice(0, 160))]),
  ]).toEqual([page.url()]);
}

/** Does what leads to another page, and waits until that is there with its scripts. */
export async function andLoad(page: Page, act: () => Promise<unknown>): Promise<void> {
  const loaded = page.waitForEvent('load');
  await act();
  await loaded;
}

/** A small laptop, a tablet upright, and a small laptop at 200 %. */
export const WINDOWS: readonly Visit[] = [
  { width: 1280, height: 720 },
  { width: 800, height: 1100 },
  { width: 640, height: 360 },
];

/** Nothing of the page lies to the right of the window. */
export async function expectToFit(page: Page): Promise<void> {
  const beyond = await page.evaluate(() => {
    const { scrollWidth, clientWidth } = document.documentElement;
    return scrollWidth - clientWidth;
  });
  expect([page.url(), beyond]).toEqual([page.url(), 0]);
}

/**
 * Nothing is amiss with the page in any window, in light and in dark. The page as it stands is put
 * into each window in turn; it is left in the last, dark.
 */
export async function expectUsable(page: Page): Promise<void> {
  for (const { width = 0, height = 0 } of WINDOWS) {
    await page.setViewportSize({ width, height });
    await page.emulateMedia({ colorScheme: 'light' });
    await expectToFit(page);
    await expectAccessible(page);
    await page.emulateMedia({ colorScheme: 'dark' });
    await expectNoViolations(page, axe(page).withRules(COLOUR_RULES));
  }
}
