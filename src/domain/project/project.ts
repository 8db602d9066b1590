import { byOrder } from '../codebook/place.ts';
import type {
  CaseId,
  CoderId,
  ExcerptId,
  ProjectId,
  ThemeId,
  TranscriptId,
  TypeId,
} from '../ids.ts';
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

/** A command that was carried out: the events from `first` to `last` are one undo step. */
export interface Step {
  readonly first: number;
  readonly last: number;
  readonly actor: string;
  readonly command: string;
  readonly at: string;
}

/**
 * A project as its journal tells it: `events.reduce(evolve, emptyProject(id))`.
 *
 * Evolved in place, because a coding must not cost more in a large project than in a small one;
 * only `evolve` writes to it, everyone else reads.
 */
export interface Project {
  readonly id: ProjectId;
  revision: number;
  createdAt: string;
  changedAt: string;
  settings: Settings;
  report: ReportText;
  readonly transcripts: Map<TranscriptId, Transcript>;
  readonly cases: Map<CaseId, Case>;
  readonly coders: Map<CoderId, Coder>;
  readonly themes: Map<ThemeId, Theme>;
  readonly types: Map<TypeId, Type>;
  readonly excerpts: Map<ExcerptId, Excerpt>;
  /** Per transcript, the excerpts by `spanKey`: found again when the same coder codes the same span. */
  readonly excerptsBySpan: Map<TranscriptId, Map<string, ExcerptId>>;
  undo: Step[];
  redo: Step[];
}

export const emptyProject = (id: ProjectId): Project => ({
  id,
  revision: 0,
  createdAt: '',
  changedAt: '',
  settings: { name: '', language: 'en', approach: 'theory-guided', researchQuestions: [] },
  report: { title: null, introduction: '', texts: {} },
  transcripts: new Map(),
  cases: new Map(),
  coders: new Map(),
  themes: new Map(),
  types: new Map(),
  excerpts: new Map(),
  excerptsBySpan: new Map(),
  undo: [],
  redo: [],
});

export const spanKey = (excerpt: Pick<Excerpt, 'coderId' | 'start' | 'end'>): string =>
  `${excerpt.start}-${excerpt.end} ${excerpt.coderId}`;

/** The excerpts of one transcript, in no particular order. */
export function* excerptsOf(project: Project, transcriptId: TranscriptId): Generator<Excerpt> {
  for (const id of project.excerptsBySpan.get(transcriptId)?.values() ?? []) {
    const excerpt = project.excerpts.get(id);
    if (excerpt) yield excerpt;
  }
}

export { byOrder };

export const transcriptsInOrder = (project: Project): Transcript[] =>
  [...project.transcripts.values()].sort(byOrder);

export const casesInOrder = (project: Project): Case[] => [...project.cases.values()].sort(byOrder);
