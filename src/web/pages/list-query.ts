import * as z from 'zod';

/** The query of a page with a long list; what makes no sense there shows its beginning. */
export const listQuery = z.object({
  find: z.string().trim().max(200).catch('').default(''),
  from: z.coerce.number().int().min(0).catch(0),
});
