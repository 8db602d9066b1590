import { AxeBuilder } from '@axe-core/playwright';
import type { Browser, BrowserContextOptions, Page } from 'playwright-core';
import { expect } from 'vitest';

export interface Visit {
  readonly language?: 'fi' | 'en' | 'sv';
  readonly dark?: boolean;
  readonly width?: number;
  readonly height?: number;
}

/** A page in a fresh context; errors of its scripts fail the test that asks `expectNoErrors`. */
export async function visit(
  browser: Browser,
  base: string,
  path: string,
  how: Visit = {},
): Promise<Page & { errors: string[] }> {
  const options: BrowserContextOptions = {
    viewport: { width: how.width ?? 1280, height: how.height ?? 720 },
    colorScheme: how.dark ? 'dark' : 'light',
  };
  const context = await browser.newContext(options);
  await context.addCookies([{ name: 'lang', value: how.language ?? 'fi', url: base }]);
  const page = await context.newPage();
  const errors: string[] = [];
  page.on('pageerror', (error) => errors.push(error.message));
  page.on('console', (message) => {
    if (message.type() === 'error') errors.push(message.text());
  });
  await page.goto(base + path);
  // A font that comes late moves the words a test points at.
  await page.evaluate(async () => {
    await document.fonts.ready;
  });
  return Object.assign(page, { errors });
}

/** Nothing that axe knows to be wrong. */
export async function expectAccessible(page: Page): Promise<void> {
  const { violations } = await new AxeBuilder({ page }).analyze();
  expect(
    violations.map(({ id, nodes }) => [id, nodes.map(({ html }) => html.slice(0, 160))]),
  ).toEqual([]);
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
