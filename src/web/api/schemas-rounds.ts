import * as z from 'zod';
import type { DecisionId, RoundId, ThemeId, TranscriptId } from '../../domain/ids.ts';
import { id, name, projectParams } from './schemas.ts';

export const roundParams = projectParams.extend({ id: id<RoundId>() });
export const decisionParams = roundParams.extend({
  d: z
    .string()
    .min(1)
    .max(300)
    .transform((value) => value as DecisionId),
});

export const seed = z.coerce.number().int().min(0).max(2_147_483_647);
export const percent = z.coerce.number().gt(0).max(100);

export const newRound = z.object({
  id: id<RoundId>().optional(),
  name,
  coders: z.array(name).min(2).max(20),
  transcripts: z.array(id<TranscriptId>()).max(5_000).optional(),
  share: z
    .object({ percent, seed: seed.optional() })
    .optional()
    .describe('a random share of the transcripts instead; the same seed draws the same'),
  by: name.optional(),
});

export const doneBody = z.object({ coder: name.optional(), done: z.boolean().default(true) });
export const closeBody = z.object({ closed: z.boolean() });

const place = z.object({
  transcriptId: id<TranscriptId>(),
  themeId: id<ThemeId>(),
  start: z.number().int().min(0),
  end: z.number().int().min(1),
});
export const decisionsBody = z.union([
  z.strictObject({ agreed: z.literal(true), by: name.optional() }),
  z.strictObject({
    decisions: z
      .array(place.extend({ taken: z.array(name).max(20) }))
      .min(1)
      .max(2_000),
    by: name.optional(),
  }),
]);

const round = z.looseObject({
  id: z.string(),
  name: z.string(),
  transcriptIds: z.array(z.string()),
  coders: z.array(z.string()),
  share: z.object({ percent: z.number(), seed: z.number() }).nullable(),
  done: z.array(z.object({ coder: z.string(), at: z.string() })),
  closedAt: z.string().nullable(),
  open: z.boolean().describe('its coders see their own work only'),
});
export const roundAnswer = round.extend({ revision: z.number() });
export const roundsAnswer = z.object({ rounds: z.array(round), revision: z.number() });
const span = z.object({ start: z.number(), end: z.number() });
export const roundWithPassages = roundAnswer.extend({
  passages: z.array(
    span.extend({
      transcriptId: z.string(),
      themeId: z.string(),
      marked: z.record(z.string(), z.array(span)).describe('by coder'),
      agreed: z.boolean(),
      decision: z.looseObject({ id: z.string(), taken: z.array(z.string()) }).nullable(),
    }),
  ),
});
