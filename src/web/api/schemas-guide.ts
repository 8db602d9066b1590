import * as z from 'zod';
import type { GuideQuestionId, TranscriptId } from '../../domain/ids.ts';
import { projectParams } from './schemas.ts';

const line = (longest: number) =>
  z
    .string()
    .transform((value) => value.normalize('NFC').replace(/\s+/g, ' ').trim())
    .pipe(z.string().max(longest));
const questionId = z
  .string()
  .min(1)
  .max(64)
  .transform((value) => value as GuideQuestionId);
const number = line(20).pipe(z.string().min(1));
const text = line(2_000).pipe(z.string().min(1));
const partName = line(200);

const question = z.object({ id: questionId.optional(), number, text });
const part = z.object({
  id: z.string().min(1).max(64).optional(),
  name: partName,
  questions: z.array(question).max(500).default([]),
});

/** A guide as text that people paste. */
export const guideText = z.object({ text: z.string().max(100_000) });
export const newGuide = z.union([z.object({ parts: z.array(part).max(100) }), guideText]);
/** A question of a part, or a part with its questions. */
export const guideAddition = z.union([
  z.object({ partId: z.string().min(1).max(64), number: number.optional(), text }),
  part.omit({ id: true }),
]);
export const guideChanges = z.object({ name: partName, number, text }).partial();
export const guideParams = projectParams.extend({ id: z.string().min(1).max(64) });
export const mark = z.object({
  transcriptId: z
    .string()
    .min(1)
    .max(64)
    .transform((value) => value as TranscriptId),
  start: z.coerce.number().int().min(0),
  questionId: questionId.nullable(),
});

export const guideAnswer = z.object({
  parts: z.array(
    z.object({
      id: z.string(),
      name: z.string(),
      questions: z.array(
        z.object({
          id: z.string(),
          number: z.string(),
          text: z.string(),
          askedCount: z.number(),
          excerptCount: z.number(),
        }),
      ),
    }),
  ),
  transcripts: z.array(
    z.object({
      transcriptId: z.string(),
      asked: z.array(
        z.object({
          start: z.number(),
          questionId: z.string().nullable(),
          by: z.enum(['number', 'words', 'hand']),
        }),
      ),
    }),
  ),
  revision: z.number().int(),
});
