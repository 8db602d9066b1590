import type { QuoteEdit } from '../project/report-records.ts';
import { Rejection } from '../rejection.ts';

/**
 * Edits of a quote by place; what is left out twice is left out once.
 *
 * @throws Rejection `edit-outside` for a span that the quote does not have, `edits-overlap` where a
 *   clarification stands in words that another edit changes.
 */
export function checkedEdits(quote: string, edits: readonly QuoteEdit[]): QuoteEdit[] {
  const kept: QuoteEdit[] = [];
  for (const edit of edits.map(tidy).sort((a, b) => a.start - b.start || a.end - b.end)) {
    checkSpan(quote, edit);
    const last = kept.at(-1);
    if (!last || edit.start >= last.end) kept.push(edit);
    else if (last.kind === 'omit' && edit.kind === 'omit')
      kept[kept.length - 1] = { ...last, end: Math.max(last.end, edit.end) };
    else
      throw new Rejection('invalid', 'edits-overlap', { words: quote.slice(edit.start, edit.end) });
  }
  return kept;
}

const tidy = ({ kind, start, end, text }: QuoteEdit): QuoteEdit => ({
  kind,
  start,
  end,
  text: kind === 'omit' ? '' : text.replace(/\s+/g, ' ').trim(),
});

function checkSpan(quote: string, { kind, start, end, text }: QuoteEdit): void {
  const fits = start >= 0 && end <= quote.length && (kind === 'omit' ? start < end : start <= end);
  if (!fits || (kind === 'insert' && text === ''))
    throw new Rejection('invalid', 'edit-outside', { start, end });
}
