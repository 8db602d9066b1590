import { agreedView } from '../../double-coding/agreed-view.ts';
import { caseOf, casesIn } from '../../cases/case-of.ts';
import { themesInOrder } from '../../codebook/tree.ts';
import { Rejection } from '../../rejection.ts';
import type { AttributeId, CaseId } from '../../ids.ts';
import { found } from '../../project/found.ts';
import { casesInOrder, type Project } from '../../project/project.ts';
import type { Case, Measure, Theme } from '../../project/records.ts';
import { axis } from '../axis.ts';
import { known, noValue, type Statistic } from '../statistic.ts';
import { measureStatistics, type MeasureStatistics } from './measure-statistics.ts';

/** Of fewer answers than this on a side, one person moves the figure by 20 points or more. */
export const FEW_ANSWERS = 5;

export interface MeasureByTheme {
  readonly measure: Measure;
  readonly name: string;
  readonly all: MeasureStatistics;
  /** The cases and their answers, in case order. */
  readonly answers: readonly { readonly case: Case; readonly answer: number | string | null }[];
  /** In codebook order, those that somebody has. */
  readonly rows: readonly ThemeMeasure[];
}

export interface ThemeMeasure {
  readonly theme: Theme;
  readonly depth: number;
  readonly withTheme: MeasureSide;
  readonly without: MeasureSide;
  /** Score of those with the theme − score of those without. */
  readonly difference: Statistic;
  readonly isSmall: boolean;
}

export interface MeasureSide extends MeasureStatistics {
  readonly caseIds: readonly CaseId[];
}

/**
 * A measure of the cases that have a theme, or one below it, beside that of those who do not. With
 * the numbers of interviews it describes and does not test: no p is given.
 *
 * @throws Rejection `attribute-not-found`, `no-measure`
 */
export function measureByTheme(project: Project, attributeId: AttributeId): MeasureByTheme {
  const attribute = found(project.attributes, attributeId, 'attribute');
  const { measure } = attribute;
  if (!measure) throw new Rejection('invalid', 'no-measure', { name: attribute.name });
  const interviewed = new Set([...project.transcripts.values()].flatMap(casesIn));
  const cases = casesInOrder(project).filter(({ id }) => interviewed.has(id));
  const answerOf = new Map(cases.map((one) => [one.id, one.attributes[attributeId] ?? null]));
  const sideOf = (caseIds: readonly CaseId[]): MeasureSide => ({
    ...measureStatistics(
      measure,
      caseIds.map((id) => answerOf.get(id) ?? null),
    ),
    caseIds,
  });
  const casesOf = casesByTheme(project);
  return {
    measure,
    name: attribute.name,
    all: sideOf(cases.map(({ id }) => id)),
    answers: cases.map((one) => ({ case: one, answer: answerOf.get(one.id) ?? null })),
    rows: themesInOrder(project.themes).flatMap(({ theme, depth }, i) => {
      const having = casesOf[i] ?? new Set<CaseId>();
      if (having.size === 0) return [];
      const ids = cases.map(({ id }) => id);
      const withTheme = sideOf(ids.filter((id) => having.has(id)));
      const without = sideOf(ids.filter((id) => !having.has(id)));
      const isSmall = Math.min(withTheme.n, without.n) < FEW_ANSWERS;
      return { theme, depth, withTheme, without, difference: between(withTheme, without), isSmall };
    }),
  };
}

function between({ score: a }: MeasureSide, { score: b }: MeasureSide): Statistic {
  if (a.value === null) return noValue(a.reason);
  return b.value === null ? noValue(b.reason) : known(a.value - b.value);
}

/** By place in the codebook: who has the theme or one below it. */
function casesByTheme(project: Project): Set<CaseId>[] {
  const { items, placesOf } = axis(project, 'theme');
  const cases = items.map(() => new Set<CaseId>());
  for (const excerpt of agreedView(project).excerpts.values()) {
    const id = caseOf(project, excerpt);
    if (id !== undefined) for (const place of placesOf(excerpt)) cases[place]?.add(id);
  }
  return cases;
}
