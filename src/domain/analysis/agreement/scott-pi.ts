import type { Statistic } from '../statistic.ts';
import { ratedFromTable, marginsOf, type ContingencyTable } from './contingency-table.ts';
import { fleissKappa } from './fleiss-kappa.ts';

/**
 * Scott's π of two coders: chance agreement is Σ of the squares of their mean margins, as if both
 * drew from one distribution. Fleiss' κ of two coders is the same number.
 *
 * Source: Scott 1955, Public Opinion Quarterly 19(3):321–325. Undefined without units (`no-pairs`)
 * and with everything in one category (`no-variation`).
 *
 * @throws RangeError for a table that is not square or has negative counts.
 */
export function scottPi(table: ContingencyTable): Statistic {
  marginsOf(table);
  return fleissKappa(ratedFromTable(table)).kappa;
}
