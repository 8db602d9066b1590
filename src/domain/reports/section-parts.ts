import type { ExcerptId } from '../ids.ts';
import { inRunningText, standsApart, type RunningStyle } from './running-quote.ts';
import type { ReportQuote } from './report-quote.ts';

export interface TextPart {
  readonly kind: 'text';
  /** Where a quote of `inline` runs in the text, its place stands: `{{quote 3fa9c1}}`. */
  readonly markdown: string;
  readonly inline: readonly ReportQuote[];
}

/** What a section is read as, from top to bottom. */
export type SectionPart = TextPart | { readonly kind: 'quote'; readonly quote: ReportQuote };

/** `{{quote 3fa9c1}}`: the place of a quote in a text, by the last letters of its excerpt's id. */
const PLACE = /\{\{\s*(?:quote|sitaatti|citat)\s+([\w-]{4,64})\s*\}\}/giu;
const SHORT_ID = 6;

/** What is written into a text where a quote is to stand. */
export const quotePlace = (word: string, id: ExcerptId): string =>
  `{{${word} ${id.slice(-SHORT_ID)}}}`;

/**
 * A text with the quotes that were placed in it where they were placed, then the others. A place
 * that leads to no excerpt stays in the text as it was written. A short quote placed within a line
 * runs in it; where the style has short quotes run in the text, those that follow it do so too.
 */
export function sectionParts(
  text: string,
  chosen: readonly ReportQuote[],
  byId: ReadonlyMap<ExcerptId, ReportQuote>,
  style: RunningStyle,
): SectionPart[] {
  const placed = new Set<ReportQuote>();
  const parts = new Parts();
  let from = 0;
  for (const match of text.includes('{{') ? text.matchAll(PLACE) : []) {
    const quote = quoteOf(match[1] ?? '', chosen, byId);
    if (!quote || placed.has(quote)) continue;
    placed.add(quote);
    parts.write(text.slice(from, match.index));
    from = match.index + match[0].length;
    if (isWithinLine(text, match.index, from) && !standsApart(quote, style))
      parts.run(match[0], inRunningText(quote, style));
    else parts.quote(quote);
  }
  parts.write(text.slice(from));
  for (const quote of chosen) {
    if (placed.has(quote)) continue;
    // What is said of a deviant case stands below its quote, and so the quote stands apart.
    if (quote.layout === 'inline' && !quote.deviant) parts.goOn(inRunningText(quote, style));
    else parts.quote(quote);
  }
  return parts.all();
}

/** The parts as they grow. */
class Parts {
  readonly #parts: SectionPart[] = [];
  #markdown = '';
  #inline: ReportQuote[] = [];

  write(markdown: string): void {
    this.#markdown += markdown;
  }

  run(place: string, quote: ReportQuote): void {
    this.#markdown += place;
    this.#inline.push(quote);
  }

  /** After the last sentence, where that ends a paragraph; else in a paragraph of its own. */
  goOn(quote: ReportQuote): void {
    const before = this.#markdown.trimEnd();
    this.#markdown = before + (before === '' ? '' : endsInParagraph(before) ? ' ' : '\n\n');
    this.run(`{{quote ${quote.excerptId}}}`, quote);
  }

  quote(quote: ReportQuote): void {
    this.#close();
    this.#parts.push({ kind: 'quote', quote });
  }

  all(): SectionPart[] {
    this.#close();
    return this.#parts;
  }

  #close(): void {
    const markdown = this.#markdown.trim();
    if (markdown !== '') this.#parts.push({ kind: 'text', markdown, inline: this.#inline });
    this.#markdown = '';
    this.#inline = [];
  }
}

/** Neither a heading, a list, a table, quoted text nor code ends it. */
function endsInParagraph(markdown: string): boolean {
  const block = markdown.slice(markdown.lastIndexOf('\n\n') + 1).trimStart();
  return !/^(?:#|>|[-*+] |\d+[.)] |\||```|~~~)/mu.test(block);
}

const isWithinLine = (text: string, start: number, end: number): boolean =>
  /\S[^\S\n]*$/u.test(text.slice(0, start)) || /^[^\S\n]*\S/u.test(text.slice(end));

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

/**
 * A text as it was rendered, with each quote that runs in it in its place.
 *
 * @param rendered the Markdown of a part, or what was made of it: places come through any of them
 * @param print the quote as it is printed there
 */
export function withRunningQuotes(
  rendered: string,
  inline: readonly ReportQuote[],
  print: (quote: ReportQuote) => string,
): string {
  if (inline.length === 0) return rendered;
  return rendered.replace(PLACE, (place, id: string) => {
    const quote = inline.find(({ excerptId }) => excerptId.endsWith(id));
    return quote ? print(quote) : place;
  });
}
