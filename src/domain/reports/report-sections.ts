import type { ExcerptId, ThemeId } from '../ids.ts';
import type { Project } from '../project/project.ts';
import { entryOf, NO_CHOICE, type Figure, type QuoteChoice } from '../project/report-records.ts';
import { draftedSentence } from '../language/quantifiers.ts';
import { chosenQuotes } from './chosen-quotes.ts';
import type { OutlineEntry } from './outline.ts';
import type { QuotesInOrder } from './quotes-in-order.ts';
import type { ReportQuote } from './report-quote.ts';
import { reportTable, type ReportTable } from './report-table.ts';
import type { RunningStyle } from './running-quote.ts';
import { sectionParts, type SectionPart } from './section-parts.ts';

export interface ReportSection {
  /** Of its theme or research question. */
  readonly id: string;
  readonly kind: OutlineEntry['kind'];
  readonly parentId: string | null;
  /** Null for a research question. */
  readonly themeId: ThemeId | null;
  readonly label: string | null;
  /** Of the theme, or the words of the question; empty over themes of no question. */
  readonly name: string;
  /** 0 for a top section. */
  readonly depth: number;
  readonly definition: string | null;
  /** Markdown. */
  readonly text: string;
  /** The drafted sentence as it was last put into the text; null where it never was. */
  readonly drafted: string | null;
  /** With sub-themes, as in the table: distinct excerpts, and the interviewees they come from. */
  readonly excerptCount: number;
  readonly caseCount: number;
  readonly caseNames: readonly string[];
  /** How many speak of it, in words that say no more than is coded; "" without interviewees. */
  readonly sentence: string;
  /** Sub-themes by interviewee, to print as a table or a chart. */
  readonly figure: ReportFigure | null;
  /** Chosen of what is coded with this very theme; those of sub-themes stand in their own sections. */
  readonly quotes: readonly ReportQuote[];
  /** How many are coded with this very theme. */
  readonly ownExcerptCount: number;
  /** The text with the quotes placed in it, then the other quotes: what is printed, in order. */
  readonly parts: readonly SectionPart[];
}

export interface ReportFigure {
  readonly kind: Exclude<Figure, 'none'>;
  /** Its number among the report's tables, or among its charts. */
  readonly number: number;
  readonly table: ReportTable;
}

/** What sections are made of. */
export interface Material {
  readonly project: Project;
  readonly table: ReportTable;
  readonly quotes: QuotesInOrder;
  readonly style: RunningStyle;
}

/** The sections that are printed, in order. */
export function reportSections(
  material: Material,
  outline: readonly OutlineEntry[],
): ReportSection[] {
  const numbers = {
    table: entryOf(material.project.report.sections, 'table')?.hidden ? 0 : 1,
    chart: 0,
  };
  const rowOf = new Map(material.table.rows.map(({ id }, row) => [id, row]));
  return outline
    .filter(({ withheld }) => !withheld)
    .map((entry) =>
      entry.themeId === null
        ? questionSection(material, entry, outline)
        : themeSection(material, entry, entry.themeId, rowOf.get(entry.themeId) ?? -1),
    )
    .map((section) => {
      const { figure } = section;
      return figure
        ? { ...section, figure: { ...figure, number: ++numbers[figure.kind] } }
        : section;
    });
}

function themeSection(
  material: Material,
  entry: OutlineEntry,
  themeId: ThemeId,
  row: number,
): ReportSection {
  const { project, table, quotes } = material;
  const theme = project.themes.get(themeId);
  const caseNames = table.columns.filter((_, i) => table.cells[row]?.[i]).map(({ name }) => name);
  const own = quotes.byTheme.get(themeId) ?? [];
  const chosen = chosenQuotes(
    { own, byId: quotes.byId, anchorId: theme?.anchorId ?? null },
    quoteChoice(project, entry.id),
  );
  return {
    ...written(material, entry, chosen),
    themeId,
    label: theme?.label ?? null,
    name: theme?.name ?? '',
    definition: theme?.definition ?? null,
    excerptCount: table.rowTotals[row] ?? 0,
    caseCount: caseNames.length,
    caseNames,
    sentence: sentenceOf(project, caseNames, table.rowTotals[row] ?? 0, theme?.name ?? ''),
    figure: figureOf(project, entry.id, () => tableBelow(table, row)),
    ownExcerptCount: own.length,
  };
}

const sentenceOf = (
  { cases, settings }: Project,
  caseNames: readonly string[],
  excerptCount: number,
  themeName: string,
): string =>
  draftedSentence({
    language: settings.language,
    caseCount: cases.size,
    ...{ caseNames, excerptCount, themeName },
  });

/** How a section chooses its quotes: for itself, else as the report does. */
export const quoteChoice = ({ report }: Project, id: string): QuoteChoice =>
  entryOf(report.sections, id)?.quotes ?? { ...report.settings.quotes, ids: [] };

function written(
  { project, quotes, style }: Material,
  { id, kind, parentId, depth }: OutlineEntry,
  chosen: readonly ReportQuote[],
): Pick<
  ReportSection,
  'id' | 'kind' | 'parentId' | 'depth' | 'text' | 'drafted' | 'parts' | 'quotes'
> {
  const text = entryOf(project.report.texts, id) ?? '';
  const parts = sectionParts(text, chosen, quotes.byId, style);
  return {
    ...{ id, kind, parentId, depth, text, parts },
    drafted: entryOf(project.report.sections, id)?.drafted ?? null,
    quotes: parts.flatMap((part) => (part.kind === 'quote' ? [part.quote] : part.inline)),
  };
}

function figureOf({ report }: Project, id: string, table: () => ReportTable): ReportFigure | null {
  const { figure } = entryOf(report.sections, id) ?? NO_CHOICE;
  return figure === 'none' ? null : { kind: figure, number: 0, table: table() };
}

/** The theme with all below it, as a table of its own. */
function tableBelow(table: ReportTable, row: number): ReportTable {
  const top = table.rows[row]?.depth ?? 0;
  const after = table.rows.findIndex(({ depth }, i) => i > row && depth <= top);
  const end = after < 0 ? table.rows.length : after;
  // The theme's own row is the total of those below; alone it is the table.
  const from = end - row > 1 ? row + 1 : row;
  return reportTable({
    ...table,
    rows: table.rows.slice(from, end).map((one) => ({
      ...one,
      depth: one.depth - (table.rows[from]?.depth ?? 0),
    })),
    cells: table.cells.slice(from, end),
    rowTotals: table.rowTotals.slice(from, end),
    columnTotals: table.cells[row] ?? [],
    total: table.rowTotals[row] ?? 0,
  });
}

/** Which themes answer a question, and how many speak of them; '' where nothing does. */
function questionSentence(
  { cases, settings }: Project,
  { id, kind }: OutlineEntry,
  outline: readonly OutlineEntry[],
  counted: Pick<ReportSection, 'caseNames' | 'excerptCount'>,
): string {
  const themeNames = outline.filter(({ parentId }) => parentId === id).map(({ title }) => title);
  if (kind !== 'question' || themeNames.length === 0 || counted.excerptCount === 0) return '';
  return draftedSentence({
    language: settings.language,
    caseCount: cases.size,
    ...{ ...counted, themeName: '', themeNames },
  });
}

/** A research question: what the themes below it have between them. */
function questionSection(
  material: Material,
  entry: OutlineEntry,
  outline: readonly OutlineEntry[],
): ReportSection {
  const { project, table, quotes } = material;
  const themeIds = new Set<string>(themesBelow(outline, entry.id));
  const spoken = new Map<ExcerptId, string>();
  for (const id of themeIds)
    for (const { excerptId, caseName } of quotes.byTheme.get(id as ThemeId) ?? [])
      spoken.set(excerptId, caseName);
  const byCase = new Map<string, number>();
  for (const name of spoken.values()) byCase.set(name, (byCase.get(name) ?? 0) + 1);
  const names = table.columns.map(({ name }) => name);
  const caseNames = names.filter((name) => byCase.has(name));
  const rows = [...table.rows.keys()].filter((row) => themeIds.has(table.rows[row]?.id ?? ''));
  const chosen = quoteChoice(project, entry.id).ids.map((id) => quotes.byId.get(id));
  return {
    ...written(
      material,
      entry,
      chosen.filter((quote) => quote !== undefined),
    ),
    themeId: null,
    label: null,
    name: entry.title,
    definition: null,
    excerptCount: spoken.size,
    caseCount: caseNames.length,
    caseNames,
    sentence: questionSentence(project, entry, outline, { caseNames, excerptCount: spoken.size }),
    figure: figureOf(project, entry.id, () =>
      reportTable({
        ...table,
        rows: rows.flatMap((row) => table.rows[row] ?? []),
        cells: rows.map((row) => table.cells[row] ?? []),
        rowTotals: rows.map((row) => table.rowTotals[row] ?? 0),
        columnTotals: names.map((name) => byCase.get(name) ?? 0),
        total: spoken.size,
      }),
    ),
    ownExcerptCount: 0,
  };
}

/** The themes of a section and of all below it. */
export function themesBelow(outline: readonly OutlineEntry[], id: string): ThemeId[] {
  const within = new Set([id]);
  return outline.flatMap((entry) => {
    if (entry.id !== id && !(entry.parentId !== null && within.has(entry.parentId))) return [];
    within.add(entry.id);
    return entry.themeId ?? [];
  });
}
