import { brennanPrediger } from '../../../../src/domain/analysis/agreement/brennan-prediger.ts';
import { cohenKappa } from '../../../../src/domain/analysis/agreement/cohen-kappa.ts';
import {
  contingencyTable,
  ratedFromTable,
  type ContingencyTable,
} from '../../../../src/domain/analysis/agreement/contingency-table.ts';
import { fleissKappa } from '../../../../src/domain/analysis/agreement/fleiss-kappa.ts';
import { gwetAC1 } from '../../../../src/domain/analysis/agreement/gwet-ac1.ts';
import { holstiIndex } from '../../../../src/domain/analysis/agreement/holsti-index.ts';
import {
  categoryAlphas,
  krippendorffAlpha,
} from '../../../../src/domain/analysis/agreement/krippendorff-alpha.ts';
import { percentAgreement } from '../../../../src/domain/analysis/agreement/percent-agreement.ts';
import {
  ratedByCoders,
  ratedFromCounts,
} from '../../../../src/domain/analysis/agreement/rated-units.ts';
import { scottPi } from '../../../../src/domain/analysis/agreement/scott-pi.ts';
import type { Compute } from './vectors.ts';

const NOMINAL = { kind: 'nominal' } as const;

interface TwoCoders {
  readonly coderA: readonly number[];
  readonly coderB: readonly number[];
}

function ofTable(table: ContingencyTable) {
  const kappa = cohenKappa(table);
  const units = ratedFromTable(table);
  const alpha = krippendorffAlpha(units, NOMINAL);
  const bp = brennanPrediger(units).value;
  return {
    n: kappa.n,
    percentAgreement: kappa.observed.value,
    pe: kappa.expected.value,
    cohenKappa: kappa.kappa.value,
    cohenSE: kappa.standardError.value,
    cohenSENull: kappa.standardErrorNull.value,
    cohenCI95: kappa.interval95,
    cohenZNull: kappa.zNull.value,
    scottPi: scottPi(table).value,
    gwetAC1: gwetAC1(units).value,
    brennanPrediger: bp,
    brennanPredigerQ2: bp,
    krippendorffAlphaNominal: alpha.alpha.value,
    chanceAgreementKrippendorffPct: 100 * (1 - (alpha.expectedDisagreement.value ?? NaN)),
  };
}

const ofLists = ({ coderA, coderB }: TwoCoders) =>
  ofTable(contingencyTable(coderA, coderB, coderA.includes(2) ? [0, 1, 2] : [0, 1]));

const fromTable = ({ contingencyTable: table }: { readonly contingencyTable: ContingencyTable }) =>
  ofTable(table);

interface Missing {
  readonly codersByUnits: readonly (readonly (number | null)[])[];
}

const SCALE = [1, 2, 3, 4, 5];

export const AGREEMENT: Readonly<Record<string, Compute>> = {
  'two-2x2-textbook': fromTable,
  'two-3x3-cohen1960': fromTable,
  'two-paradox-balanced': fromTable,
  'two-paradox-skewed': fromTable,
  'two-binary-10-atlas': ofLists,
  'edge-all-same': ofLists,
  'edge-a-constant': ofLists,
  'edge-perfect': ofLists,
  'digitised-continuum-24': ofLists,
  'fleiss-1971-30x6': ({ countsPerUnit }: { readonly countsPerUnit: readonly number[][] }) => {
    const units = ratedFromCounts(countsPerUnit);
    const { kappa, standardErrorNull, zNull, perCategory } = fleissKappa(units);
    return {
      kappa: kappa.value,
      seNull: standardErrorNull.value,
      zNull: zNull.value,
      perCategory: perCategory.map(({ value }) => value),
      krippendorffAlphaNominal: krippendorffAlpha(units, NOMINAL).alpha.value,
      gwetAC1: gwetAC1(units).value,
    };
  },
  'kripp-12x4-missing': ({ codersByUnits }: Missing) => {
    const units = ratedByCoders(codersByUnits, SCALE);
    const alphas = categoryAlphas(units).map(({ value }, i) => [SCALE[i], value] as const);
    return {
      nPairable: krippendorffAlpha(units, NOMINAL).pairableCount,
      alphaNominal: krippendorffAlpha(units, NOMINAL).alpha.value,
      alphaOrdinal: krippendorffAlpha(units, { kind: 'ordinal' }).alpha.value,
      alphaInterval: krippendorffAlpha(units, { kind: 'interval', values: SCALE }).alpha.value,
      alphaPerCategory: Object.fromEntries(alphas),
      gwetAC1: gwetAC1(units).value,
      percentAgreementPairwise: percentAgreement(units).value,
      brennanPredigerQ5: brennanPrediger(units).value,
      fleissGeneralised: fleissKappa(units).kappa.value,
    };
  },
  holsti: (input: { agreements: number; decisionsA: number; decisionsB: number }) => ({
    holsti: holstiIndex(input.agreements, input.decisionsA, input.decisionsB).value,
  }),
};
