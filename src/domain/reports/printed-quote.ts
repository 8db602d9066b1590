import type { Language } from '../project/records.ts';
import type { QuoteEdit, QuoteStyle } from '../project/report-records.ts';
import { countWords } from '../text/words.ts';
import { QUOTATION_MARKS } from './quote-style.ts';

const BRACKETS = { square: ['[', ']'], round: ['(', ')'], double: ['[[', ']]'] } as const;

/** A quote with its edits, in words; without edits it is the verbatim quote, untouched. */
export function editedQuote(
  quote: string,
  edits: readonly QuoteEdit[],
  style: Pick<QuoteStyle, 'omission' | 'brackets'>,
): string {
  if (edits.length === 0) return quote;
  const [open, close] = BRACKETS[style.brackets];
  let printed = '';
  let at = 0;
  for (const { kind, start, end, text } of edits) {
    printed = append(printed, quote.slice(at, start), style.omission);
    if (kind === 'insert') printed = withClarification(printed, `${open}${text}${close}`);
    else if (!printed.endsWith(style.omission))
      printed = `${printed.trimEnd()} ${style.omission}`.trimStart();
    at = end;
    // Words put in between two others keep a space on both sides.
    if (kind === 'insert' && /^[\p{L}\p{N}]/u.test(quote.slice(at))) printed += ' ';
  }
  return append(printed, quote.slice(at), style.omission);
}

const withClarification = (printed: string, clarification: string): string =>
  printed === '' || /[\s([„“”"'’»-]$/u.test(printed)
    ? printed + clarification
    : `${printed} ${clarification}`;

/**
 * One space after the sign of an omission, none before what closes a sentence. Of two commas that the
 * words left out stood between, one stays.
 */
function append(printed: string, words: string, omission: string): string {
  if (printed === '' || !printed.endsWith(omission)) return printed + words;
  const isAfterComma = /[,;:]\s*$/u.test(printed.slice(0, -omission.length));
  const rest = words.trimStart();
  const next = isAfterComma ? rest.replace(/^,\s*/u, '') : rest;
  return next === '' || /^[.,;:!?…)\]»”]/u.test(next) ? printed + next : `${printed} ${next}`;
}

/** The pieces of a printed quote: the quote, a no-break space, the tag, and what follows it. */
export interface PrintedQuote {
  readonly printed: string;
  /** Whose words: "(H2)". */
  readonly tag: string;
  /** The full stop where it stands after the tag; else empty. */
  readonly tail: string;
  readonly layout: 'block' | 'inline';
}

/** @param words the quote as `editedQuote` gives it */
export function printedQuote(
  words: string,
  name: string,
  style: QuoteStyle,
  language: Language,
): PrintedQuote {
  const isInline = style.shortInline && isShort(words, style.inlineWords);
  const marked = isInline || style.marks;
  const stop = style.tagPlace === 'before' && /[^.]\.$/.test(words) ? '.' : '';
  const body = stop === '' ? words : words.slice(0, -1);
  const [open, close] = marked ? QUOTATION_MARKS[language] : ['', ''];
  return {
    printed: open + body + close,
    tag: style.tagBrackets === 'round' ? `(${name})` : `[${name}]`,
    tail: stop,
    layout: isInline ? 'inline' : 'block',
  };
}

/** A quote of several paragraphs stands apart, however short. */
const isShort = (words: string, limit: number): boolean =>
  countWords(words) <= limit && !/\n\s*\n/.test(words);
