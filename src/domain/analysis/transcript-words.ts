import { caseIn } from '../cases/case-of.ts';
import type { CaseId } from '../ids.ts';
import type { Transcript } from '../project/records.ts';
import { analysedSpans } from '../text/turns.ts';
import { countBelow } from './count-below.ts';
import type { TextOf } from './text-of.ts';
import { wordStarts } from './word-starts.ts';

/** The offsets at which words begin, ascending; by whose they are. */
type WordsByCase = ReadonlyMap<CaseId, Uint32Array>;

const all = new WeakMap<Transcript, Uint32Array>();
const spoken = new WeakMap<Transcript, WordsByCase>();

const NO_WORDS = new Uint32Array();

/** Where the words of a transcript begin. Kept until the transcript changes. */
export function wordsIn(transcript: Transcript, textOf: TextOf): Uint32Array {
  let starts = all.get(transcript);
  if (!starts) all.set(transcript, (starts = wordStarts(textOf(transcript.id))));
  return starts;
}

/** Where the words begin that an interviewee speaks in a transcript; kept likewise. */
export const wordsSpokenBy = (
  transcript: Transcript,
  caseId: CaseId,
  textOf: TextOf,
): Uint32Array => wordsByCase(transcript, textOf).get(caseId) ?? NO_WORDS;

function wordsByCase(transcript: Transcript, textOf: TextOf): WordsByCase {
  let byCase = spoken.get(transcript);
  if (!byCase) spoken.set(transcript, (byCase = spokenIn(transcript, textOf)));
  return byCase;
}

function spokenIn(transcript: Transcript, textOf: TextOf): WordsByCase {
  const starts = wordsIn(transcript, textOf);
  const pieces = new Map<CaseId, Uint32Array[]>();
  for (const span of analysedSpans(transcript.turns)) {
    const words = starts.subarray(countBelow(starts, span.start), countBelow(starts, span.end));
    const caseId = caseIn(transcript, span);
    const before = pieces.get(caseId);
    if (before) before.push(words);
    else pieces.set(caseId, [words]);
  }
  return new Map([...pieces].map(([caseId, words]) => [caseId, joined(words)]));
}

function joined(pieces: readonly Uint32Array[]): Uint32Array {
  const whole = new Uint32Array(pieces.reduce((length, piece) => length + piece.length, 0));
  let at = 0;
  for (const piece of pieces) {
    whole.set(piece, at);
    at += piece.length;
  }
  return whole;
}
