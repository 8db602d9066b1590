import type { CaseId } from '../../ids.ts';
import { tokens } from '../../language/tokens.ts';
import type { Transcript } from '../../project/records.ts';
import type { Turn } from '../../text/turns.ts';
import type { Vocabulary } from './vocabulary.ts';

/** Whose words: the interviewees', where nobody is named all that no interviewer says. */
export const SPOKEN_BY = ['interviewee', 'interviewer', 'everyone'] as const;
export type SpokenBy = (typeof SPOKEN_BY)[number];

/** What one case, or the interviewer beside it, says in a transcript. */
export interface SpokenWords {
  readonly by: 'interviewee' | 'interviewer' | 'other';
  readonly caseId: CaseId;
  /** Numbers of the vocabulary, each once. */
  readonly forms: Uint32Array;
  /** By place in `forms`. */
  readonly counts: Uint32Array;
}

interface Kept {
  readonly vocabulary: Vocabulary;
  readonly words: readonly SpokenWords[];
}

/** A transcript record is replaced when anything of it changes, its text among it. */
const known = new WeakMap<Transcript, Kept>();

/** The counts of a transcript that was counted before; undefined for any other. */
export const keptWords = (
  transcript: Transcript,
  vocabulary: Vocabulary,
): readonly SpokenWords[] | undefined => {
  const kept = known.get(transcript);
  return kept?.vocabulary === vocabulary ? kept.words : undefined;
};

/** How often each form is said in a transcript, by who says it; kept with the transcript. */
export function countWordsSpoken(
  transcript: Transcript,
  text: string,
  vocabulary: Vocabulary,
): readonly SpokenWords[] {
  const parts = new Map<
    string,
    Pick<SpokenWords, 'by' | 'caseId'> & { counts: Map<number, number> }
  >();
  const roleOf = spokenBy(transcript.turns);
  for (const turn of transcript.turns) {
    const by = roleOf(turn);
    const caseId = caseOfTurn(transcript, turn);
    const key = `${by} ${caseId}`;
    let part = parts.get(key);
    if (!part) parts.set(key, (part = { by, caseId, counts: new Map() }));
    for (const { form } of tokens(text, turn.body, turn.end)) {
      const id = vocabulary.idOf(form);
      part.counts.set(id, (part.counts.get(id) ?? 0) + 1);
    }
  }
  const words = [...parts.values()].map(({ by, caseId, counts }) => ({
    by,
    caseId,
    forms: Uint32Array.from(counts.keys()),
    counts: Uint32Array.from(counts.values()),
  }));
  known.set(transcript, { vocabulary, words });
  return words;
}

/** Who speaks a turn, as `analysedSpans` sees it: what it counts is the interviewees'. */
export function spokenBy(turns: readonly Turn[]): (turn: Turn) => SpokenWords['by'] {
  const isNamed = turns.some(({ role }) => role === 'interviewee');
  return ({ role }) =>
    role === 'interviewer' || role === 'interviewee' ? role : isNamed ? 'other' : 'interviewee';
}

/** Of a group interview, the speaker's own case. */
export const caseOfTurn = ({ speakerCases, caseId }: Transcript, { speaker }: Turn): CaseId =>
  speakerCases.find((one) => one.speaker === speaker)?.caseId ?? caseId;
