import { equivalenceClasses } from '../../../../src/domain/analysis/anonymity/equivalence-classes.ts';
import type { Compute } from './vectors.ts';

export const ANONYMITY: Readonly<Record<string, Compute>> = {
  'kanon-thesis-roles': ({ records }: { readonly records: readonly string[][] }) => {
    const sizes = (some: readonly string[][]) => {
      const { k, classes, uniqueCount } = equivalenceClasses(some);
      const named = classes.map(({ values, records: r }) => [String(values[0]), r.length] as const);
      return { k: k.value, uniqueRecords: uniqueCount, classes: Object.fromEntries(named) };
    };
    const generalised = sizes(records.map(([role]) => [role === 'myynti' ? role : 'muu']));
    return {
      ...sizes(records),
      afterGeneralising: { ...generalised.classes, k: generalised.k },
      afterSuppressing: sizes(records.map(() => [])),
    };
  },
};
