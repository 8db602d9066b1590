const ISO = /^(?<year>\d{4})-(?<month>\d{1,2})-(?<day>\d{1,2})$/u;
const DAY_FIRST = /^(?<day>\d{1,2})\s?[./-]\s?(?<month>\d{1,2})\s?[./-]\s?(?<year>\d{4})\.?$/u;

/**
 * A day as people type it, as an ISO 8601 date; null where it is none: `8.12.2022`, `08/12/2022`
 * (the day first, as in Finland, Sweden and Britain) and `2022-12-08`.
 */
export function parseDate(typed: string): string | null {
  const text = typed.normalize('NFKC').trim();
  const groups = (ISO.exec(text) ?? DAY_FIRST.exec(text))?.groups;
  if (!groups) return null;
  const { year = '', month = '', day = '' } = groups;
  const iso = `${year}-${month.padStart(2, '0')}-${day.padStart(2, '0')}`;
  return isDate(iso) ? iso : null;
}

/** Whether an ISO date is in the calendar: not 2022-02-30. */
export function isDate(iso: string): boolean {
  const date = new Date(`${iso}T00:00:00Z`);
  return !Number.isNaN(date.getTime()) && date.toISOString().startsWith(iso);
}
