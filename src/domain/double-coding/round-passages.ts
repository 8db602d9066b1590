import type { ThemeId, TranscriptId } from '../ids.ts';
import { excerptsOf, transcriptsInOrder, type Project } from '../project/project.ts';
import type { Decision, Round } from '../project/round-records.ts';
import { bySpan, unionOfSpans, type Span } from '../text/span.ts';

/** Where coders of a round gave a theme: what hangs together by overlapping is one passage. */
export interface RoundPassage extends Span {
  readonly transcriptId: TranscriptId;
  readonly themeId: ThemeId;
  /** By coder of the round, in its order: what they marked of it, in reading order. */
  readonly marked: ReadonlyMap<string, readonly Span[]>;
  /** All marked the very same. */
  readonly isAgreed: boolean;
  readonly decision: Decision | null;
}

/** The passages of a round in reading order, transcript by transcript. */
export function roundPassages(project: Project, round: Round): RoundPassage[] {
  const names = new Map([...project.coders.values()].map(({ id, name }) => [id, name]));
  const wanted = new Set(round.transcriptIds);
  const decisions = [...project.decisions.values()].filter(({ roundId }) => roundId === round.id);
  return transcriptsInOrder(project)
    .filter(({ id }) => wanted.has(id))
    .flatMap(({ id }) => {
      const byTheme = new Map<ThemeId, Mark[]>();
      for (const { coderId, themeIds, start, end, status } of excerptsOf(project, id)) {
        const coder = names.get(coderId);
        if (status === 'lost' || coder === undefined || !round.coders.includes(coder)) continue;
        for (const themeId of themeIds)
          byTheme.set(themeId, [...(byTheme.get(themeId) ?? []), { coder, start, end }]);
      }
      const ofTranscript = decisions.filter(({ transcriptId }) => transcriptId === id);
      return [...byTheme]
        .flatMap(([themeId, marks]) =>
          clustered(marks).map((cluster) => passageOf(round, id, themeId, cluster, ofTranscript)),
        )
        .sort(bySpan);
    });
}

interface Mark extends Span {
  readonly coder: string;
}

function clustered(marks: readonly Mark[]): Mark[][] {
  const clusters: Mark[][] = [];
  let end = -1;
  for (const mark of [...marks].sort(bySpan)) {
    if (mark.start < end) clusters.at(-1)?.push(mark);
    else clusters.push([mark]);
    end = Math.max(end, mark.end);
  }
  return clusters;
}

function passageOf(
  { coders }: Round,
  transcriptId: TranscriptId,
  themeId: ThemeId,
  cluster: readonly Mark[],
  decisions: readonly Decision[],
): RoundPassage {
  const start = Math.min(...cluster.map((one) => one.start));
  const end = Math.max(...cluster.map((one) => one.end));
  const marked = new Map(
    coders.map((coder) => [
      coder,
      cluster.filter((one) => one.coder === coder).map(({ start, end }): Span => ({ start, end })),
    ]),
  );
  const [first, ...others] = [...marked.values()].map((spans) => JSON.stringify(spans));
  return {
    ...{ transcriptId, themeId, start, end, marked },
    isAgreed: others.every((one) => one === first),
    decision:
      decisions.find((one) => one.themeId === themeId && one.start === start && one.end === end) ??
      null,
  };
}

/** What the consensus has of a passage when these coders' marks are taken. */
export const takenSpans = ({ marked }: RoundPassage, taken: readonly string[]): Span[] =>
  unionOfSpans(taken.flatMap((coder) => marked.get(coder) ?? []));
