import { afterAll, beforeAll, expect, it } from 'vitest';
import {
  BEFORE_ANY_ACCOUNT,
  BEFORE_ANY_PROJECT,
  guestShots,
  memberShots,
  shotsOf,
  signedOutShots,
} from '../browser/shots.ts';
import { allRoutes } from '../support/routes.ts';
import { startApp, type RunningApp } from '../support/start-app.ts';

let app: RunningApp;
beforeAll(async () => {
  app = await startApp();
});
afterAll(() => app.close());

/** Parts of pages, and addresses that lead to a page. */
const NO_PAGES = [
  '/projects/:p/analyse/quotes',
  '/projects/:p/analyse/matrix/quotes',
  '/projects/:p/code',
  '/projects/:p/guide/asked',
  '/projects/:p/guide/preview',
  '/projects/:p/import',
  '/projects/:p/settings',
  '/projects/:p/survey/progress/:token',
  '/projects/:p/transcripts',
];

const named = {
  ...{ example: 'p', empty: 'p', transcript: 't', framework: 'f', case: 'c' },
  ...{ attribute: 'a', type: 'y', round: 'r' },
};
const shots = [
  ...BEFORE_ANY_PROJECT,
  ...shotsOf(named),
  ...BEFORE_ANY_ACCOUNT,
  ...signedOutShots('/invitation/s'),
  ...memberShots('p'),
  ...guestShots('p'),
];

it('every page is among the screenshots', () => {
  const paths = allRoutes(app.services)
    .filter(({ method }) => method === 'GET')
    // A route may have several addresses.
    .flatMap(({ path }) => [path].flat())
    .filter((path) => !path.startsWith('/api/'));
  const pathOf = (address: string): string | undefined =>
    paths.find((path) =>
      new RegExp(`^${path.replace(/:\w+/g, '[^/]+')}$`).test(address.replace(/\?.*/, '')),
    );
  const shown = new Set(shots.map(({ address }) => pathOf(address)));
  const missing = paths.filter((path) => !shown.has(path));
  expect(missing.filter((path) => !NO_PAGES.includes(path))).toEqual([]);
  expect(new Set(shots.map(({ name }) => name)).size).toBe(shots.length);
});
