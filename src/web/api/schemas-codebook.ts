import * as z from 'zod';
import type { ExcerptId, ThemeId, VersionId } from '../../domain/ids.ts';
import * as schema from './schemas.ts';

const { id, name, text } = schema;

export const themeMerge = z.object({ into: id<ThemeId>() });
const excerptIds = z.array(id<ExcerptId>()).max(100_000);
export const themeSplit = schema.newTheme
  .omit({ parentId: true })
  .extend({ excerptIds: excerptIds.min(1) });
export const confirmation = z.object({ excerptIds: excerptIds.optional() });

export const versionParams = schema.projectParams.extend({ id: id<VersionId>() });
export const newVersion = z.object({
  id: id<VersionId>().optional(),
  name,
  note: text.optional(),
});
export const versionChanges = newVersion.omit({ id: true }).partial();
/** A version's id, a revision, or `now`. */
const point = z.string().min(1).max(64);
export const diffQuery = z.object({ from: point, to: point.default('now') });

// Answers.
export const movedAnswer = schema.revision.extend({ moved: z.number() });
export const mergePreviewAnswer = z.object({
  excerptCount: z.number(),
  bothCount: z.number(),
  subThemes: z.array(z.object({ id: z.string(), title: z.string() })),
  types: z.array(z.object({ id: z.string(), name: z.string() })),
  reportText: z.boolean(),
  words: z.boolean(),
  concept: z.boolean(),
  anchor: z.boolean(),
});
export const versionAnswer = z.looseObject({
  id: z.string(),
  name: z.string(),
  note: z.string().nullable(),
  revision: z.number(),
  at: z.string(),
});
export const versionsAnswer = z.object({ versions: z.array(versionAnswer) });
const head = z.looseObject({ id: z.string(), title: z.string() });
export const diffAnswer = z.object({
  from: z.number(),
  to: z.number(),
  added: z.array(head),
  removed: z.array(head),
  changed: z.array(head),
});
