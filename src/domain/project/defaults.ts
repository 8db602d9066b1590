import type { ResearchQuestionId } from '../ids.ts';
import type { Entity, Records, Settings } from './records.ts';

/** What records hold where nothing was said; journals of earlier versions do not name these fields. */
export const DEFAULTS = {
  transcript: {
    speakerCases: [],
    settledDoubts: [],
    asked: [],
    durationSeconds: null,
    pages: null,
    date: null,
    place: null,
    memo: null,
  },
  case: { typeIds: [], attributes: {}, deviantReason: null, memo: null },
  theme: {
    label: null,
    level: null,
    definition: null,
    include: null,
    exclude: null,
    memo: null,
    anchorId: null,
    conceptId: null,
    linkedAt: null,
    linkRationale: null,
    linkPage: null,
    relation: null,
    relationNote: null,
    researchQuestionIds: [],
    retired: false,
    definedAt: '',
    guid: null,
  },
  excerpt: { appliedAt: null },
  summary: { writers: [] },
  type: {
    description: null,
    conceptId: null,
    features: [],
    exemplarExcerptId: null,
    exemplarCaseId: null,
    memo: null,
  },
} as const satisfies { [E in Entity]?: Partial<Records[E]> };

/** The record with every field of today: itself where it has them all. */
export function completed<E extends Entity>(entity: E, record: Records[E]): Records[E] {
  const defaults = (DEFAULTS as Partial<Record<Entity, object>>)[entity];
  if (!defaults) return record;
  for (const field in defaults) if (!(field in record)) return { ...defaults, ...record };
  return record;
}

const SETTINGS = {
  levelNames: {},
  wordsPerPage: 300,
  stopWords: null,
  wordMerges: [],
} as const satisfies Partial<Settings>;

export type NewSettings = Omit<Settings, keyof typeof SETTINGS | 'researchQuestionIds'> &
  Partial<Settings>;

/** Research questions of an earlier version had no ids: they get their place as one. */
export const completedSettings = (settings: NewSettings): Settings => ({
  ...SETTINGS,
  researchQuestionIds: settings.researchQuestions.map((_, i) => `${i + 1}` as ResearchQuestionId),
  ...settings,
});
