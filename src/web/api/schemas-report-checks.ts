import * as z from 'zod';
import { CHECK_KINDS } from '../../domain/reports/checks/report-check.ts';
import { projectParams } from './schemas.ts';

const key = z.string().regex(/^[\w.-]{1,200}$/);
export const checkParams = projectParams.extend({ id: key });
export const checkAnswer = z.object({ answer: z.string().max(20_000).nullable() });

const checkJson = z.object({
  id: key,
  kind: z.enum(CHECK_KINDS),
  level: z.enum(['warning', 'note']),
  title: z.string(),
  detail: z.string(),
  sectionId: z.string().nullable(),
  excerptId: z.string().nullable(),
  span: z.object({ start: z.number(), end: z.number() }).nullable(),
  facts: z.record(z.string(), z.union([z.string(), z.number()])),
  answer: z.string().nullable(),
});
export const checksAnswer = z.object({ checks: z.array(checkJson), revision: z.number() });
export const answered = z.object({
  id: key,
  answer: z.string().nullable(),
  revision: z.number(),
});
