import * as z from 'zod';
import { CO_OCCURRENCE_RULES } from '../../domain/analysis/co-occurrence/joint-counts.ts';
import { THEME_LEVELS } from '../../domain/analysis/co-occurrence/theme-co-occurrence.ts';
import { TIMELINE_UNITS } from '../../domain/analysis/coverage-timeline.ts';
import { INTERVIEW_ORDERS } from '../../domain/analysis/saturation/theme-saturation.ts';
import { SPREAD_OF } from '../../domain/analysis/spread/quote-spread.ts';
import { CONCORDANCE_ORDERS, WORD_MATCHES } from '../../domain/analysis/words/concordance.ts';
import { SPOKEN_BY } from '../../domain/analysis/words/spoken-words.ts';
import type { AttributeId, CaseId, CoderId, ThemeId, TranscriptId } from '../../domain/ids.ts';
import { id } from './schemas.ts';

/** A choice that may be left open, as a form sends it. */
const idOrNone = <T extends string>() =>
  z
    .string()
    .max(64)
    .default('')
    .transform((value) => (value === '' ? null : (value as T)));

export const coOccurrenceQuery = z.object({
  rule: z.enum(CO_OCCURRENCE_RULES).default('overlap'),
  level: z.enum(THEME_LEVELS).default('coded'),
  coder: idOrNone<CoderId>(),
  show: z.enum(['coefficient', 'count']).default('coefficient'),
});
export type CoOccurrenceQuery = z.output<typeof coOccurrenceQuery>;

/** The two themes whose excerpts are opened. */
export const pairQuery = z.object({ a: id<ThemeId>(), b: id<ThemeId>() }).nullable().catch(null);

const size = (least: number, most: number, usual: number) =>
  z.coerce.number().int().min(least).max(most).default(usual);

export const saturationQuery = z.object({
  base: size(1, 100, 4),
  run: size(1, 20, 2),
  /** Per cent. */
  threshold: z.coerce.number().min(0).max(100).default(5),
  order: z.enum(INTERVIEW_ORDERS).default('list'),
  /** Titles in the order wanted, separated by commas or semicolons. */
  own: z.string().max(10_000).default(''),
  level: z.enum(THEME_LEVELS).default('coded'),
});
export type SaturationQuery = z.output<typeof saturationQuery>;

export const wordsQuery = z.object({
  by: z.enum(SPOKEN_BY).default('interviewee'),
  case: idOrNone<CaseId>(),
  limit: size(1, 1_000, 50),
});
export type WordsQuery = z.output<typeof wordsQuery>;

export const concordanceQuery = z.object({
  q: z.string().max(200).default(''),
  match: z.enum(WORD_MATCHES).default('forms'),
  by: z.enum(SPOKEN_BY).default('interviewee'),
  case: idOrNone<CaseId>(),
  order: z.enum(CONCORDANCE_ORDERS).default('place'),
  limit: size(1, 10_000, 500),
  without: z.string().max(2_000).default('').describe('forms left out, between commas'),
});
export type ConcordanceQuery = z.output<typeof concordanceQuery>;

export const formsWithout = ({ without }: ConcordanceQuery): string[] =>
  without.split(',').filter((form) => form !== '');

export const concordanceSearch = (query: ConcordanceQuery) => ({
  ...query,
  words: query.q,
  caseId: query.case,
  without: formsWithout(query),
});

export const measuresQuery = z.object({
  /** The first measure of the project where left out. */
  measure: idOrNone<AttributeId>(),
});
export type MeasuresQuery = z.output<typeof measuresQuery>;

export const coverageQuery = z.object({
  /** The first transcript where left out. */
  transcript: idOrNone<TranscriptId>(),
  unit: z.enum(TIMELINE_UNITS).default('words'),
});
export type CoverageQuery = z.output<typeof coverageQuery>;

export const spreadQuery = z.object({ of: z.enum(SPREAD_OF).default('excerpts') });
export type SpreadQuery = z.output<typeof spreadQuery>;

/** One theme, interview or case whose excerpts are opened, and whether all of them. */
export const openedQuery = z
  .object({
    open: z.string().max(64).optional(),
    quotes: z.literal('all').optional().catch(undefined),
  })
  .catch({});

const listedWord = z
  .string()
  .transform((word) => word.normalize('NFC').trim().toLowerCase())
  .pipe(z.string().min(1).max(100));

export const stopWords = z.array(listedWord).max(5_000);
export const wordMerges = z
  .array(z.object({ word: listedWord, others: z.array(listedWord).min(1).max(200) }))
  .max(1_000);

export const wordSettings = z.object({ stopWords: stopWords.nullable(), wordMerges }).partial();
