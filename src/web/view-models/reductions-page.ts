import { themesInOrder, themeTitle } from '../../domain/codebook/tree.ts';
import type { ThemeId } from '../../domain/ids.ts';
import type { Project } from '../../domain/project/project.ts';
import { CATEGORIES, type Category } from '../../domain/reduction/columns.ts';
import {
  namesOf,
  reductionChain,
  spansOf,
  type ChainFilter,
  type ChainRow,
} from '../../domain/reduction/chain.ts';
import type { Language } from '../../domain/project/records.ts';
import { chainHtml, type ChainCell, type ChainTableRow } from '../../markup/chain-table.ts';
import type { Translate } from '../i18n.ts';
import { restOf, type Rest, type RowsAsked } from './first-part.ts';

export interface ReductionsPage {
  readonly base: string;
  readonly language: string;
  readonly isEmpty: boolean;
  readonly sizes: string;
  /** The table as HTML, empty where the filter leaves nothing. */
  readonly rowsHtml: string;
  /** Null where the rows are all there. */
  readonly rest: Rest | null;
  readonly themes: readonly { readonly id: string; readonly title: string }[];
  readonly filter: { readonly theme: string; readonly unreduced: boolean };
  readonly downloads: readonly { readonly extension: string; readonly href: string }[];
}

/** So many rows are laid out together; others wait until they are scrolled to. */
const BLOCK = 40;
/** Several screens of rows: what more there is follows once these can be read. */
const FIRST_ROWS = 120;
const INDENT = '\u2003';

interface Asked {
  readonly filter: ChainFilter;
  readonly rows?: RowsAsked | undefined;
}

export function reductionsPage(
  project: Project,
  { filter, rows: asked }: Asked,
  formats: readonly { readonly extension: string }[],
  t: Translate,
  language: Language,
): ReductionsPage {
  const base = `/projects/${project.id}`;
  const rows = reductionChain(project, filter);
  const query = { theme: filter.theme, unreduced: filter.unreduced ? '1' : undefined };
  const blocks = blocksOf(rows);
  const first = asked === 'all' ? blocks.length : firstOf(blocks);
  const missing = rows.filter(({ excerpt }) => !excerpt.reduction).length;
  const search = new URLSearchParams(
    Object.entries(query).filter((pair): pair is [string, string] => !!pair[1]),
  ).toString();
  return {
    base,
    language: project.settings.language,
    isEmpty: project.excerpts.size === 0,
    sizes: [
      t('common.rows', { count: rows.length }),
      t('reductions.missing', { count: missing }),
    ].join(' · '),
    rowsHtml: htmlOf(project, rows, blocks.slice(0, first), t, language),
    rest: first < blocks.length ? restOf(`${base}/reductions`, query, project.revision) : null,
    themes: themesInOrder(project.themes).map(({ theme, depth }) => ({
      id: theme.id,
      title: INDENT.repeat(depth) + themeTitle(theme),
    })),
    filter: { theme: filter.theme ?? '', unreduced: filter.unreduced ?? false },
    downloads: formats.map(({ extension }) => ({
      extension,
      href: `/api/v1${base}/export/reductions.${extension}${search && `?${search}`}`,
    })),
  };
}

/** The rows that the first part of the page leaves, as HTML. */
export function restOfReductions(
  project: Project,
  filter: ChainFilter,
  t: Translate,
  language: Language,
): string {
  const rows = reductionChain(project, filter);
  const blocks = blocksOf(rows);
  return htmlOf(project, rows, blocks.slice(firstOf(blocks)), t, language);
}

/** How many blocks go first. */
function firstOf(blocks: readonly Bare[]): number {
  let rows = 0;
  const first = blocks.findIndex((block) => (rows += block.rows.length) >= FIRST_ROWS);
  return first < 0 ? blocks.length : first + 1;
}

function htmlOf(
  project: Project,
  rows: readonly ChainRow[],
  blocks: readonly Bare[],
  t: Translate,
  language: Language,
): string {
  const isUsed = (category: Category): boolean =>
    rows.some(({ cells }) => cells[category].length > 0);
  const base = `/projects/${project.id}`;
  return chainHtml(
    blocks.map(({ isFirst, rows }) => ({
      isFirst,
      size: rows.length > 25 ? 'many' : rows.length > 8 ? 'some' : 'few',
      rows: describe(project, rows, base),
    })),
    {
      base,
      language: project.settings.language,
      wordsLanguage: language,
      columns: [
        ...(['original', 'reduced'] as const).map((id) => ({ id, isEmpty: false })),
        ...CATEGORIES.map((id) => ({ id, isEmpty: !isUsed(id) })),
      ].map(({ id, isEmpty }) => ({ name: t(`reductions.columns.${id}`), isEmpty })),
      words: {
        title: t('reductions.title'),
        row: t('reductions.move-row'),
        group: t('reductions.move-group'),
        reduced: t('reductions.columns.reduced'),
        save: t('common.save'),
      },
    },
  );
}

interface Bare {
  readonly isFirst: boolean;
  readonly rows: readonly ChainRow[];
}

const topOf = ({ cells, code }: ChainRow): string =>
  [cells.uniting, cells.main, cells.upper, cells.sub].find(({ length }) => length > 0)?.[0] ??
  code ??
  '';

function blocksOf(rows: readonly ChainRow[]): Bare[] {
  const blocks: { isFirst: boolean; rows: ChainRow[] }[] = [];
  rows.forEach((row, i) => {
    const before = rows[i - 1];
    const isFirst = !before || topOf(before) !== topOf(row);
    const block = blocks.at(-1);
    if (isFirst || !block || block.rows.length >= BLOCK) blocks.push({ isFirst, rows: [row] });
    else block.rows.push(row);
  });
  return blocks;
}

function describe(project: Project, rows: readonly ChainRow[], base: string): ChainTableRow[] {
  const spans = spansOf(rows);
  return rows.map(({ excerpt, caseName, themeId, code, cells }, i) => ({
    excerptId: excerpt.id,
    themeId: themeId ?? '',
    quote: excerpt.quote,
    tag: `(${caseName})`,
    href: `${base}/code/${excerpt.transcriptId}#e-${excerpt.id}`,
    reduction: excerpt.reduction ?? '',
    code: code ? (project.themes.get(code)?.name ?? '') : '',
    cells: CATEGORIES.flatMap((category) => {
      const span = spans[i]?.[category] ?? 0;
      return span > 0 ? [cellOf(project, cells[category], span)] : [];
    }),
  }));
}

function cellOf(project: Project, ids: readonly ThemeId[], span: number): ChainCell {
  const lowest = ids.at(-1);
  return {
    span,
    name: namesOf(project.themes, ids),
    themeId: lowest ?? '',
    colour: (lowest && project.themes.get(lowest)?.colour) || 0,
  };
}
