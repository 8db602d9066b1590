import type { ReportQuote } from '../../domain/reports/report-quote.ts';
import { escapeHtml } from '../../markup/escape.ts';
import type { Translate } from '../i18n.ts';

export interface SheetQuote {
  readonly id: string;
  readonly href: string;
  /** Word for word; line breaks are kept by the style. */
  readonly text: string;
  readonly tag: string;
  readonly tail: string;
  readonly isInline: boolean;
  /** Where a click on the tag leads. */
  readonly place: string;
  readonly notes: readonly string[];
}

export type MakeQuote = (
  quote: ReportQuote,
  options?: { readonly withMemo: boolean },
) => SheetQuote;

export function quoteMaker(base: string, words: Translate, t: Translate): MakeQuote {
  const placeOf = sentence(t, 'report-page.turn', 'turn');
  return (quote, options) => {
    const { excerptId, transcriptId, turn } = quote;
    const notes: string[] = [];
    if (quote.deviant) notes.push(noteOf(words('report.quote.deviant'), quote.deviantReason));
    if (options?.withMemo && quote.memo) notes.push(noteOf(words('report.quote.memo'), quote.memo));
    return {
      id: excerptId,
      href: `${base}/code/${transcriptId}#e-${excerptId}`,
      text: quote.printed,
      tag: quote.tag,
      tail: quote.tail,
      isInline: quote.layout === 'inline',
      place: turn === null ? quote.transcriptTitle : placeOf(turn),
      notes,
    };
  };
}

/** A quote within a line of the sheet. */
export const runningQuoteHtml = ({ id, href, text, tag, tail, place }: SheetQuote): string =>
  `<span id="q-${escapeHtml(id)}"><span dir="auto">${escapeHtml(text)}</span>\u00a0<cite><a href="${escapeHtml(href)}" title="${escapeHtml(place)}">${escapeHtml(tag)}</a></cite>${escapeHtml(tail)}</span>`;

const GAP = '\u0000';

/** A sentence with one gap, looked up once for thousands of quotes. */
function sentence(t: Translate, key: string, gap: string): (value: string | number) => string {
  const [before = '', after = ''] = t(key, { [gap]: GAP }).split(GAP);
  return (value) => `${before}${value}${after}`;
}

const noteOf = (term: string, text: string | null): string =>
  text ? `${term}: ${text}` : `${term}.`;
