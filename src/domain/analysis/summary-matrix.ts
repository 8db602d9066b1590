import { caseOf } from '../cases/case-of.ts';
import { groupsOfAttribute, type GroupLabel } from '../cases/groups-of-attribute.ts';
import { agreedView } from '../double-coding/agreed-view.ts';
import { themesInOrder } from '../codebook/tree.ts';
import type { AttributeId, CaseId, ThemeId } from '../ids.ts';
import type { Project } from '../project/project.ts';
import type { Case, Theme } from '../project/records.ts';
import { summaryId } from '../project/summary-records.ts';
import { themeAxis } from './axes/theme-axis.ts';
import { casesSelected, EVERYTHING } from './selection.ts';

export interface MatrixOptions {
  /** Each with the themes below it; all where there are none. */
  readonly themeIds?: readonly ThemeId[];
  readonly caseIds?: readonly CaseId[];
  /** How many levels of the codebook are shown; null for all. */
  readonly levels?: number | null;
  /** Puts the cases side by side that have the same of an attribute. */
  readonly attributeId?: AttributeId | null;
}

export interface MatrixCell {
  /** With the theme or one below it. */
  readonly excerptCount: number;
  /** Empty where nothing was written. */
  readonly text: string;
  readonly updatedAt: string | null;
}

/** The framework matrix (Ritchie & Spencer 1994): what each interviewee says of each theme, in short. */
export interface SummaryMatrix {
  readonly themes: readonly { readonly theme: Theme; readonly depth: number }[];
  readonly cases: readonly { readonly record: Case; readonly group: GroupLabel | null }[];
  /** By theme, then by case. */
  readonly cells: readonly (readonly MatrixCell[])[];
  /** Cells with something to summarise, or with a summary. */
  readonly wantedCount: number;
  readonly writtenCount: number;
}

/** @throws Rejection `attribute-not-found` */
export function summaryMatrix(project: Project, options: MatrixOptions = {}): SummaryMatrix {
  const themes = themesShown(project, options);
  const cases = casesShown(project, options);
  const countOf = excerptCounts(agreedView(project));
  const cells = themes.map(({ theme }) =>
    cases.map(({ record }): MatrixCell => {
      const summary = project.summaries.get(summaryId(theme.id, record.id));
      return {
        excerptCount: countOf(theme.id, record.id),
        text: summary?.text ?? '',
        updatedAt: summary?.updatedAt ?? null,
      };
    }),
  );
  const all = cells.flat();
  return {
    themes,
    cases,
    cells,
    wantedCount: all.filter(({ excerptCount, text }) => excerptCount > 0 || text !== '').length,
    writtenCount: all.filter(({ text }) => text !== '').length,
  };
}

function themesShown(
  { themes }: Project,
  { themeIds = [], levels = null }: MatrixOptions,
): SummaryMatrix['themes'] {
  const chosen = new Set<ThemeId>(themeIds);
  const shown = new Set<ThemeId>();
  return themesInOrder(themes).filter(({ theme, depth }) => {
    const isChosen =
      chosen.size === 0 ||
      chosen.has(theme.id) ||
      (theme.parentId !== null && shown.has(theme.parentId));
    if (isChosen) shown.add(theme.id);
    return isChosen && (levels === null || depth < levels);
  });
}

function casesShown(
  project: Project,
  { caseIds = [], attributeId = null }: MatrixOptions,
): SummaryMatrix['cases'] {
  const cases = casesSelected(project, { ...EVERYTHING, caseIds });
  if (attributeId === null) return cases.map((record) => ({ record, group: null }));
  const records = new Map(cases.map((one) => [one.id, one]));
  return groupsOfAttribute(project, attributeId).flatMap(({ label, caseIds: ids }) =>
    ids.flatMap((id) => {
      const record = records.get(id);
      return record ? [{ record, group: label }] : [];
    }),
  );
}

/** How often each case was coded with each theme or one below it. */
function excerptCounts(project: Project): (themeId: ThemeId, caseId: CaseId) => number {
  const { items, placesOf } = themeAxis(project);
  const byCase = new Map<CaseId, Map<string, number>>();
  for (const excerpt of project.excerpts.values()) {
    const caseId = caseOf(project, excerpt);
    if (!caseId) continue;
    let counts = byCase.get(caseId);
    if (!counts) byCase.set(caseId, (counts = new Map<string, number>()));
    for (const place of placesOf(excerpt)) {
      const id = items[place]?.id ?? '';
      counts.set(id, (counts.get(id) ?? 0) + 1);
    }
  }
  return (themeId, caseId) => byCase.get(caseId)?.get(themeId) ?? 0;
}
