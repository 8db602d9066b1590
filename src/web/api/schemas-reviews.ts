import * as z from 'zod';
import type { CommentId, ExcerptId, MeetingId, ReviewId } from '../../domain/ids.ts';
import { VERDICTS } from '../../domain/project/review-records.ts';
import { jsonField } from './schemas-tables.ts';
import { id, name, projectParams } from './schemas.ts';

export const reviewParams = projectParams.extend({ id: id<ReviewId>() });
export const commentParams = projectParams.extend({ id: id<CommentId>() });
export const meetingParams = projectParams.extend({ id: id<MeetingId>() });

const said = z
  .string()
  .max(20_000)
  .transform((value) => value.normalize('NFC'));
const saidSomething = said.refine((value) => value.trim() !== '');

export const newReview = z.object({
  id: id<ReviewId>().optional(),
  excerptId: id<ExcerptId>(),
  verdict: z.enum(VERDICTS),
  comment: said.optional(),
  /** Whose verdict it is; in team mode that of who is signed in. */
  reviewer: name.optional(),
});
/** One thing at a time: each is a step of its own. */
export const reviewChanges = z.union([
  z.strictObject({ verdict: z.enum(VERDICTS) }),
  z.strictObject({ resolved: z.boolean(), by: name.optional() }),
]);
export const newComment = z.object({
  id: id<CommentId>().optional(),
  text: saidSomething,
  author: name.optional(),
});
export const commentChanges = z.object({ text: saidSomething });

/** Of a thread that has grown long. */
export const commentsPart = z.object({
  /** The newest so many; all of them where left out. */
  comments: z.coerce.number().int().min(0).max(100_000).optional(),
});
export const threadPart = commentsPart.extend({
  /** Those before this one. */
  before: z.string().optional(),
});
export const reviewFilter = commentsPart.extend({
  limit: z.coerce.number().int().min(1).max(10_000).optional(),
  /** Where the page before ended. */
  cursor: z.coerce.number().int().min(0).default(0),

  excerpt: z.string().optional(),
  theme: z.string().optional(),
  coder: z.string().optional(),
  transcript: z.string().optional(),
  reviewer: z.string().optional(),
  verdict: z.enum(VERDICTS).optional(),
  state: z.enum(['open', 'resolved']).optional(),
});
export const openFilter = z.object({ transcript: z.string() });
export const openAnswer = z.object({
  /** How many threads wait for somebody, by excerpt. */
  excerpts: z.record(z.string(), z.number()),
  revision: z.number(),
});
export const queueFilter = z.object({
  reviewer: z.string().optional(),
  theme: z.string().optional(),
  coder: z.string().optional(),
  transcript: z.string().optional(),
  verdict: z.enum([...VERDICTS, 'none']).optional(),
  show: z.enum(['all', 'waiting', 'since', 'open', 'mine']).default('all'),
});

/** Excerpts whose conflict the file's verdict wins. */
export const answerChoices = z.object({
  fromFile: jsonField(z.array(z.string().max(64)).max(50_000)).default([]),
});

const decision = z.object({ text: saidSomething, by: name.nullable().default(null) });
const meetingFields = z.object({
  name,
  at: z.iso.datetime({ offset: true }),
  people: z.array(name).max(100),
  notes: z.string().max(100_000),
  decisions: z.array(decision).max(500),
});
export const newMeeting = meetingFields.partial().extend({ id: id<MeetingId>().optional(), name });
export const meetingChanges = meetingFields.partial();

// Answers. Loose objects: a client must bear fields that are added.
const commentFields = z.looseObject({
  id: z.string(),
  author: z.string(),
  text: z.string(),
  at: z.string(),
  mentions: z.array(z.string()),
});
export const threadAnswer = z.looseObject({
  id: z.string(),
  excerptId: z.string(),
  reviewer: z.string(),
  verdict: z.enum(VERDICTS),
  at: z.string(),
  /** The excerpt has changed since the verdict. */
  older: z.boolean(),
  open: z.boolean(),
  comments: z.array(commentFields),
  /** Of the whole thread. */
  commentCount: z.number(),
});
export const threadsAnswer = z.object({
  reviews: z.array(threadAnswer),
  /** Where the next page begins; null after the last. */
  cursor: z.string().nullable(),
  revision: z.number(),
});
export const reviewAnswer = threadAnswer.extend({ revision: z.number() });
export const queueAnswer = z.object({
  since: z.string().nullable(),
  items: z.array(
    z.looseObject({
      excerptId: z.string(),
      waiting: z.enum(['new', 'changed', 'answered', 'done']),
      since: z.boolean(),
      verdict: z.enum(VERDICTS).nullable(),
    }),
  ),
});
const meeting = z.looseObject({ id: z.string(), name: z.string(), at: z.string() });
export const meetingsAnswer = z.object({ meetings: z.array(meeting) });
export const meetingAnswer = meeting.extend({ revision: z.number() });

export const answersPlan = z.looseObject({
  reviewer: z.string(),
  verdicts: z.number(),
  comments: z.number(),
  answers: z.array(
    z.looseObject({
      excerptId: z.string(),
      verdict: z.enum(VERDICTS).nullable(),
      fate: z.enum(['new', 'changed', 'conflict', 'same', 'gone', 'none']),
      older: z.boolean(),
      lost: z.array(z.string()),
    }),
  ),
});
export const answersTaken = answersPlan.extend({ nothing: z.boolean(), revision: z.number() });
