import type { Response } from 'express';
import { permits, type Role } from '../../domain/people/roles.ts';
import type { Project } from '../../domain/project/project.ts';
import { LANGUAGES, type Language } from '../../domain/project/records.ts';
import { identityOf } from '../middleware/identify.ts';
import { localsOf } from '../middleware/language.ts';
import { scriptJson } from '../script-json.ts';
import type { Services } from '../services.ts';
import { readingForms } from './reading-forms.ts';

/** Where in a project a page is; the navigation marks it. */
export type Place = keyof typeof PLACES;

/** The navigation: each place of a project, with the pages that share it, below the project's address. */
const PLACES = {
  transcripts: {
    transcripts: '',
    speakers: '/speakers',
    cases: '/cases',
    interviews: '/interviews',
  },
  code: { code: '/code' },
  codebook: {
    themes: '/themes',
    theory: '/theory',
    guide: '/guide',
    reductions: '/reductions',
    versions: '/versions',
    exchange: '/exchange',
  },
  types: { types: '/types', profiles: '/types/profiles', outside: '/types/outside' },
  analyse: {
    frequencies: '/analyse',
    matrix: '/analyse/matrix',
    charts: '/analyse/charts',
    'co-occurrence': '/analyse/co-occurrence',
    saturation: '/analyse/saturation',
    words: '/analyse/words',
    concordance: '/analyse/concordance',
    measures: '/analyse/measures',
    coverage: '/analyse/coverage',
    spread: '/analyse/spread',
  },
  report: {
    report: '/report',
    'report-checks': '/report/checks',
    'report-settings': '/report/settings',
  },
  review: {
    review: '/review',
    meetings: '/review/meetings',
    'review-files': '/review/files',
    double: '/double',
    agreement: '/review/agreement',
    audit: '/review/audit',
  },
  people: { people: '/people' },
} as const satisfies Record<string, Record<string, string>>;

/** Every page of a project, as its name in the navigation. */
export const PAGE_NAMES: ReadonlySet<string> = new Set(
  Object.entries(PLACES).flatMap(([place, pages]) => [place, ...Object.keys(pages)]),
);

interface Frame {
  /** The page's own name, before the project's in the window title. */
  readonly title: string;
  readonly project?: Project;
  readonly place?: Place;
  /** Which of the place's pages it is, where it has several; its first where left out. */
  readonly tab?: string;
  /** The page's address, where it answers a form that was sent to another. */
  readonly here?: string;
  /** Stylesheets and client entries beside the common ones. */
  readonly styles?: readonly string[];
  readonly scripts?: readonly string[];
}

/** Renders a page of `views/pages` within the frame all pages share. */
export function render(
  services: Services,
  res: Response,
  view: string,
  frame: Frame,
  model: object = {},
): void {
  const { t, language } = localsOf(res);
  const role = roleOf(res);
  const base = frame.project && `/projects/${frame.project.id}`;
  const locals = {
    t,
    language,
    frame: {
      styles: [],
      scripts: [],
      project: null,
      place: null,
      page: null,
      tabs: [],
      ...projectFrame(frame, t, services.directory !== null),
      person: identityOf(res).actor?.name ?? null,
      // A page outside projects may do what it shows.
      isReading: base !== undefined && !permits(role, 'code'),
      role,
      here: frame.here ?? null,
      title: frame.title,
    },
    languages: languageLinks(res, language, frame.here),
    mode: modeOf(res),
    version: services.version,
    scriptJson,
    clientWords: services.clientWords(language),
    ...model,
  };
  res
    .set('Cache-Control', 'no-store')
    .render(`pages/${view}`, locals, (error: Error | null, html) => {
      if (error) res.req.next?.(error);
      else res.send(base === undefined ? html : readingForms(html, role, base));
    });
}

/** What the gate found; local mode owns everything. */
const roleOf = (res: Response): Role => (res.locals as { role?: Role }).role ?? 'owner';

function projectFrame(frame: Frame, t: (key: string) => string, isTeam: boolean): object {
  const { project, place, styles = [] } = frame;
  if (!project) return { styles, scripts: frame.scripts ?? [] };
  // Every page of a project is drawn anew as it changes: what is written in its forms stays.
  const { scripts = ['forms'] } = frame;
  const base = `/projects/${project.id}`;
  const pages = place ? PLACES[place] : {};
  const page = frame.tab ?? Object.keys(pages)[0];
  const tabs = linksOf(pages, page, base, t);
  const firsts = Object.entries<Record<string, string>>(PLACES)
    .filter(([id]) => isTeam || id !== 'people')
    .map(([id, pages]) => [id, Object.values(pages)[0] ?? ''] as const);
  return {
    styles,
    scripts,
    place: place ?? null,
    page: page ?? place ?? null,
    project: { id: project.id, name: project.settings.name, revision: project.revision, base },
    nav: linksOf(Object.fromEntries(firsts), place, base, t),
    tabs: tabs.length > 1 ? tabs : [],
  };
}

const linksOf = (
  pages: Readonly<Record<string, string>>,
  current: string | undefined,
  base: string,
  t: (key: string) => string,
): object[] =>
  Object.entries(pages).map(([id, path]) => ({
    id,
    href: base + path,
    name: t(`nav.${id}`),
    current: id === current,
  }));

function languageLinks(res: Response, current: Language, here?: string): object[] {
  const { path, originalUrl } = res.req;
  const [, query] = (here ?? originalUrl).split('?');
  return LANGUAGES.map((code) => {
    const search = new URLSearchParams(query);
    search.set('lang', code);
    return {
      code,
      name: new Intl.DisplayNames([code], { type: 'language' }).of(code) ?? code,
      href: `${here ?? path}?${search.toString()}`,
      current: code === current,
    };
  });
}

/** Light or dark by choice, kept in a cookie; the system's where nothing was chosen. */
function modeOf(res: Response): 'light' | 'dark' | 'auto' {
  const mode = /(?:^|;\s*)mode=(light|dark)(?:;|$)/.exec(res.req.headers.cookie ?? '')?.[1];
  return mode === 'light' || mode === 'dark' ? mode : 'auto';
}
