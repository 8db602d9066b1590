import type { Request } from 'express';
import * as z from 'zod';
import type { Spot } from '../../domain/analysis/excerpts-at.ts';
import { spotIn } from '../view-models/table-address.ts';

const paneQuery = z
  .object({
    r: z.string().max(300).optional(),
    c: z.string().max(300).optional(),
    quotes: z.literal('all').optional().catch(undefined),
  })
  .catch({});

/** Which figure's quotes an address opens beside the table, and whether all of them. */
export function paneIn({ query }: Request): { spot: Spot | null; all: boolean } {
  const { quotes, ...at } = paneQuery.parse(query);
  return { spot: spotIn(at), all: quotes === 'all' };
}
