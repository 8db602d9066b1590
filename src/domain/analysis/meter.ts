import { caseOf } from '../cases/case-of.ts';
import type { Project } from '../project/project.ts';
import type { Excerpt } from '../project/records.ts';
import type { Passage } from './axes/axis-item.ts';
import { countBelow } from './count-below.ts';
import { groupsOf } from './groups-of.ts';
import type { TextOf } from './text-of.ts';
import { wordsIn, wordsSpokenBy } from './transcript-words.ts';

export type { TextOf } from './text-of.ts';

/**
 * A way to count distinct things into numbered slots. It says in which order it wants the
 * excerpts, so that "counted already" is a comparison and not a set.
 */
export interface Meter<P extends Passage = Excerpt> {
  readonly excerpts: Iterable<P>;
  /** Turns to the next excerpt; none may be passed over. */
  see(excerpt: P): void;
  /** What the excerpt last seen adds to a slot. */
  add(slot: number): number;
}

export const excerptMeter = (excerpts: Iterable<Excerpt>): Meter => ({
  excerpts,
  see: () => undefined,
  add: () => 1,
});

/** Each case once per slot: the excerpts come case by case. */
export function caseMeter(project: Project, excerpts: Iterable<Excerpt>, slotCount: number): Meter {
  const groups = groupsOf(excerpts, (excerpt) => caseOf(project, excerpt));
  const opens = openingOf(groups);
  const lastCase = new Int32Array(slotCount).fill(-1);
  let now = -1;
  return {
    excerpts: groups.flat(),
    see(excerpt) {
      if (opens(excerpt)) now++;
    },
    add(slot) {
      if (lastCase[slot] === now) return 0;
      lastCase[slot] = now;
      return 1;
    },
  };
}

/** Whether an excerpt is the first of its group. */
function openingOf<P>(groups: readonly (readonly P[])[]): (one: P) => boolean {
  const firsts = new Set(groups.map(([first]) => first));
  return (one) => firsts.has(one);
}

/** Each word of a transcript once per slot, however many spans lie over it. */
export const wordMeter = (
  project: Project,
  excerpts: Iterable<Excerpt>,
  slotCount: number,
  textOf: TextOf,
): Meter =>
  meterOf(
    groupsOf(excerpts, ({ transcriptId }) => transcriptId),
    slotCount,
    ({ transcriptId }) => {
      const transcript = project.transcripts.get(transcriptId);
      return transcript ? wordsIn(transcript, textOf) : new Uint32Array();
    },
  );

/** The same of the words that the excerpt's own interviewee speaks: no question, no other voice. */
export const spokenWordMeter = <P extends Passage>(
  project: Project,
  passages: Iterable<P>,
  slotCount: number,
  textOf: TextOf,
): Meter<P> =>
  meterOf(
    groupsOf(passages, (passage) => `${passage.transcriptId} ${caseOf(project, passage) ?? ''}`),
    slotCount,
    (passage) => {
      const transcript = project.transcripts.get(passage.transcriptId);
      const caseId = caseOf(project, passage);
      return transcript && caseId ? wordsSpokenBy(transcript, caseId, textOf) : new Uint32Array();
    },
  );

/**
 * Counts words group by group, each group in reading order: so what a slot has of a group is one
 * reach, "up to word n".
 */
function meterOf<P extends Passage>(
  groups: readonly P[][],
  slotCount: number,
  startsOf: (first: P) => Uint32Array,
): Meter<P> {
  for (const group of groups) group.sort((a, b) => a.start - b.start);
  const opens = openingOf(groups);
  const groupOfSlot = new Int32Array(slotCount).fill(-1);
  const reach = new Uint32Array(slotCount);
  let group = -1;
  let starts: Uint32Array = new Uint32Array();
  let first = 0;
  let end = 0;
  return {
    excerpts: groups.flat(),
    see(excerpt) {
      if (opens(excerpt)) {
        group++;
        starts = startsOf(excerpt);
      }
      first = countBelow(starts, excerpt.start);
      end = countBelow(starts, excerpt.end);
    },
    add(slot) {
      const counted = groupOfSlot[slot] === group ? (reach[slot] ?? 0) : 0;
      groupOfSlot[slot] = group;
      reach[slot] = Math.max(counted, end);
      return Math.max(0, end - Math.max(first, counted));
    },
  };
}
