import type { Language } from '../../domain/project/records.ts';

/** Numbers, shares and times as a language writes them. */
export interface Formats {
  readonly language: Language;
  number(value: number): string;
  /** With two decimals; a dash where there is none. */
  decimal(value: number | null): string;
  /** With one decimal. */
  tenth(value: number): string;
  /** A share of 0–1 in whole percent; a dash where there is none. */
  percent(share: number | null): string;
  /** A moment (ISO 8601) with its clock time, on this computer's clock. */
  moment(iso: string): string;
  /** Its clock time alone. */
  clock(iso: string): string;
  /** Its day alone. */
  day(iso: string): string;
  /** A day that has no clock time (ISO 8601 date). */
  date(iso: string): string;
  /** From one such day to another: `8.–15.12.2022`. */
  dates(first: string, last: string): string;
}

const known = new Map<Language, Formats>();

export function formatsOf(language: Language): Formats {
  const formats = known.get(language) ?? makeFormats(language);
  known.set(language, formats);
  return formats;
}

function makeFormats(language: Language): Formats {
  const number = new Intl.NumberFormat(language);
  const decimal = new Intl.NumberFormat(language, {
    minimumFractionDigits: 2,
    maximumFractionDigits: 2,
  });
  const tenth = new Intl.NumberFormat(language, {
    minimumFractionDigits: 1,
    maximumFractionDigits: 1,
  });
  const percent = new Intl.NumberFormat(language, { style: 'percent', maximumFractionDigits: 0 });
  const moment = new Intl.DateTimeFormat(language, { dateStyle: 'medium', timeStyle: 'short' });
  const clock = new Intl.DateTimeFormat(language, { timeStyle: 'short' });
  const day = new Intl.DateTimeFormat(language, { dateStyle: 'medium' });
  const date = new Intl.DateTimeFormat(language, { dateStyle: 'medium', timeZone: 'UTC' });
  return {
    language,
    number: (value) => (isPlain(value) ? String(value) : number.format(value)),
    decimal: (value) => (value === null ? '–' : decimal.format(value)),
    tenth: (value) => tenth.format(value),
    percent: (share) => (share === null ? '–' : percent.format(share)),
    moment: (iso) => (iso === '' ? '' : moment.format(new Date(iso))),
    clock: (iso) => (iso === '' ? '' : clock.format(new Date(iso))),
    day: (iso) => (iso === '' ? '' : day.format(new Date(iso))),
    date: (iso) => date.format(new Date(iso)),
    dates: (first, last) => date.formatRange(new Date(first), new Date(last)),
  };
}

/** Written the same in every language of ours; thousands of counts on a page are such. */
const isPlain = (value: number): boolean => Number.isInteger(value) && value > 0 && value < 1_000;
