import type { Browser } from 'playwright-core';
import { afterAll, afterEach, beforeAll, beforeEach, expect } from 'vitest';
import { apiOf, type Api } from './client.ts';
import { launchBrowser } from './find-browser.ts';
import { visit, type Visit, type VisitedPage } from './pages.ts';
import { startApp, type RunningApp } from './start-app.ts';

export interface BrowserTests {
  readonly app: RunningApp;
  readonly browser: Browser;
  /** The API of the app that runs just then. */
  readonly api: Api;
  /**
   * A page at an address of the app, in a context of its own. It is closed after the test, which
   * fails where the page told of an error in its console.
   */
  visit(path: string, how?: Visit): Promise<VisitedPage>;
}

interface Setup {
  /** How the app is started; kept in memory and without accounts unless told otherwise. */
  readonly start?: () => Promise<RunningApp>;
  /** Whether every test has an app of its own, with nothing in it. */
  readonly appForEachTest?: boolean;
}

/**
 * A browser and an app for the tests of a file, ended after the last of them: to be called once, at
 * the top of the file. The tests fail where the app logged an error.
 */
export function browserTests({ start = () => startApp(), appForEachTest }: Setup = {}) {
  let app: RunningApp;
  let browser: Browser;
  const open: VisitedPage[] = [];

  const begin = async (): Promise<void> => {
    app = await start();
  };
  const end = async (): Promise<void> => {
    await app.close();
    expect(app.logged).toEqual([]);
  };
  beforeAll(async () => {
    browser = await launchBrowser();
  });
  afterAll(() => browser.close());
  if (appForEachTest) {
    beforeEach(begin);
    afterEach(end);
  } else {
    beforeAll(begin);
    afterAll(end);
  }
  afterEach(async () => {
    const pages = open.splice(0);
    const errors = pages.flatMap((page) => page.errors);
    for (const page of pages) await page.context().close();
    expect(errors).toEqual([]);
  });

  const tests: BrowserTests = {
    get app() {
      return app;
    },
    get browser() {
      return browser;
    },
    api: apiOf(() => app.base),
    visit: async (path, how) => {
      const page = await visit(browser, app.base, path, how);
      open.push(page);
      return page;
    },
  };
  return tests;
}
