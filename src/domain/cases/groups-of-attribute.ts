import type { AttributeId, CaseId } from '../ids.ts';
import {
  groupsOfMeasure,
  measureStatistics,
  type MeasureGroup,
} from '../analysis/measures/measure-statistics.ts';
import { found } from '../project/found.ts';
import { casesInOrder, type Project } from '../project/project.ts';
import type { Attribute, Case } from '../project/records.ts';
import type { AttributeValue } from './attribute-value.ts';

/** What the cases of a group share; whoever shows it puts it into words. */
export type GroupLabel =
  | { readonly kind: 'value'; readonly value: AttributeValue }
  /** From and to, both included; null where the range is open. */
  | { readonly kind: 'range'; readonly from: number | null; readonly to: number | null }
  | { readonly kind: 'year'; readonly year: string }
  | { readonly kind: 'measure'; readonly group: MeasureGroup }
  | { readonly kind: 'missing' };

export interface CaseGroup {
  /** The same for the same group of an attribute, e.g. `measure:promoter`, `missing`. */
  readonly id: string;
  readonly label: GroupLabel;
  readonly caseIds: readonly CaseId[];
}

export interface GroupingOptions {
  /**
   * How numbers are grouped: each value by itself, at the median, or at cuts (a number belongs to
   * the range that ends at the first cut at or above it). Left out: by value up to `MOST_VALUES`
   * different ones, at the median beyond.
   */
  readonly numbers?: 'values' | 'median' | readonly number[];
  /** Left out: by day up to `MOST_VALUES` different ones, by year beyond. */
  readonly dates?: 'days' | 'years';
}

/** More columns of single numbers than this nobody reads. */
export const MOST_VALUES = 8;

/**
 * The cases by an attribute: choices in their order (those nobody has among them), numbers and dates
 * rising, texts in case order, the groups of a measure from the favourable end. Cases without a value
 * are the last group, where there are any. Every case is in exactly one group.
 *
 * @throws Rejection `attribute-not-found`
 */
export function groupsOfAttribute(
  project: Project,
  attributeId: AttributeId,
  options: GroupingOptions = {},
): CaseGroup[] {
  const attribute = found(project.attributes, attributeId, 'attribute');
  const cases = casesInOrder(project);
  const labels = labelled(attribute, cases, options);
  const groups = new Map<string, { label: GroupLabel; caseIds: CaseId[] }>();
  for (const label of labels.all) groups.set(idOf(label), { label, caseIds: [] });
  for (const one of cases) {
    const label = labels.of(one) ?? MISSING;
    const id = idOf(label);
    const group = groups.get(id) ?? { label, caseIds: [] };
    group.caseIds.push(one.id);
    groups.delete(id);
    groups.set(id, group);
  }
  return inOrder(labels, groups);
}

const MISSING: GroupLabel = { kind: 'missing' };

interface Labels {
  /** In order; `missing` is not among them. */
  readonly all: readonly GroupLabel[];
  of(one: Case): GroupLabel | null;
}

function inOrder(
  { all }: Labels,
  groups: ReadonlyMap<string, { label: GroupLabel; caseIds: readonly CaseId[] }>,
): CaseGroup[] {
  const ids = [...new Set([...all.map(idOf), ...groups.keys()])].filter((id) => id !== 'missing');
  return [...ids, 'missing'].flatMap((id) => {
    const group = groups.get(id);
    return group ? [{ id, ...group }] : [];
  });
}

function idOf(label: GroupLabel): string {
  switch (label.kind) {
    case 'value':
      return `value:${label.value}`;
    case 'range':
      return `range:${label.from ?? ''}..${label.to ?? ''}`;
    case 'year':
      return `year:${label.year}`;
    case 'measure':
      return `measure:${label.group}`;
    case 'missing':
      return 'missing';
  }
}

function labelled(
  attribute: Attribute,
  cases: readonly Case[],
  { numbers, dates }: GroupingOptions,
): Labels {
  const valueOf = (one: Case): AttributeValue | null => one.attributes[attribute.id] ?? null;
  const values = [...new Set(cases.flatMap((one) => valueOf(one) ?? []))];
  const isMany = values.length > MOST_VALUES;
  switch (attribute.kind) {
    case 'text':
      return byValue(values, valueOf);
    case 'choice':
      return byValue([...new Set<AttributeValue>([...attribute.choices, ...values])], valueOf);
    case 'date':
      return (dates ?? (isMany ? 'years' : 'days')) === 'days'
        ? byValue([...values].sort(), valueOf)
        : byYear(values, valueOf);
    case 'number': {
      const sorted = values.filter((one) => typeof one === 'number').sort((a, b) => a - b);
      const how = numbers ?? (isMany ? 'median' : 'values');
      if (how === 'values') return byValue(sorted, valueOf);
      const all = cases.map(valueOf).filter((one) => typeof one === 'number');
      return byRange(how === 'median' ? cutAtMedian(all) : how, valueOf);
    }
    case 'measure':
      return byMeasure(attribute, cases, valueOf);
  }
}

type ValueOf = (one: Case) => AttributeValue | null;

function byValue(values: readonly AttributeValue[], valueOf: ValueOf): Labels {
  const label = (value: AttributeValue): GroupLabel => ({ kind: 'value', value });
  return {
    all: values.map(label),
    of: (one) => {
      const value = valueOf(one);
      return value === null ? null : label(value);
    },
  };
}

function byYear(values: readonly AttributeValue[], valueOf: ValueOf): Labels {
  const label = (date: AttributeValue): GroupLabel => ({
    kind: 'year',
    year: String(date).slice(0, 4),
  });
  return {
    all: [...values].sort().map(label),
    of: (one) => {
      const value = valueOf(one);
      return value === null ? null : label(value);
    },
  };
}

/** The lower half ends at the median: as many cases on both sides as ties allow. */
function cutAtMedian(values: readonly number[]): number[] {
  const sorted = [...values].sort((a, b) => a - b);
  const low = sorted[Math.ceil(sorted.length / 2) - 1];
  return low === undefined || low === sorted.at(-1) ? [] : [low];
}

function byRange(cuts: readonly number[], valueOf: ValueOf): Labels {
  const sorted = [...new Set(cuts)].sort((a, b) => a - b);
  const all = [...sorted, null].map((to, i): GroupLabel => ({
    kind: 'range',
    from: sorted[i - 1] ?? null,
    to,
  }));
  return {
    all,
    of: (one) => {
      const value = valueOf(one);
      if (typeof value !== 'number') return null;
      const at = sorted.findIndex((cut) => value <= cut);
      return all[at < 0 ? sorted.length : at] ?? null;
    },
  };
}

function byMeasure({ measure }: Attribute, cases: readonly Case[], valueOf: ValueOf): Labels {
  if (!measure) return { all: [], of: () => null };
  const { groupOf } = measureStatistics(measure, cases.map(valueOf));
  const groups = new Map(cases.map(({ id }, i) => [id, groupOf[i] ?? null]));
  const label = (group: MeasureGroup): GroupLabel => ({ kind: 'measure', group });
  return {
    all: groupsOfMeasure(measure).map(label),
    of: ({ id }) => {
      const group = groups.get(id) ?? null;
      return group === null ? null : label(group);
    },
  };
}
