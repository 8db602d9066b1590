import {
  coOccurrence,
  type JointCount,
} from '../../../../src/domain/analysis/co-occurrence/co-occurrence-coefficient.ts';
import {
  jointCountOf,
  jointCountsByOverlap,
} from '../../../../src/domain/analysis/co-occurrence/joint-counts.ts';
import type { Compute } from './vectors.ts';

type Spans = readonly (readonly [number, number])[];

const excerptsOf = (theme: string, spans: Spans) =>
  spans.map(([start, end]) => ({ transcriptId: 'T', start, end, themeIds: [theme] }));

export const CO_OCCURRENCE: Readonly<Record<string, Compute>> = {
  'cooc-atlas': (counts: JointCount) => {
    const { coefficient, frequencyRatio, shareOfRarer, warnings } = coOccurrence(counts);
    return {
      c: coefficient.value,
      ratio: frequencyRatio.value,
      warnUnequal: warnings.includes('unequal-frequencies'),
      shareOfRarer: shareOfRarer.value,
    };
  },
  'cooc-out-of-range': ({ code1, code2 }: { readonly code1: Spans; readonly code2: Spans }) => {
    const excerpts = [...excerptsOf('1', code1), ...excerptsOf('2', code2)];
    const counts = jointCountsByOverlap(['1', '2'], excerpts);
    const { coefficient, warnings } = coOccurrence(jointCountOf(counts, 0, 1));
    return { cRaw: coefficient.value, warnOutOfRange: warnings.includes('out-of-range') };
  },
};
