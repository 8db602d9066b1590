import { byOrder } from '../codebook/place.ts';
import type { TranscriptId, ExcerptId, ProjectId } from '../ids.ts';
import { completedSettings } from './defaults.ts';
import { completedReport } from './report-records.ts';
import type {
  Attribute,
  Case,
  Entity,
  Excerpt,
  Guide,
  Records,
  ReportText,
  Settings,
  Transcript,
} from './records.ts';

/** A command that was carried out: the events from `first` to `last` are one undo step. */
export interface Step {
  readonly first: number;
  readonly last: number;
  readonly actor: string;
  readonly command: string;
  readonly at: string;
}

/** Where a project keeps the records of each kind. */
export const COLLECTIONS = {
  transcript: 'transcripts',
  case: 'cases',
  coder: 'coders',
  theme: 'themes',
  type: 'types',
  excerpt: 'excerpts',
  framework: 'frameworks',
  concept: 'concepts',
  source: 'sources',
  attribute: 'attributes',
  version: 'versions',
  review: 'reviews',
  comment: 'comments',
  meeting: 'meetings',
  summary: 'summaries',
  round: 'rounds',
  decision: 'decisions',
} as const satisfies Record<Entity, string>;

export const ENTITIES = Object.keys(COLLECTIONS) as Entity[];

type Collections = {
  readonly [E in Entity as (typeof COLLECTIONS)[E]]: Map<Records[E]['id'], Records[E]>;
};

/**
 * A project as its journal tells it: `events.reduce(evolve, emptyProject(id))`.
 *
 * Evolved in place, because a coding must not cost more in a large project than in a small one;
 * only `evolve` writes to it, everyone else reads.
 */
export interface Project extends Collections {
  readonly id: ProjectId;
  revision: number;
  createdAt: string;
  changedAt: string;
  settings: Settings;
  report: ReportText;
  guide: Guide;
  /** Per transcript, the excerpts by `spanKey`: found again when the same coder codes the same span. */
  readonly excerptsBySpan: Map<TranscriptId, Map<string, ExcerptId>>;
  undo: Step[];
  redo: Step[];
}

/** The records of one kind, by id. */
export const recordsOf = <E extends Entity>(
  project: Project,
  entity: E,
): Map<Records[E]['id'], Records[E]> =>
  project[COLLECTIONS[entity]] as unknown as Map<Records[E]['id'], Records[E]>;

export const emptyProject = (id: ProjectId): Project => ({
  id,
  revision: 0,
  createdAt: '',
  changedAt: '',
  settings: completedSettings({
    name: '',
    language: 'en',
    approach: 'theory-guided',
    researchQuestions: [],
  }),
  report: completedReport({}),
  guide: { parts: [] },
  transcripts: new Map(),
  cases: new Map(),
  coders: new Map(),
  themes: new Map(),
  types: new Map(),
  excerpts: new Map(),
  frameworks: new Map(),
  concepts: new Map(),
  sources: new Map(),
  attributes: new Map(),
  versions: new Map(),
  reviews: new Map(),
  comments: new Map(),
  meetings: new Map(),
  summaries: new Map(),
  rounds: new Map(),
  decisions: new Map(),
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

export const attributesInOrder = (project: Project): Attribute[] =>
  [...project.attributes.values()].sort(byOrder);
