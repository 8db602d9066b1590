import type { SurveyedTranscript } from '../../app/survey-speakers.ts';
import { speakerDoubts, type SpeakerDoubt } from '../../domain/cases/speaker-doubts.ts';
import type { Speaker } from '../../domain/cases/speakers.ts';
import { casesInOrder, type Project } from '../../domain/project/project.ts';
import type { Language, Transcript } from '../../domain/project/records.ts';
import type { TranscriptId } from '../../domain/ids.ts';
import type { Translate } from '../i18n.ts';
import { isLong, listPart, type ListPart, type ListQuery } from './list-part.ts';

interface SpeakerRow {
  /** Of the row's fields. */
  readonly id: string;
  /** Whom the row speaks of: `readKey` reads it. */
  readonly key: string;
  readonly name: string;
  /** What stands where no name is: several labels, or that nobody is named. */
  readonly unnamed: string;
  /** For screen readers. */
  readonly who: string;
  readonly roles: readonly {
    readonly value: string;
    readonly name: string;
    readonly chosen: boolean;
  }[];
  readonly caseName: string;
  readonly counts: string;
  readonly firstWords: string;
  /** "in all 7 interviews"; null where the speaker occurs once. */
  readonly everywhere: string | null;
}

interface SpeakerFile {
  readonly id: string;
  readonly title: string;
  readonly href: string;
  readonly about: string;
  readonly rows: readonly SpeakerRow[];
  readonly canSwap: boolean;
  readonly canSplit: boolean;
  /** Who speaks in it, in a line, where nothing needs to be looked at and there are many; else null. */
  readonly folded: string | null;
}

interface Doubt {
  readonly key: string;
  readonly text: string;
  /** Where to look; null where it is in several interviews. */
  readonly href: string | null;
  readonly actions: readonly {
    readonly name: string;
    readonly fields: Readonly<Record<string, string>>;
  }[];
}

export interface SpeakersPage {
  readonly base: string;
  readonly language: Language;
  readonly path: string;
  /** How the files are looked through; null where they are few. */
  readonly list: ListPart<SurveyedTranscript> | null;
  readonly isEmpty: boolean;
  readonly files: readonly SpeakerFile[];
  readonly doubts: readonly Doubt[];
  readonly doubtTitle: string;
  readonly caseNames: readonly string[];
}

const ROLES = ['interviewer', 'interviewee', 'other', 'text'] as const;
const FILES_PER_PAGE = 100;
/** More files than these are folded, each to a line. */
const UNFOLDED = 8;
/** Beyond these it is quicker to choose in the table. */
const MOST_OFFERED = 4;

export function speakersPage(
  project: Project,
  surveyed: readonly SurveyedTranscript[],
  query: ListQuery,
  t: Translate,
): SpeakersPage {
  const base = `/projects/${project.id}`;
  const found = speakerDoubts(project);
  const path = `${base}/speakers`;
  const list = listPart({ items: surveyed, textOf, path, perPage: FILES_PER_PAGE }, query);
  const shown = new Set(list.rows.map(({ transcript }) => transcript.id));
  const doubts = found.map((doubt) => doubtOf(project, doubt, shown, path, t));
  const doubted = new Set(
    found.flatMap((doubt) => ('transcriptId' in doubt ? doubt.transcriptId : [])),
  );
  const isFolded = (id: TranscriptId): boolean => surveyed.length > UNFOLDED && !doubted.has(id);
  const places = placesOf(surveyed);
  return {
    base,
    language: project.settings.language,
    path,
    list: isLong(list) ? list : null,
    isEmpty: surveyed.length === 0,
    files: list.rows.map((one) => ({
      ...fileOf(project, one, places, base, t),
      folded: isFolded(one.transcript.id) ? inShort(project, one, t) : null,
    })),
    doubts,
    doubtTitle: t('speakers.doubts.title', { count: doubts.length }),
    caseNames: casesInOrder(project).map(({ name }) => name),
  };
}

const textOf = ({ transcript, speakers }: SurveyedTranscript): string =>
  [transcript.title, ...speakers.flatMap(({ names }) => names)].join('\n');

/** `I (interviewer), H5 (interviewee)` */
const inShort = (
  project: Project,
  { transcript, speakers }: SurveyedTranscript,
  t: Translate,
): string =>
  speakers
    .map(({ names: [name], role, caseId }) => {
      const who = name ?? t('speakers.nobody');
      const one = project.cases.get(caseId ?? transcript.caseId)?.name ?? '';
      const isNamedSo = role !== 'interviewee' || one === who;
      return `${who} (${t(`speakers.roles.${role}`)}${isNamedSo ? '' : ` ${one}`})`;
    })
    .join(', ');

const keyOf = ({ names, role }: Pick<Speaker, 'names' | 'role'>): string =>
  JSON.stringify([role, ...names]);

/** In how many transcripts each speaker occurs. */
function placesOf(surveyed: readonly SurveyedTranscript[]): Map<string, number> {
  const places = new Map<string, number>();
  for (const { speakers } of surveyed)
    for (const speaker of speakers)
      places.set(keyOf(speaker), (places.get(keyOf(speaker)) ?? 0) + 1);
  return places;
}

function fileOf(
  project: Project,
  { transcript, speakers }: SurveyedTranscript,
  places: ReadonlyMap<string, number>,
  base: string,
  t: Translate,
): Omit<SpeakerFile, 'folded'> {
  const { id, title, turns, wordCount } = transcript;
  const roles = new Set(speakers.map(({ role }) => role));
  const interviewees = speakers.filter(({ role, names }) => role === 'interviewee' && names[0]);
  return {
    id,
    title,
    href: `${base}/code/${id}`,
    about: [
      t('common.turns', { count: turns.length }),
      t('speakers.spoken', { count: wordCount }),
    ].join(' · '),
    rows: speakers.map((speaker, i) =>
      rowOf(project, transcript, speaker, `${id}.${i}`, places.get(keyOf(speaker)) ?? 1, t),
    ),
    canSwap: roles.has('interviewer') && roles.has('interviewee'),
    canSplit:
      interviewees.length > 1 && new Set(interviewees.map(({ caseId }) => caseId)).size === 1,
  };
}

function rowOf(
  project: Project,
  transcript: Transcript,
  speaker: Speaker,
  id: string,
  places: number,
  t: Translate,
): SpeakerRow {
  const { names, role, turnCount, wordCount, firstWords, caseId } = speaker;
  const [name] = names;
  const shown = name && names.length === 1 ? name : '';
  const unnamed = name
    ? t('speakers.series', { first: name, last: names.at(-1) ?? '' })
    : t('speakers.nobody');
  return {
    id,
    key: keyOf(speaker),
    name: shown,
    unnamed: shown ? '' : unnamed,
    who: t('speakers.who', { name: shown || unnamed, title: transcript.title }),
    roles: ROLES.filter((value) => value !== 'text' || name !== null).map((value) => ({
      value,
      name: t(`speakers.roles.${value}`),
      chosen: value === role,
    })),
    caseName: project.cases.get(caseId ?? transcript.caseId)?.name ?? '',
    counts: [t('common.turns', { count: turnCount }), t('common.words', { count: wordCount })].join(
      ' · ',
    ),
    firstWords,
    everywhere: places > 1 && name ? t('speakers.everywhere', { count: places }) : null,
  };
}

function doubtOf(
  project: Project,
  doubt: SpeakerDoubt,
  shown: ReadonlySet<TranscriptId>,
  path: string,
  t: Translate,
): Doubt {
  const { key } = doubt;
  if (doubt.kind === 'alike') {
    const { name, into } = doubt;
    const text = t('speakers.doubts.alike', { name, into });
    const merge = {
      name: t('speakers.doubts.merge', { into }),
      fields: { do: 'merge', name, into },
    };
    return { key, text, href: null, actions: [merge] };
  }
  const { kind, transcriptId: transcript, names } = doubt;
  const title = project.transcripts.get(transcript)?.title ?? '';
  const offered = names.length > MOST_OFFERED ? [] : names;
  const actions = {
    'nobody-asks': offered.map((name) => ({
      name: t('speakers.doubts.asks', { name }),
      fields: { do: 'asks', name },
    })),
    'one-case': [{ name: t('speakers.doubts.each'), fields: { do: 'each', transcript } }],
    once: offered.map((name) => ({
      name: t('speakers.doubts.text', { name }),
      fields: { do: 'text', transcript, name },
    })),
  };
  return {
    key,
    text: t(`speakers.doubts.${kind}`, { title, names: names.join(', ') }),
    href: shown.has(transcript)
      ? `#file-${transcript}`
      : `${path}?${new URLSearchParams({ find: title }).toString()}#file-${transcript}`,
    actions: actions[kind],
  };
}
