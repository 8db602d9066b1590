import { canonicalText } from './canonical-text.ts';
import { isGraphemeBoundary } from './graphemes.ts';
import { snapSpan, type Span } from './span.ts';

/** Where an excerpt stands and what it says, so that the one can always be checked by the other. */
export interface Anchor extends Span {
  readonly quote: string;
  readonly prefix: string;
  readonly suffix: string;
}

/** Long enough to tell repeated phrases apart, short enough to cost nothing. */
const CONTEXT = 32;

/** The anchor of a span: its exact quote with 32 characters either side. */
export const describeQuote = (text: string, { start, end }: Span): Anchor => ({
  start,
  end,
  quote: text.slice(start, end),
  prefix: text.slice(Math.max(0, start - CONTEXT), start).replace(/^[\udc00-\udfff]/, ''),
  suffix: text.slice(end, end + CONTEXT).replace(/[\ud800-\udbff]$/, ''),
});

/** Whether the text still says at the anchor what it said when it was coded. */
export const holds = (text: string, anchor: Anchor): boolean =>
  text.slice(anchor.start, anchor.end) === anchor.quote;

export interface QuoteMatch {
  readonly span: Span;
  /** How many places say the same: more than one means the nearest was taken. */
  readonly count: number;
}

/**
 * Finds a quote word for word, white space and what canonical text leaves out aside; the place
 * nearest to `near` wins, the first where no hint is given. Nothing is ever matched approximately.
 *
 * @param text a canonical text
 */
export function matchQuote(text: string, quote: string, near?: number): QuoteMatch | null {
  const wanted = trimmed(canonicalText(quote));
  if (wanted === '') return null;
  const exact = placesOf(text, wanted);
  const spans = exact.length > 0 ? exact : placesAcrossSpace(text, wanted);
  const first = spans[0];
  if (!first) return null;
  const distance = (span: Span): number => Math.abs(span.start - (near ?? 0));
  const span =
    near === undefined ? first : spans.reduce((a, b) => (distance(b) < distance(a) ? b : a));
  return { span, count: spans.length };
}

/** The quote as `snapSpan` would have cut it. */
function trimmed(quote: string): string {
  const span = quote === '' ? null : snapSpan(quote, { start: 0, end: quote.length });
  return span ? quote.slice(span.start, span.end) : '';
}

function placesOf(text: string, wanted: string): Span[] {
  const spans: Span[] = [];
  for (let at = text.indexOf(wanted); at >= 0; at = text.indexOf(wanted, at + 1))
    spans.push({ start: at, end: at + wanted.length });
  return spans.filter((span) => isWhole(text, span));
}

function placesAcrossSpace(text: string, wanted: string): Span[] {
  const words = wanted.split(/\s+/).map((word) => word.replace(/[\\^$.*+?()[\]{}|/]/g, '\\$&'));
  return [...text.matchAll(new RegExp(words.join('\\s+'), 'gu'))]
    .map((match): Span => ({ start: match.index, end: match.index + match[0].length }))
    .filter((span) => isWhole(text, span));
}

/** Whether the span takes no letter from under its accent. */
const isWhole = (text: string, { start, end }: Span): boolean =>
  isGraphemeBoundary(text, start) && isGraphemeBoundary(text, end);
