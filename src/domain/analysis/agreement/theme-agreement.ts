import { ratio, type Statistic } from '../statistic.ts';
import { sum } from '../sum.ts';
import { binaryCounts, binaryTable, type BinaryCounts } from './binary-table.ts';
import { addTally, addText, emptyTally, type BinaryTally } from './binary-tally.ts';
import { brennanPrediger } from './brennan-prediger.ts';
import { tracksByTheme, type CodedText } from './coded-texts.ts';
import { cohenKappa } from './cohen-kappa.ts';
import { ratedFromTable } from './contingency-table.ts';
import { fleissKappa } from './fleiss-kappa.ts';
import { gwetAC1 } from './gwet-ac1.ts';
import { krippendorffAlpha } from './krippendorff-alpha.ts';
import { percentAgreement } from './percent-agreement.ts';
import { pairable, type RatedUnits } from './rated-units.ts';
import { scottPi } from './scott-pi.ts';

export interface PairAgreement {
  readonly coderIds: readonly [first: string, second: string];
  /** Units that both looked at. */
  readonly counts: BinaryCounts;
  readonly percentAgreement: Statistic;
  /** Cohen's κ. */
  readonly kappa: Statistic;
  /** 95 % by the normal approximation, for units that are independent; null where κ is undefined. */
  readonly interval95: readonly [low: number, high: number] | null;
  readonly scottPi: Statistic;
  readonly gwetAC1: Statistic;
  readonly brennanPrediger: Statistic;
  readonly krippendorffAlpha: Statistic;
}

/** Agreement on whether a theme is there, unit by unit; all coefficients of the same units. */
export interface ThemeAgreement {
  /** Units that two coders or more looked at; pooled, once for each theme. */
  readonly unitCount: number;
  /** By coder, how much of what they looked at they coded, 0–1: where it is near 0, κ falls. */
  readonly codedShares: readonly { readonly coderId: string; readonly share: Statistic }[];
  readonly percentAgreement: Statistic;
  readonly krippendorffAlpha: Statistic;
  /** Of two coders, Scott's π. */
  readonly fleissKappa: Statistic;
  readonly gwetAC1: Statistic;
  readonly brennanPrediger: Statistic;
  /** Cohen's κ is of two coders: one for each pair with a text in common. */
  readonly pairs: readonly PairAgreement[];
}

export interface AgreementByTheme {
  /** By theme, in the order asked for. */
  readonly themes: ReadonlyMap<string, ThemeAgreement>;
  /** Every unit once for each theme, all in one table: frequent themes weigh as they occur. */
  readonly pooled: ThemeAgreement;
}

/**
 * Agreement of any number of coders on each theme and on all together, each unit coded with a theme
 * or not. Units are characters, or what `inUnits` makes of them. Texts are joined end to end, so a
 * long one weighs more; a text counts among those who looked at it. The intervals hold for units that
 * are independent of each other: characters are not by far, turns nearly.
 *
 * Source: each coefficient's own; the cost is that of the passages, whatever the length of the
 * texts.
 *
 * @throws RangeError for a passage outside its text.
 */
export function agreementByTheme(
  texts: readonly CodedText[],
  themeIds: readonly string[],
): AgreementByTheme {
  const coderIds = [...new Set(texts.flatMap((text) => text.coderIds))];
  const coded = texts.map((text) => ({
    length: text.length,
    present: [...new Set(text.coderIds)].map((id) => coderIds.indexOf(id)),
    tracks: tracksByTheme(text, coderIds),
  }));
  const pooled = emptyTally(coderIds.length);
  const themes = new Map<string, ThemeAgreement>();
  for (const themeId of new Set(themeIds)) {
    const tally = emptyTally(coderIds.length);
    for (const { length, present, tracks } of coded)
      addText(tally, length, present, tracks.get(themeId) ?? null);
    addTally(pooled, tally);
    themes.set(themeId, agreementOf(tally, coderIds));
  }
  return { themes, pooled: agreementOf(pooled, coderIds) };
}

function agreementOf(tally: BinaryTally, coderIds: readonly string[]): ThemeAgreement {
  const units = ratedUnits(tally);
  return {
    unitCount: sum(pairable(units).map(({ weight }) => weight)),
    codedShares: coderIds.map((coderId, place) => {
      const own = place * coderIds.length + place;
      return { coderId, share: ratio(tally.coded[own]!, tally.seen[own]!, 'no-codings') };
    }),
    percentAgreement: percentAgreement(units),
    krippendorffAlpha: krippendorffAlpha(units, { kind: 'nominal' }).alpha,
    fleissKappa: fleissKappa(units).kappa,
    gwetAC1: gwetAC1(units),
    brennanPrediger: brennanPrediger(units),
    pairs: pairsOf(tally, coderIds),
  };
}

/** Two categories, not coded and coded; who coded a unit is forgotten. */
const ratedUnits = ({ levels }: BinaryTally): RatedUnits => ({
  categoryCount: 2,
  patterns: levels.flatMap((level) =>
    level.map((weight, having) => ({ counts: [level.length - 1 - having, having], weight })),
  ),
});

const pairsOf = (
  { coderCount, seen, coded, both }: BinaryTally,
  coderIds: readonly string[],
): PairAgreement[] =>
  coderIds.flatMap((first, a) =>
    coderIds.slice(a + 1).flatMap((second, i) => {
      const [at, back] = [a * coderCount + a + 1 + i, (a + 1 + i) * coderCount + a];
      if (seen[at] === 0) return [];
      const counts = binaryCounts(seen[at]!, coded[at]!, coded[back]!, both[at]!);
      return [{ coderIds: [first, second] as const, counts, ...coefficientsOf(counts) }];
    }),
  );

function coefficientsOf(counts: BinaryCounts): Omit<PairAgreement, 'coderIds' | 'counts'> {
  const table = binaryTable(counts);
  const { observed, kappa, interval95 } = cohenKappa(table);
  const units = ratedFromTable(table);
  return {
    percentAgreement: observed,
    ...{ kappa, interval95 },
    scottPi: scottPi(table),
    gwetAC1: gwetAC1(units),
    brennanPrediger: brennanPrediger(units),
    krippendorffAlpha: krippendorffAlpha(units, { kind: 'nominal' }).alpha,
  };
}
