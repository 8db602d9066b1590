import { known, noValue, type Statistic } from '../statistic.ts';
import { halfDifference } from './bray-curtis-distance.ts';
import { proportions } from './proportions.ts';

/**
 * How far each case's profile is from the mean profile of the others: ½ Σ |p − mean of the others|,
 * the Bray–Curtis distance on proportions, 0 to 1, in the order of the cases. It ranks cases to
 * read again for what contradicts a type; it is no test and has no critical value.
 *
 * Source: own definition. Every other case with codings weighs alike, however much it was coded.
 * Undefined for a case without codings (`empty-profile`) and for the only one with codings
 * (`no-others`).
 */
export function devianceScores(counts: readonly (readonly number[])[]): Statistic[] {
  const profiles = counts.map(proportions);
  const shaped = profiles.filter((profile) => profile !== null);
  const others = shaped.length - 1;
  const totals = (shaped[0] ?? []).map((_, theme) =>
    shaped.reduce((total, profile) => total + (profile[theme] ?? 0), 0),
  );
  return profiles.map((profile) => {
    if (!profile) return noValue('empty-profile');
    if (others === 0) return noValue('no-others');
    const mean = totals.map((total, theme) => (total - (profile[theme] ?? 0)) / others);
    return known(halfDifference(profile, mean));
  });
}
