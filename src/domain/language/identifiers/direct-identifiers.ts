import type { Identifier, IdentifierKind } from './identifier.ts';

/** With what a text must hold for a search to be worth while. */
const PATTERNS: readonly (readonly [IdentifierKind, RegExp, RegExp])[] = [
  ['email', /@/, /[\p{L}\p{N}._%+-]+@[\p{L}\p{N}-]+(?:\.[\p{L}\p{N}-]+)*\.\p{L}{2,}/giu],
  ['url', /:\/\/|www\./, /(?:https?:\/\/|www\.)[^\s<>()"”]+[^\s<>()"”.,;:!?]/giu],
  [
    'identity-code',
    /\d{6}/,
    /(?<![\p{L}\p{N}])\d{6}[-+A-FU-Y]\d{3}[0-9A-FHJ-NPR-Y](?![\p{L}\p{N}])/gu,
  ],
  ['business-id', /\d{7}-/, /(?<![\p{L}\p{N}-])(?:FI)?\d{7}-\d(?![\p{L}\p{N}-])/gu],
  [
    'phone',
    /\d{2}/,
    /(?<![\p{L}\p{N}])(?:\+\d{1,3}[\s-]?(?:\(0\))?|0)\d{1,3}[\s-]?\d{2,4}(?:[\s-]?\d{2,4}){1,3}(?![\p{L}\p{N}]|-\d)/gu,
  ],
];

const CHECK_MARKS = '0123456789ABCDEFHJKLMNPRSTUVWXY';
const BUSINESS_WEIGHTS = [7, 9, 10, 5, 8, 4, 2];

/**
 * E-mail and web addresses, phone numbers, Finnish personal identity codes and business ids. Codes
 * count only with the check mark that their numbers give (DVV; Patent and Registration Office).
 */
export function directIdentifiers(text: string): Identifier[] {
  const found: Identifier[] = [];
  for (const [kind, hint, pattern] of PATTERNS)
    for (const match of hint.test(text) ? text.matchAll(pattern) : []) {
      const [whole] = match;
      const start = match.index;
      const end = start + whole.length;
      if (!isValid(kind, whole) || found.some((one) => one.start < end && start < one.end))
        continue;
      found.push({ kind, start, end, text: whole, unlessOrdinary: [] });
    }
  return found;
}

function isValid(kind: IdentifierKind, text: string): boolean {
  const digits = text.replace(/\D/g, '');
  switch (kind) {
    case 'identity-code': {
      const number = Number(text.slice(0, 6) + text.slice(7, 10));
      return CHECK_MARKS[number % 31] === text.slice(-1);
    }
    case 'business-id': {
      const sum = BUSINESS_WEIGHTS.reduce((total, w, i) => total + w * Number(digits[i]), 0) % 11;
      return sum !== 1 && (sum === 0 ? 0 : 11 - sum) === Number(digits[7]);
    }
    case 'phone':
      return digits.length >= 7 && digits.length <= 15;
    default:
      return true;
  }
}
