import { codedShareOf } from '../analysis/coded-share.ts';
import { frequencies } from '../analysis/frequencies.ts';
import { keptByRevision } from '../analysis/kept-tables.ts';
import type { TextOf } from '../analysis/meter.ts';
import { caseNamesIn } from '../cases/case-of.ts';
import { agreedView } from '../double-coding/agreed-view.ts';
import type { TranscriptId } from '../ids.ts';
import { transcriptsInOrder, type Project } from '../project/project.ts';
import type { Approach, Language } from '../project/records.ts';
import {
  entryOf,
  REPORT_PARTS,
  type Footnotes,
  type QuoteStyle,
  type ReportPart,
  type TableCounts,
} from '../project/report-records.ts';
import { reportAppendices } from './appendices.ts';
import { NO_QUESTION, reportOutline, themesPrinted, type OutlineEntry } from './outline.ts';
import { quoteStyle } from './quote-style.ts';
import { quotesInOrder, type QuotesInOrder } from './quotes-in-order.ts';
import type { ReportQuote } from './report-quote.ts';
import { reportSections, type ReportSection } from './report-sections.ts';
import type { ReportAppendix } from './report-appendix.ts';
import type { ReportWords } from './report-words.ts';
import { reportTable, type ReportTable } from './report-table.ts';
import { reportTypes, type ReportType } from './report-types.ts';

export type { ReportFigure, ReportSection } from './report-sections.ts';
export type { ReportType } from './report-types.ts';

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
  /** Excerpts by theme and interviewee; counts include sub-themes, hidden ones too. */
  readonly table: ReportTable;
  /** What its tables say of that. */
  readonly tableCounts: TableCounts;
  /** Themes that are left out of the report: of its sections, tables and appendices. */
  readonly hiddenThemeCount: number;
  /** One per theme, or research question with its themes, in the order chosen; hidden ones left out. */
  readonly sections: readonly ReportSection[];
  readonly types: readonly ReportType[];
  /** What carries no theme: left out only where somebody said so. */
  readonly withoutTheme: readonly ReportQuote[];
  /** Every section, hidden ones too. */
  readonly outline: readonly OutlineEntry[];
  /** Which of the parts beside the sections are printed. */
  readonly shows: Readonly<Record<ReportPart, boolean>>;
  /** What sections tell of themselves before their text. */
  readonly counts: boolean;
  readonly definitions: boolean;
  /** What the foot of the page tells of quotes that are not printed as they were said. */
  readonly footnotes: Footnotes;
  /** Markdown, in the part `method`. */
  readonly methodText: string;
  readonly style: QuoteStyle;
  /** Those chosen, where the words they are written in were at hand. */
  readonly appendices: readonly ReportAppendix[];
  /** Texts whose theme or question is gone: kept, and printed nowhere. */
  readonly unplaced: readonly { readonly id: string; readonly text: string }[];
}

export interface ReportMethod {
  readonly approach: Approach;
  readonly researchQuestions: readonly string[];
  readonly caseCount: number;
  readonly transcriptCount: number;
  /** Words the interviewees speak. */
  readonly wordCount: number;
  readonly excerptCount: number;
  /** In the codebook. */
  readonly themeCount: number;
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

export interface ReportOptions {
  /** Instead of the report's own title. */
  readonly title?: string;
  /** In the report's language: gives `appendices`. */
  readonly words?: ReportWords;
  /** Gives `codePoints`. */
  readonly textOf?: TextOf;
}

/**
 * The report of a project. Where nothing was chosen it has its table, and every excerpt under each of
 * its themes in interview order (case, transcript, position). An excerpt with two themes stands in
 * both sections.
 */
export const reportModel = (project: Project, options: ReportOptions = {}): ReportModel =>
  reportWithQuotes(project, options).model;

interface WithQuotes {
  readonly model: ReportModel;
  readonly quotes: QuotesInOrder;
}

const keptReport = keptByRevision<WithQuotes>();

/**
 * The same, with every quote it was made of, those it does not print too. A page comes in parts, and
 * its checks beside it: what all of them are made of is made once for each revision.
 */
export function reportWithQuotes(project: Project, options: ReportOptions = {}): WithQuotes {
  const { title, words, textOf } = options;
  const { model, quotes } = textOf
    ? withQuotes(project, textOf)
    : keptReport(project, '', () => withQuotes(project));
  const appendices = words
    ? reportAppendices({
        ...{ project, method: model.method, words },
        shownThemeIds: themesPrinted(model.outline),
      })
    : model.appendices;
  return { model: { ...model, appendices, title: title ?? model.title }, quotes };
}

function withQuotes(project: Project, textOf?: TextOf): WithQuotes {
  const quotes = quotesInOrder(project, textOf);
  return { model: modelOf(project, quotes), quotes };
}

function modelOf(project: Project, quotes: QuotesInOrder): ReportModel {
  const { settings, report } = project;
  const { language } = settings;
  const style = quoteStyle(project);
  const outline = reportOutline(project);
  const shownThemeIds = themesPrinted(outline);
  const only = { shownThemeIds };
  const table = reportTable(
    frequencies(project, { rows: 'theme', columns: 'case', unit: 'excerpts', only }),
  );
  const shows = shownParts(project);
  const method = methodOf(project);
  return {
    title: report.title || settings.name,
    projectName: settings.name,
    language,
    revision: project.revision,
    changedAt: project.changedAt,
    introduction: report.introduction,
    method,
    table,
    tableCounts: report.settings.tableCounts,
    hiddenThemeCount: project.themes.size - shownThemeIds.length,
    sections: reportSections({ project, table, quotes, style: { ...style, language } }, outline),
    types: shows.types ? reportTypes(project, quotes) : [],
    withoutTheme: shows['without-theme'] ? quotes.withoutTheme : [],
    outline,
    shows,
    counts: report.settings.counts,
    definitions: report.settings.definitions,
    footnotes: report.settings.footnotes,
    methodText: entryOf(report.texts, 'method') ?? '',
    style,
    appendices: [],
    unplaced: unplacedTexts(project),
  };
}

const shownParts = ({ report }: Project): Record<ReportPart, boolean> =>
  Object.fromEntries(
    REPORT_PARTS.map((part) => [part, !entryOf(report.sections, part)?.hidden]),
  ) as Record<ReportPart, boolean>;

/** Texts of the other way of dividing the report wait for it; they are not without a place. */
function unplacedTexts({ report, themes, settings }: Project): ReportModel['unplaced'] {
  const places = new Set<string>([
    ...[...themes.keys(), ...settings.researchQuestionIds],
    ...[NO_QUESTION, ...REPORT_PARTS],
  ]);
  return Object.entries(report.texts)
    .filter(([id, text]) => !places.has(id) && text.trim() !== '')
    .map(([id, text]) => ({ id, text }));
}

function methodOf(project: Project): ReportMethod {
  const counted = agreedView(project);
  const { approach, researchQuestions } = project.settings;
  const transcripts = transcriptsInOrder(project);
  return {
    approach,
    researchQuestions,
    caseCount: project.cases.size,
    transcriptCount: transcripts.length,
    wordCount: transcripts.reduce((sum, { wordCount }) => sum + wordCount, 0),
    excerptCount: counted.excerpts.size,
    themeCount: project.themes.size,
    codedShare: codedShareOf(counted),
    coderNames: codersAtWork(project),
    transcripts: transcripts.map((transcript) => ({
      transcriptId: transcript.id,
      title: transcript.title,
      caseName: caseNamesIn(project, transcript).join(', ') || transcript.title,
      wordCount: transcript.wordCount,
      excerptCount: counted.excerptsBySpan.get(transcript.id)?.size ?? 0,
    })),
  };
}

/** A consensus is nobody's own work. */
function codersAtWork(project: Project): string[] {
  const agreed = new Set([...project.rounds.values()].map(({ consensus }) => consensus));
  const working = new Set<string>();
  for (const { coderId } of project.excerpts.values()) working.add(coderId);
  return [...project.coders.values()]
    .filter(({ id, name }) => working.has(id) && !agreed.has(name))
    .map(({ name }) => name);
}
