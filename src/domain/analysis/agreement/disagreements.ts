import type { Span } from '../../text/span.ts';
import { tracksByTheme, type CodedText } from './coded-texts.ts';
import { eachStretch } from './each-stretch.ts';

/** A stretch that some of its coders gave a theme and some did not: what to talk about. */
export interface Disagreement extends Span {
  readonly themeId: string;
  /** In the order of the text's coders; neither is empty. */
  readonly withTheme: readonly string[];
  readonly withoutTheme: readonly string[];
}

/**
 * Where the coders of a text differ, in reading order. To be read before any coefficient: it says
 * what a number cannot.
 *
 * @throws RangeError for a passage outside the text.
 */
export function disagreements(text: CodedText): Disagreement[] {
  const coderIds = [...new Set(text.coderIds)];
  const found: Disagreement[] = [];
  for (const [themeId, tracks] of tracksByTheme(text, coderIds))
    eachStretch(tracks, (start, end, open) => {
      const withTheme = coderIds.filter((_, place) => open[place]);
      if (withTheme.length === coderIds.length) return;
      const withoutTheme = coderIds.filter((_, place) => !open[place]);
      found.push({ themeId, start, end, withTheme, withoutTheme });
    });
  return found.sort((a, b) => a.start - b.start || a.end - b.end);
}
