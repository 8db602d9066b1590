import { frequencies } from '../analysis/frequencies.ts';
import { interviewTable } from '../cases/interview-table.ts';
import { themesInOrder, themeTitle } from '../codebook/tree.ts';
import { questionsOf } from '../guide/questions.ts';
import type { ThemeId } from '../ids.ts';
import type { Project } from '../project/project.ts';
import type { Source } from '../project/records.ts';
import { entryOf, type AppendixId } from '../project/report-records.ts';
import { writtenChain } from '../reduction/chain.ts';
import { bibliographyLine } from '../theory/bibliography-line.ts';
import type { ReportAppendix, AppendixBlock } from './report-appendix.ts';
import { checklistOf } from './checklists.ts';
import type { ReportMethod } from './report-model.ts';
import { dayInTable } from './report-dates.ts';
import { reportTable } from './report-table.ts';
import { oneLine, type ReportWords } from './report-words.ts';

export interface AppendixMaterial {
  readonly project: Project;
  readonly method: ReportMethod;
  readonly words: ReportWords;
  /** What is left out of the report is left out here. */
  readonly shownThemeIds: readonly ThemeId[];
}

/** The appendices chosen, in their order; one with nothing in it says so. */
export const reportAppendices = (material: AppendixMaterial): ReportAppendix[] =>
  material.project.report.settings.appendices.map((id, i) => {
    const name = material.words(`report.appendix.${id}`);
    const title = material.words('report.appendix.title', { number: i + 1, name });
    const blocks = blocksOf(id, name, material);
    const none = { kind: 'paragraph' as const, text: material.words('report.appendix.empty') };
    return { id, name, title, blocks: blocks.length === 0 ? [none] : blocks };
  });

function blocksOf(id: AppendixId, name: string, material: AppendixMaterial): AppendixBlock[] {
  switch (id) {
    case 'interviews':
      return interviews(name, material);
    case 'guide':
      return guide(material);
    case 'codebook':
      return codebook(name, material);
    case 'reductions':
      return reductions(name, material);
    case 'frequencies':
      return counts(material);
    case 'references':
      return references(material);
    default:
      return checklistOf(id, name, material);
  }
}

/** None where there are no rows; a column that no row fills is left out. */
export function table(
  caption: string,
  columns: readonly string[],
  rows: readonly (readonly (string | number | null)[])[],
): AppendixBlock[] {
  if (rows.length === 0) return [];
  const kept = columns.map((_, i) => i === 0 || rows.some((row) => (row[i] ?? '') !== ''));
  const keep = <T>(cells: readonly T[]): T[] => cells.filter((_, i) => kept[i]);
  return [{ kind: 'table', caption, columns: keep(columns), rows: rows.map(keep) }];
}

function interviews(caption: string, { project, words }: AppendixMaterial): AppendixBlock[] {
  const { rows } = interviewTable(project);
  const { language } = project.settings;
  const columns = ['case', 'date', 'place', 'minutes', 'words', 'pages'];
  return table(
    caption,
    columns.map((column) => words(`report.appendix.columns.${column}`)),
    rows.map(({ cases, date, place, seconds, words: wordCount, pages }) => [
      cases.map(({ name }) => oneLine(name)).join(', '),
      date === null ? null : dayInTable(language, date),
      place,
      seconds === null ? null : Math.round(seconds / 60),
      wordCount,
      pages,
    ]),
  );
}

const guide = ({ project }: AppendixMaterial): AppendixBlock[] =>
  project.guide.parts.flatMap(({ name, questions }): AppendixBlock[] => [
    ...(name.trim() ? [{ kind: 'heading' as const, text: oneLine(name) }] : []),
    { kind: 'list', items: questions.map(({ number, text }) => oneLine(`${number}. ${text}`)) },
  ]);

function codebook(
  caption: string,
  { project, words, shownThemeIds }: AppendixMaterial,
): AppendixBlock[] {
  const shown = new Set(shownThemeIds);
  const columns = ['theme', 'definition', 'include', 'exclude', 'example', 'concept'];
  return table(
    caption,
    columns.map((column) => words(`report.appendix.columns.${column}`)),
    themesInOrder(project.themes)
      .filter(({ theme }) => shown.has(theme.id))
      .map(({ theme }) => {
        const concept = theme.conceptId && project.concepts.get(theme.conceptId);
        const citation = concept && project.frameworks.get(concept.frameworkId)?.citation;
        return [
          oneLine(themeTitle(theme)),
          theme.definition,
          theme.include,
          theme.exclude,
          (theme.anchorId && project.excerpts.get(theme.anchorId)?.quote) ?? null,
          concept ? [concept.name, citation && `(${citation})`].filter(Boolean).join(' ') : null,
        ];
      }),
  );
}

function reductions(
  caption: string,
  { project, words, shownThemeIds }: AppendixMaterial,
): AppendixBlock[] {
  const columns = ['original', 'reduced', 'subcategory', 'upper', 'main', 'uniting'];
  return table(
    caption,
    columns.map((column) => words(`report.appendix.columns.${column}`)),
    writtenChain(project, { among: new Set(shownThemeIds) })
      .filter(({ reduced }) => reduced !== null)
      .map(({ original, tag, reduced, subcategory, upper, main, uniting }) => [
        `${original} ${tag}`,
        ...[reduced, subcategory, upper, main, uniting],
      ]),
  );
}

/** What leads the name of a sub-theme, for each level above it. */
const STEP = '\u2003';

/** Types and questions by interviewee, and themes where the report has no table of them. */
function counts({ project, words, shownThemeIds }: AppendixMaterial): AppendixBlock[] {
  const only = { shownThemeIds };
  const hasTable = !entryOf(project.report.sections, 'table')?.hidden;
  const sides = [
    ...(hasTable ? [] : (['theme'] as const)),
    ...(project.types.size > 0 ? (['type'] as const) : []),
    ...(questionsOf(project.guide).length > 0 ? (['question'] as const) : []),
  ];
  return sides.flatMap((rows) => {
    const counted = reportTable(
      frequencies(project, { rows, columns: 'case', unit: 'excerpts', only }),
    );
    return table(
      words(`report.appendix.counts.${rows}`),
      [
        words(`report.appendix.columns.${rows}`),
        ...counted.columns.map(({ name }) => oneLine(name)),
        words('report.table.total'),
        words('report.table.cases'),
      ],
      counted.rows.map((row, i) => [
        STEP.repeat(row.depth) + oneLine(themeTitle(row)),
        ...(counted.cells[i] ?? []),
        counted.rowTotals[i] ?? 0,
        counted.rowCaseCounts[i] ?? 0,
      ]),
    );
  });
}

/** What the frameworks of the project lean on, by author. */
function references({ project }: AppendixMaterial): AppendixBlock[] {
  const { language } = project.settings;
  const sources = new Map<string, Source>();
  for (const { sourceIds } of project.frameworks.values())
    for (const id of sourceIds) {
      const source = project.sources.get(id);
      if (source) sources.set(id, source);
    }
  const lines = [...sources.values()].map(({ authors, ...source }) =>
    bibliographyLine(
      { ...source, authors: authors.map((literal) => ({ literal })), hasMoreAuthors: false },
      language,
    ),
  );
  const items = lines.sort(new Intl.Collator(language).compare);
  return items.length === 0 ? [] : [{ kind: 'list', items }];
}
