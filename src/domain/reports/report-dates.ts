import type { Language } from '../project/records.ts';

/** Days as the running text of a report has them: "8 December 2022". */
const LOCALES: Readonly<Record<Language, string>> = { fi: 'fi', en: 'en-GB', sv: 'sv' };

/**
 * One day, or from one to another: "8.–15. joulukuuta 2022".
 *
 * @param timeZone UTC for days that have no clock time; this computer's for moments
 */
export function daysInWords(
  language: Language,
  first: string,
  last: string,
  timeZone?: 'UTC',
): string {
  const day = new Intl.DateTimeFormat(LOCALES[language], {
    dateStyle: 'long',
    ...(timeZone && { timeZone }),
  });
  const days = day.formatRange(new Date(first), new Date(last));
  // Between days of one month English has no spaces, whatever Unicode's data say this year.
  return days.replace(/^(\d+)\s–\s(?=\d+ \p{L}+ \d+$)/u, '$1–');
}

/** A day as a table has it: "8.12.2022". */
export const dayInTable = (language: Language, day: string): string =>
  new Intl.DateTimeFormat(LOCALES[language], { dateStyle: 'medium', timeZone: 'UTC' }).format(
    new Date(day),
  );
