import { resembling } from '../language/resembling.ts';
import type { TranscriptId } from '../ids.ts';
import { transcriptsInOrder, type Project } from '../project/project.ts';
import type { Transcript } from '../project/records.ts';
import type { Turn } from '../text/turns.ts';
import { intervieweesIn, isInSeries, seriesIn } from './speakers.ts';

/** What a person should look at: the speakers were told apart, and it may be otherwise. */
export type SpeakerDoubt = {
  /** Tells it from every other; other names are another doubt. */
  readonly key: string;
} & (
  | {
      /**
       * Nobody looks like an interviewer; several interviewees share a case; one label stands
       * above a single turn.
       */
      readonly kind: 'nobody-asks' | 'one-case' | 'once';
      readonly transcriptId: TranscriptId;
      readonly names: readonly string[];
    }
  | {
      /** Two spellings of what may be one name. */
      readonly kind: 'alike';
      readonly name: string;
      /** The one that more turns have. */
      readonly into: string;
      readonly transcriptIds: readonly TranscriptId[];
    }
);

/** In a shorter transcript everybody may speak once. */
const TURNS_FOR_ONCE = 6;

/** Transcript by transcript, then name by name; what somebody found to be right is not asked again. */
export function speakerDoubts(project: Project): SpeakerDoubt[] {
  const transcripts = transcriptsInOrder(project);
  const settled = new Set(transcripts.flatMap(({ settledDoubts }) => settledDoubts));
  return [...transcripts.flatMap(doubtsIn), ...alikeNames(transcripts)].filter(
    ({ key }) => !settled.has(key),
  );
}

/** Where somebody has to look who says that a doubt is none. */
export const transcriptsOf = (doubt: SpeakerDoubt): readonly TranscriptId[] =>
  doubt.kind === 'alike' ? doubt.transcriptIds : [doubt.transcriptId];

/** Nothing is asked again of a group whose cases somebody has told. */
function doubtsIn({ id, turns, speakerCases }: Transcript): SpeakerDoubt[] {
  if (speakerCases.length > 0) return [];
  const series = seriesIn(turns);
  const counts = countsOf(turns.filter((turn) => !isInSeries(series, turn)));
  const names = [...counts.keys()];
  const interviewees = intervieweesIn(turns);
  const asks = turns.some(({ role }) => role === 'interviewer');
  const once = names.filter((name) => counts.get(name) === 1);
  const doubts: SpeakerDoubt[] = [];
  const say = (kind: 'nobody-asks' | 'one-case' | 'once', who: readonly string[]): void => {
    if (who.length > 0)
      doubts.push({ key: JSON.stringify([kind, id, ...who]), kind, transcriptId: id, names: who });
  };
  if (names.length > 1 && !asks) say('nobody-asks', names);
  else if (interviewees.length > 1) say('one-case', interviewees);
  if (names.length > 2 && turns.length >= TURNS_FOR_ONCE) say('once', once);
  return doubts;
}

function countsOf(turns: readonly Turn[]): Map<string, number> {
  const counts = new Map<string, number>();
  for (const { speaker } of turns)
    if (speaker !== null) counts.set(speaker, (counts.get(speaker) ?? 0) + 1);
  return counts;
}

/** Each name with the more frequent one that it may be a spelling of. */
function alikeNames(transcripts: readonly Transcript[]): SpeakerDoubt[] {
  const places = new Map<string, { count: number; ids: TranscriptId[] }>();
  for (const { id, turns } of transcripts) {
    const series = seriesIn(turns);
    for (const [name, count] of countsOf(turns.filter((turn) => !isInSeries(series, turn)))) {
      const known = places.get(name) ?? { count: 0, ids: [] };
      places.set(name, { count: known.count + count, ids: [...known.ids, id] });
    }
  }
  const byCount = [...places].sort(([, a], [, b]) => b.count - a.count);
  return byCount.flatMap(([name, { ids }], i): SpeakerDoubt[] => {
    const into = alike(
      name,
      byCount.slice(0, i).map(([other]) => other),
    );
    if (into === null) return [];
    // Which of the two is the more frequent may change.
    const key = JSON.stringify(['alike', ...[name, into].sort()]);
    return [{ key, kind: 'alike', name, into, transcriptIds: ids }];
  });
}

/** The name among others that may be the same one's: `h5` and `H5`, `Haastateltava 5`, a slip. */
export function alike(name: string, others: readonly string[]): string | null {
  const plain = plainName(name);
  const code = codeOf(plain);
  const same = others.find((other) => {
    const known = plainName(other);
    if (known === plain) return true;
    const one = codeOf(known);
    return code !== null && one?.number === code.number && isShortFor(one.word, code.word);
  });
  return same ?? resembling(plain, others);
}

const plainName = (name: string): string =>
  name
    .normalize('NFKC')
    .toLowerCase()
    .replace(/[\s.:_-]+/gu, ' ')
    .trim();

const codeOf = (plain: string): { word: string; number: number } | null => {
  const groups = /^(?<word>\p{L}+) ?(?<number>\d{1,3})$/u.exec(plain)?.groups;
  return groups ? { word: groups.word ?? '', number: Number(groups.number) } : null;
};

/** `h` for `haastateltava`, or the same word with another blank or zero. */
const isShortFor = (a: string, b: string): boolean =>
  a === b ||
  (a.length === 1 && b.length > 3 && b.startsWith(a)) ||
  (b.length === 1 && a.length > 3 && a.startsWith(b));
