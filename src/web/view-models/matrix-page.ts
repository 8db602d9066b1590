import { summaryMatrix, type SummaryMatrix } from '../../domain/analysis/summary-matrix.ts';
import type { Spot } from '../../domain/analysis/excerpts-at.ts';
import { themesInOrder, themeTitle } from '../../domain/codebook/tree.ts';
import type { CaseId, ThemeId } from '../../domain/ids.ts';
import { attributesInOrder, casesInOrder, type Project } from '../../domain/project/project.ts';
import type { Language } from '../../domain/project/records.ts';
import { summaryId } from '../../domain/project/summary-records.ts';
import { summaryRow } from '../../markup/summary-row.ts';
import { tableQuery } from '../api/schemas-frequencies.ts';
import { matrixOptions, type MatrixQuery } from '../api/schemas-matrix.ts';
import type { Translate } from '../i18n.ts';
import type { Formats } from './formats.ts';
import { caseHeads } from './matrix-heads.ts';
import { quotesPane, type QuotesPane } from './quotes-pane.ts';
import type { Field } from './table-controls.ts';

export interface MatrixPage {
  readonly base: string;
  readonly isEmpty: boolean;
  readonly language: string;
  readonly selects: readonly Field[];
  readonly ticks: readonly Field[];
  readonly isNarrowed: boolean;
  readonly progress: { readonly written: number; readonly wanted: number; readonly text: string };
  readonly heads: readonly {
    readonly id: string;
    readonly name: string;
    readonly group: string | null;
  }[];
  readonly rowsHtml: string;
  readonly isBig: boolean;
  readonly pane: QuotesPane | null;
  readonly downloads: readonly { readonly extension: string; readonly href: string }[];
}

const BIG = 3_000;

export function matrixPage(
  project: Project,
  query: MatrixQuery,
  { spot, pane }: { readonly spot: Spot | null; readonly pane: QuotesPane | null },
  files: readonly { readonly extension: string }[],
  language: Language,
  t: Translate,
  formats: Formats,
): MatrixPage {
  const base = `/projects/${project.id}`;
  const options = matrixOptions(query);
  const matrix = summaryMatrix(project, options);
  const { writtenCount: written, wantedCount: wanted } = matrix;
  const search = searchOf(query);
  const isBig = matrix.themes.length * matrix.cases.length > BIG;
  return {
    base,
    isEmpty: project.themes.size === 0 || project.cases.size === 0,
    language: project.settings.language,
    selects: selectsOf(project, query, t),
    ticks: ticksOf(project, query, t),
    isNarrowed: query.theme.length > 0 || query.case.length > 0,
    progress: {
      written,
      wanted,
      text: t('matrix.progress', {
        written: formats.number(written),
        wanted: formats.number(wanted),
      }),
    },
    heads: caseHeads(project, matrix, options, language, t),
    rowsHtml: rowsOf(matrix, search, spot, isBig, t),
    isBig,
    pane,
    downloads: files.map(({ extension }) => ({
      extension,
      href: `/api/v1${base}/analysis/matrix.${extension}${search && `?${search}`}`,
    })),
  };
}

function searchOf({ theme, case: cases, levels, by }: MatrixQuery): string {
  const search = new URLSearchParams();
  for (const id of theme) search.append('theme', id);
  for (const id of cases) search.append('case', id);
  if (levels !== undefined) search.set('levels', String(levels));
  if (by) search.set('by', by);
  return search.toString();
}

function rowsOf(
  { themes, cases, cells }: SummaryMatrix,
  search: string,
  spot: Spot | null,
  isBig: boolean,
  t: Translate,
): string {
  const start = search === '' ? '?' : `?${search}&`;
  const write = t('matrix.write');
  return themes
    .map(({ theme, depth }, i) =>
      summaryRow(
        {
          ...{ themeId: theme.id, title: themeTitle(theme), depth, colour: theme.colour },
          cells: cases.map(({ record }, j) => {
            const { excerptCount = 0, text = '' } = cells[i]?.[j] ?? {};
            return {
              text,
              excerpts: excerptCount > 0 ? t('common.excerpts', { count: excerptCount }) : null,
              href: `${start}r=${theme.id}&c=${record.id}`,
              current: spot?.rowId === theme.id && spot.columnId === record.id,
            };
          }),
        },
        i,
        write,
        isBig,
      ),
    )
    .join('\n');
}

function selectsOf(project: Project, { levels, by = '' }: MatrixQuery, t: Translate): Field[] {
  const attributes = attributesInOrder(project);
  const deepest = themesInOrder(project.themes).reduce(
    (most, { depth }) => Math.max(most, depth),
    0,
  );
  const levelNames = Array.from({ length: deepest }, (_, i) => ({
    id: String(i + 1),
    name: t('frequencies.levels-shown', { count: i + 1 }),
    current: levels === i + 1,
  }));
  return [
    ...(deepest > 0
      ? [
          {
            id: 'levels',
            name: t('frequencies.levels'),
            options: [
              { id: '', name: t('frequencies.all-levels'), current: levels === undefined },
              ...levelNames,
            ],
          },
        ]
      : []),
    ...(attributes.length > 0
      ? [
          {
            id: 'by',
            name: t('matrix.by'),
            options: [
              { id: '', name: t('matrix.case-order'), current: by === '' },
              ...attributes.map(({ id, name }) => ({ id, name, current: id === by })),
            ],
          },
        ]
      : []),
  ];
}

/** Which themes and interviewees the matrix is of. */
const ticksOf = (project: Project, query: MatrixQuery, t: Translate): Field[] => [
  {
    id: 'theme',
    name: t('frequencies.kinds.theme'),
    options: themesInOrder(project.themes).flatMap(({ theme, depth }) =>
      depth === 0 || query.theme.includes(theme.id)
        ? [{ id: theme.id, name: themeTitle(theme), current: query.theme.includes(theme.id) }]
        : [],
    ),
  },
  {
    id: 'case',
    name: t('frequencies.kinds.case'),
    options: casesInOrder(project).map(({ id, name }) => ({
      ...{ id, name },
      current: query.case.includes(id),
    })),
  },
];

/** The quotes of a cell of the matrix; null where the address opens none. */
export function matrixPane(
  project: Project,
  query: MatrixQuery,
  spot: Spot | null,
  all: boolean,
  language: Language,
  t: Translate,
): QuotesPane | null {
  const pane = quotesPane(project, tableQuery.parse({}), spot, all, language, t);
  if (!pane || !spot?.rowId || !spot.columnId) return null;
  const [themeId, caseId] = [spot.rowId as ThemeId, spot.columnId as CaseId];
  const search = searchOf(query);
  const isThere = project.themes.has(themeId) && project.cases.has(caseId);
  const address = `?${search && `${search}&`}r=${themeId}&c=${caseId}`;
  return {
    ...pane,
    close: `?${search}`,
    more: pane.more && { ...pane.more, href: `${address}&quotes=all` },
    summary: isThere
      ? {
          action: `/projects/${project.id}/analyse/matrix/${themeId}/${caseId}${address}`,
          text: project.summaries.get(summaryId(themeId, caseId))?.text ?? '',
        }
      : null,
  };
}
