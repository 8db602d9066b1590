import { roundPassages, takenSpans } from '../../../src/domain/double-coding/round-passages.ts';
import { isOpen } from '../../../src/domain/double-coding/rounds.ts';
import type { TranscriptId } from '../../../src/domain/ids.ts';
import type { Round } from '../../../src/domain/project/round-records.ts';
import type { Project } from '../../../src/domain/project/project.ts';
import { describeQuote } from '../../../src/domain/text/quote.ts';
import { TEXT, idsOf, pick, type Maker } from './picking.ts';

const closedRounds = ({ rounds }: Project): Map<string, Round> =>
  new Map([...rounds].filter(([, round]) => !isOpen(round)));

/** What is done in rounds of double coding. */
export const ROUND_MOVES: Readonly<Record<string, Maker>> = {
  round: (project, { a, some, text }) => {
    const transcriptIds = [
      ...new Set(idsOf<{ id: TranscriptId }, TranscriptId>(project.transcripts, [a, ...some])),
    ];
    if (transcriptIds.length === 0) return null;
    const about = { name: text || 'Round', coders: ['Anna', 'Bertta'], consensus: 'Consensus' };
    return { kind: 'add-round', round: { ...about, by: 'Anna', transcriptIds, share: null } };
  },
  done: (project, { a, b, c }) => {
    const round = pick(project.rounds, a);
    const coder = ['Anna', 'Bertta'][b % 2] ?? 'Anna';
    return round ? { kind: 'finish-coding', id: round.id, coder, done: c % 4 !== 0 } : null;
  },
  'close-round': (project, { a, b }) => {
    const round = pick(project.rounds, a);
    return round ? { kind: 'close-round', id: round.id, closed: b % 4 !== 0 } : null;
  },
  'remove-round': (project, { a }) => {
    const round = pick(project.rounds, a);
    return round ? { kind: 'remove-round', id: round.id } : null;
  },
  decide: (project, { a, b, c }) => {
    const round = pick(closedRounds(project), a);
    const open = round
      ? roundPassages(project, round).filter(({ decision }) => decision === null)
      : [];
    const passage = open[b % Math.max(1, open.length)];
    if (!round || !passage) return null;
    const taken = [['Anna'], ['Bertta'], ['Anna', 'Bertta'], []][c % 4] ?? [];
    const { transcriptId, themeId, start, end } = passage;
    const textHash = project.transcripts.get(transcriptId)?.textHash ?? '';
    return {
      kind: 'resolve-passages',
      id: round.id,
      decisions: [{ transcriptId, themeId, start, end, taken }],
      excerpts: takenSpans(passage, taken).map((span) => ({
        ...{ transcriptId, textHash, anchor: describeQuote(TEXT, span) },
        ...{ themeIds: [themeId], typeIds: [] },
      })),
      by: 'Anna',
    };
  },
  reopen: (project, { a }) => {
    const decision = pick(project.decisions, a);
    return decision ? { kind: 'reopen-passage', id: decision.id } : null;
  },
};
