import { caseOf } from '../../cases/case-of.ts';
import { ancestors, themesInOrder } from '../../codebook/tree.ts';
import type { CoderId, ThemeId } from '../../ids.ts';
import { excerptsOf, type Project } from '../../project/project.ts';
import type { Excerpt, Theme } from '../../project/records.ts';
import { overlaps } from '../../text/span.ts';
import { turnIndexAt } from '../../text/turns.ts';
import { groupsOf } from '../groups-of.ts';
import { countedPart } from '../selection.ts';
import { coOccurrence, type CoOccurrence } from './co-occurrence-coefficient.ts';
import {
  jointCountOf,
  jointCountsByOverlap,
  jointCountsByUnit,
  type CoOccurrenceRule,
  type JointCounts,
} from './joint-counts.ts';

/** Themes as they were given to excerpts, or every theme as the top theme above it. */
export const THEME_LEVELS = ['coded', 'top'] as const;
export type ThemeLevel = (typeof THEME_LEVELS)[number];

export interface CoOccurrenceOptions {
  readonly rule: CoOccurrenceRule;
  readonly level: ThemeLevel;
  /** Whose excerpts are counted; everybody's where null. */
  readonly coderId: CoderId | null;
}

/** Two themes by their places, `a < b`, that occur together at least once. */
export interface ThemePair extends CoOccurrence {
  readonly a: number;
  readonly b: number;
}

export interface ThemeCoOccurrence {
  /** In codebook order, those that occur. */
  readonly themes: readonly Theme[];
  readonly counts: JointCounts;
  /** The strongest coefficient first. */
  readonly pairs: readonly ThemePair[];
}

/** Which themes occur together in a project, by the rule asked for. */
export function themeCoOccurrence(
  project: Project,
  options: CoOccurrenceOptions,
): ThemeCoOccurrence {
  const placed = placedExcerpts(project, options);
  const used = new Set(placed.flatMap(({ themeIds }) => themeIds));
  const themes = themesInOrder(project.themes)
    .map(({ theme }) => theme)
    .filter(({ id }) => used.has(id));
  const ids = themes.map(({ id }) => id);
  const counts =
    options.rule === 'overlap'
      ? jointCountsByOverlap(
          ids,
          placed.map(({ excerpt, themeIds }) => ({ ...excerpt, themeIds })),
        )
      : jointCountsByUnit(options.rule, ids, themesByUnit(project, options.rule, placed));
  return { themes, counts, pairs: pairsOf(counts) };
}

function pairsOf(counts: JointCounts): ThemePair[] {
  const pairs: ThemePair[] = [];
  counts.together.forEach((row, a) => {
    for (let b = a + 1; b < row.length; b++)
      if ((row[b] ?? 0) > 0) pairs.push({ a, b, ...coOccurrence(jointCountOf(counts, a, b)) });
  });
  const strength = ({ coefficient }: ThemePair): number => coefficient.value ?? Infinity;
  return pairs.sort((x, y) => strength(y) - strength(x) || y.n12 - x.n12 || x.a - y.a || x.b - y.b);
}

interface Placed {
  readonly excerpt: Excerpt;
  readonly themeIds: readonly ThemeId[];
}

/** Of one coder all that they coded; of all together, the consensus for what it stands for. */
const countedBy = (project: Project, { coderId }: CoOccurrenceOptions): Project =>
  countedPart(project, { coderIds: coderId === null ? [] : [coderId] });

function placedExcerpts(given: Project, options: CoOccurrenceOptions): Placed[] {
  const { level, coderId } = options;
  const project = countedBy(given, options);
  const topOf = level === 'top' ? topThemes(project) : null;
  const placed: Placed[] = [];
  for (const excerpt of project.excerpts.values()) {
    if (coderId !== null && excerpt.coderId !== coderId) continue;
    const themeIds = topOf
      ? [...new Set(excerpt.themeIds.flatMap((id) => topOf.get(id) ?? []))]
      : excerpt.themeIds;
    if (themeIds.length > 0) placed.push({ excerpt, themeIds });
  }
  return placed;
}

/** By theme, the one at the top of its branch. */
export const topThemes = (project: Project): Map<ThemeId, ThemeId> =>
  new Map([...project.themes.keys()].map((id) => [id, ancestors(project.themes, id).at(-1) ?? id]));

function themesByUnit(
  project: Project,
  rule: Exclude<CoOccurrenceRule, 'overlap'>,
  placed: readonly Placed[],
): (readonly ThemeId[])[] {
  if (rule === 'excerpt') return placed.map(({ themeIds }) => themeIds);
  return unitsOf(project, rule, placed).map((unit) => unit.flatMap(({ themeIds }) => themeIds));
}

/** The excerpts of each turn that they reach into, or of each case. */
function unitsOf(project: Project, rule: 'turn' | 'case', placed: readonly Placed[]): Placed[][] {
  const inUnits = placed.flatMap((one) =>
    (rule === 'case' ? [caseOf(project, one.excerpt)] : turnsOf(project, one.excerpt)).map(
      (unit) => ({ unit, one }),
    ),
  );
  return groupsOf(inUnits, ({ unit }) => unit).map((group) => group.map(({ one }) => one));
}

function turnsOf(project: Project, { transcriptId, start, end }: Excerpt): string[] {
  const turns = project.transcripts.get(transcriptId)?.turns ?? [];
  const names: string[] = [];
  for (let i = turnIndexAt(turns, start); i >= 0; i++) {
    const turn = turns[i];
    if (!turn || turn.start >= end) break;
    names.push(`${transcriptId} ${i}`);
  }
  return names;
}

/** The excerpts behind a pair: those with either theme, where the other is with it by the rule. */
export function excerptsTogether(
  project: Project,
  options: CoOccurrenceOptions,
  a: ThemeId,
  b: ThemeId,
): Excerpt[] {
  const placed = placedExcerpts(project, options).filter(
    ({ themeIds }) => themeIds.includes(a) || themeIds.includes(b),
  );
  const has = (id: ThemeId) => (one: Placed) => one.themeIds.includes(id);
  if (options.rule === 'excerpt')
    return placed.filter((one) => has(a)(one) && has(b)(one)).map(({ excerpt }) => excerpt);
  if (options.rule === 'overlap') return overlapping(countedBy(project, options), placed, a, b);
  const units = unitsOf(project, options.rule, placed);
  const both = units.filter((unit) => unit.some(has(a)) && unit.some(has(b)));
  return [...new Set(both.flatMap((unit) => unit.map(({ excerpt }) => excerpt)))];
}

function overlapping(
  project: Project,
  placed: readonly Placed[],
  a: ThemeId,
  b: ThemeId,
): Excerpt[] {
  const themesOf = new Map(placed.map(({ excerpt, themeIds }) => [excerpt.id, themeIds]));
  const withA = placed.filter(({ themeIds }) => themeIds.includes(a));
  const found = new Set<Excerpt>();
  for (const { excerpt } of withA)
    for (const other of excerptsOf(project, excerpt.transcriptId))
      if (themesOf.get(other.id)?.includes(b) && overlaps(excerpt, other))
        found.add(excerpt).add(other);
  return [...found];
}
