import { saidIn, withWords } from '../guide/said.ts';
import type { CorrectedSpeakers, NamedSpeaker } from '../project/commands.ts';
import type { Project } from '../project/project.ts';
import type { Case, Transcript } from '../project/records.ts';
import { Rejection } from '../rejection.ts';
import type { Role, Turn } from '../text/turns.ts';
import { wordsSpoken } from '../text/words-spoken.ts';
import { casesIn } from './case-of.ts';
import { concerns, correctTurns, splitAtLabels, type SpeakerCorrection } from './correct-turns.ts';
import { groupCaseNames } from './group-cases.ts';
import { caseOfSpeaker, intervieweesIn, wordsOf } from './speakers.ts';

/** What is corrected in one transcript. */
export interface SpeakerCorrections {
  readonly speakers: readonly SpeakerCorrection[];
  /** Labels that open lines and were not taken for speakers. */
  readonly labels?: readonly string[] | undefined;
  /** Who asked answers, and the other way round; after the corrections. */
  readonly swapRoles?: boolean | undefined;
  /** Every interviewee becomes a case of their own. */
  readonly eachIsCase?: boolean | undefined;
}

/**
 * Who speaks where, once the corrections are made. The text stays as it is, so excerpts do too.
 *
 * @throws Rejection `speaker-not-found` {speaker, title} for one who does not speak in it
 */
export function correctedSpeakers(
  project: Project,
  transcript: Transcript,
  text: string,
  { speakers, labels = [], swapRoles = false, eachIsCase = false }: SpeakerCorrections,
): CorrectedSpeakers {
  const split = splitAtLabels(text, transcript.turns, new Set(labels));
  checkKnown(split, transcript, speakers, labels);
  const renamed = correctTurns(split, speakers);
  const turns = swapRoles ? swapped(renamed) : renamed;
  const caseNames = eachIsCase
    ? ownCases(project, transcript, turns)
    : namesOfCases(project, transcript, split, speakers);
  const nameOf = (speaker: string): string =>
    caseNames.get(speaker) ?? ownName(project, transcript, speaker);
  const interviewees = intervieweesIn(turns);
  const [first] = interviewees;
  return {
    id: transcript.id,
    textHash: transcript.textHash,
    turns,
    wordCount: wordsSpoken(text, turns),
    caseName:
      first === undefined
        ? (caseNames.get(null) ?? ownName(project, transcript, null))
        : nameOf(first),
    speakers:
      interviewees.length < 2
        ? []
        : interviewees.map((speaker) => namedSpeaker(text, turns, speaker, nameOf(speaker))),
    said: withWords(saidIn(text, turns)),
  };
}

const namedSpeaker = (
  text: string,
  turns: readonly Turn[],
  speaker: string,
  caseName: string,
): NamedSpeaker => ({
  speaker,
  caseName,
  wordCount: wordsOf(
    text,
    turns.filter((turn) => turn.role === 'interviewee' && turn.speaker === speaker),
  ),
});

function checkKnown(
  turns: readonly Turn[],
  { title }: Transcript,
  speakers: readonly SpeakerCorrection[],
  labels: readonly string[],
): void {
  const unknown = speakers.find((one) => !turns.some((turn) => concerns(one, turn)));
  const unfound = labels.find((label) => !turns.some(({ speaker }) => speaker === label));
  const missing = unknown ? (unknown.speaker ?? '–') : unfound;
  if (missing !== undefined)
    throw new Rejection('not-found', 'speaker-not-found', { speaker: missing, title });
}

const SWAPPED: Readonly<Record<Role, Role>> = {
  interviewer: 'interviewee',
  interviewee: 'interviewer',
  other: 'other',
};

const swapped = (turns: readonly Turn[]): Turn[] =>
  turns.map((turn) => ({ ...turn, role: SWAPPED[turn.role] }));

/** Each interviewee's own case, named by their label. */
const ownCases = (
  project: Project,
  transcript: Transcript,
  turns: readonly Turn[],
): Map<string | null, string> =>
  groupCaseNames(intervieweesIn(turns), transcript.title, namesElsewhere(project, transcript));

function namesElsewhere({ transcripts, cases }: Project, { id }: Transcript): string[] {
  const others = [...transcripts.values()].filter((one) => one.id !== id);
  return others.flatMap(casesIn).flatMap((caseId) => cases.get(caseId)?.name ?? []);
}

/** The case of each speaker by the name from now on: what was said of it, else what it was. */
function namesOfCases(
  project: Project,
  transcript: Transcript,
  turns: readonly Turn[],
  speakers: readonly SpeakerCorrection[],
): Map<string | null, string> {
  const names = new Map<string | null, string>();
  const asked = speakers.filter(({ caseName }) => caseName !== undefined);
  for (const { speaker, rename = speaker, caseName = '' } of asked)
    if (!names.has(rename)) names.set(rename, caseName);
  for (const turn of turns) {
    const correction = speakers.find((one) => concerns(one, turn));
    const { rename: now = turn.speaker } = correction ?? {};
    if (turn.role === 'interviewee' && !names.has(now))
      names.set(now, followed(project, transcript, turn.speaker, now).name);
  }
  return names;
}

/** A case that is called by its speaker's name goes by the new one, too. */
function followed(
  project: Project,
  transcript: Transcript,
  speaker: string | null,
  now: string | null,
): { readonly name: string; readonly renames: boolean } {
  const name = ownName(project, transcript, speaker);
  const follows = now !== null && now !== speaker && same(name, speaker ?? '');
  return { name: follows ? now : name, renames: follows };
}

const same = (a: string, b: string): boolean => a.toLowerCase() === b.toLowerCase();

/**
 * The cases that take the new name of their speaker: those that no other case has, so that a case
 * keeps its place in tables and what was written about it.
 */
export function casesRenamed(
  project: Project,
  transcript: Transcript,
  speakers: readonly SpeakerCorrection[],
): Pick<Case, 'id' | 'name'>[] {
  const cases = [...project.cases.values()];
  return speakers.flatMap(({ speaker, rename, caseName, role }) => {
    if (!rename || caseName !== undefined || role === 'text') return [];
    const { renames } = followed(project, transcript, speaker, rename);
    const isTaken = cases.some(({ name }) => same(name, rename));
    return renames && (!isTaken || same(rename, speaker ?? ''))
      ? [{ id: caseOfSpeaker(transcript, speaker), name: rename }]
      : [];
  });
}

const ownName = (project: Project, transcript: Transcript, speaker: string | null): string =>
  project.cases.get(caseOfSpeaker(transcript, speaker))?.name ?? transcript.title;
