import { codedShareOfTranscript } from '../../domain/analysis/coded-share.ts';
import { themeCounts, typeCounts } from '../../domain/analysis/coded-counts.ts';
import { caseNamesIn } from '../../domain/cases/case-of.ts';
import { themesInOrder } from '../../domain/codebook/tree.ts';
import { questionWithId } from '../../domain/guide/questions.ts';
import {
  byOrder,
  excerptsOf,
  transcriptsInOrder,
  type Project,
} from '../../domain/project/project.ts';
import { openThreadsIn } from '../../domain/reviews/threads.ts';
import type { Language, Transcript } from '../../domain/project/records.ts';
import { inText } from '../../app/find-excerpts.ts';
import { layersOf } from '../../markup/marked-text.ts';
import { packExcerpts } from '../../markup/packed-excerpts.ts';
import { packTurns } from '../../markup/packed-turns.ts';
import { saidSpan, turnsHtml } from '../../markup/turn.ts';

interface TranscriptLink {
  readonly title: string;
  readonly href: string;
  readonly current: boolean;
  readonly words: number;
  /** Null where nobody told how long it took. */
  readonly minutes: number | null;
  /** Whole percent; null where there is no speech. */
  readonly coded: number | null;
}

interface OutlineEntry {
  readonly number: number;
  /** The number of the guide's question that is asked. */
  readonly asks: string | null;
  readonly question: string;
}

/** What the coding page shows and what its script starts from. */
export interface CodePage {
  readonly transcripts: readonly TranscriptLink[];
  /** In parts that the browser lays out when they come near the screen. */
  readonly outline: readonly (readonly OutlineEntry[])[];
  /** Of the data, not of the interface: for hyphens and for screen readers. */
  readonly language: Language;
  readonly title: string;
  readonly caseName: string;
  readonly turnsHtml: string;
  /** Parsed by src/client/code/page-data.ts. */
  readonly data: object;
}

const OUTLINE_LENGTH = 90;
const OUTLINE_PART = 20;

export function codePage(
  project: Project,
  transcript: Transcript,
  text: string,
  coder: string,
): CodePage {
  const excerpts = [...excerptsOf(project, transcript.id)].sort(inText);
  const layers = layersOf(excerpts, project.themes, project.types);
  const counts = themeCounts(project);
  const ofTypes = typeCounts(project);
  return {
    transcripts: transcriptsInOrder(project).map((one) => link(project, one, transcript)),
    outline: inParts(outlineOf(project, transcript, text), OUTLINE_PART),
    language: project.settings.language,
    title: transcript.title,
    caseName: caseNamesIn(project, transcript).join(', '),
    turnsHtml: turnsHtml(text, transcript.turns, layers),
    data: {
      revision: project.revision,
      coder,
      caseCount: project.cases.size,
      turns: packTurns(transcript.turns),
      coders: [...project.coders.values()],
      themes: themesInOrder(project.themes).map(({ theme }) => theme),
      types: [...project.types.values()].sort(byOrder),
      counts: { ...Object.fromEntries(counts), ...Object.fromEntries(ofTypes) },
      excerpts: packExcerpts(transcript.id, excerpts),
      threads: openThreadsIn(project, transcript.id),
    },
  };
}

function link(project: Project, transcript: Transcript, current: Transcript): TranscriptLink {
  const share = codedShareOfTranscript(project, transcript.id);
  return {
    title: transcript.title,
    href: `/projects/${project.id}/code/${transcript.id}`,
    current: transcript.id === current.id,
    words: transcript.wordCount,
    minutes:
      transcript.durationSeconds === null ? null : Math.round(transcript.durationSeconds / 60),
    coded: share === null ? null : Math.round(share * 100),
  };
}

/** The interviewer's turns: what the conversation is about, in its order. */
function outlineOf(project: Project, transcript: Transcript, text: string): OutlineEntry[] {
  const asked = new Map(transcript.asked.map((one) => [one.start, one.questionId]));
  return transcript.turns.flatMap((turn, i) => {
    if (turn.role !== 'interviewer') return [];
    const { start, end } = saidSpan(text, turn);
    const question = text.slice(start, Math.min(end, start + OUTLINE_LENGTH)).replace(/\s+/g, ' ');
    const number = questionWithId(project.guide, asked.get(turn.start) ?? null)?.number;
    // Where the interviewer says the number, it is not said twice.
    const asks = number === undefined || question.startsWith(number) ? null : number;
    return [
      { number: i + 1, asks, question: end - start > OUTLINE_LENGTH ? `${question}…` : question },
    ];
  });
}

const inParts = <T>(list: readonly T[], length: number): T[][] =>
  Array.from({ length: Math.ceil(list.length / length) }, (_, i) =>
    list.slice(i * length, (i + 1) * length),
  );
