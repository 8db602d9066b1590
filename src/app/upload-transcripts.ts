import { saidIn } from '../domain/guide/said.ts';
import type { ProjectId } from '../domain/ids.ts';
import type { NewTranscript } from '../domain/project/commands.ts';
import type { Transcript } from '../domain/project/records.ts';
import { Rejection } from '../domain/rejection.ts';
import { analysedSpans, isGenericLabel, type Turn } from '../domain/text/turns.ts';
import { countWords } from '../domain/text/words.ts';
import { baseName, shownName, titleOf } from './file-names.ts';
import type { TranscriptReader, Warning } from './ports.ts';
import type { Actor, Workspace } from './workspace.ts';

export interface UploadedFile {
  readonly name: string;
  /** A refusal stands in for bytes that were never taken, e.g. of a file over the limit. */
  readonly bytes: Uint8Array | Rejection;
}

export interface UploadResult {
  readonly imported: readonly { transcript: Transcript; warnings: readonly Warning[] }[];
  readonly rejected: readonly { file: string; rejection: Rejection }[];
  readonly revision: number;
}

interface Prepared {
  readonly added: NewTranscript;
  readonly warnings: readonly Warning[];
}

/** Reads each file; the good ones are added in one step, each bad one is refused with its reason. */
export async function uploadTranscripts(
  workspace: Workspace,
  reader: TranscriptReader,
  projectId: ProjectId,
  files: readonly UploadedFile[],
  actor: Actor,
): Promise<UploadResult> {
  const { transcripts, revision } = await workspace.read(projectId);
  const titles = new Map([...transcripts.values()].map((t) => [t.originalHash, t.title]));
  const prepared: Prepared[] = [];
  const rejected: { file: string; rejection: Rejection }[] = [];
  for (const { name, bytes } of files) {
    const file = { name: shownName(name), bytes };
    try {
      const one = await prepare(workspace, reader, projectId, file);
      const twin = titles.get(one.added.originalHash);
      if (twin !== undefined) throw new Rejection('conflict', 'transcript-twice', { title: twin });
      titles.set(one.added.originalHash, one.added.title);
      prepared.push(one);
    } catch (error) {
      if (!(error instanceof Rejection)) throw error;
      rejected.push({ file: file.name, rejection: error });
    }
  }
  if (prepared.length === 0) return { imported: [], rejected, revision };
  const outcome = await workspace.execute(
    projectId,
    { kind: 'add-transcripts', transcripts: prepared.map((one) => one.added) },
    actor,
  );
  const added = outcome.events.flatMap((event) =>
    event.kind === 'transcript-added' ? event.record : [],
  );
  return {
    imported: added.map((transcript, i) => ({ transcript, warnings: prepared[i]?.warnings ?? [] })),
    rejected,
    revision: outcome.revision,
  };
}

async function prepare(
  workspace: Workspace,
  reader: TranscriptReader,
  projectId: ProjectId,
  { name, bytes }: UploadedFile,
): Promise<Prepared> {
  if (bytes instanceof Rejection)
    throw new Rejection(bytes.reason, bytes.code, { ...bytes.details, file: name });
  const { text, turns, format, warnings } = await reader.read(name, bytes);
  if (text.trim() === '') throw new Rejection('invalid', 'file-empty', { file: name });
  const title = titleOf(name);
  const added: NewTranscript = {
    title,
    caseName: caseNameOf(turns, title),
    fileName: baseName(name) || title,
    format,
    turns,
    said: saidIn(text, turns),
    length: text.length,
    wordCount: wordsSpoken(text, turns),
    textHash: await workspace.store.putText(projectId, text),
    originalHash: await workspace.store.putOriginal(projectId, bytes),
  };
  return { added, warnings };
}

/** The interviewee's label where it names one person, else the file's name. */
function caseNameOf(turns: readonly Turn[], title: string): string {
  const labels = new Set(turns.filter((t) => t.role === 'interviewee').map((t) => t.speaker ?? ''));
  const [only] = labels;
  return labels.size === 1 && only && !isGenericLabel(only) ? only : title;
}

function wordsSpoken(text: string, turns: readonly Turn[]): number {
  let words = 0;
  for (const { start, end } of analysedSpans(turns)) words += countWords(text.slice(start, end));
  return words;
}
