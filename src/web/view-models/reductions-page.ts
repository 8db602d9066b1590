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
import type { Translate } from '../i18n.ts';

interface Cell {
  readonly span: number;
  readonly name: string;
  /** The lowest of the cell's themes; what is dropped here goes to it. */
  readonly themeId: string;
  readonly colour: number;
}

interface Row {
  /** Excerpt and theme: an excerpt may stand in several rows. */
  readonly id: string;
  readonly excerptId: string;
  readonly themeId: string;
  readonly quote: string;
  readonly tag: string;
  readonly href: string;
  readonly reduction: string;
  readonly code: string;
  /** Those that begin in this row. */
  readonly cells: readonly Cell[];
}

interface Block {
  /** Whether it opens a new top theme, so that the headings stand above it. */
  readonly isFirst: boolean;
  /** About how high it is, before it is laid out. */
  readonly size: 'few' | 'some' | 'many';
  readonly rows: readonly Row[];
}

export interface ReductionsPage {
  readonly base: string;
  readonly language: string;
  readonly isEmpty: boolean;
  readonly sizes: string;
  readonly categories: readonly Category[];
  readonly blocks: readonly Block[];
  readonly themes: readonly { readonly id: string; readonly title: string }[];
  readonly filter: { readonly theme: string; readonly unreduced: boolean };
  readonly downloads: readonly { readonly extension: string; readonly href: string }[];
}

/** So many rows are laid out together; others wait until they are scrolled to. */
const BLOCK = 40;
const INDENT = '\u2003';

export function reductionsPage(
  project: Project,
  filter: ChainFilter,
  formats: readonly { readonly extension: string }[],
  t: Translate,
): ReductionsPage {
  const base = `/projects/${project.id}`;
  const rows = reductionChain(project, filter);
  const search = new URLSearchParams({
    ...(filter.theme && { theme: filter.theme }),
    ...(filter.unreduced && { unreduced: '1' }),
  }).toString();
  const missing = rows.filter(({ excerpt }) => !excerpt.reduction).length;
  return {
    base,
    language: project.settings.language,
    isEmpty: project.excerpts.size === 0,
    sizes: [
      t('common.rows', { count: rows.length }),
      t('reductions.missing', { count: missing }),
    ].join(' · '),
    categories: CATEGORIES,
    blocks: blocksOf(rows).map((block) => ({
      isFirst: block.isFirst,
      size: block.rows.length > 25 ? 'many' : block.rows.length > 8 ? 'some' : 'few',
      rows: describe(project, block.rows, base),
    })),
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

const topOf = ({ cells, code }: ChainRow): string =>
  [cells.uniting, cells.main, cells.upper, cells.sub].find(({ length }) => length > 0)?.[0] ??
  code ??
  '';

function blocksOf(rows: readonly ChainRow[]): { isFirst: boolean; rows: ChainRow[] }[] {
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

function describe(project: Project, rows: readonly ChainRow[], base: string): Row[] {
  const spans = spansOf(rows);
  return rows.map(({ excerpt, caseName, themeId, code, cells }, i) => ({
    id: `${excerpt.id}-${themeId ?? ''}`,
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

function cellOf(project: Project, ids: readonly ThemeId[], span: number): Cell {
  const lowest = ids.at(-1);
  return {
    span,
    name: namesOf(project.themes, ids),
    themeId: lowest ?? '',
    colour: (lowest && project.themes.get(lowest)?.colour) || 0,
  };
}
