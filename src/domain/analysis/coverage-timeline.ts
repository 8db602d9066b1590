import { themesInOrder } from '../codebook/tree.ts';
import { agreedView } from '../double-coding/agreed-view.ts';
import type { ExcerptId } from '../ids.ts';
import type { Project } from '../project/project.ts';
import type { Theme, Transcript } from '../project/records.ts';
import { excerptsInOrder } from '../reports/interview-order.ts';
import { turnIndexAt } from '../text/turns.ts';
import { countBelow } from './count-below.ts';
import type { TextOf } from './text-of.ts';
import { wordsIn } from './transcript-words.ts';

export const TIMELINE_UNITS = ['words', 'turns'] as const;
export type TimelineUnit = (typeof TIMELINE_UNITS)[number];

export interface CoverageTimeline {
  readonly unit: TimelineUnit;
  /** Words of the transcript, questions among them, or its turns. */
  readonly length: number;
  /** In codebook order, the themes that the transcript has. */
  readonly rows: readonly {
    readonly theme: Theme;
    readonly stretches: readonly CoveredStretch[];
  }[];
}

export interface CoveredStretch {
  readonly excerptId: ExcerptId;
  /** In the timeline's unit from the beginning, half-open. */
  readonly from: number;
  readonly to: number;
  /** From 1. */
  readonly turn: number;
  readonly quote: string;
}

/** Where in an interview its themes occur, theme by theme in the order of the text. */
export function coverageTimeline(
  project: Project,
  transcript: Transcript,
  unit: TimelineUnit,
  textOf: TextOf,
): CoverageTimeline {
  const { turns } = transcript;
  const starts = unit === 'words' ? wordsIn(transcript, textOf) : new Uint32Array();
  const turnAt = (at: number): number => Math.max(0, turnIndexAt(turns, at));
  const placed = excerptsInOrder(agreedView(project), transcript).map((excerpt) => {
    const { id, start, end, quote, themeIds } = excerpt;
    const turn = turnAt(start);
    const from = unit === 'words' ? countBelow(starts, start) : turn;
    const to = unit === 'words' ? countBelow(starts, end) : turnAt(end - 1) + 1;
    return { themeIds, stretch: { excerptId: id, from, to, turn: turn + 1, quote } };
  });
  return {
    unit,
    length: unit === 'words' ? starts.length : turns.length,
    rows: themesInOrder(project.themes).flatMap(({ theme }) => {
      const own = placed.filter(({ themeIds }) => themeIds.includes(theme.id));
      return own.length > 0 ? { theme, stretches: own.map(({ stretch }) => stretch) } : [];
    }),
  };
}
