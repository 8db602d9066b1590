import { saturation } from '../../../../src/domain/analysis/saturation/saturation.ts';
import type { Compute } from './vectors.ts';

interface Interviews {
  readonly newCodesPerInterview: readonly number[];
  readonly baseSize: number;
  readonly runLength: number;
}

export const SATURATION: Readonly<Record<string, Compute>> = {
  'saturation-guest2020': ({ newCodesPerInterview, baseSize, runLength }: Interviews) => {
    const at = (threshold: number) =>
      saturation(newCodesPerInterview, { baseSize, runLength, threshold });
    const firstRun = ({ saturatedAfter, confirmedAt }: ReturnType<typeof at>) => [
      (saturatedAfter.value ?? NaN) + 1,
      confirmedAt.value,
    ];
    const [five, none] = [at(0.05), at(0)];
    return {
      baseUnique: five.baseThemeCount,
      runs: five.runs.map(({ first, last, newThemeCount, ratio }) => ({
        interviews: [first, last],
        newCodes: newThemeCount,
        ratio: ratio.value,
      })),
      firstRunAt5pct: firstRun(five),
      saturatedAfterInterview5pct: five.saturatedAfter.value,
      confirmedAtInterview5pct: five.confirmedAt.value,
      firstRunAt0pct: firstRun(none),
      saturatedAfterInterview0pct: none.saturatedAfter.value,
      confirmedAtInterview0pct: none.confirmedAt.value,
    };
  },
};
