import { countsLine } from '../../domain/reports/counts-line.ts';
import type { ReportModel, ReportSection, ReportType } from '../../domain/reports/report-model.ts';
import { tableNotes } from '../../domain/reports/table-notes.ts';
import type { ReportQuote } from '../../domain/reports/report-quote.ts';
import { figureCaptionText, tableCaptionText } from '../../domain/reports/report-table.ts';
import { oneLine, type Fact } from '../../domain/reports/report-words.ts';
import { typeFacts } from '../../domain/reports/type-facts.ts';
import type { ReportWords } from './report-format.ts';

export { countsLine, oneLine };

export function methodFacts(model: ReportModel, words: ReportWords): Fact[] {
  const { method } = model;
  const counted = (what: string, count: number): string => words(`report.count.${what}`, { count });
  const fact = (term: string, parts: readonly string[]): Fact => ({
    term: words(`report.method.${term}`),
    text: parts.join(', '),
  });
  const coded = [counted('excerpts', method.excerptCount), counted('themes', method.themeCount)];
  if (method.codedShare !== null) coded.push(coverage(model, method.codedShare, words));
  return [
    fact('approach', [words(`report.approach.${method.approach}`)]),
    fact('material', [
      counted('cases', method.caseCount),
      counted('transcripts', method.transcriptCount),
      counted('words', method.wordCount),
    ]),
    fact('coding', coded),
    ...(method.coderNames.length > 1 ? [fact('coders', method.coderNames)] : []),
  ];
}

function coverage({ language }: ReportModel, share: number, words: ReportWords): string {
  const percent = new Intl.NumberFormat(language, { style: 'percent' }).format(share);
  return words('report.method.coverage', { percent });
}

/** The number and the name of a theme, in one line. */
export const themeLine = ({ label, name }: Pick<ReportSection, 'label' | 'name'>): string =>
  oneLine(label ? `${label} ${name}` : name);

/** What stands over a section. */
export const sectionTitle = (section: ReportSection, words: ReportWords): string =>
  section.kind === 'no-question' ? words('report.section.noQuestion') : themeLine(section);

/** The name of a type and its kind. */
export const typeTitle = ({ name, kind }: ReportType, words: ReportWords): string =>
  oneLine(`${name} (${words(`report.type.${kind}`)})`);

/** Keeps whose words they are on the line of the last word. */
export const NO_BREAK_SPACE = '\u00a0';

/** Whose words a quote is, as it stands after them: " (H2)", with the full stop where that comes last. */
export const quoteSource = ({ tag, tail }: ReportQuote): string => NO_BREAK_SPACE + tag + tail;

/** What stands below a quote: that it is a deviant case and why; its memo where asked for. */
export function quoteNotes(
  quote: ReportQuote,
  words: ReportWords,
  { withMemo = false }: { readonly withMemo?: boolean } = {},
): string[] {
  const notes: string[] = [];
  if (quote.deviant) notes.push(note(words('report.quote.deviant'), quote.deviantReason));
  if (withMemo && quote.memo) notes.push(note(words('report.quote.memo'), quote.memo));
  return notes;
}

const note = (term: string, text: string | null): string =>
  text ? `${term}: ${text}` : `${term}.`;

/** "No excerpts" is not said of a type that interviewees were given to as a whole. */
export const typeCountsLine = (
  type: ReportType,
  model: ReportModel,
  words: ReportWords,
): string | null =>
  type.excerptCount === 0 && typeFacts(type, words).length > 0
    ? null
    : countsLine(type, model, words);

/** The paragraphs of a quote, each as its lines: a blank line in the transcript parts them. */
export const quoteParagraphs = (quote: string): string[][] =>
  quote.split(/\n[^\S\n]*\n\s*/).map((paragraph) => paragraph.split('\n'));

/** "Table 1. Number of excerpts by theme and interviewee." */
export const tableCaption = (model: ReportModel, words: ReportWords): string =>
  `${words('report.table.name')} 1. ${tableCaptionText(model.tableCounts, words)}`;

/** The caption of a section's table: its theme's sub-themes by interviewee. */
export const figureCaption = (
  { tableCounts }: ReportModel,
  words: ReportWords,
  number: number,
  theme: string,
): string =>
  `${words('report.table.name')} ${number}. ${figureCaptionText(tableCounts, theme, words)}`;

/** The caption of a section's chart. */
export const chartCaption = (words: ReportWords, number: number, theme: string): string =>
  `${words('report.chart.name')} ${number}. ${words('report.chart.caption', { theme })}`;

/** What stands below the table of all themes; null for nothing. */
export const tableNote = (model: ReportModel, words: ReportWords): string | null =>
  tableNotes(model, words).join(' ') || null;
