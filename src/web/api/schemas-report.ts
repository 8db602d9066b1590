import * as z from 'zod';
import type { ExcerptId } from '../../domain/ids.ts';
import {
  APPENDICES,
  BRACKETS,
  FOOTNOTES,
  FIGURES,
  QUOTE_RULES,
  SECTION_KINDS,
  TABLE_COUNTS,
} from '../../domain/project/report-records.ts';
import { id, projectParams } from './schemas.ts';

export const sectionParams = projectParams.extend({ id: id() });
export const quoteParams = projectParams.extend({ id: id<ExcerptId>() });
export const answerParams = projectParams.extend({ key: z.string().min(1).max(300) });

const markdown = z.string().max(100_000);
/** How many quotes a section prints at most. */
const most = z.number().int().min(1).max(10_000).nullable();
const offset = z.number().int().min(0).max(5_000_000);

const quoteRule = z.object({ rule: z.enum(QUOTE_RULES), max: most });
const quoteChoice = quoteRule.extend({
  max: most.default(null),
  ids: z.array(id<ExcerptId>()).max(10_000).default([]),
});

const choice = {
  hidden: z.boolean(),
  figure: z.enum(FIGURES),
  quotes: quoteChoice.nullable(),
  drafted: markdown.nullable(),
};

export const sectionChanges = z.object({ ...choice, text: markdown }).partial();

export const quoteStyle = z.object({
  omission: z
    .string()
    .max(20)
    .transform((sign) => sign.replace(/\s+/g, ' ').trim())
    .pipe(z.string().min(1)),
  brackets: z.enum(BRACKETS),
  inlineWords: z.number().int().min(0).max(1_000),
  shortInline: z.boolean(),
  italics: z.boolean(),
  indent: z.boolean(),
  marks: z.boolean(),
  tagBrackets: z.enum(['round', 'square']),
  tagPlace: z.enum(['after', 'before']),
});

export const reportSettings = z
  .object({
    sectionsBy: z.enum(SECTION_KINDS),
    quotes: quoteRule,
    style: quoteStyle.nullable(),
    counts: z.boolean(),
    definitions: z.boolean(),
    tableCounts: z.enum(TABLE_COUNTS),
    footnotes: z.enum(FOOTNOTES),
    appendices: z.array(z.enum(APPENDICES)).transform((all) => [...new Set(all)]),
  })
  .partial();

export const quoteEdits = z
  .array(
    z.object({
      kind: z.enum(['omit', 'insert']),
      start: offset,
      end: offset,
      text: z.string().max(500).default(''),
    }),
  )
  .max(200);

export const reportChanges = z
  .object({
    title: z
      .string()
      .max(200)
      .transform((value) => value.replace(/\s+/g, ' ').trim() || null)
      .nullable(),
    introduction: markdown,
    texts: z.record(z.string().max(64), markdown),
    sections: z.record(
      z.string().max(64),
      z.object({
        hidden: choice.hidden.default(false),
        figure: choice.figure.default('none'),
        quotes: choice.quotes.default(null),
        drafted: choice.drafted.default(null),
      }),
    ),
    order: z.array(z.string().max(64)).max(50_000),
    quotes: z.record(
      z.string().max(64),
      z.object({ of: z.string().max(5_000_000), edits: quoteEdits }),
    ),
    settings: reportSettings,
    answers: z.record(z.string().max(300), z.string().max(2_000)),
  })
  .partial();

export const moved = z.object({ index: z.number().int().min(0).max(100_000) });
export const edits = z.object({ edits: quoteEdits });
export const answer = z.object({ answer: z.string().max(2_000).nullable() });

// Answers. Loose objects: a client must bear fields that are added.
export const sectionAnswer = z.looseObject({
  id: z.string(),
  text: z.string(),
  hidden: z.boolean(),
  figure: z.string(),
  revision: z.number().int(),
});
export const orderAnswer = z.looseObject({
  order: z.array(z.string()),
  revision: z.number().int(),
});
export const quoteAnswer = z.looseObject({
  excerptId: z.string(),
  verbatim: z.string(),
  printed: z.string(),
  revision: z.number().int(),
});
