import type { Language } from '../project/records.ts';
import type { QuoteStyle } from '../project/report-records.ts';
import { countWords } from '../text/words.ts';
import { QUOTATION_MARKS } from './quote-style.ts';
import type { ReportQuote } from './report-quote.ts';

/** What the quotes of a text are told apart by, and marked with. */
export interface RunningStyle extends Pick<QuoteStyle, 'inlineWords' | 'marks'> {
  readonly language: Language;
}

/** Whether a quote is too long to run in a text, or has paragraphs of its own. */
export const standsApart = ({ printed }: ReportQuote, { inlineWords }: RunningStyle): boolean =>
  countWords(printed) > inlineWords || /\n\s*\n/.test(printed);

/** The quote on one line, between the quotation marks of the language. */
export function inRunningText(quote: ReportQuote, { marks, language }: RunningStyle): ReportQuote {
  const line = quote.printed.replace(/\s*\n\s*/g, ' ');
  const isMarked = marks || quote.layout === 'inline';
  const [open, close] = QUOTATION_MARKS[language];
  return { ...quote, printed: isMarked ? line : open + line + close, layout: 'inline' };
}
