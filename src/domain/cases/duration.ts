/** Longer than four days, a number is a mistake. */
export const LONGEST_SECONDS = 99 * 3600 + 59 * 60 + 59;

const HOURS = String.raw`(?:h|hrs?|hours?|t|tim|timmar|timme|tuntia|tunti|tuntina|std|stunden?)`;
const MINUTES = String.raw`(?:m|min|mins|minutes?|minuter|minut|minuuttia|minuutti|minuten)`;
const SECONDS = String.raw`(?:s|sec|secs|seconds?|sek|sekuntia|sekunti|sekunder|sekund|sekunden)`;
const part = (name: string, unit: string): string =>
  String.raw`(?:(?<${name}>\d{1,4}(?:[.,]\d{1,2})?)\s*(?:${unit})(?![\p{L}])\.?\s*)?`;
const AND = String.raw`(?:(?:ja|och|and|und|,|&|\+)\s*)?`;
const IN_WORDS = new RegExp(
  `^${part('hours', HOURS)}${AND}${part('minutes', MINUTES)}${AND}${part('seconds', SECONDS)}$`,
  'iu',
);
/** 1:03:03, 1.03.03, 63:03, 63.03 with a colon; where a dot may be a decimal, two are needed. */
const CLOCK = /^(?<first>\d{1,4})(?<dot>[:.'’])(?<second>\d{1,2})(?:[:.](?<third>\d{1,2}))?$/u;
const PLAIN = /^\d{1,4}(?:[.,]\d{1,2})?$/u;

/**
 * A duration as people type it, in whole seconds; null where it is none.
 *
 * `1:03:03` is hours, minutes and seconds; `63:03` is minutes and seconds, as players show it;
 * `1 h 3 min`, `40 min 50 sek` and `1,5 h` are read in Finnish, Swedish, English and German; a number
 * alone is minutes.
 */
export function parseDuration(typed: string): number | null {
  const text = typed.normalize('NFKC').replace(/\s+/gu, ' ').trim();
  if (text === '') return null;
  const seconds = clockSeconds(text) ?? wordSeconds(text) ?? plainSeconds(text);
  if (seconds === null) return null;
  return wholeDuration(seconds);
}

/** To the nearest second; null where it is none that an interview has. */
export function wholeDuration(seconds: number): number | null {
  const whole = Math.round(seconds);
  return whole > 0 && whole <= LONGEST_SECONDS ? whole : null;
}

function clockSeconds(text: string): number | null {
  const groups = CLOCK.exec(text)?.groups;
  if (!groups) return null;
  const { first = '', second = '', third, dot } = groups;
  if (Number(second) > 59 || Number(third ?? 0) > 59 || second.length < 2) return null;
  if (third !== undefined) return Number(first) * 3600 + Number(second) * 60 + Number(third);
  return dot === '.' ? null : Number(first) * 60 + Number(second);
}

function wordSeconds(text: string): number | null {
  const groups = IN_WORDS.exec(text)?.groups;
  if (!groups) return null;
  const { hours, minutes, seconds } = groups;
  if (hours === undefined && minutes === undefined && seconds === undefined) return null;
  return amount(hours) * 3600 + amount(minutes) * 60 + amount(seconds);
}

const plainSeconds = (text: string): number | null => (PLAIN.test(text) ? amount(text) * 60 : null);

const amount = (digits = '0'): number => Number(digits.replace(',', '.'));

/** Minutes and seconds by their signs, `63 min 3 s`: alike in every language, too. */
export function minutesOf(seconds: number): string {
  const whole = Math.round(seconds);
  const rest = whole % 60;
  const minutes = Math.floor(whole / 60);
  return [minutes > 0 ? `${minutes} min` : '', rest > 0 || minutes === 0 ? `${rest} s` : '']
    .filter(Boolean)
    .join(' ');
}

/** Hours, minutes and seconds, `5:35:10`: how a thesis writes a sum, alike in every language. */
export function clockOf(seconds: number): string {
  const whole = Math.round(seconds);
  const two = (value: number): string => String(value).padStart(2, '0');
  return `${Math.floor(whole / 3600)}:${two(Math.floor((whole % 3600) / 60))}:${two(whole % 60)}`;
}
