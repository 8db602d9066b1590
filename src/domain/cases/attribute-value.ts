import type { Attribute } from '../project/records.ts';

/** What a case may hold for an attribute. Dates are ISO 8601 (`2022-12-08`). */
export type AttributeValue = string | number;

/** Why something is no value of an attribute. */
export type ValueFault = 'number' | 'date' | 'choice' | 'measure' | 'long';

/** A value, none (blank), or why it is none that the attribute takes. */
export type ReadValue = { readonly value: AttributeValue | null } | { readonly fault: ValueFault };

export const MOST_VALUE_CHARACTERS = 2_000;
const MOST_CHOICE_CHARACTERS = 200;

type Scheme = Pick<Attribute, 'kind' | 'choices' | 'measure'>;

/**
 * What somebody typed, pasted or had in a file, as a value of the attribute. Numbers may be written
 * as in Finnish ("1 234,5", "12 %") or English, dates as 8.12.2022 or 2022-12-08. A choice is found
 * whatever its case; one that is not on the list is the fault `choice`.
 */
export function readValue(attribute: Scheme, given: AttributeValue | null): ReadValue {
  const text = given === null ? '' : String(given).normalize('NFC').trim();
  if (text === '') return { value: null };
  switch (attribute.kind) {
    case 'text':
      return text.length > MOST_VALUE_CHARACTERS ? { fault: 'long' } : { value: text };
    case 'number':
      return orFault(typeof given === 'number' ? given : readNumber(text), 'number');
    case 'date':
      return orFault(readDate(text), 'date');
    case 'choice':
      return orFault(choiceLike(attribute.choices, text), 'choice');
    case 'measure':
      return orFault(readRating(attribute, given, text), 'measure');
  }
}

const orFault = (value: AttributeValue | null, fault: ValueFault): ReadValue =>
  value === null || (typeof value === 'number' && !Number.isFinite(value)) ? { fault } : { value };

/** A new choice as it is written on the list; null where it is too long for one. */
export function newChoice(given: AttributeValue): string | null {
  const choice = String(given).normalize('NFC').replace(/\s+/g, ' ').trim();
  return choice === '' || choice.length > MOST_CHOICE_CHARACTERS ? null : choice;
}

export function choiceLike(choices: readonly string[], text: string): string | null {
  if (choices.includes(text)) return text;
  const folded = text.replace(/\s+/g, ' ').toLowerCase();
  return choices.find((one) => one.toLowerCase() === folded) ?? null;
}

/** More digits than a number keeps exactly are a code, e.g. of a customer. */
const MOST_DIGITS = 15;

/** The number a text writes, per cent signs left out; null where it is none. */
export function readNumber(text: string): number | null {
  const plain = text
    .trim()
    .replace(/^[\u2212\u2013]/, '-')
    .replace(/\s*%$/, '')
    .replace(/(\d)[ \u00a0\u202f'\u2019](?=\d{3}(?:\D|$))/g, '$1');
  const written = withoutGroups(plain);
  if (!/^[-+]?\d+(?:[.,]\d+)?$/.test(written)) return null;
  return written.replace(/\D/g, '').length > MOST_DIGITS ? null : Number(written.replace(',', '.'));
}

/** Where both signs are used, the last is the decimal one: 1.234,5 and 1,234.5. */
function withoutGroups(text: string): string {
  if (/^[-+]?\d{1,3}(?:\.\d{3})+,\d+$/.test(text)) return text.replaceAll('.', '');
  if (/^[-+]?\d{1,3}(?:,\d{3})+\.\d+$/.test(text)) return text.replaceAll(',', '');
  return text;
}

const TIME = String.raw`(?:(?:T|,?\s+(?:klo\s+|kl\.?\s+|at\s+)?)\d{1,2}[.:]\d{2}(?:[.:]\d{2}(?:[.,]\d+)?)?(?:\s?[AaPp][Mm]|Z)?)?`;
const ISO = new RegExp(String.raw`^(\d{4})-(\d{1,2})-(\d{1,2})${TIME}$`);
/** Day first: 8.12.2022, 8/12/2022. */
const DAY_FIRST = new RegExp(String.raw`^(\d{1,2})[./]\s?(\d{1,2})[./]\s?(\d{4})${TIME}$`);

/** A day of the calendar as ISO 8601, its time of day left out; null where the text is none. */
export function readDate(text: string): string | null {
  const iso = ISO.exec(text);
  if (iso) return calendarDay(Number(iso[1]), Number(iso[2]), Number(iso[3]));
  const ours = DAY_FIRST.exec(text);
  return ours && calendarDay(Number(ours[3]), Number(ours[2]), Number(ours[1]));
}

function calendarDay(year: number, month: number, day: number): string | null {
  const date = new Date(Date.UTC(year, month - 1, day));
  const isThere = date.getUTCMonth() === month - 1 && date.getUTCDate() === day;
  return isThere && year >= 1000 ? date.toISOString().slice(0, 10) : null;
}

function readRating(
  { measure }: Scheme,
  given: AttributeValue | null,
  text: string,
): number | null {
  const rating = typeof given === 'number' ? given : readNumber(text);
  if (rating === null || !measure || !Number.isInteger(rating)) return null;
  return rating >= measure.min && rating <= measure.max ? rating : null;
}
