import type { ProjectId } from '../ids.ts';
import { putExcerpt } from './evolve.ts';
import { emptyProject, type Project, type Step } from './project.ts';
import type {
  Case,
  Coder,
  Excerpt,
  ReportText,
  Settings,
  Theme,
  Transcript,
  Type,
} from './records.ts';

/** A project at one revision, as JSON. */
export interface Snapshot {
  readonly id: ProjectId;
  readonly revision: number;
  readonly createdAt: string;
  readonly changedAt: string;
  readonly settings: Settings;
  readonly report: ReportText;
  readonly transcripts: readonly Transcript[];
  readonly cases: readonly Case[];
  readonly coders: readonly Coder[];
  readonly themes: readonly Theme[];
  readonly types: readonly Type[];
  readonly excerpts: readonly Excerpt[];
  readonly undo: readonly Step[];
  readonly redo: readonly Step[];
}

export const toSnapshot = (project: Project): Snapshot => ({
  id: project.id,
  revision: project.revision,
  createdAt: project.createdAt,
  changedAt: project.changedAt,
  settings: project.settings,
  report: project.report,
  transcripts: [...project.transcripts.values()],
  cases: [...project.cases.values()],
  coders: [...project.coders.values()],
  themes: [...project.themes.values()],
  types: [...project.types.values()],
  excerpts: [...project.excerpts.values()],
  undo: [...project.undo],
  redo: [...project.redo],
});

export function fromSnapshot(snapshot: Snapshot): Project {
  const project = emptyProject(snapshot.id);
  project.revision = snapshot.revision;
  project.createdAt = snapshot.createdAt;
  project.changedAt = snapshot.changedAt;
  project.settings = snapshot.settings;
  project.report = snapshot.report;
  for (const record of snapshot.transcripts) project.transcripts.set(record.id, record);
  for (const record of snapshot.cases) project.cases.set(record.id, record);
  for (const record of snapshot.coders) project.coders.set(record.id, record);
  for (const record of snapshot.themes) project.themes.set(record.id, record);
  for (const record of snapshot.types) project.types.set(record.id, record);
  for (const excerpt of snapshot.excerpts) putExcerpt(project, excerpt);
  project.undo = [...snapshot.undo];
  project.redo = [...snapshot.redo];
  return project;
}
