import { join } from 'node:path';
import type { Browser, Page } from 'playwright-core';
import { launchBrowser } from '../support/find-browser.ts';

const probe = join(import.meta.dirname, 'page-probe.mjs');

/** A page in a browser of its own, in English, with the probe in every document. */
export async function withPage<T>(origin: string, work: (page: Page) => Promise<T>): Promise<T> {
  const browser: Browser = await launchBrowser();
  try {
    const context = await browser.newContext({ viewport: { width: 1280, height: 720 } });
    await context.addCookies([{ name: 'lang', value: 'en', url: origin }]);
    await context.addInitScript({ path: probe });
    return await work(await context.newPage());
  } finally {
    await browser.close();
  }
}

/** A number the probe has or will have. */
export const probed = async (page: Page, expression: string): Promise<number> =>
  Number(await page.evaluate(`Promise.resolve(bench.${expression})`));
