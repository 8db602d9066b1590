import * as z from 'zod';
import { VERDICTS } from '../../domain/project/review-records.ts';

const chosen = z
  .string()
  .max(200)
  .transform((value) => value || undefined)
  .optional()
  .catch(undefined);

/** What narrows a queue, as an address says it; what cannot be read narrows nothing. */
export const queueQuery = z.object({
  theme: chosen,
  coder: chosen,
  transcript: chosen,
  verdict: z
    .enum([...VERDICTS, 'none'])
    .optional()
    .catch(undefined),
  show: z.enum(['all', 'waiting', 'since', 'open', 'mine']).optional().catch(undefined),
});

/** Of the review page: the queue, the excerpt in it, and how many comments of a thread are shown. */
export const reviewQuery = queueQuery.extend({
  e: chosen,
  said: z.coerce.number().int().min(1).max(100_000).optional().catch(undefined),
});
