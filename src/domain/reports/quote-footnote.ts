import { identifiersIn } from '../language/identifiers/identifiers-in.ts';
import type { Language } from '../project/records.ts';
import type { Footnotes, QuoteEdit } from '../project/report-records.ts';
import { overlaps } from '../text/span.ts';
import { countWords } from '../text/words.ts';
import { QUOTATION_MARKS } from './quote-style.ts';
import type { ReportQuote } from './report-quote.ts';
import { oneLine, type ReportWords } from './report-words.ts';

/**
 * What the foot of the page tells of a quote that is printed otherwise than it was said, or whose words
 * changed after they were coded: where it stands, and what was done to it. Null for any other quote.
 * Words that stand in brackets for others are not told, nor what may identify: that is why they went.
 */
export function quoteFootnote(
  quote: ReportQuote,
  detail: Footnotes,
  words: ReportWords,
  language: Language,
): string | null {
  const { edits, status } = quote;
  if (detail === 'none' || (edits.length === 0 && status === 'anchored')) return null;
  const omitted = edits.filter(({ kind }) => kind === 'omit');
  const told = detail === 'omissions' ? omitted.filter((edit) => mayBeTold(quote, edit)) : [];
  const kept = omitted.filter((edit) => !told.includes(edit));
  return [
    placeOf(quote, words),
    ...(told.length > 0
      ? [words('report.footnote.words', { words: wordsOf(quote, told, language) })]
      : []),
    ...(kept.length > 0 ? [words('report.footnote.omitted', { count: countOf(quote, kept) })] : []),
    ...(omitted.length < edits.length ? [words('report.footnote.inserted')] : []),
    ...(status === 'anchored' ? [] : [words(`report.footnote.${status}`)]),
  ].join(' ');
}

function placeOf({ caseName, transcriptTitle, turn }: ReportQuote, words: ReportWords): string {
  const names = [...new Set([caseName, transcriptTitle].map(oneLine))].join(', ');
  return turn === null
    ? words('report.footnote.place', { names })
    : words('report.footnote.turn', { names, turn });
}

const mayBeTold = ({ quote }: ReportQuote, edit: QuoteEdit): boolean =>
  !identifiersIn(quote).some((identifier) => overlaps(identifier, edit));

const countOf = ({ quote }: ReportQuote, edits: readonly QuoteEdit[]): number =>
  edits.reduce((sum, { start, end }) => sum + countWords(quote.slice(start, end)), 0);

function wordsOf({ quote }: ReportQuote, edits: readonly QuoteEdit[], language: Language): string {
  const [open, close] = QUOTATION_MARKS[language];
  return edits
    .map(({ start, end }) => open + oneLine(quote.slice(start, end)).trim() + close)
    .join(', ');
}
