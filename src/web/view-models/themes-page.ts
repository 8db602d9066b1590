import type { ThemeCount } from '../../domain/analysis/coded-counts.ts';
import { outsideTheme, type ThemeNote } from '../../domain/codebook/notes.ts';
import { searchCodebook } from '../../domain/codebook/search-codebook.ts';
import { ancestors, themesInOrder } from '../../domain/codebook/tree.ts';
import type { ThemeId } from '../../domain/ids.ts';
import type { Project } from '../../domain/project/project.ts';
import { LEVELS, type Theme } from '../../domain/project/records.ts';
import { themeRowHtml, type ThemeRow } from '../../markup/theme-row.ts';
import type { Translate } from '../i18n.ts';
import { codebookFigures } from './codebook-figures.ts';
import { restOf, type Rest, type RowsAsked } from './first-part.ts';
import type { Formats } from './formats.ts';
import { themeOptions, type ThemeOption } from './theme-options.ts';
import { themeDetails, type DetailsAsked, type ThemeDetails } from './theme-details.ts';

interface Asked extends DetailsAsked {
  readonly theme?: ThemeId | undefined;
  /** Only the details: the tree is on the page already. */
  readonly detailsOnly?: boolean;
  /** Words the shown themes hold, with those above them. */
  readonly filter?: string | undefined;
  readonly rows?: RowsAsked | undefined;
}

export interface ThemesPage {
  readonly base: string;
  readonly here: string;
  readonly sizes: string;
  readonly isEmpty: boolean;
  readonly filter: string;
  /** The tree as HTML, empty where the filter leaves nothing. */
  readonly rowsHtml: string | null;
  /** Null where the rows are all there. */
  readonly rest: Rest | null;
  readonly parents: readonly ThemeOption[];
  readonly details: ThemeDetails | null;
  readonly overview: Overview | null;
  readonly outside: { readonly exists: boolean } | null;
}

interface Overview {
  readonly approach: string;
  readonly advice: string;
  readonly notes: readonly string[];
  readonly levels: readonly {
    readonly id: string;
    readonly usual: string;
    readonly name: string;
  }[];
}

const DEEPEST_INDENT = 8;
/** Several screens of rows: what more there is follows once these can be read. */
const FIRST_ROWS = 200;
/** A longer list of parents would slow the page down: then it offers the chosen theme's line. */
const MOST_PARENTS = 300;

export function themesPage(
  project: Project,
  t: Translate,
  formats: Formats,
  asked: Asked = {},
): ThemesPage {
  const base = `/projects/${project.id}`;
  const chosen = asked.theme === undefined ? undefined : project.themes.get(asked.theme);
  const { notes } = codebookFigures(project);
  const { approach } = project.settings;
  const rows = asked.detailsOnly ? [] : rowsOf(project, t, formats, notes, asked.filter, chosen);
  const first = firstOf(rows, asked.rows);
  return {
    base,
    here: chosen ? `${base}/themes?theme=${chosen.id}` : `${base}/themes`,
    sizes: [
      t('common.themes', { count: project.themes.size }),
      t('common.excerpts', { count: project.excerpts.size }),
    ].join(' · '),
    isEmpty: project.themes.size === 0,
    filter: asked.filter ?? '',
    rowsHtml: asked.detailsOnly ? null : rows.slice(0, first).map(themeRowHtml).join(''),
    rest:
      first < rows.length
        ? restOf(`${base}/themes`, { theme: chosen?.id, q: asked.filter }, project.revision)
        : null,
    parents: asked.detailsOnly ? [] : parentsOf(project, chosen),
    details: chosen
      ? themeDetails(project, chosen, t, formats, notes.get(chosen.id) ?? [], asked)
      : null,
    overview: chosen ? null : overviewOf(project, t, notes),
    outside: approach === 'theory-driven' ? { exists: outsideTheme(project) !== undefined } : null,
  };
}

/** The rows that the first part of the page leaves, as HTML. */
export function restOfThemes(
  project: Project,
  t: Translate,
  formats: Formats,
  { theme, filter }: Pick<Asked, 'theme' | 'filter'>,
): string {
  const chosen = theme === undefined ? undefined : project.themes.get(theme);
  const { notes } = codebookFigures(project);
  const rows = rowsOf(project, t, formats, notes, filter, chosen);
  return rows.slice(firstOf(rows, 'first')).map(themeRowHtml).join('');
}

/** How many rows go first: the chosen one is among them. */
function firstOf(rows: readonly ThemeRow[], asked: RowsAsked = 'first'): number {
  if (asked === 'all' || rows.length <= 2 * FIRST_ROWS) return rows.length;
  return Math.max(FIRST_ROWS, rows.findIndex(({ chosen }) => chosen) + 1);
}

function rowsOf(
  project: Project,
  t: Translate,
  formats: Formats,
  notes: ReadonlyMap<ThemeId, readonly ThemeNote[]>,
  filter: string | undefined,
  chosen: Theme | undefined,
): ThemeRow[] {
  const { counts } = codebookFigures(project);
  const marksOf = marker(project, t, notes);
  const shown = shownBy(project, filter);
  const families = new Map<ThemeId | null, number>();
  for (const { parentId } of project.themes.values())
    families.set(parentId, (families.get(parentId) ?? 0) + 1);
  const nextIndex = new Map<ThemeId | null, number>();
  return themesInOrder(project.themes).flatMap(({ theme, depth }) => {
    const index = nextIndex.get(theme.parentId) ?? 0;
    nextIndex.set(theme.parentId, index + 1);
    if (shown && !shown.has(theme.id)) return [];
    return {
      id: theme.id,
      name: theme.name,
      label: theme.label ?? '',
      parentId: theme.parentId ?? '',
      index,
      siblings: families.get(theme.parentId) ?? 1,
      level: depth + 1,
      indent: Math.min(depth, DEEPEST_INDENT),
      hasChildren: families.has(theme.id),
      colour: theme.colour,
      count: countText(counts.get(theme.id), project.cases.size, formats),
      marks: marksOf(theme),
      retired: theme.retired,
      chosen: theme === chosen,
    };
  });
}

const countText = (count: ThemeCount | undefined, cases: number, formats: Formats): string =>
  count && count.subtreeExcerptCount > 0
    ? `${formats.number(count.subtreeExcerptCount)} · ${formats.number(count.subtreeCaseCount)}/${formats.number(cases)}`
    : '0';

/** The themes that hold the words, and those above them; null where all are shown. */
function shownBy(project: Project, filter: string | undefined): Set<ThemeId> | null {
  if (!filter?.trim()) return null;
  const hits = searchCodebook([...project.themes.values()], filter).map(({ item }) => item.id);
  return new Set(hits.flatMap((id) => [id, ...ancestors(project.themes, id)]));
}

/** Small signs behind a theme's name, each with the words it stands for. */
function marker(
  project: Project,
  t: Translate,
  notes: ReadonlyMap<ThemeId, readonly ThemeNote[]>,
): (theme: Theme) => ThemeRow['marks'] {
  const { outdated, threads } = codebookFigures(project);
  const words = new Map<string, string>();
  const say = (key: string): string => {
    const known = words.get(key) ?? t(key);
    words.set(key, known);
    return known;
  };
  return (theme) => {
    const said = notes.get(theme.id) ?? [];
    const old = outdated.get(theme.id) ?? 0;
    const open = threads.get(theme.id) ?? 0;
    return [
      ...(theme.retired ? [{ kind: 'retired', sign: '∅', about: say('themes.mark.retired') }] : []),
      ...(theme.conceptId ? [{ kind: 'linked', sign: '◆', about: say('themes.mark.linked') }] : []),
      ...(said.includes('twin')
        ? [{ kind: 'twin', sign: '=', about: say('themes.mark.twin') }]
        : []),
      ...(said.includes('undefined')
        ? [{ kind: 'undefined', sign: '?', about: say('themes.mark.undefined') }]
        : []),
      ...(old > 0
        ? [{ kind: 'outdated', sign: `↻${old}`, about: t('themes.mark.outdated', { count: old }) }]
        : []),
      ...(open > 0
        ? [{ kind: 'threads', sign: `!${open}`, about: t('themes.mark.threads', { count: open }) }]
        : []),
    ];
  };
}

function parentsOf(project: Project, chosen: Theme | undefined): ThemeOption[] {
  const line = chosen ? [chosen.id, ...ancestors(project.themes, chosen.id)] : [];
  return themeOptions(project, chosen?.id ?? null).filter(
    ({ id }) => project.themes.size <= MOST_PARENTS || line.includes(id as ThemeId),
  );
}

function overviewOf(
  project: Project,
  t: Translate,
  notes: ReadonlyMap<ThemeId, readonly ThemeNote[]>,
): Overview {
  const { approach } = project.settings;
  const tally = new Map<ThemeNote, number>();
  for (const note of [...notes.values()].flat()) tally.set(note, (tally.get(note) ?? 0) + 1);
  return {
    approach: t(`approaches.${approach}.name`),
    advice: t(`approaches.${approach}.themes`),
    notes: [...tally].map(([note, count]) => t(`themes.tally.${note}`, { count })),
    levels: LEVELS.map((id) => ({
      id,
      usual: t(`levels.${id}`),
      name: project.settings.levelNames[id] ?? '',
    })),
  };
}
