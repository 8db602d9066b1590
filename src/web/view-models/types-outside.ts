import type { Statistic } from '../../domain/analysis/statistic.ts';
import { caseNamesIn } from '../../domain/cases/case-of.ts';
import { casesInOrder, type Project } from '../../domain/project/project.ts';
import type { CaseId } from '../../domain/ids.ts';
import { codedExcerpts } from '../../domain/types/coded-excerpts.ts';
import { outside, type Outside } from '../../domain/types/outside.ts';
import { profiles } from '../../domain/types/profiles.ts';
import type { Translate } from '../i18n.ts';
import type { Formats } from './formats.ts';
import { passageMaker, type Passage } from './types-passage.ts';

interface DeviantRow {
  readonly passage: Passage;
  readonly reason: string;
  /** It contradicts its theme. */
  readonly contradicts: boolean;
}

interface OutsideCase {
  readonly id: string;
  readonly name: string;
  readonly reason: string;
  /** "0.43"; a dash where there is none. */
  readonly deviance: string;
}

interface UncodedRow {
  readonly id: string;
  readonly title: string;
  readonly caseName: string;
  /** "12/40 uncoded". */
  readonly count: string;
  readonly links: readonly { readonly turn: number; readonly href: string }[];
  /** More than are linked; null where all are. */
  readonly more: string | null;
}

export interface OutsidePage {
  readonly base: string;
  readonly isEmpty: boolean;
  readonly summary: string;
  readonly deviant: readonly DeviantRow[];
  /** Of the deviant excerpts, without an explanation; null where there are none. */
  readonly unexplained: string | null;
  readonly contradicting: readonly Passage[];
  readonly cases: readonly OutsideCase[];
  readonly casesUnexplained: string | null;
  readonly hasTypes: boolean;
  readonly scores: readonly { readonly name: string; readonly deviance: string }[];
  readonly turns: readonly UncodedRow[];
}

/** More turns than this nobody clicks through one by one. */
const LINKED_TURNS = 200;

export function outsidePage(project: Project, t: Translate, formats: Formats): OutsidePage {
  const coded = codedExcerpts(project);
  const found = outside(project, coded);
  const passage = passageMaker(project, t);
  const scores = devianceByCase(project, profiles(project, 'counts', coded).deviance);
  const decimal = (id: CaseId): string => formats.decimal(scores.get(id)?.value ?? null);
  return {
    base: `/projects/${project.id}`,
    isEmpty: project.transcripts.size === 0,
    summary: summaryOf(found, t),
    deviant: found.deviant.map((one) => ({
      passage: passage(one),
      reason: one.excerpt.deviantReason ?? '',
      contradicts: one.excerpt.stance === 'contradicts',
    })),
    unexplained: unexplained(
      found.deviant.map(({ excerpt }) => excerpt),
      t,
    ),
    contradicting: found.contradicting.map(passage),
    cases: found.cases.map(({ id, name, deviantReason }) => ({
      id,
      name,
      reason: deviantReason ?? '',
      deviance: decimal(id),
    })),
    casesUnexplained: project.types.size > 0 ? unexplained(found.cases, t) : null,
    hasTypes: project.types.size > 0,
    scores: casesInOrder(project)
      .sort((a, b) => (scores.get(b.id)?.value ?? -1) - (scores.get(a.id)?.value ?? -1))
      .map(({ id, name }) => ({ name, deviance: decimal(id) })),
    turns: found.turns.map((one) => uncodedRow(project, one, t, formats)),
  };
}

const devianceByCase = (
  project: Project,
  deviance: readonly Statistic[],
): Map<CaseId, Statistic | undefined> =>
  new Map(casesInOrder(project).map(({ id }, i) => [id, deviance[i]]));

const summaryOf = ({ deviant, cases, turns }: Outside, t: Translate): string =>
  [
    t('outside.summary.deviant', { count: deviant.length }),
    t('outside.summary.cases', { count: cases.length }),
    t('outside.summary.turns', {
      count: turns.reduce((sum, { uncoded }) => sum + uncoded.length, 0),
    }),
  ].join(' · ');

function unexplained(
  list: readonly { readonly deviantReason: string | null }[],
  t: Translate,
): string | null {
  const count = list.filter(({ deviantReason }) => !deviantReason).length;
  return count === 0 ? null : t('outside.unexplained', { count });
}

function uncodedRow(
  project: Project,
  { transcript, spoken, uncoded }: Outside['turns'][number],
  t: Translate,
  { number }: Formats,
): UncodedRow {
  const hidden = uncoded.length - LINKED_TURNS;
  return {
    id: transcript.id,
    title: transcript.title,
    caseName: caseNamesIn(project, transcript).join(', '),
    count: t('outside.uncoded', { part: number(uncoded.length), all: number(spoken) }),
    links: uncoded.slice(0, LINKED_TURNS).map((turn) => ({
      turn,
      href: `/projects/${project.id}/code/${transcript.id}#t-${turn}`,
    })),
    more: hidden > 0 ? t('outside.more-turns', { count: hidden }) : null,
  };
}
