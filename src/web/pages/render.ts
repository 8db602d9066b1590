import type { Response } from 'express';
import type { Project } from '../../domain/project/project.ts';
import { LANGUAGES, type Language } from '../../domain/project/records.ts';
import { localsOf } from '../middleware/language.ts';
import type { Services } from '../services.ts';

/** Where in a project a page is; the navigation marks it. */
export type Place = 'transcripts' | 'code' | 'themes' | 'types' | 'report';

interface Frame {
  /** The page's own name, before the project's in the window title. */
  readonly title: string;
  readonly project?: Project;
  readonly place?: Place;
  /** Stylesheets and client entries beside the common ones. */
  readonly styles?: readonly string[];
  readonly scripts?: readonly string[];
}

/** The words every page's script may need, as JSON that is safe inside a script element. */
const scriptJson = (value: unknown): string =>
  JSON.stringify(value)
    .replace(/</g, '\\u003c')
    .replace(/\u2028|\u2029/g, (c) => (c === '\u2028' ? '\\u2028' : '\\u2029'));

/** Renders a page of `views/pages` within the frame all pages share. */
export function render(
  services: Services,
  res: Response,
  view: string,
  frame: Frame,
  model: object = {},
): void {
  const { t, language } = localsOf(res);
  res.set('Cache-Control', 'no-store').render(`pages/${view}`, {
    t,
    language,
    frame: {
      styles: [],
      scripts: [],
      project: null,
      place: null,
      ...projectFrame(frame, t),
      title: frame.title,
    },
    languages: languageLinks(res, language),
    mode: modeOf(res),
    version: services.version,
    scriptJson,
    clientWords: services.clientWords(language),
    ...model,
  });
}

function projectFrame(frame: Frame, t: (key: string) => string): object {
  const { project, place, styles = [], scripts = [] } = frame;
  if (!project) return { styles, scripts };
  const base = `/projects/${project.id}`;
  const links: [Place, string][] = [
    ['transcripts', base],
    ['code', `${base}/code`],
    ['themes', `${base}/themes`],
    ['types', `${base}/types`],
    ['report', `${base}/report`],
  ];
  return {
    styles,
    scripts,
    place: place ?? null,
    project: { id: project.id, name: project.settings.name, revision: project.revision, base },
    nav: links.map(([id, href]) => ({ id, href, name: t(`nav.${id}`), current: id === place })),
  };
}

function languageLinks(res: Response, current: Language): object[] {
  const { path, query } = res.req;
  return LANGUAGES.map((code) => {
    const search = new URLSearchParams({ ...strings(query), lang: code });
    return {
      code,
      name: new Intl.DisplayNames([code], { type: 'language' }).of(code) ?? code,
      href: `${path}?${search.toString()}`,
      current: code === current,
    };
  });
}

const strings = (query: object): Record<string, string> =>
  Object.fromEntries(
    Object.entries(query).filter((pair): pair is [string, string] => typeof pair[1] === 'string'),
  );

/** Light or dark by choice, kept in a cookie; the system's where nothing was chosen. */
function modeOf(res: Response): 'light' | 'dark' | 'auto' {
  const mode = /(?:^|;\s*)mode=(light|dark)(?:;|$)/.exec(res.req.headers.cookie ?? '')?.[1];
  return mode === 'light' || mode === 'dark' ? mode : 'auto';
}
