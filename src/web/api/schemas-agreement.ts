import * as z from 'zod';
import { AGREEMENT_UNITS } from '../../domain/analysis/agreement/compared-texts.ts';
import type { ThemeId, TranscriptId } from '../../domain/ids.ts';
import { ids, several } from './schemas-frequencies.ts';

export const agreementQuery = z.object({
  coders: several(z.string().max(2_000)).describe(
    'names or ids, repeated or separated by commas; everybody who coded where left out',
  ),
  transcripts: ids<TranscriptId>().describe(
    'all the coders read these; where left out, those that two of them coded something in',
  ),
  unit: z.enum(AGREEMENT_UNITS).default('characters'),
  overlap: z
    .union([z.literal('any'), z.coerce.number().gt(0).max(1)])
    .default(0.5)
    .describe('of unit segments: the least common share (Jaccard index) of two that are the same'),
  theme: z
    .string()
    .max(64)
    .default('')
    .transform((value) => (value === '' ? null : (value as ThemeId)))
    .describe('one theme; all that were used where left out'),
  interviewer: z
    .enum(['yes', 'no'])
    .default('yes')
    .describe('no: what the interviewer says is left out'),
});
export type AgreementQuery = z.output<typeof agreementQuery>;

export const disagreementPart = z.object({
  from: z.coerce.number().int().min(0).max(1e9).default(0),
  limit: z.coerce.number().int().min(0).max(10_000).default(500),
});

const figures = z.looseObject({ kind: z.enum(['units', 'segments']) });

export const agreementAnswer = z.object({
  definition: z.string().describe('unit, coders, texts and themes in words'),
  definitions: z.array(z.object({ name: z.string(), text: z.string() })),
  unit: z.enum(AGREEMENT_UNITS),
  coders: z.array(z.object({ id: z.string(), name: z.string() })),
  transcripts: z.array(
    z.object({ id: z.string(), title: z.string(), units: z.number(), coders: z.array(z.string()) }),
  ),
  disagreements: z.array(
    z.object({
      transcriptId: z.string(),
      themeId: z.string(),
      start: z.number(),
      end: z.number(),
      withTheme: z.array(z.string()),
      withoutTheme: z.array(z.string()),
    }),
  ),
  disagreementCount: z.number(),
  themes: z.array(z.object({ id: z.string(), name: z.string(), figures })),
  pooled: figures.describe('each figure: a value, or null and the reason why it has none'),
  intervalReason: z.string().nullable().describe('why κ has no interval in this unit'),
  paragraph: z.string().describe('for the chapter on methods'),
  revision: z.number(),
});
