import { caseNameAt } from '../cases/case-of.ts';
import { ancestors, themesInOrder } from '../codebook/tree.ts';
import { agreedView } from '../double-coding/agreed-view.ts';
import type { ThemeId } from '../ids.ts';
import type { Project } from '../project/project.ts';
import type { Excerpt, Theme } from '../project/records.ts';
import { excerptsInOrder, interviewsInOrder } from '../reports/interview-order.ts';
import { CATEGORIES, columnsOf, type Category } from './columns.ts';

/** An excerpt under one of its themes; one with several themes stands in several rows. */
export interface ChainRow {
  readonly excerpt: Excerpt;
  /** The interviewee's name. */
  readonly caseName: string;
  /** The theme it stands under; null where it has none. */
  readonly themeId: ThemeId | null;
  /** The theme itself where it has no column of its own. */
  readonly code: ThemeId | null;
  /** The themes of each column from the top down; several where levels come again, often none. */
  readonly cells: Readonly<Record<Category, readonly ThemeId[]>>;
}

export interface ChainFilter {
  /** The theme and what is below it. */
  readonly theme?: string | undefined;
  /** Only what has no reduced expression yet. */
  readonly unreduced?: boolean | undefined;
  /** Only what stands under one of these. */
  readonly among?: ReadonlySet<ThemeId> | undefined;
}

/**
 * The chain of reduction, row by row: codebook order, within a theme interview by interview. What has
 * no theme yet comes last.
 */
export function reductionChain(project: Project, filter: ChainFilter = {}): ChainRow[] {
  const byTheme = rowsByTheme(project, filter);
  const columns = columnsOf(project.themes);
  const inOrder = themesInOrder(project.themes).map(({ theme }) => theme);
  const rows = inOrder.flatMap(({ id }) => {
    const line = [...ancestors(project.themes, id).reverse(), id];
    if (filter.theme && !line.some((one) => one === filter.theme)) return [];
    if (filter.among?.has(id) === false) return [];
    const place = { themeId: id, ...placeOf(line, columns) };
    return (byTheme.get(id) ?? []).map((row) => ({ ...row, ...place }));
  });
  const bare = filter.theme ? [] : (byTheme.get(null) ?? []);
  return [...rows, ...bare.map((row) => ({ ...row, themeId: null, ...placeOf([], columns) }))];
}

type Bare = Pick<ChainRow, 'excerpt' | 'caseName'>;

function rowsByTheme(project: Project, { unreduced }: ChainFilter): Map<ThemeId | null, Bare[]> {
  const rows = new Map<ThemeId | null, Bare[]>();
  for (const transcript of interviewsInOrder(project)) {
    for (const excerpt of excerptsInOrder(project, transcript)) {
      if (unreduced && excerpt.reduction) continue;
      const caseName = caseNameAt(project, transcript, excerpt);
      const themeIds = excerpt.themeIds.filter((id) => project.themes.has(id));
      for (const id of themeIds.length > 0 ? themeIds : [null]) {
        const list = rows.get(id);
        if (list) list.push({ excerpt, caseName });
        else rows.set(id, [{ excerpt, caseName }]);
      }
    }
  }
  return rows;
}

function placeOf(
  line: readonly ThemeId[],
  columns: ReadonlyMap<ThemeId, Category | null>,
): Pick<ChainRow, 'code' | 'cells'> {
  const cells: Record<Category, ThemeId[]> = { sub: [], upper: [], main: [], uniting: [] };
  let code: ThemeId | null = null;
  for (const id of line) {
    const column = columns.get(id) ?? null;
    if (column) cells[column].push(id);
    else code = id;
  }
  return { code, cells };
}

/**
 * How many rows each cell of a category spans, the row before which it begins; 0 where the cell above
 * reaches into the row. Cells are joined where they and everything above them are the same.
 */
export function spansOf(rows: readonly ChainRow[]): Record<Category, number>[] {
  const spans = rows.map(() => ({ sub: 0, upper: 0, main: 0, uniting: 0 }));
  for (const [at, category] of CATEGORIES.entries()) {
    const keyOf = (row: ChainRow): string =>
      CATEGORIES.slice(at)
        .map((one) => row.cells[one].join(' '))
        .join('|');
    let first = 0;
    rows.forEach((row, i) => {
      const before = rows[i - 1];
      if (!before || keyOf(before) !== keyOf(row)) first = i;
      const span = spans[first];
      if (span) span[category]++;
    });
  }
  return spans;
}

/** What is written out of a row; null where analysis has not got there. */
export interface WrittenRow {
  readonly original: string;
  /** Whose words, e.g. "(H2)". */
  readonly tag: string;
  readonly reduced: string | null;
  readonly subcategory: string | null;
  readonly upper: string | null;
  readonly main: string | null;
  readonly uniting: string | null;
}

/**
 * The chain as a table of texts, every cell filled: what a spreadsheet or a document is made of. Where
 * coders agreed, their consensus stands in it with the reduced expression of the mark that was taken.
 */
export const writtenChain = (project: Project, filter: ChainFilter = {}): WrittenRow[] =>
  reductionChain(agreedView(project), filter).map(({ excerpt, caseName, cells }) => {
    const names = (ids: readonly ThemeId[]): string | null => namesOf(project.themes, ids) || null;
    return {
      original: excerpt.quote,
      tag: `(${caseName})`,
      reduced: excerpt.reduction,
      subcategory: names(cells.sub),
      upper: names(cells.upper),
      main: names(cells.main),
      uniting: names(cells.uniting),
    };
  });

/** Several themes of a column from the top down. */
export const namesOf = (themes: ReadonlyMap<ThemeId, Theme>, ids: readonly ThemeId[]): string =>
  ids.map((id) => themes.get(id)?.name ?? '').join(' › ');
