import type { Request } from 'express';
import * as z from 'zod';
import type { CommentId, ExcerptId, ReviewId, ThemeId, TypeId } from '../domain/ids.ts';
import { VERDICTS } from '../domain/project/review-records.ts';
import { Rejection } from '../domain/rejection.ts';
import type { ReviewAnswers } from '../domain/reviews/bundle.ts';
import { id, name } from './api/schemas.ts';
import { fileOf } from './middleware/upload.ts';

/** What a file of answers may weigh: no reviewer writes so much. */
export const MOST_ANSWER_BYTES = 10 * 1024 * 1024;
const MOST_ANSWERS = 50_000;

/** Any time zone comes in as UTC, so that times compare as text. */
const moment = z.iso.datetime({ offset: true }).transform((value) => new Date(value).toISOString());
const said = z
  .string()
  .max(20_000)
  .transform((value) => value.normalize('NFC'))
  .refine((value) => value.trim() !== '');

const answer = z.object({
  excerptId: id<ExcerptId>(),
  id: id<ReviewId>(),
  verdict: z.enum(VERDICTS).nullable(),
  at: moment,
  earlier: z.array(moment).max(1_000).default([]),
  judged: z.object({
    quote: z.string().max(5_000_000),
    themeIds: z.array(id<ThemeId>()).max(1_000),
    typeIds: z.array(id<TypeId>()).max(1_000),
  }),
  comments: z
    .array(
      z.object({
        id: id<CommentId>(),
        reviewId: id<ReviewId>().nullable(),
        text: said,
        at: moment,
      }),
    )
    .max(1_000),
});
const answersFile = z.object({
  kind: z.literal('teema-review-answers'),
  version: z.literal(1),
  bundle: z.string().max(100),
  project: z.string().max(100),
  revision: z.number().int().nonnegative(),
  madeAt: moment,
  reviewer: name,
  answers: z
    .array(answer)
    .max(MOST_ANSWERS)
    .refine((all) => areUnlike(all.map(({ excerptId }) => excerptId)))
    .refine((all) => areUnlike(all.map((one) => one.id)))
    .refine((all) => areUnlike(all.flatMap(({ comments }) => comments.map((one) => one.id)))),
});

const areUnlike = (ids: readonly string[]): boolean => new Set(ids).size === ids.length;

/** The answers that came with a request, and the file's name. */
export function answersOf(req: Request): { name: string; answers: ReviewAnswers } {
  try {
    const { name, bytes } = fileOf(req, 'file');
    return { name, answers: readAnswers(name, bytes) };
  } catch (error) {
    if (error instanceof Rejection && error.code === 'file-too-large')
      throw new Rejection('invalid', 'answers-too-large', error.details);
    throw error;
  }
}

/**
 * Reads the file that a reviewer saved from the review file.
 *
 * @throws Rejection what is wrong with it, and what to bring instead
 */
function readAnswers(file: string, bytes: Uint8Array): ReviewAnswers {
  const text = new TextDecoder().decode(bytes);
  if (/^\s*<(?:!doctype|html)/i.test(text))
    throw new Rejection('invalid', 'answers-are-the-file', { file });
  const value = parsed(file, text);
  const { kind, version } = head.catch({}).parse(value);
  if (kind !== 'teema-review-answers') throw new Rejection('invalid', 'answers-not-one', { file });
  if (version !== 1) throw new Rejection('invalid', 'answers-newer', { file });
  const read = answersFile.safeParse(value);
  if (!read.success) throw new Rejection('invalid', 'answers-damaged', { file });
  return read.data;
}

const head = z.object({ kind: z.unknown().optional(), version: z.unknown().optional() });

function parsed(file: string, text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    const code = text.includes('teema-review-answers') ? 'answers-damaged' : 'answers-not-one';
    throw new Rejection('invalid', code, { file });
  }
}
