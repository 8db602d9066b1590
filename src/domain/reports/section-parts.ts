import type { ExcerptId } from '../ids.ts';
import type { ReportQuote } from './report-quote.ts';

/** What a section is read as, from top to bottom. */
export type SectionPart =
  | { readonly kind: 'text'; readonly markdown: string }
  | { readonly kind: 'quote'; readonly quote: ReportQuote };

/** `{{quote 3fa9c1}}`: the place of a quote in a text, by the last letters of its excerpt's id. */
const PLACE = /\{\{\s*(?:quote|sitaatti|citat)\s+([\w-]{4,64})\s*\}\}/giu;
const SHORT_ID = 6;

/** What is written into a text where a quote is to stand. */
export const quotePlace = (word: string, id: ExcerptId): string =>
  `{{${word} ${id.slice(-SHORT_ID)}}}`;

/**
 * A text with the quotes that were placed in it where they were placed, then the others. A place
 * that leads to no excerpt stays in the text as it was written.
 */
export function sectionParts(
  text: string,
  chosen: readonly ReportQuote[],
  byId: ReadonlyMap<ExcerptId, ReportQuote>,
): SectionPart[] {
  if (!text.includes('{{')) return [...textPart(text), ...chosen.map(quotePart)];
  const placed = new Set<ReportQuote>();
  const parts: SectionPart[] = [];
  let from = 0;
  for (const match of text.matchAll(PLACE)) {
    const quote = quoteOf(match[1] ?? '', chosen, byId);
    if (!quote || placed.has(quote)) continue;
    placed.add(quote);
    parts.push(...textPart(text.slice(from, match.index)), quotePart(quote));
    from = match.index + match[0].length;
  }
  const others = chosen.filter((quote) => !placed.has(quote));
  return [...parts, ...textPart(text.slice(from)), ...others.map(quotePart)];
}

const quotePart = (quote: ReportQuote): SectionPart => ({ kind: 'quote', quote });

const textPart = (markdown: string): SectionPart[] =>
  markdown.trim() === '' ? [] : [{ kind: 'text', markdown: markdown.trim() }];

/** The section's own first: short ids are told apart within it. */
function quoteOf(
  short: string,
  chosen: readonly ReportQuote[],
  byId: ReadonlyMap<ExcerptId, ReportQuote>,
): ReportQuote | undefined {
  const own = chosen.find(({ excerptId }) => excerptId.endsWith(short));
  if (own) return own;
  for (const [id, quote] of byId) if (id.endsWith(short)) return quote;
  return undefined;
}
