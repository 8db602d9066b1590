import type { ReportQuote } from '../../domain/reports/report-quote.ts';
import { escapeHtml } from './escape-html.ts';
import { quoteSource } from './wording.ts';

/** A quote within a line of HTML; it runs in its own direction and keeps the tag out of it. */
export const runningQuote = (quote: ReportQuote): string =>
  `<span dir="auto">${escapeHtml(quote.printed)}</span>${escapeHtml(quoteSource(quote))}`;
