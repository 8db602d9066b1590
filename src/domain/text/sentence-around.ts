import type { Span } from './span.ts';

const END = /[.!?…](?=\s|$)|\n/g;

/** The sentence that a span lies in, by full stops and line ends, `beyond` characters more behind it. */
export function sentenceAround(text: string, { start, end }: Span, beyond = 0): string {
  let from = 0;
  for (const { index, 0: sign } of text.slice(0, start).matchAll(END)) from = index + sign.length;
  const next = text.slice(end).search(END);
  const to = next < 0 ? text.length : end + next;
  return text.slice(from, to + beyond);
}
