import * as z from 'zod';
import type { AuditFilter } from '../../app/audit-trail.ts';

const word = z.string().max(100);
const day = z.iso.date();

/** Days are those of the computer that Teema runs on, as everywhere on its pages. */
const filter = z.object({
  person: word.optional(),
  kind: word.optional(),
  record: word.optional(),
  from: day.optional(),
  to: day.optional(),
});
export const auditQuery = filter.extend({
  before: z.coerce.number().int().min(1).optional(),
  limit: z.coerce.number().int().min(1).max(500).default(100),
});
export const auditExportQuery = filter;

/** Both days are within. */
export const auditFilter = ({ from, to, ...rest }: z.infer<typeof filter>): AuditFilter => ({
  ...rest,
  ...(from !== undefined && { from: dayStart(from, 0) }),
  ...(to !== undefined && { until: dayStart(to, 1) }),
});

function dayStart(date: string, later: number): string {
  const [year = 0, month = 1, day = 1] = date.split('-').map(Number);
  return new Date(year, month - 1, day + later).toISOString();
}

// Answers. Loose objects: a client must bear fields that are added.
const value = z.union([z.string(), z.number(), z.boolean(), z.null()]);
const change = z.looseObject({
  what: z.enum(['added', 'changed', 'removed']),
  record: z.string(),
  id: z.string().nullable(),
  name: z.string(),
  fields: z.array(z.object({ field: z.string(), before: value, after: value })),
  /** More records that were changed alike. */
  alike: z.number().int(),
});
export const auditAnswer = z.object({
  steps: z.array(
    z.looseObject({
      revision: z.number().int(),
      at: z.string(),
      person: z.looseObject({ id: z.string(), name: z.string() }),
      kind: z.string(),
      /** The revision of the step that this one takes back, or does again. */
      undoes: z.number().int().nullable(),
      redoes: z.number().int().nullable(),
      isUndone: z.boolean(),
      /** How many records it changed; the first of them are told. */
      changeCount: z.number().int(),
      changes: z.array(change),
    }),
  ),
  /** Go on with `before`; null at the beginning of the project. */
  next: z.number().int().nullable(),
});
export const verifyAnswer = z.object({
  /** Null where the journal is not kept in files. */
  holds: z.boolean().nullable(),
  /** So many lines hold. */
  lines: z.number().int().nullable(),
  /** The first line that does not, and why. */
  brokenLine: z.number().int().nullable(),
  why: z.string().nullable(),
});
