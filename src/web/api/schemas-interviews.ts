import * as z from 'zod';
import { isDate, parseDate } from '../../domain/cases/calendar-date.ts';
import { LONGEST_SECONDS, parseDuration } from '../../domain/cases/duration.ts';
import type { TranscriptId } from '../../domain/ids.ts';
import type { InterviewData } from '../../domain/project/commands.ts';
import { Rejection } from '../../domain/rejection.ts';
import { id, name, text, transcriptChanges } from './schemas.ts';

const MOST_PAGES = 100_000;

/** What is typed, blank for none; what cannot be read is refused by name. */
const typed = <T>(read: (typed: string) => T | null, refusal: (typed: string) => Rejection) =>
  z
    .string()
    .max(100)
    .transform((value): T | null => {
      if (value.trim() === '') return null;
      const known = read(value);
      if (known === null) throw refusal(value.trim());
      return known;
    });

const parsePages = (value: string): number | null => {
  const plain = value.trim().replace(',', '.');
  const pages = /^\d{1,6}(?:\.\d{1,2})?$/u.test(plain) ? Number(plain) : 0;
  return pages > 0 && pages <= MOST_PAGES ? pages : null;
};

const duration = typed(
  parseDuration,
  (typed) => new Rejection('invalid', 'duration-unread', { typed }),
);
const typedPages = typed(
  parsePages,
  (typed) => new Rejection('invalid', 'pages-unread', { typed }),
);
const typedDate = typed(parseDate, (typed) => new Rejection('invalid', 'date-unread', { typed }));
/** One line, blank for none. */
const place = z
  .string()
  .max(200)
  .transform((value) => value.normalize('NFC').replace(/\s+/gu, ' ').trim() || null);

/** `duration` is text as people write it: "40 min 50 s", "1:03:03". */
const interviewFields = z
  .object({
    durationSeconds: z.number().int().min(1).max(LONGEST_SECONDS).nullable(),
    duration,
    pages: z.union([z.number().positive().max(MOST_PAGES).nullable(), typedPages]),
    date: z.union([z.null(), z.iso.date().refine(isDate), typedDate]),
    place: z.union([z.null(), place]),
    memo: text,
  })
  .partial();

type InterviewFields = z.infer<typeof interviewFields>;

export const transcriptPatch = transcriptChanges.extend(interviewFields.shape);

export const interviewsChange = z.object({
  interviews: z.array(interviewFields.extend({ id: id<TranscriptId>() })).max(10_000),
});

/** The fields a request named, as the record has them. */
export function interviewOf({
  durationSeconds,
  duration,
  pages,
  date,
  place,
  memo,
}: InterviewFields): Partial<InterviewData> {
  const fields = { durationSeconds: duration ?? durationSeconds, pages, date, place, memo };
  if (duration === null && durationSeconds === undefined) fields.durationSeconds = null;
  return Object.fromEntries(Object.entries(fields).filter(([, value]) => value !== undefined));
}

/** A change of a transcript as a command takes it. */
export const commandOf = ({
  title,
  caseName,
  caseId,
  ...fields
}: z.infer<typeof transcriptPatch>) => ({
  ...(title === undefined ? {} : { title }),
  ...(caseName === undefined ? {} : { caseName }),
  ...(caseId === undefined ? {} : { caseId }),
  interview: interviewOf(fields),
});

const summed = z.looseObject({
  sum: z.number(),
  known: z.number(),
  mean: z.looseObject({ value: z.number().nullable() }),
  min: z.number().nullable(),
  max: z.number().nullable(),
});
export const interviewsAnswer = z.object({
  rows: z.array(
    z.looseObject({
      transcriptId: z.string(),
      title: z.string(),
      cases: z.array(z.looseObject({ id: z.string(), name: z.string(), words: z.number() })),
      seconds: z.number().nullable(),
      secondsReckoned: z.boolean(),
      words: z.number(),
      pages: z.number().nullable(),
      pagesCounted: z.boolean(),
      date: z.string().nullable(),
      place: z.string().nullable(),
    }),
  ),
  totals: z.looseObject({
    interviews: z.number(),
    cases: z.number(),
    seconds: summed,
    words: summed,
    pages: summed,
    dates: z.looseObject({ first: z.string(), last: z.string(), known: z.number() }).nullable(),
    places: z.array(z.looseObject({ place: z.string(), interviews: z.number() })),
  }),
  revision: z.number(),
});

const role = z.enum(['interviewer', 'interviewee', 'other']);
const speaker = name.nullable();
const speakerCorrection = z.object({
  speaker,
  was: role.optional(),
  rename: speaker.optional(),
  role: z.enum([...role.options, 'text']).optional(),
  caseName: name.optional(),
});
export const speakersChange = z.object({
  transcripts: z
    .array(
      z.object({
        id: id<TranscriptId>(),
        speakers: z.array(speakerCorrection).max(1_000).default([]),
        labels: z.array(name).max(100).optional(),
        swapRoles: z.boolean().optional(),
        eachIsCase: z.boolean().optional(),
      }),
    )
    .max(10_000)
    .default([]),
  everywhere: z.array(speakerCorrection).max(1_000).default([]),
});
/** A doubt by its key. */
export const doubtSettled = z.object({ doubt: z.string().min(1).max(300_000) });
export const speakersAnswer = z.object({
  transcripts: z.array(
    z.looseObject({
      id: z.string(),
      title: z.string(),
      speakers: z.array(
        z.looseObject({
          names: z.array(z.string().nullable()),
          role,
          turnCount: z.number(),
          wordCount: z.number(),
          firstWords: z.string(),
          caseId: z.string().nullable(),
        }),
      ),
    }),
  ),
  doubts: z.array(z.looseObject({ key: z.string(), kind: z.string() })),
  revision: z.number(),
});
