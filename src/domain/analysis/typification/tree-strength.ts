/** What a tree of cases can be used for. */
export type TreeStrength = 'none' | 'reading-aid' | 'enough-cases';

/** Two cases make one join, whose height is their distance: the tree would say nothing more. */
export const FEWEST_CASES_IN_A_TREE = 3;

/**
 * Whether there are cases enough to group them by themes.
 *
 * - `none`: fewer than 3 cases with codings; no tree is drawn.
 * - `reading-aid`: fewer than 2^k cases, k the number of themes that some cases have and some have
 *   not. k such themes can make 2^k different profiles; while most of those have no case, one case
 *   more or less can turn the tree round. It helps to decide what to read side by side, and is no
 *   result.
 * - `enough-cases`: Formann's rule is met; the grouping may be reported with its method.
 *
 * Source: the rule of 2^k for k binary variables, Formann 1984, Die Latent-Class-Analyse, Beltz.
 *
 * @param counts by case, then by theme; cases without codings are not counted.
 */
export function treeStrength(counts: readonly (readonly number[])[]): TreeStrength {
  const coded = counts.filter((row) => row.some((count) => count > 0));
  if (coded.length < FEWEST_CASES_IN_A_TREE) return 'none';
  const varying = (coded[0] ?? []).filter((_, theme) => {
    const having = coded.filter((row) => (row[theme] ?? 0) > 0).length;
    return having > 0 && having < coded.length;
  });
  return coded.length < 2 ** varying.length ? 'reading-aid' : 'enough-cases';
}
