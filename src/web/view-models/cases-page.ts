import { measuresOf } from '../../domain/analysis/measures/measures-of.ts';
import type { Statistic } from '../../domain/analysis/statistic.ts';
import { caseHoldings } from '../../domain/cases/case-holdings.ts';
import { attributesInOrder, casesInOrder, type Project } from '../../domain/project/project.ts';
import type { Attribute, Case, Measure } from '../../domain/project/records.ts';
import { valueName } from '../group-name.ts';
import type { Translate } from '../i18n.ts';
import type { Formats } from './formats.ts';
import { isLong, listPart, type ListPart, type ListQuery } from './list-part.ts';

/** More rows at once nobody reads, and a browser would take its time. */
export const ROWS_PER_PAGE = 200;

export interface CasesPage {
  readonly base: string;
  readonly isEmpty: boolean;
  readonly summary: string;
  readonly attributes: readonly {
    readonly id: string;
    readonly name: string;
    readonly about: string;
    readonly editHref: string;
    /** What the script checks values by. */
    readonly scheme: object;
  }[];
  readonly rows: readonly CaseRow[];
  readonly measures: readonly MeasureCard[];
  /** The stretches of a long list; empty where all cases are on the page. */
  readonly path: string;
  /** How the list is looked through; null where it is short. */
  readonly list: ListPart<Case> | null;
}

interface CaseRow {
  readonly id: string;
  readonly href: string;
  readonly name: string;
  readonly cells: readonly ValueCell[];
  readonly transcripts: string;
  readonly excerpts: string;
  readonly types: readonly { readonly name: string; readonly colour: number }[];
}

interface ValueCell {
  readonly id: string;
  readonly attributeId: string;
  readonly text: string;
  readonly isNumber: boolean;
}

export function casesPage(
  project: Project,
  query: ListQuery,
  t: Translate,
  formats: Formats,
): CasesPage {
  const base = `/projects/${project.id}`;
  const attributes = attributesInOrder(project);
  const cases = casesInOrder(project);
  const holdings = caseHoldings(project);
  const path = `${base}/cases`;
  const textOf = ({ name }: Case): string => name;
  const list = listPart({ items: cases, textOf, path, perPage: ROWS_PER_PAGE }, query);
  return {
    base,
    isEmpty: cases.length === 0,
    summary: [
      t('cases.count', { count: cases.length }),
      t('cases.attribute-count', { count: attributes.length }),
    ].join(' · '),
    attributes: attributes.map((one) => ({
      id: one.id,
      name: one.name,
      about: attributeAbout(one, t),
      editHref: `${base}/attributes/${one.id}`,
      scheme: { kind: one.kind, choices: one.choices, measure: one.measure },
    })),
    rows: list.rows.map((one) => {
      const { transcripts, excerpts } = holdings(one.id);
      return {
        id: one.id,
        href: `${base}/cases/${one.id}`,
        name: one.name,
        cells: attributes.map((attribute) => cellOf(one, attribute, formats)),
        transcripts: formats.number(transcripts.length),
        excerpts: formats.number(excerpts.length),
        types: typesOf(project, one),
      };
    }),
    measures: measureCards(project, t, formats),
    path,
    list: isLong(list) ? list : null,
  };
}

export const typesOf = (project: Project, { typeIds }: Case): { name: string; colour: number }[] =>
  typeIds.flatMap((id) => {
    const type = project.types.get(id);
    return type ? [{ name: type.name, colour: type.colour }] : [];
  });

function cellOf(one: Case, attribute: Attribute, { language }: Formats): ValueCell {
  const value = one.attributes[attribute.id];
  return {
    id: `value-${one.id}-${attribute.id}`,
    attributeId: attribute.id,
    text: value === undefined ? '' : valueName(attribute, value, language),
    isNumber: attribute.kind === 'number' || attribute.kind === 'measure',
  };
}

/** "Number", or "NPS 0–10": what an attribute holds. */
export function attributeAbout({ kind, measure }: Attribute, t: Translate): string {
  return measure ? measureAbout(measure, t) : t(`attributes.kinds.${kind}.name`);
}

function measureAbout({ kind, min, max, easyEnd }: Measure, t: Translate): string {
  const scale = `${t(`measures.${kind}.short`)} ${min}–${max}`;
  return easyEnd ? `${scale}, ${t(`measures.easy-end.${easyEnd}`, { min, max })}` : scale;
}

export interface MeasureCard {
  readonly name: string;
  readonly about: string;
  readonly what: string;
  readonly score: string;
  /** Why there is no score. */
  readonly reason: string | null;
  readonly facts: string;
  readonly groups: readonly {
    readonly name: string;
    readonly group: string;
    readonly text: string;
    readonly share: number;
  }[];
}

export function measureCards(project: Project, t: Translate, formats: Formats): MeasureCard[] {
  return measuresOf(project).map(({ attribute, measure, statistics }) => {
    const { score, mean, groups, n, missingCount, invalidCount } = statistics;
    return {
      name: attribute.name,
      about: measureAbout(measure, t),
      what: t(`measures.${measure.kind}.score`),
      score: scoreText(score, measure, formats),
      reason: score.value === null ? t(`measures.reasons.${score.reason}`) : null,
      facts: [
        t('measures.n', { count: n }),
        t('measures.missing', { count: missingCount }),
        ...(invalidCount > 0 ? [t('measures.invalid', { count: invalidCount })] : []),
        ...(mean.value === null ? [] : [t('measures.mean', { mean: formats.decimal(mean.value) })]),
      ].join(' · '),
      groups: groups.map(({ group, count, percent }) => ({
        name: t(`measures.groups.${group}`),
        group,
        text: `${formats.number(count)} (${formats.percent(percent.value === null ? null : percent.value / 100)})`,
        share: percent.value ?? 0,
      })),
    };
  });
}

/** NPS and CES are differences and have a sign; CSAT is a share. */
function scoreText({ value }: Statistic, { kind }: Measure, formats: Formats): string {
  if (value === null) return '–';
  if (kind === 'csat') return formats.percent(value / 100);
  return new Intl.NumberFormat(formats.language, {
    signDisplay: 'exceptZero',
    maximumFractionDigits: 0,
  }).format(value);
}
