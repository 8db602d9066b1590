import { codedShareOf } from '../analysis/coded-share.ts';
import { typeCounts } from '../analysis/coded-counts.ts';
import { frequencies, type Frequencies } from '../analysis/frequencies.ts';
import type { TextOf } from '../analysis/meter.ts';
import { caseNamesIn } from '../cases/case-of.ts';
import { themesInOrder } from '../codebook/tree.ts';
import type { ThemeId, TranscriptId, TypeId } from '../ids.ts';
import { byOrder, casesInOrder, transcriptsInOrder, type Project } from '../project/project.ts';
import type { Approach, Language, TypeKind } from '../project/records.ts';
import { quotesInOrder } from './quotes-in-order.ts';
import type { ReportQuote } from './report-quote.ts';

/** A report as data: what every export prints. Texts are plain; Markdown is named where it is. */
export interface ReportModel {
  readonly title: string;
  readonly projectName: string;
  readonly language: Language;
  /** The project as it stood: its revision and the time of its last change (ISO 8601). */
  readonly revision: number;
  readonly changedAt: string;
  /** Markdown. */
  readonly introduction: string;
  readonly method: ReportMethod;
  /** Excerpts by theme and interviewee; counts include sub-themes. */
  readonly table: Frequencies;
  /** One per theme, in codebook order. */
  readonly sections: readonly ReportSection[];
  readonly types: readonly ReportType[];
  /** What carries no theme: no export leaves it out. */
  readonly withoutTheme: readonly ReportQuote[];
}

export interface ReportMethod {
  readonly approach: Approach;
  readonly researchQuestions: readonly string[];
  readonly caseCount: number;
  readonly transcriptCount: number;
  /** Words the interviewees speak. */
  readonly wordCount: number;
  readonly excerptCount: number;
  /** Share of the interviewees' speech that is coded, 0–1; null where there is none. */
  readonly codedShare: number | null;
  readonly coderNames: readonly string[];
  readonly transcripts: readonly ReportTranscript[];
}

export interface ReportTranscript {
  readonly transcriptId: TranscriptId;
  readonly title: string;
  /** In a group interview, of everybody: "S1, S2". */
  readonly caseName: string;
  readonly wordCount: number;
  readonly excerptCount: number;
}

export interface ReportSection {
  readonly themeId: ThemeId;
  readonly label: string | null;
  readonly name: string;
  /** 0 for a top theme. */
  readonly depth: number;
  readonly definition: string | null;
  /** Markdown. */
  readonly text: string;
  /** With sub-themes, as in the table: distinct excerpts, and the interviewees they come from. */
  readonly excerptCount: number;
  readonly caseCount: number;
  readonly caseNames: readonly string[];
  /** Coded with this very theme; those of sub-themes stand in their own sections. */
  readonly quotes: readonly ReportQuote[];
}

export interface ReportType {
  readonly typeId: TypeId;
  readonly name: string;
  readonly kind: TypeKind;
  readonly description: string | null;
  readonly excerptCount: number;
  readonly caseCount: number;
  readonly caseNames: readonly string[];
  readonly quotes: readonly ReportQuote[];
}

export interface ReportOptions {
  /** Instead of the report's own title. */
  readonly title?: string;
  /** Gives `codePoints`. */
  readonly textOf?: TextOf;
}

/**
 * The report of a project: its table, and every excerpt under each of its themes in interview
 * order (case, transcript, position). An excerpt with two themes stands in both sections.
 */
export function reportModel(project: Project, options: ReportOptions = {}): ReportModel {
  const { settings, report } = project;
  const table = frequencies(project, { rows: 'theme', columns: 'case', unit: 'excerpts' });
  const quotes = quotesInOrder(project, options.textOf);
  return {
    title: options.title ?? (report.title || settings.name),
    projectName: settings.name,
    language: settings.language,
    revision: project.revision,
    changedAt: project.changedAt,
    introduction: report.introduction,
    method: methodOf(project),
    table,
    sections: sectionsOf(project, table, quotes.byTheme),
    types: typesOf(project, quotes.byType),
    withoutTheme: quotes.withoutTheme,
  };
}

function methodOf(project: Project): ReportMethod {
  const { approach, researchQuestions } = project.settings;
  const transcripts = transcriptsInOrder(project);
  return {
    approach,
    researchQuestions,
    caseCount: project.cases.size,
    transcriptCount: transcripts.length,
    wordCount: transcripts.reduce((sum, { wordCount }) => sum + wordCount, 0),
    excerptCount: project.excerpts.size,
    codedShare: codedShareOf(project),
    coderNames: codersAtWork(project),
    transcripts: transcripts.map((transcript) => ({
      transcriptId: transcript.id,
      title: transcript.title,
      caseName: caseNamesIn(project, transcript).join(', ') || transcript.title,
      wordCount: transcript.wordCount,
      excerptCount: project.excerptsBySpan.get(transcript.id)?.size ?? 0,
    })),
  };
}

function codersAtWork(project: Project): string[] {
  const working = new Set<string>();
  for (const { coderId } of project.excerpts.values()) working.add(coderId);
  return [...project.coders.values()].filter(({ id }) => working.has(id)).map(({ name }) => name);
}

function sectionsOf(
  project: Project,
  table: Frequencies,
  quotes: ReadonlyMap<ThemeId, readonly ReportQuote[]>,
): ReportSection[] {
  return themesInOrder(project.themes).map(({ theme, depth }, row) => {
    const caseNames = table.columns.filter((_, i) => table.cells[row]?.[i]).map(({ name }) => name);
    return {
      themeId: theme.id,
      label: theme.label,
      name: theme.name,
      depth,
      definition: theme.definition,
      text: textOfTheme(project, theme.id),
      excerptCount: table.rowTotals[row] ?? 0,
      caseCount: caseNames.length,
      caseNames,
      quotes: quotes.get(theme.id) ?? [],
    };
  });
}

const textOfTheme = ({ report }: Project, id: ThemeId): string =>
  Object.hasOwn(report.texts, id) ? (report.texts[id] ?? '') : '';

function typesOf(
  project: Project,
  quotes: ReadonlyMap<TypeId, readonly ReportQuote[]>,
): ReportType[] {
  const counts = typeCounts(project);
  const caseNames = casesInOrder(project).map(({ name }) => name);
  return [...project.types.values()].sort(byOrder).map(({ id, name, kind, description }) => {
    const own = quotes.get(id) ?? [];
    const present = new Set(own.map((quote) => quote.caseName));
    return {
      typeId: id,
      name,
      kind,
      description,
      excerptCount: counts.get(id)?.excerptCount ?? 0,
      caseCount: counts.get(id)?.caseCount ?? 0,
      caseNames: caseNames.filter((caseName) => present.has(caseName)),
      quotes: own,
    };
  });
}
