import * as z from 'zod';
import type { ConceptId, FrameworkId, SourceId } from '../../domain/ids.ts';
import { id, name, projectParams, text } from './schemas.ts';

export const frameworkParams = projectParams.extend({ id: id<FrameworkId>() });
export const conceptParams = frameworkParams.extend({ cid: id<ConceptId>() });
export const sourceParams = projectParams.extend({ id: id<SourceId>() });
export const libraryParams = z.object({ id: id() });

/** A short line; blank is none. */
const line = z
  .string()
  .max(1_000)
  .transform((value) => value.normalize('NFC').replace(/\s+/g, ' ').trim() || null)
  .nullable();
const place = z.number().int().min(0).max(100_000);
const dimension = z.number().int().min(0).max(1);

const frameworkFields = z
  .object({
    citation: line,
    note: text,
    dimensions: z.array(name).min(1).max(2),
    sourceIds: z.array(id<SourceId>()).max(100),
  })
  .partial();
export const newConcept = z.object({
  id: id<ConceptId>().optional(),
  name,
  definition: text.optional(),
  parentId: id<ConceptId>().nullable().optional(),
  dimension: dimension.optional(),
});
export const newConcepts = z.object({ concepts: z.array(newConcept).min(1).max(1_000) });
export const newFramework = frameworkFields.extend({
  id: id<FrameworkId>().optional(),
  name,
  concepts: z.array(newConcept).max(1_000).default([]),
});
export const libraryChoice = z.object({ libraryId: id() });
export const frameworkChanges = frameworkFields.extend({ name: name.optional() });
export const frameworkMove = z.object({ index: place });
export const conceptChanges = z.object({ name: name.optional(), definition: text.optional() });
export const conceptMove = z.object({
  parentId: id<ConceptId>().nullable(),
  index: place,
  dimension: dimension.optional(),
});
export const themesChoice = z.object({
  conceptIds: z.array(id<ConceptId>()).max(1_000).nullable().default(null),
  typesFrom: dimension.nullable().default(null),
});

const sourceFields = z
  .object({
    key: z.string().trim().min(1).max(100),
    kind: z.string().trim().min(1).max(40),
    authors: z.array(name).max(200),
    year: line,
    container: line,
    volume: line,
    issue: line,
    pages: line,
    publisher: line,
    doi: line,
    url: line,
  })
  .partial();
const title = z
  .string()
  .max(1_000)
  .transform((value) => value.normalize('NFC').replace(/\s+/g, ' ').trim());
export const newSource = sourceFields.extend({
  id: id<SourceId>().optional(),
  title: title.pipe(z.string().min(1)),
});
export const sourceChanges = sourceFields.extend({ title: title.optional() });

const anyId = z.string();
export const conceptAnswer = z.looseObject({
  id: anyId,
  name: z.string(),
  parentId: anyId.nullable(),
  dimension: z.number(),
});
export const conceptsAnswer = z.looseObject({ concepts: z.array(conceptAnswer) });
export const frameworkAnswer = z.looseObject({
  id: anyId,
  name: z.string(),
  citation: z.string().nullable(),
  dimensions: z.array(z.string()),
  concepts: z.array(conceptAnswer),
});
export const frameworksAnswer = z.object({ frameworks: z.array(frameworkAnswer) });
const answeredConcept = z.looseObject({
  id: anyId,
  name: z.string(),
  depth: z.number(),
  themeIds: z.array(anyId),
  typeIds: z.array(anyId),
  excerptCount: z.number(),
  caseCount: z.number(),
});
export const theoryAnswer = z.object({
  concepts: z.array(answeredConcept),
  gaps: z.array(anyId),
  matrix: z
    .object({
      rows: z.array(anyId),
      columns: z.array(anyId),
      cells: z.array(z.array(z.number())),
    })
    .nullable(),
});
export const madeAnswer = z.object({
  themeIds: z.array(anyId),
  typeIds: z.array(anyId),
  skipped: z.array(z.object({ id: anyId, name: z.string() })),
  revision: z.number(),
});
export const openListAnswer = z.object({
  linksWithoutReason: z.array(z.looseObject({ id: anyId, name: z.string() })),
  originsWithoutConcept: z.array(z.looseObject({ id: anyId, name: z.string() })),
  conceptsWithoutSource: z.array(conceptAnswer),
});
export const sourceAnswer = z.looseObject({ id: anyId, key: z.string(), title: z.string() });
export const sourcesAnswer = z.object({ sources: z.array(sourceAnswer) });
export const sourcesImported = z.object({
  sourceIds: z.array(anyId),
  known: z.array(z.string()),
  misses: z.array(z.object({ row: z.number(), reason: z.string(), code: z.string() })),
  revision: z.number(),
});
const libraryEntry = z.looseObject({ id: anyId, name: z.string(), citation: z.string() });
export const libraryAnswer = z.object({ frameworks: z.array(libraryEntry) });
export const libraryFrameworkAnswer = libraryEntry.extend({
  concepts: z.array(z.looseObject({ id: anyId, name: z.string() })),
});
