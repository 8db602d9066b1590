import * as z from 'zod';
import { USUAL_SHARE } from '../../domain/types/drafts.ts';

/** Checkboxes of one name: a form sends none, one or a list. */
export const ticked = z
  .union([z.string(), z.array(z.string())])
  .default([])
  .transform((values) => (typeof values === 'string' ? [values] : values));

/** The share of the members, asked for in percent; the usual one where it is none. */
export const shareQuery = z.object({
  share: z.coerce
    .number()
    .min(1)
    .max(100)
    .transform((percent) => percent / 100)
    .catch(USUAL_SHARE),
});
