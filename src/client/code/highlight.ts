import type { Span } from '../../domain/text/span.ts';
import { rangeOf } from './text-pane.ts';

/**
 * Paints spans with `::highlight(name)`, which changes no element. Where a browser has no such
 * painting the marks in the text still show what is coded.
 */
export function paint(name: string, spans: readonly Span[]): void {
  if (typeof Highlight === 'undefined') return;
  const ranges = spans.map(rangeOf).filter((range) => range !== null);
  if (ranges.length === 0) CSS.highlights.delete(name);
  else CSS.highlights.set(name, new Highlight(...ranges));
}
