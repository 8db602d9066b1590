import type { Language } from '../domain/project/records.ts';

const known = new Map<Language, Intl.NumberFormat>();

/** Writes a figure as the language does, with two decimals at most. */
export function numberIn(language: Language): (value: number) => string {
  let format = known.get(language);
  if (!format) {
    format = new Intl.NumberFormat(language, { maximumFractionDigits: 2 });
    known.set(language, format);
  }
  return (value) => format.format(value);
}
