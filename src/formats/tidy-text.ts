import { canonicalText } from '../domain/text/canonical-text.ts';

/** Text from a file as a project keeps it; null where nothing is left. */
export const tidyText = (text: string): string | null => canonicalText(text).trim() || null;

/** The same on one line, e.g. a name; empty where nothing is left. */
export const tidyLine = (text: string): string => canonicalText(text).replace(/\s+/g, ' ').trim();

/** At most so many UTF-16 code units from the start; half of a surrogate pair is no character. */
export const cutText = (text: string, most: number): string =>
  text
    .slice(0, most)
    .replace(/[\ud800-\udbff]$/, '')
    .trimEnd();

const LONGEST_EXCERPT = 80;

/** As much of what a file says as a message should repeat. */
export const excerptOf = (written: string): string => {
  const line = tidyLine(written.slice(0, 10 * LONGEST_EXCERPT));
  return line.length > LONGEST_EXCERPT ? `${cutText(line, LONGEST_EXCERPT - 1)}…` : line;
};
