import type { ProjectId, ThemeId } from '../domain/ids.ts';
import type { Language } from '../domain/project/records.ts';
import { createProject } from './create-project.ts';
import { importCodings } from './import-codings.ts';
import type { CodingsReader, ExampleSource, TranscriptReader } from './ports.ts';
import { uploadTranscripts } from './upload-transcripts.ts';
import type { Actor, Workspace } from './workspace.ts';

interface Readers {
  readonly transcripts: TranscriptReader;
  readonly codings: CodingsReader;
  readonly example: ExampleSource;
}

/** Makes the example project, through the same steps as a user's files go. */
export async function openExample(
  workspace: Workspace,
  readers: Readers,
  language: Language,
  coder: string,
  actor: Actor,
): Promise<ProjectId> {
  const { about, transcripts, codings } = await readers.example.read(language);
  const { name, approach, researchQuestions } = about;
  const id = await createProject(workspace, { name, language, approach, researchQuestions }, actor);
  const uploaded = await uploadTranscripts(workspace, readers.transcripts, id, transcripts, actor);
  const themeIds = new Map<string, ThemeId>();
  for (const { label, parent, ...theme } of about.themes) {
    const themeId = workspace.newId<ThemeId>();
    themeIds.set(label, themeId);
    const parentId = parent ? (themeIds.get(parent) ?? null) : null;
    await workspace.execute(
      id,
      { kind: 'add-theme', theme: { id: themeId, label, parentId, ...theme } },
      actor,
    );
  }
  for (const type of about.types) await workspace.execute(id, { kind: 'add-type', type }, actor);
  const { rows, problems } = readers.codings.read(codings.name, codings.bytes);
  const { misses } = await importCodings(workspace, id, rows, coder, actor);
  const texts = Object.entries(about.report.texts).map(([label, text]) => [
    themeIds.get(label) ?? label,
    text,
  ]);
  await workspace.execute(
    id,
    {
      kind: 'change-report',
      changes: { ...about.report, texts: Object.fromEntries(texts) as Record<string, string> },
    },
    actor,
  );
  const lost = [...uploaded.rejected, ...problems, ...misses];
  if (lost.length > 0)
    throw new Error(`the example is damaged: ${JSON.stringify(lost).slice(0, 500)}`);
  return id;
}
