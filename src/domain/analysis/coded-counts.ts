import { caseIn } from '../cases/case-of.ts';
import type { CaseId, ThemeId, TypeId } from '../ids.ts';
import { excerptsOf, type Project } from '../project/project.ts';
import type { Transcript } from '../project/records.ts';
import { axis, type Axis } from './axis.ts';
import { groupsOf } from './groups-of.ts';
import { keptPerTranscript } from './kept-per-transcript.ts';

export interface CodedCount {
  readonly excerptCount: number;
  /** Distinct interviewees. */
  readonly caseCount: number;
}

/** What was coded with the theme itself and, under `subtree`, with it or any theme below it. */
export interface ThemeCount extends CodedCount {
  readonly subtreeExcerptCount: number;
  readonly subtreeCaseCount: number;
}

/** How often each theme was used, in codebook order; each excerpt and case once, unused ones too. */
export function themeCounts(project: Project): Map<ThemeId, ThemeCount> {
  const { themes, ownThemes } = axesOf(project);
  const own = summed(project, ownThemes, tallies.ownThemes);
  const subtree = summed(project, themes, tallies.themes);
  return new Map(
    themes.items.map(({ id }, i) => {
      const { excerptCount, caseCount } = countAt(subtree, i);
      return [
        id as ThemeId,
        { ...countAt(own, i), subtreeExcerptCount: excerptCount, subtreeCaseCount: caseCount },
      ];
    }),
  );
}

/** How often each type was used, in their order, unused ones too. */
export function typeCounts(project: Project): Map<TypeId, CodedCount> {
  const { types } = axesOf(project);
  const counts = summed(project, types, tallies.types);
  return new Map(types.items.map(({ id }, i) => [id as TypeId, countAt(counts, i)]));
}

interface Axes {
  /** With every ancestor. */
  readonly themes: Axis;
  readonly ownThemes: Axis;
  readonly types: Axis;
}

const known = new WeakMap<Project, Axes>();

/** The same axes as the last time as long as nothing stands elsewhere on them. */
function axesOf(project: Project): Axes {
  const before = known.get(project);
  const themes = kept(before?.themes, axis(project, 'theme'));
  const types = kept(before?.types, axis(project, 'type'));
  const ownThemes = before?.themes === themes ? before.ownThemes : withoutAncestors(themes);
  const axes = { themes, ownThemes, types };
  known.set(project, axes);
  return axes;
}

const kept = (before: Axis | undefined, now: Axis): Axis =>
  before?.items.length === now.items.length &&
  before.items.every(({ id, depth }, i) => id === now.items[i]?.id && depth === now.items[i].depth)
    ? before
    : now;

function withoutAncestors({ items }: Axis): Axis {
  const place = new Map<string, number>(items.map(({ id }, i) => [id, i]));
  return {
    items,
    placesOf: ({ themeIds }) => themeIds.map((id) => place.get(id)).filter((i) => i !== undefined),
  };
}

/** One interviewee's excerpts of one transcript by their place on an axis. */
interface CaseTally {
  readonly caseId: CaseId;
  readonly counts: Uint32Array;
}

type Tally = (project: Project, transcript: Transcript, axis: Axis) => readonly CaseTally[];

const tally = (): Tally =>
  keptPerTranscript((project: Project, transcript: Transcript, { items, placesOf }: Axis) => {
    const tallies = new Map<CaseId, Uint32Array>();
    for (const excerpt of excerptsOf(project, transcript.id)) {
      const caseId = caseIn(transcript, excerpt);
      const counts = tallies.get(caseId) ?? new Uint32Array(items.length);
      tallies.set(caseId, counts);
      for (const place of placesOf(excerpt)) counts[place] = (counts[place] ?? 0) + 1;
    }
    return [...tallies].map(([caseId, counts]) => ({ caseId, counts }));
  });

const tallies: Readonly<Record<keyof Axes, Tally>> = {
  themes: tally(),
  ownThemes: tally(),
  types: tally(),
};

interface Sums {
  readonly excerpts: Uint32Array;
  readonly cases: Uint32Array;
}

const countAt = ({ excerpts, cases }: Sums, i: number): CodedCount => ({
  excerptCount: excerpts[i] ?? 0,
  caseCount: cases[i] ?? 0,
});

function summed(project: Project, axis: Axis, tallyOf: Tally): Sums {
  const excerpts = new Uint32Array(axis.items.length);
  const cases = new Uint32Array(axis.items.length);
  const lastCase = new Int32Array(axis.items.length).fill(-1);
  const all = [...project.transcripts.values()].flatMap((one) => tallyOf(project, one, axis));
  groupsOf(all, ({ caseId }) => caseId).forEach((ofCase, nth) => {
    for (const { counts } of ofCase) {
      // Thousands of themes in hundreds of transcripts: a call for each would be most of the time.
      for (let i = 0; i < counts.length; i++) {
        const count = counts[i] ?? 0;
        if (count === 0) continue;
        excerpts[i] = (excerpts[i] ?? 0) + count;
        if (lastCase[i] !== nth) cases[i] = (cases[i] ?? 0) + 1;
        lastCase[i] = nth;
      }
    }
  });
  return { excerpts, cases };
}
