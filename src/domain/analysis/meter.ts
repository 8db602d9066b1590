import { caseOf } from '../cases/case-of.ts';
import type { TranscriptId } from '../ids.ts';
import type { Project } from '../project/project.ts';
import type { Excerpt } from '../project/records.ts';
import { countBelow } from './count-below.ts';
import { groupsOf } from './groups-of.ts';
import { wordStarts } from './word-starts.ts';

/** The canonical text of a transcript. */
export type TextOf = (id: TranscriptId) => string;

/**
 * A way to count distinct things into numbered slots. It says in which order it wants the
 * excerpts, so that "counted already" is a comparison and not a set.
 */
export interface Meter {
  readonly excerpts: Iterable<Excerpt>;
  /** Turns to the next excerpt. */
  see(excerpt: Excerpt): void;
  /** What the excerpt last seen adds to a slot. */
  add(slot: number): number;
}

export const excerptMeter = (project: Project): Meter => ({
  excerpts: project.excerpts.values(),
  see: () => undefined,
  add: () => 1,
});

/** Each case once per slot: the excerpts come case by case. */
export function caseMeter(project: Project, slotCount: number): Meter {
  const lastCase = new Int32Array(slotCount).fill(-1);
  let caseId: string | undefined;
  let now = -1;
  return {
    excerpts: groupsOf(project.excerpts.values(), (excerpt) => caseOf(project, excerpt)).flat(),
    see(excerpt) {
      const next = caseOf(project, excerpt);
      if (next !== caseId) now++;
      caseId = next;
    },
    add(slot) {
      if (lastCase[slot] === now) return 0;
      lastCase[slot] = now;
      return 1;
    },
  };
}

/**
 * Each word once per slot, however many spans lie over it. The excerpts come transcript by
 * transcript in reading order, so what a slot has of a transcript is one reach, "up to word n".
 */
export function wordMeter(project: Project, slotCount: number, textOf: TextOf): Meter {
  const groups = groupsOf(project.excerpts.values(), ({ transcriptId }) => transcriptId);
  for (const group of groups) group.sort((a, b) => a.start - b.start);
  const transcriptOfSlot = new Int32Array(slotCount).fill(-1);
  const reach = new Uint32Array(slotCount);
  let transcriptId: TranscriptId | undefined;
  let transcript = -1;
  let starts: Uint32Array = new Uint32Array();
  let first = 0;
  let end = 0;
  return {
    excerpts: groups.flat(),
    see(excerpt) {
      if (excerpt.transcriptId !== transcriptId) {
        transcriptId = excerpt.transcriptId;
        transcript++;
        starts = wordStarts(textOf(transcriptId));
      }
      first = countBelow(starts, excerpt.start);
      end = countBelow(starts, excerpt.end);
    },
    add(slot) {
      const counted = transcriptOfSlot[slot] === transcript ? (reach[slot] ?? 0) : 0;
      transcriptOfSlot[slot] = transcript;
      reach[slot] = Math.max(counted, end);
      return Math.max(0, end - Math.max(first, counted));
    },
  };
}
