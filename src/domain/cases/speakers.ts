import type { CaseId } from '../ids.ts';
import type { Transcript } from '../project/records.ts';
import type { Role, Turn } from '../text/turns.ts';
import { isCode } from '../text/speakers.ts';
import { countWords } from '../text/words.ts';

/** Who speaks in a transcript, how much, and how that begins. */
export interface Speaker {
  /** As turns name them: one, or several that only number questions (`Question 1`, `Question 2`). */
  readonly names: readonly (string | null)[];
  readonly role: Role;
  readonly turnCount: number;
  readonly wordCount: number;
  readonly firstWords: string;
  /** Whose case an interviewee is. */
  readonly caseId: CaseId | null;
}

const FIRST_WORDS_LENGTH = 110;
/** So many labels with running numbers, each once, are a list of questions. */
const SERIES_LENGTH = 3;

/** The speakers in the order in which they first speak. */
export function speakersIn(text: string, transcript: Transcript): Speaker[] {
  const groups = new Map<string, Turn[]>();
  const series = seriesIn(transcript.turns);
  for (const turn of transcript.turns) {
    const word = isInSeries(series, turn) ? seriesWord(turn.speaker ?? '') : null;
    const key = JSON.stringify([turn.role, word ?? turn.speaker, word !== null]);
    const group = groups.get(key);
    if (group) group.push(turn);
    else groups.set(key, [turn]);
  }
  return [...groups.values()].map((turns) => describe(text, transcript, turns));
}

function describe(text: string, transcript: Transcript, turns: readonly Turn[]): Speaker {
  const names = [...new Set(turns.map(({ speaker }) => speaker))];
  const [first] = turns;
  const role = first?.role ?? 'other';
  const spoken = turns.find(({ body, end }) => text.slice(body, end).trim() !== '') ?? first;
  return {
    names,
    role,
    turnCount: turns.length,
    wordCount: wordsOf(text, turns),
    firstWords: spoken ? beginning(text, spoken) : '',
    caseId: role === 'interviewee' ? caseOfSpeaker(transcript, names[0] ?? null) : null,
  };
}

/** Whose case a speaker is: in a group interview by name, else the transcript's own. */
export const caseOfSpeaker = (
  { speakerCases, caseId }: Pick<Transcript, 'speakerCases' | 'caseId'>,
  speaker: string | null,
): CaseId => speakerCases.find((one) => one.speaker === speaker)?.caseId ?? caseId;

/** Labels left out. */
export const wordsOf = (text: string, turns: readonly Turn[]): number =>
  turns.reduce((sum, { body, end }) => sum + countWords(text.slice(body, end)), 0);

function beginning(text: string, { body, end }: Turn): string {
  const words = text
    .slice(body, Math.min(end, body + 2 * FIRST_WORDS_LENGTH))
    .replace(/\s+/gu, ' ')
    .trim();
  if (words.length <= FIRST_WORDS_LENGTH) return words;
  const space = words.lastIndexOf(' ', FIRST_WORDS_LENGTH);
  return `${words.slice(0, space > 0 ? space : FIRST_WORDS_LENGTH)} …`;
}

/** `Question 12` → `Question`; null where there is no number behind a word. */
const seriesWord = (name: string): string | null =>
  /^(?<word>\p{L}{2,}\.?) ?\d{1,3}$/u.exec(name)?.groups?.word ?? null;

/** The words, behind their role, that only number questions: with many numbers, each said once. */
export function seriesIn(turns: readonly Turn[]): ReadonlySet<string> {
  const numbers = new Map<string, string[]>();
  for (const { speaker, role } of turns) {
    const word = speaker === null ? null : seriesWord(speaker);
    if (speaker === null || word === null) continue;
    const key = `${role} ${word}`;
    numbers.set(key, [...(numbers.get(key) ?? []), speaker]);
  }
  return new Set(
    [...numbers]
      .filter(([, names]) => names.length >= SERIES_LENGTH && new Set(names).size === names.length)
      .map(([key]) => key),
  );
}

export const isInSeries = (series: ReadonlySet<string>, { speaker, role }: Turn): boolean =>
  speaker !== null && series.has(`${role} ${seriesWord(speaker) ?? ''}`);

/**
 * The interviewees by name, turns that name nobody aside: in the order in which they first speak, or
 * of their codes where all are called so, `S2` before `S10`.
 */
export function intervieweesIn(turns: readonly Turn[]): string[] {
  const names = turns.flatMap(({ speaker, role }) =>
    role === 'interviewee' ? (speaker ?? []) : [],
  );
  const all = [...new Set(names)];
  return all.every(isCode) ? all.sort(byCode.compare) : all;
}

const byCode = new Intl.Collator('en', { numeric: true });
