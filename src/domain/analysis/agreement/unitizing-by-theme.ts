import type { Span } from '../../text/span.ts';
import { unionOfSpans } from '../../text/span.ts';
import type { Statistic } from '../statistic.ts';
import { tracksByTheme, type CodedText } from './coded-texts.ts';
import type { Continuum, ValuedUnit } from './continuum.ts';
import { unitizingAlpha } from './unitizing-alpha.ts';

export interface UnitizingByTheme {
  /** By theme: uα of its passages alone. With one value |uα is the same number. */
  readonly themes: ReadonlyMap<string, Statistic>;
  /** uα with the themes as values; undefined where a coder's passages overlap. */
  readonly pooled: Statistic;
  /** |uα of where anything was coded. */
  readonly pooledBinary: Statistic;
}

/**
 * Krippendorff's unitizing α theme by theme and for all. Of one theme, and of where anything was
 * coded, passages of a coder that touch or overlap are one unit.
 *
 * Source: see `unitizingAlpha`.
 */
export function unitizingByTheme(
  texts: readonly CodedText[],
  themeIds: readonly string[],
): UnitizingByTheme {
  const coded = texts.map((text) => ({ text, tracks: tracksByTheme(text, text.coderIds) }));
  const wanted = new Set(themeIds);
  const continuum = (
    { length, coderIds }: CodedText,
    unitsOf: (coderId: string, place: number) => readonly ValuedUnit[],
  ): Continuum => ({ length, coders: new Map(coderIds.map((id, i) => [id, unitsOf(id, i)])) });
  const asUnits = (spans: readonly Span[]): ValuedUnit[] =>
    spans.map(({ start, end }) => ({ start, end, value: 'coded' }));
  const themes = themeIds.map((themeId): [string, Statistic] => {
    const continua = coded.map(({ text, tracks }) =>
      continuum(text, (_, place) => asUnits(tracks.get(themeId)?.[place] ?? [])),
    );
    return [themeId, unitizingAlpha(continua).alpha];
  });
  const everything = texts.map((text) =>
    continuum(text, (coderId) =>
      text.codings
        .filter((coding) => coding.coderId === coderId)
        .flatMap(({ start, end, themeIds }) =>
          themeIds.filter((id) => wanted.has(id)).map((value) => ({ start, end, value })),
        ),
    ),
  );
  const anything = everything.map(({ length, coders }) => ({
    length,
    coders: new Map([...coders].map(([id, units]) => [id, asUnits(unionOfSpans(units))])),
  }));
  return {
    themes: new Map(themes),
    pooled: unitizingAlpha(everything).alpha,
    pooledBinary: unitizingAlpha(anything).binaryAlpha,
  };
}
