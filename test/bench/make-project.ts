import { codePassage } from '../../src/app/code-passage.ts';
import { createProject } from '../../src/app/create-project.ts';
import type { ProjectStore } from '../../src/app/ports.ts';
import { uploadTranscripts } from '../../src/app/upload-transcripts.ts';
import { Workspace, type Actor } from '../../src/app/workspace.ts';
import type { ProjectId, ThemeId, TranscriptId } from '../../src/domain/ids.ts';
import type { Transcript } from '../../src/domain/project/records.ts';
import type { Span } from '../../src/domain/text/span.ts';
import { readTranscript } from '../../src/formats/transcripts/registry.ts';
import { openFileStore } from '../../src/storage/files/open-file-store.ts';
import { systemClock, uuidSource } from '../../src/system/clock-and-ids.ts';
import { passageSource } from './passages.ts';

export interface Plan {
  readonly name: string;
  readonly texts: readonly string[];
  readonly themes: number;
  /** In all texts together. */
  readonly excerpts: number;
}

export interface MadeTranscript {
  readonly id: TranscriptId;
  readonly text: string;
  /** A passage that nobody has coded. */
  readonly nextPassage: () => Span;
}

export interface MadeProject {
  readonly id: ProjectId;
  readonly themeIds: readonly ThemeId[];
  readonly transcripts: readonly MadeTranscript[];
}

const ACTOR: Actor = { id: 'local' };
const CODER = 'Bench';
/** Codings on their way at once: the store's group commit makes them quick. */
const AT_ONCE = 1_000;

const worker = new URL('../../dist/snapshot-worker.js', import.meta.url);

/** A data folder as the app would have left it: the same commands, each its own undo step. */
export async function withWorkspace<T>(
  folder: string,
  work: (workspace: Workspace) => Promise<T>,
): Promise<T> {
  const store = await openFileStore(folder, { snapshotWorker: worker });
  const workspace = new Workspace({
    store: withoutSnapshots(store),
    clock: systemClock,
    ids: uuidSource,
  });
  try {
    const made = await work(workspace);
    for (const { id } of (await store.list()).projects) await store.saveSnapshot(id);
    return made;
  } finally {
    await workspace.close();
  }
}

/** The store while data is made: one snapshot at the end takes the place of dozens on the way. */
const withoutSnapshots = (store: ProjectStore): ProjectStore =>
  new Proxy(store, {
    get(target, key) {
      if (key === 'saveSnapshot') return () => Promise.resolve();
      const value: unknown = Reflect.get(target, key);
      return typeof value === 'function' ? (value.bind(target) as unknown) : value;
    },
  });

export async function makeProject(workspace: Workspace, plan: Plan): Promise<MadeProject> {
  const { name, texts } = plan;
  const settings = { name, language: 'fi', approach: 'theory-guided' } as const;
  const id = await createProject(workspace, { ...settings, researchQuestions: [] }, ACTOR);
  const transcripts = await upload(workspace, id, texts);
  const themeIds = await addThemes(workspace, id, plan.themes);
  const project = { id, themeIds, transcripts };
  await addExcerpts(workspace, project, plan.excerpts);
  return project;
}

async function upload(
  workspace: Workspace,
  id: ProjectId,
  texts: readonly string[],
): Promise<MadeTranscript[]> {
  const files = texts.map((text, i) => ({ name: `H${i + 1}.txt`, bytes: Buffer.from(text) }));
  const reader = { read: readTranscript, filesIn: () => null };
  const { imported, rejected } = await uploadTranscripts(workspace, reader, id, files, ACTOR);
  if (rejected.length > 0) throw new Error(`refused: ${JSON.stringify(rejected[0])}`);
  return imported.map(({ transcript }, i) => madeTranscript(transcript, texts[i] ?? '', i));
}

const madeTranscript = ({ id, turns }: Transcript, text: string, seed: number): MadeTranscript => ({
  id,
  text,
  nextPassage: passageSource(text, turns, seed),
});

const TOP_THEMES = 12;
const CHILDREN = 8;

async function addThemes(workspace: Workspace, id: ProjectId, count: number): Promise<ThemeId[]> {
  const ids = Array.from({ length: count }, () => workspace.newId<ThemeId>());
  const parentOf = (i: number): ThemeId | null =>
    ids[Math.floor((i - TOP_THEMES) / CHILDREN)] ?? null;
  await Promise.all(
    ids.map((themeId, i) => {
      const theme = { id: themeId, name: `Teema ${i + 1}`, parentId: parentOf(i) };
      return workspace.execute(id, { kind: 'add-theme', theme }, ACTOR);
    }),
  );
  return ids;
}

async function addExcerpts(
  workspace: Workspace,
  project: MadeProject,
  count: number,
): Promise<void> {
  for (let made = 0; made < count; made += AT_ONCE) {
    const length = Math.min(AT_ONCE, count - made);
    await Promise.all(
      Array.from({ length }, (_, i) =>
        codePassage(workspace, project.id, nextCoding(project, made + i), CODER, ACTOR),
      ),
    );
  }
}

/** Transcripts and themes in turn; every third coding carries two themes. */
export function nextCoding(project: MadeProject, nth: number) {
  const { themeIds, transcripts } = project;
  const transcript = transcripts[nth % transcripts.length]!;
  const theme = (at: number): ThemeId => themeIds[at % themeIds.length]!;
  return {
    transcriptId: transcript.id,
    ...transcript.nextPassage(),
    themeIds: nth % 3 === 0 ? [theme(nth), theme(nth * 7 + 1)] : [theme(nth)],
    typeIds: [],
  };
}
