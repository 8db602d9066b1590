import type { ImportedCodings } from '../../app/import-codings.ts';
import type { Repair, RowProblem } from '../../app/ports.ts';
import type { UploadResult } from '../../app/upload-transcripts.ts';
import { codedShareOf, codedShareOfTranscript } from '../../domain/analysis/coded-share.ts';
import { caseNamesIn } from '../../domain/cases/case-of.ts';
import { speakerDoubts } from '../../domain/cases/speaker-doubts.ts';
import { transcriptsInOrder, type Project } from '../../domain/project/project.ts';
import type { Transcript } from '../../domain/project/records.ts';
import { isOpenReview } from '../../domain/reviews/threads.ts';
import type { Translate } from '../i18n.ts';
import type { Formats } from './formats.ts';
import { isLong, listPart, type ListPart, type ListQuery } from './list-part.ts';
import { interviewFacts, type InterviewFacts } from './interview-facts.ts';

const ROWS_PER_PAGE = 100;

interface TranscriptRow {
  readonly id: string;
  readonly title: string;
  readonly caseName: string;
  readonly fileName: string;
  readonly codeHref: string;
  /** Several share it: their cases are told on the page of the speakers. */
  readonly isGroup: boolean;
  readonly facts: InterviewFacts;
  readonly coded: { readonly share: number; readonly text: string; readonly label: string } | null;
}

/** One of the three things to do, in their order. */
interface Step {
  readonly id: 'upload' | 'code' | 'report';
  readonly href: string;
  readonly state: 'done' | 'now' | 'later';
}

export interface TranscriptsPage {
  readonly base: string;
  readonly name: string;
  readonly sizes: string;
  readonly rows: readonly TranscriptRow[];
  /** How the list is looked through; null where it is short. */
  readonly list: ListPart<Transcript> | null;
  readonly isEmpty: boolean;
  readonly hasExcerpts: boolean;
  /** Threads that wait for somebody; null where none does. */
  readonly openThreads: string | null;
  readonly codeHref: string;
  readonly steps: readonly Step[];
  readonly repairs: readonly string[];
  /** For the file dialogue: ".txt,.md". */
  readonly accept: string;
  /** What a codings file may hold, the needed ones first. */
  readonly columns: readonly { readonly name: string; readonly about: string }[];
}

const CODING_COLUMNS =
  'transcript quote theme themeTitle parent type start coder question reduction memo deviant stance'.split(
    ' ',
  );

function openThreadsText({ reviews }: Project, t: Translate): string | null {
  const count = [...reviews.values()].filter(isOpenReview).length;
  return count === 0 ? null : t('transcripts.open-threads', { count });
}

export function transcriptsPage(
  project: Project,
  repairs: readonly Repair[],
  extensions: readonly string[],
  query: ListQuery,
  t: Translate,
  formats: Formats,
): TranscriptsPage {
  const base = `/projects/${project.id}`;
  const transcripts = transcriptsInOrder(project);
  const list = listPart(
    {
      items: transcripts,
      textOf: (one) => [one.title, ...caseNamesIn(project, one)].join('\n'),
      path: base,
      perPage: ROWS_PER_PAGE,
    },
    query,
  );
  const endings = extensions.map((extension) => `.${extension}`);
  return {
    base,
    name: project.settings.name,
    sizes: sizesOf(project, transcripts, t, formats),
    rows: list.rows.map((transcript) => rowOf(project, transcript, t, formats)),
    list: isLong(list) ? list : null,
    isEmpty: transcripts.length === 0,
    hasExcerpts: project.excerpts.size > 0,
    openThreads: openThreadsText(project, t),
    codeHref: `${base}/code`,
    steps: stepsOf(project, base),
    repairs: repairs.map(({ line, bytes }) => t('transcripts.repaired', { line, bytes })),
    accept: endings.join(','),
    columns: CODING_COLUMNS.map((name) => ({
      name,
      about: t(`transcripts.import.columns.${name}`),
    })),
  };
}

function sizesOf(
  project: Project,
  transcripts: readonly Transcript[],
  t: Translate,
  formats: Formats,
): string {
  const words = transcripts.reduce((sum, { wordCount }) => sum + wordCount, 0);
  return [
    t('common.transcripts', { count: transcripts.length }),
    t('common.words', { count: words }),
    t('common.excerpts', { count: project.excerpts.size }),
    t('common.coded', { share: formats.percent(codedShareOf(project)) }),
  ].join(' · ');
}

function rowOf(
  project: Project,
  transcript: Transcript,
  t: Translate,
  formats: Formats,
): TranscriptRow {
  const { percent } = formats;
  const { id, title, fileName, speakerCases } = transcript;
  const share = codedShareOfTranscript(project, id);
  return {
    id,
    title,
    caseName: caseNamesIn(project, transcript).join(', '),
    isGroup: speakerCases.length > 0,
    fileName,
    codeHref: `/projects/${project.id}/code/${id}`,
    facts: interviewFacts(project, transcript, t, formats),
    coded:
      share === null
        ? null
        : {
            share,
            text: percent(share),
            label: t('transcripts.coded-of', { share: percent(share), title }),
          },
  };
}

function stepsOf({ transcripts, excerpts }: Project, base: string): Step[] {
  const uploaded = transcripts.size > 0;
  const coded = excerpts.size > 0;
  return [
    { id: 'upload', href: '#upload', state: uploaded ? 'done' : 'now' },
    { id: 'code', href: `${base}/code`, state: coded ? 'done' : uploaded ? 'now' : 'later' },
    { id: 'report', href: `${base}/report`, state: coded ? 'now' : 'later' },
  ];
}

/** What became of uploaded files, for a page that is drawn after them. */
export interface UploadReport {
  readonly summary: string;
  readonly imported: readonly {
    readonly title: string;
    readonly facts: string;
    readonly warnings: readonly string[];
  }[];
  readonly rejected: readonly { readonly file: string; readonly reason: string }[];
  /** How much about the speakers a person should look at; null where nothing. */
  readonly look: string | null;
}

export function uploadReport(
  project: Project,
  { imported, rejected }: UploadResult,
  t: Translate,
): UploadReport {
  const doubts = speakerDoubts(project).length;
  return {
    summary: [
      t('transcripts.added', { count: imported.length }),
      ...(rejected.length > 0 ? [t('transcripts.refused', { count: rejected.length })] : []),
    ].join(' '),
    imported: imported.map(({ transcript, warnings }) => ({
      title: transcript.title,
      facts: [
        caseNamesIn(project, transcript).join(', '),
        t('common.words', { count: transcript.wordCount }),
        t('common.turns', { count: transcript.turns.length }),
      ].join(' · '),
      warnings: warnings.map(({ code, details }) => t(`warnings.${code}`, details)),
    })),
    rejected: rejected.map(({ file, rejection }) => ({
      file,
      reason: t(`errors.${rejection.code}`, rejection.details),
    })),
    look: doubts === 0 ? null : t('speakers.look', { count: doubts }),
  };
}

/** What became of imported codings. */
export interface ImportReport {
  readonly summary: string;
  readonly missed: string | null;
  readonly misses: readonly RowNote[];
  readonly warnings: readonly RowNote[];
}

interface RowNote {
  readonly row: number;
  readonly reason: string;
}

export function importReport(
  imported: ImportedCodings,
  unreadable: readonly RowProblem[],
  t: Translate,
): ImportReport {
  const inWords = ({ row, code, details }: RowProblem): RowNote => ({
    row,
    reason: t(`errors.${code}`, details),
  });
  const misses = [...unreadable, ...imported.misses].sort((a, b) => a.row - b.row).map(inWords);
  return {
    summary: t('transcripts.imported', {
      rows: t('common.rows', { count: imported.rows }),
      excerpts: t('common.excerpts', { count: imported.excerpts }),
      themes: t('common.themes', { count: imported.themes }),
      types: t('common.types', { count: imported.types }),
    }),
    missed: misses.length > 0 ? t('transcripts.missed', { count: misses.length }) : null,
    misses,
    warnings: imported.warnings.map(inWords),
  };
}
