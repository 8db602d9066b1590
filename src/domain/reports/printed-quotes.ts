import type { Project } from '../project/project.ts';
import type { OutlineEntry } from './outline.ts';
import type { QuotesInOrder } from './quotes-in-order.ts';
import type { ReportQuote } from './report-quote.ts';
import { sectionQuotes } from './section-quotes.ts';

/** Every quote that a section of the report prints, once. */
export function printedQuotes(
  project: Project,
  outline: readonly OutlineEntry[],
  quotes: QuotesInOrder,
): ReportQuote[] {
  const printed = outline
    .filter(({ withheld }) => !withheld)
    .flatMap(({ id }) => sectionQuotes(project, outline, quotes, id).chosen);
  return [...new Set(printed)];
}
