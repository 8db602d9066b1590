import * as z from 'zod';
import type { MatrixOptions } from '../../domain/analysis/summary-matrix.ts';
import type { AttributeId, CaseId, ThemeId } from '../../domain/ids.ts';
import { ids } from './schemas-frequencies.ts';
import { id, projectParams, text } from './schemas.ts';

export const matrixQuery = z.object({
  theme: ids<ThemeId>().describe('themes, each with those below it; all where left out'),
  case: ids<CaseId>(),
  levels: z.coerce.number().int().min(1).max(20).optional().catch(undefined),
  by: z
    .string()
    .max(64)
    .optional()
    .describe('id of an attribute: cases that share it side by side'),
});

export type MatrixQuery = z.output<typeof matrixQuery>;

export const matrixOptions = (query: MatrixQuery): MatrixOptions => ({
  themeIds: query.theme,
  caseIds: query.case,
  levels: query.levels ?? null,
  attributeId: (query.by || null) as AttributeId | null,
});

export const summaryParams = projectParams.extend({ theme: id<ThemeId>(), case: id<CaseId>() });
export const summaryBody = z.object({ text });

export const summaryAnswer = z.object({
  themeId: z.string(),
  caseId: z.string(),
  text: z.string(),
  updatedAt: z.string().nullable(),
  revision: z.number(),
});

export const matrixAnswer = z.object({
  themes: z.array(z.looseObject({ id: z.string(), name: z.string(), depth: z.number() })),
  cases: z.array(z.looseObject({ id: z.string(), name: z.string() })),
  cells: z.array(
    z.array(
      z.object({
        excerptCount: z.number(),
        text: z.string(),
        updatedAt: z.string().nullable(),
      }),
    ),
  ),
  wantedCount: z.number(),
  writtenCount: z.number(),
});
