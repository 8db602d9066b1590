import * as z from 'zod';
import { COLOUR_COUNT } from '../../domain/codebook/colours.ts';
import type {
  CaseId,
  ConceptId,
  ExcerptId,
  ProjectId,
  ResearchQuestionId,
  ThemeId,
  TranscriptId,
  TypeId,
} from '../../domain/ids.ts';
import {
  APPROACHES,
  LANGUAGES,
  LEVELS,
  ORIGINS,
  RELATIONS,
  STANCES,
  TYPE_KINDS,
} from '../../domain/project/records.ts';

export const id = <T extends string>() =>
  z
    .string()
    .min(1)
    .max(64)
    .transform((value) => value as T);

export const projectParams = z.object({ p: id<ProjectId>() });
export const transcriptParams = projectParams.extend({ t: id<TranscriptId>() });
export const themeParams = projectParams.extend({ id: id<ThemeId>() });
export const typeParams = projectParams.extend({ id: id<TypeId>() });
export const caseParams = projectParams.extend({ id: id<CaseId>() });
export const excerptParams = projectParams.extend({ id: id<ExcerptId>() });

/** A name people give: one line, not blank. */
export const name = z
  .string()
  .transform((value) => value.normalize('NFC').replace(/\s+/g, ' ').trim())
  .pipe(z.string().min(1).max(200));
/** Text people write; blank is none. */
export const text = z
  .string()
  .max(20_000)
  .transform((value) => (value.trim() === '' ? null : value.normalize('NFC')))
  .nullable();
const label = z
  .string()
  .max(40)
  .transform((value) => value.trim() || null)
  .nullable();
const colour = z.number().int().min(1).max(COLOUR_COUNT);

export const newProject = z.object({
  name,
  language: z.enum(LANGUAGES).default('en'),
  approach: z.enum(APPROACHES).default('theory-guided'),
  researchQuestions: z.array(name).max(50).default([]),
});
export const projectChanges = z
  .object({
    name,
    language: z.enum(LANGUAGES),
    approach: z.enum(APPROACHES),
    researchQuestions: z.array(name).max(50),
    levelNames: z.partialRecord(z.enum(LEVELS), name),
    wordsPerPage: z.number().int().min(1).max(10_000),
  })
  .partial();

const themeFields = z
  .object({
    label,
    level: label,
    definition: text,
    include: text,
    exclude: text,
    colour,
    origin: z.enum(ORIGINS),
    memo: text,
    anchorId: id<ExcerptId>().nullable(),
    conceptId: id<ConceptId>().nullable(),
    linkRationale: text,
    linkPage: label,
    relation: z.enum(RELATIONS).nullable(),
    relationNote: text,
    researchQuestionIds: z.array(id<ResearchQuestionId>()).max(50),
    retired: z.boolean(),
    guid: label,
  })
  .partial();
export const newTheme = themeFields.extend({
  id: id<ThemeId>().optional(),
  name,
  parentId: id<ThemeId>().nullable().optional(),
});
export const themeChanges = themeFields.extend({ name: name.optional() });
export const themeMove = z.object({
  parentId: id<ThemeId>().nullable(),
  index: z.number().int().min(0).max(100_000),
});

const typeFields = z
  .object({
    kind: z.enum(TYPE_KINDS),
    description: text,
    colour,
    memo: text,
    exemplarExcerptId: id<ExcerptId>().nullable(),
    exemplarCaseId: id<CaseId>().nullable(),
  })
  .partial();
export const newType = typeFields.extend({ id: id<TypeId>().optional(), name });
export const typeChanges = typeFields.extend({ name: name.optional() });
export const typeMove = z.object({ index: z.number().int().min(0).max(100_000) });

export const caseChanges = z
  .object({ name, typeIds: z.array(id<TypeId>()).max(200), deviantReason: text, memo: text })
  .partial();
export const transcriptChanges = z
  .object({ title: name, caseName: name, caseId: id<CaseId>() })
  .partial();

const carried = {
  reduction: text.optional(),
  memo: text.optional(),
  stance: z.enum(STANCES).nullable().optional(),
  deviant: z.boolean().optional(),
  deviantReason: text.optional(),
  question: label.optional(),
};
const offset = z.number().int().min(0).max(Number.MAX_SAFE_INTEGER);
const themeIds = z.array(id<ThemeId>()).max(200);
const typeIds = z.array(id<TypeId>()).max(200);
export const coderName = name.pipe(z.string().max(100));

export const newExcerpt = z.object({
  id: id<ExcerptId>().optional(),
  transcriptId: id<TranscriptId>(),
  start: offset,
  end: offset,
  themeIds: themeIds.default([]),
  typeIds: typeIds.default([]),
  newTheme: newTheme.optional(),
  coder: coderName.optional(),
  ...carried,
});
export const excerptChanges = z.object({
  start: offset.optional(),
  end: offset.optional(),
  themeIds: themeIds.optional(),
  typeIds: typeIds.optional(),
  addThemeIds: themeIds.optional(),
  removeThemeIds: themeIds.optional(),
  addTypeIds: typeIds.optional(),
  removeTypeIds: typeIds.optional(),
  ...carried,
});
export const excerptFilter = z.object({
  theme: z.string().optional(),
  type: z.string().optional(),
  case: z.string().optional(),
  transcript: z.string().optional(),
  coder: z.string().optional(),
  question: z.string().optional(),
  q: z.string().max(500).optional(),
  status: z.enum(['anchored', 'altered', 'lost']).optional(),
  limit: z.coerce.number().int().min(1).max(1000).default(100),
  cursor: z.string().max(200).optional(),
});

export const eventsQuery = z.object({
  since: z.coerce.number().int().min(0).optional(),
  /** Where the reader is, told to the others who are there; nobody is told where left out. */
  page: z
    .string()
    .regex(/^[a-z-]{1,40}$/)
    .optional(),
  transcript: z.string().max(64).optional(),
});
export const undoStep = z.object({
  /** The first revision of an own step; the last one where left out. */
  step: z.number().int().min(1).optional(),
});
export const overwrittenQuery = z.object({ since: z.coerce.number().int().min(0) });
export const overwrittenAnswer = z.looseObject({
  overwritten: z.array(
    z.looseObject({
      step: z.number().int(),
      entity: z.string(),
      id: z.string(),
      field: z.string(),
      title: z.string(),
      by: z.string().nullable(),
      at: z.string(),
      theirs: z.string(),
      mine: z.string(),
    }),
  ),
});

// Answers. Loose objects: a client must bear fields that are added.
export const revision = z.object({ revision: z.number().int() });
const anyId = z.string();
export const projectAnswer = z.looseObject({
  id: anyId,
  name: z.string(),
  language: z.enum(LANGUAGES),
  approach: z.enum(APPROACHES),
  researchQuestions: z.array(z.string()),
  revision: z.number().int(),
});
const turn = z.looseObject({
  start: z.number(),
  end: z.number(),
  body: z.number(),
  speaker: z.string().nullable(),
  role: z.enum(['interviewer', 'interviewee', 'other']),
  at: z.number().optional(),
});
export const transcriptHead = z.looseObject({
  id: anyId,
  title: z.string(),
  caseId: anyId,
  caseName: z.string(),
  words: z.number(),
  turnCount: z.number(),
  cases: z.array(z.looseObject({ id: anyId, name: z.string(), words: z.number() })),
  speakerCases: z.array(
    z.looseObject({ speaker: z.string(), caseId: anyId, wordCount: z.number() }),
  ),
  /** As typed; null where nobody did. */
  durationSeconds: z.number().nullable(),
  pages: z.number().nullable(),
  date: z.string().nullable(),
  place: z.string().nullable(),
  memo: z.string().nullable(),
});
export const transcriptAnswer = transcriptHead.extend({ text: z.string(), turns: z.array(turn) });
export const transcriptsAnswer = z.object({ transcripts: z.array(transcriptHead) });
export const uploadAnswer = z.object({
  imported: z.array(
    z.looseObject({
      id: anyId,
      title: z.string(),
      caseId: anyId,
      words: z.number(),
      turns: z.number(),
      warnings: z.array(z.string()),
    }),
  ),
  rejected: z.array(z.object({ file: z.string(), reason: z.string(), code: z.string() })),
  speakerDoubts: z.number().int(),
  revision: z.number().int(),
});
export const themeAnswer = z.looseObject({
  id: anyId,
  name: z.string(),
  label: z.string().nullable(),
  parentId: anyId.nullable(),
  colour: z.number(),
});
export const themesAnswer = z.object({ themes: z.array(themeAnswer) });
export const typeAnswer = z.looseObject({ id: anyId, name: z.string(), kind: z.enum(TYPE_KINDS) });
export const typesAnswer = z.object({ types: z.array(typeAnswer) });
export const caseAnswer = z.looseObject({ id: anyId, name: z.string() });
export const casesAnswer = z.object({ cases: z.array(caseAnswer) });
export const excerptAnswer = z.looseObject({
  id: anyId,
  transcriptId: anyId,
  start: z.number(),
  end: z.number(),
  quote: z.string(),
  themeIds: z.array(anyId),
  typeIds: z.array(anyId),
});
export const excerptsAnswer = z.object({
  excerpts: z.array(excerptAnswer),
  cursor: z.string().nullable(),
  total: z.number(),
});
export const codingsAnswer = z.object({
  rows: z.number(),
  excerpts: z.number(),
  themes: z.number(),
  types: z.number(),
  misses: z.array(z.object({ row: z.number(), reason: z.string(), code: z.string() })),
  warnings: z.array(z.object({ row: z.number(), reason: z.string(), code: z.string() })),
  revision: z.number(),
});
