import type { Page } from 'playwright-core';

/** A picture of a page. */
export interface Shot {
  readonly name: string;
  readonly address: string;
  /** What a person does before the picture is taken. */
  readonly act?: (page: Page) => Promise<void>;
}

/** What the addresses of a project's pages name. */
export interface Named {
  /** The project of the example, with something of everything in it. */
  readonly example: string;
  /** A project with nothing in it. */
  readonly empty: string;
  readonly transcript: string;
  readonly framework: string;
  readonly case: string;
  readonly attribute: string;
  readonly type: string;
  readonly round: string;
}

export const BEFORE_ANY_PROJECT: readonly Shot[] = [
  { name: 'home-empty', address: '/' },
  { name: 'new-project', address: '/projects/new' },
  { name: 'error', address: '/projects/nobody' },
];

/** Pages of a project that need nothing done before they are looked at, by what follows its address. */
const PAGES_OF_PROJECT = [
  ...['/speakers', '/cases', '/cases/import', '/attributes/new', '/interviews', '/survey'],
  ...['/themes', '/theory', '/theory/library', '/guide', '/reductions', '/versions', '/exchange'],
  ...['/types', '/types/profiles', '/types/outside'],
  ...['/analyse', '/analyse/matrix', '/analyse/charts', '/analyse/co-occurrence'],
  ...['/analyse/saturation', '/analyse/words', '/analyse/concordance?q=a', '/analyse/measures'],
  ...['/analyse/coverage', '/analyse/spread'],
  ...['/report', '/report/checks', '/report/settings'],
  ...['/review', '/review/agreement', '/review/audit', '/review/meetings', '/review/files'],
  '/double',
];

/** Pages that look different where a project has nothing yet. */
const EMPTY_PAGES = ['', '/code', '/cases', '/themes', '/theory', '/types', '/analyse', '/review'];

const nameOf = (path: string): string =>
  path.replace(/\?.*/, '').replaceAll('/', '-').slice(1) || 'transcripts';

export function shotsOf(named: Named): readonly Shot[] {
  const at = (path: string): string => `/projects/${named.example}${path}`;
  const code = at(`/code/${named.transcript}`);
  return [
    { name: 'home', address: '/' },
    ...EMPTY_PAGES.map((path) => ({
      name: `${nameOf(path)}-empty`,
      address: `/projects/${named.empty}${path}`,
    })),
    { name: 'transcripts', address: at('') },
    ...PAGES_OF_PROJECT.map((path) => ({ name: nameOf(path), address: at(path) })),
    { name: 'code', address: code },
    { name: 'code-palette', address: code, act: openPalette },
    { name: 'code-excerpt', address: code, act: openExcerpt },
    { name: 'code-keys', address: code, act: openKeys },
    { name: 'case', address: at(`/cases/${named.case}`) },
    { name: 'attribute', address: at(`/attributes/${named.attribute}`) },
    { name: 'framework', address: at(`/theory/${named.framework}`) },
    { name: 'make-themes', address: at(`/theory/${named.framework}/themes`) },
    { name: 'type', address: at(`/types/${named.type}`) },
    { name: 'round', address: at(`/double/${named.round}`) },
    { name: 'report-section', address: at('/report'), act: openChoices },
  ];
}

/** Of a team: before anybody is in it, as its owner sees it, and as somebody who was invited does. */
export const BEFORE_ANY_ACCOUNT: readonly Shot[] = [{ name: 'setup', address: '/setup' }];
export const signedOutShots = (invitation: string): readonly Shot[] => [
  { name: 'sign-in', address: '/sign-in' },
  { name: 'invitation', address: invitation },
];
export const memberShots = (project: string): readonly Shot[] => [
  { name: 'account', address: '/account' },
  { name: 'people', address: `/projects/${project}/people` },
];
export const guestShots = (project: string): readonly Shot[] => [
  { name: 'read', address: `/projects/${project}/read` },
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
