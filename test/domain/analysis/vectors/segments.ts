import { characterAgreement } from '../../../../src/domain/analysis/agreement/character-agreement.ts';
import { segmentAgreement } from '../../../../src/domain/analysis/agreement/segment-agreement.ts';
import { segmentKappa } from '../../../../src/domain/analysis/agreement/segment-kappa.ts';
import {
  segmentMatches,
  type MatchThreshold,
} from '../../../../src/domain/analysis/agreement/segment-matches.ts';
import { spanOverlap } from '../../../../src/domain/analysis/agreement/span-overlap.ts';
import { unitizingAlpha } from '../../../../src/domain/analysis/agreement/unitizing-alpha.ts';
import type { Compute } from './vectors.ts';

type Spans = readonly (readonly [number, number])[];

interface TwoCoders {
  readonly length: number;
  readonly coderA: Spans;
  readonly coderB: Spans;
}

const spansOf = (spans: Spans) => spans.map(([start, end]) => ({ start, end }));

interface Units {
  readonly length: number;
  readonly coders: Readonly<Record<string, readonly (readonly [number, number, string])[]>>;
}

const unitizing: Compute = ({ length, coders }: Units) => {
  const units = Object.entries(coders).map(
    ([coder, some]) => [coder, some.map(([start, end, value]) => ({ start, end, value }))] as const,
  );
  // The vectors are of quallmer's cuα; the default reproduces the book's.
  const got = unitizingAlpha([{ length, coders: new Map(units) }], 'any-other');
  const [uAlpha, binaryAlpha, cuAlpha] = [got.alpha, got.binaryAlpha, got.codingAlpha].map(
    ({ value }) => value,
  );
  const perValue = got.perValue.map(
    ({ value, alpha, coverage }) =>
      [value, { alpha: alpha.value, coverage: coverage.value }] as const,
  );
  return {
    uAlpha,
    binaryAlpha,
    cuAlpha,
    coverageValuedPct: 100 * (got.valuedCoverage.value ?? NaN),
    perValue: Object.fromEntries(perValue),
  };
};

export const SEGMENTS: Readonly<Record<string, Compute>> = {
  'char-nvivo': ({ length, coderA, coderB }: TwoCoders) => {
    const got = characterAgreement(length, spansOf(coderA), spansOf(coderB));
    return {
      both: got.both,
      onlyA: got.onlyFirst,
      onlyB: got.onlySecond,
      neither: got.neither,
      percentAgreement: got.percentAgreement.value,
      pe: got.expected.value,
      kappa: got.kappa.value,
    };
  },
  'char-f1-jaccard': ({ coderA, coderB }: TwoCoders) => {
    const shares = Object.entries(spanOverlap(spansOf(coderA), spansOf(coderB)));
    return Object.fromEntries(
      shares.map(([name, share]) => [name, (share as { value: number | null }).value]),
    );
  },
  'segment-match-threshold': (
    input: TwoCoders & { readonly thresholds: readonly MatchThreshold[] },
  ) => {
    const [first, second] = [spansOf(input.coderA), spansOf(input.coderB)];
    const at = (threshold: MatchThreshold) => {
      const { matches, onlyFirst, onlySecond } = segmentMatches(first, second, threshold);
      const counts = {
        matched: matches.length,
        onlyFirst: onlyFirst.length,
        onlySecond: onlySecond.length,
      };
      const { agreementPercent, precision, recall, f1 } = segmentAgreement(counts);
      return {
        matchedA: counts.matched,
        unmatchedA: counts.onlyFirst,
        unmatchedB: counts.onlySecond,
        agreementPct: agreementPercent.value,
        precision: precision.value,
        recall: recall.value,
        f1: f1.value,
      };
    };
    return Object.fromEntries(input.thresholds.map((threshold) => [threshold, at(threshold)]));
  },
  'maxqda-brennan-prediger': (input: {
    readonly a: number;
    readonly b: number;
    readonly c: number;
    readonly numberOfCodes: number;
  }) => {
    const counts = { matched: input.a, onlyFirst: input.b, onlySecond: input.c };
    const { observed, expected, kappa } = segmentKappa(counts, input.numberOfCodes);
    return { po: observed.value, pc: expected.value, kappa: kappa.value };
  },
  'unitizing-krippendorff2019-fig12.11': unitizing,
  'unitizing-identical': unitizing,
};
