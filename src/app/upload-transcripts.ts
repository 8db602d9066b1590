import { groupCaseNames, groupSpeakers } from '../domain/cases/group-cases.ts';
import { wholeDuration } from '../domain/cases/duration.ts';
import type { ProjectId } from '../domain/ids.ts';
import type { NewTranscript } from '../domain/project/commands.ts';
import type { Transcript } from '../domain/project/records.ts';
import { Rejection } from '../domain/rejection.ts';
import { namesNobody } from '../domain/text/speakers.ts';
import type { Turn } from '../domain/text/turns.ts';
import { titleApart } from './apart-titles.ts';
import { baseName, shownName, titleOf } from './file-names.ts';
import { mapBounded } from './map-bounded.ts';
import type { ReadTranscript, TranscriptReader, Warning } from './ports.ts';
import type { Actor, Workspace } from './workspace.ts';

export interface UploadedFile {
  readonly name: string;
  /** A refusal stands in for bytes that were never taken, e.g. of a file over the limit. */
  readonly bytes: Uint8Array | Rejection;
}

export interface UploadResult {
  readonly imported: readonly { transcript: Transcript; warnings: readonly Warning[] }[];
  /** A file in an archive is named `interviews.zip › H3.doc`. */
  readonly rejected: readonly { file: string; rejection: Rejection }[];
  /** What went wrong while reading that no reader foresaw, for the log; its files are rejected. */
  readonly faults: readonly unknown[];
  readonly revision: number;
}

/** A file as it came, or from an archive that came. */
interface Incoming {
  /** How it is told of; `name` alone is what it is called. */
  readonly shown: string;
  readonly name: string;
  /** Its bytes; rejects with the reason why there are none. */
  readonly open: () => Promise<Uint8Array>;
}

interface Prepared {
  readonly added: NewTranscript;
  readonly warnings: readonly Warning[];
}

/** What is told of another file with the words of a transcript: in another format, or saved again. */
const SAME_TEXT = 'same-text';

/** Few at once: each is in memory as long as it is read. */
const AT_ONCE = 3;

/**
 * Reads each file; the good ones are added in one step, each bad one is refused with its reason.
 *
 * @param signal when whoever sent the files does not want them any more: nothing is added then
 */
export async function uploadTranscripts(
  workspace: Workspace,
  reader: TranscriptReader,
  projectId: ProjectId,
  files: readonly UploadedFile[],
  actor: Actor,
  signal?: AbortSignal,
): Promise<UploadResult> {
  const incoming = files.flatMap((file) => incomingOf(reader, file));
  const outcomes = await mapBounded(incoming, AT_ONCE, async (file) => {
    try {
      return { file, prepared: await prepare(workspace, reader, projectId, file, signal) };
    } catch (error) {
      if (error instanceof Rejection) return { file, rejection: error };
      throw error;
    }
  });
  const { transcripts, cases, revision } = await workspace.read(projectId);
  const named = new Set([...cases.values()].map(({ name }) => name));
  const titles = new Map([...transcripts.values()].map((t) => [t.originalHash, t.title]));
  const texts = new Map([...transcripts.values()].map((t) => [t.textHash, t.title]));
  const takenTitles = new Set(titles.values());
  const taken: Prepared[] = [];
  const rejected: { file: string; rejection: Rejection }[] = [];
  for (const { file, prepared, rejection } of outcomes) {
    const twin = prepared && titles.get(prepared.added.originalHash);
    const refusal = twin === undefined ? rejection : twice(twin);
    if (refusal) rejected.push({ file: file.shown, rejection: refusal });
    else if (prepared) {
      const title = titleApart(prepared.added.title, file.name, takenTitles);
      const added = namedApart({ ...prepared.added, title }, named);
      const same = texts.get(added.textHash);
      const told = same === undefined ? [] : [{ code: SAME_TEXT, details: { title: same } }];
      titles.set(added.originalHash, title);
      texts.set(added.textHash, same ?? title);
      takenTitles.add(title);
      for (const name of caseNamesOf(added)) named.add(name);
      taken.push({ added, warnings: [...prepared.warnings, ...told] });
    }
  }
  const faults = rejected.flatMap(({ rejection }) => rejection.cause ?? []);
  if (taken.length === 0 || signal?.aborted) return { imported: [], rejected, faults, revision };
  return { ...(await add(workspace, projectId, taken, actor)), rejected, faults };
}

/** A group's codes begin anew in each group: its cases get names that no case has. */
function namedApart(
  { speakers = [], ...added }: NewTranscript,
  taken: ReadonlySet<string>,
): NewTranscript {
  const labels = speakers.map(({ speaker }) => speaker);
  const names = groupCaseNames(labels, added.title, taken);
  return {
    ...added,
    speakers: speakers.map((one) => ({ ...one, caseName: names.get(one.speaker) ?? one.caseName })),
  };
}

const caseNamesOf = ({ caseName, speakers = [] }: NewTranscript): string[] =>
  speakers.length > 0 ? speakers.map((one) => one.caseName) : [caseName];

const twice = (title: string): Rejection =>
  new Rejection('conflict', 'transcript-twice', { title });

function incomingOf(reader: TranscriptReader, { name: given, bytes }: UploadedFile): Incoming[] {
  const shown = shownName(given);
  const refused = (rejection: Rejection): Incoming[] => [
    { shown, name: shown, open: () => Promise.reject(about(shown, rejection)) },
  ];
  if (bytes instanceof Rejection) return refused(bytes);
  try {
    const packed = reader.filesIn(shown, bytes);
    if (!packed) return [{ shown, name: shown, open: () => Promise.resolve(bytes) }];
    return packed.map((file) => {
      const name = shownName(file.name);
      return { shown: `${shown} › ${name}`, name, open: () => file.unpack() };
    });
  } catch (error) {
    if (error instanceof Rejection) return refused(error);
    throw error;
  }
}

/** The same refusal, of a file by the name that is shown. */
function about(shown: string, { reason, code, details, cause }: Rejection): Rejection {
  const named = 'file' in details ? { ...details, file: shown } : details;
  return Object.assign(new Rejection(reason, code, named), { cause });
}

async function prepare(
  workspace: Workspace,
  reader: TranscriptReader,
  projectId: ProjectId,
  file: Incoming,
  signal: AbortSignal | undefined,
): Promise<Prepared> {
  try {
    ensureWanted(signal);
    const bytes = await file.open();
    const read = await readBy(reader, file, bytes, signal);
    const { text, turns, format, said, wordCount, warnings, endsAt } = read;
    if (text.trim() === '') throw new Rejection('invalid', 'file-empty', { file: file.shown });
    ensureWanted(signal);
    const title = titleOf(file.name);
    const [textHash, originalHash] = await Promise.all([
      workspace.store.putText(projectId, text),
      workspace.store.putOriginal(projectId, bytes),
    ]);
    const added: NewTranscript = {
      title,
      caseName: caseNameOf(turns, title),
      fileName: baseName(file.name) || title,
      format,
      turns,
      said,
      speakers: groupSpeakers(text, turns),
      length: text.length,
      wordCount,
      durationSeconds: endsAt === undefined ? null : wholeDuration(endsAt),
      textHash,
      originalHash,
    };
    return { added, warnings };
  } catch (error) {
    throw error instanceof Rejection ? about(file.shown, error) : error;
  }
}

function ensureWanted(signal: AbortSignal | undefined): void {
  if (signal?.aborted) throw new Rejection('conflict', 'upload-cancelled');
}

/** A reader that fails for no reason it knows costs the others nothing. */
async function readBy(
  reader: TranscriptReader,
  { name, shown }: Incoming,
  bytes: Uint8Array,
  signal: AbortSignal | undefined,
): Promise<ReadTranscript> {
  try {
    return await reader.read(name, bytes, signal);
  } catch (error) {
    if (error instanceof Rejection) throw error;
    const rejection = new Rejection('invalid', 'file-damaged', { file: shown });
    rejection.cause = error;
    throw rejection;
  }
}

async function add(
  workspace: Workspace,
  projectId: ProjectId,
  taken: readonly Prepared[],
  actor: Actor,
): Promise<Pick<UploadResult, 'imported' | 'revision'>> {
  const { events, revision } = await workspace.execute(
    projectId,
    { kind: 'add-transcripts', transcripts: taken.map((one) => one.added) },
    actor,
  );
  const added = events.flatMap((event) => (event.kind === 'transcript-added' ? event.record : []));
  return {
    imported: added.map((transcript, i) => ({ transcript, warnings: taken[i]?.warnings ?? [] })),
    revision,
  };
}

/** The interviewee's label where it names one person, else the file's name. */
function caseNameOf(turns: readonly Turn[], title: string): string {
  const labels = new Set(turns.filter((t) => t.role === 'interviewee').map((t) => t.speaker ?? ''));
  const [only] = labels;
  return labels.size === 1 && only && !namesNobody(only) ? only : title;
}
