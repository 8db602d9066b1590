import { unionOfSpans, type Span } from '../../text/span.ts';

/** A passage with its themes, by one coder. */
export interface CoderCoding extends Span {
  readonly coderId: string;
  readonly themeIds: readonly string[];
}

/** A text as several coders coded it. */
export interface CodedText {
  /** In the unit of the spans. */
  readonly length: number;
  /** Who coded it: who found nothing is here too, who did not look at it is not. */
  readonly coderIds: readonly string[];
  readonly codings: readonly CoderCoding[];
}

/** By coder, what was coded with one theme: sorted, without overlaps. */
export type Tracks = readonly (readonly Span[])[];

/**
 * The passages of a text by theme, then by coder in the order of `coderIds`. Codings of coders who
 * are not among the text's are left out.
 *
 * @throws RangeError for a passage outside the text.
 */
export function tracksByTheme(text: CodedText, coderIds: readonly string[]): Map<string, Tracks> {
  const present = new Set(text.coderIds);
  const places = new Map(coderIds.map((id, place) => [id, place]));
  const spans = new Map<string, Span[][]>();
  for (const coding of text.codings) {
    const { coderId, themeIds, start, end } = coding;
    if (!(start >= 0 && start < end && end <= text.length))
      throw new RangeError(`passage ${start}–${end} in a text of ${text.length}`);
    const place = places.get(coderId);
    if (place === undefined || !present.has(coderId)) continue;
    for (const themeId of themeIds) {
      let tracks = spans.get(themeId);
      if (!tracks) spans.set(themeId, (tracks = coderIds.map(() => [])));
      tracks[place]!.push(coding);
    }
  }
  return new Map([...spans].map(([themeId, tracks]) => [themeId, tracks.map(unionOfSpans)]));
}
