import { caseHoldings, type CaseHoldings } from '../../cases/case-holdings.ts';
import { agreedView } from '../../double-coding/agreed-view.ts';
import type { CaseId } from '../../ids.ts';
import { casesInOrder, type Project } from '../../project/project.ts';
import type { Case, Excerpt, Transcript } from '../../project/records.ts';
import { quotedExcerpts } from '../../reports/quoted-excerpts.ts';
import { ratio, type Statistic } from '../statistic.ts';
import { sum } from '../sum.ts';

/** Quoted this many times as much as the words would give, or as little. */
export const OVER_QUOTED = 1.5;
export const UNDER_QUOTED = 0.5;

export type SpreadFlag = 'over' | 'under' | 'never';

export interface CaseSpread {
  readonly case: Case;
  readonly excerptCount: number;
  readonly wordCount: number;
  /** As typed for the transcripts, else counted from the words. */
  readonly pages: number;
  readonly shareOfExcerpts: Statistic;
  /** What the share would be if everybody were quoted by the words they say. */
  readonly shareOfWords: Statistic;
  /** The first ÷ the second: 1 is as expected. */
  readonly ratio: Statistic;
  readonly flag: SpreadFlag | null;
}

/** Every excerpt that has a theme, or those the report prints as quotes. */
export const SPREAD_OF = ['excerpts', 'quotes'] as const;
export type SpreadOf = (typeof SPREAD_OF)[number];

/** By case, what it has of the excerpts whose spread is asked for. */
export function spreadHoldings(project: Project, of: SpreadOf): (id: CaseId) => CaseHoldings {
  const isCounted = spreadAmong(project, of);
  // A quote chosen by hand is printed even where a consensus stands for it elsewhere.
  const holdings = caseHoldings(of === 'quotes' ? project : agreedView(project));
  return (id) => {
    const { transcripts, excerpts } = holdings(id);
    return { transcripts, excerpts: excerpts.filter(isCounted) };
  };
}

function spreadAmong(project: Project, of: SpreadOf): (excerpt: Excerpt) => boolean {
  if (of === 'excerpts') return ({ themeIds }) => themeIds.length > 0;
  const quoted = quotedExcerpts(project);
  return ({ id }) => quoted.has(id);
}

/**
 * Who is over- and under-quoted: each case's share of the excerpts that have a theme, or of the
 * report's quotes, beside its share of the words that the interviewees say. Undefined without
 * excerpts (`no-codings`) or words (`no-records`). A case that nobody interviewed is left out.
 */
export function quoteSpread(project: Project, of: SpreadOf = 'excerpts'): CaseSpread[] {
  const holdings = spreadHoldings(project, of);
  const rows = casesInOrder(project).flatMap((one) => {
    const { transcripts, excerpts } = holdings(one.id);
    if (transcripts.length === 0) return [];
    const words = transcripts.map((transcript) => wordsOf(transcript, one));
    return {
      case: one,
      excerptCount: excerpts.length,
      wordCount: sum(words),
      pages: sum(transcripts.map((each, i) => pagesOf(project, each, words[i] ?? 0))),
    };
  });
  const excerptTotal = sum(rows.map(({ excerptCount }) => excerptCount));
  const wordTotal = sum(rows.map(({ wordCount }) => wordCount));
  return rows.map((row) => {
    const shareOfExcerpts = ratio(row.excerptCount, excerptTotal, 'no-codings');
    const shareOfWords = ratio(row.wordCount, wordTotal, 'no-records');
    const quoted =
      excerptTotal === 0
        ? shareOfExcerpts
        : ratio(shareOfExcerpts.value ?? 0, shareOfWords.value ?? 0, 'no-records');
    return { ...row, shareOfExcerpts, shareOfWords, ratio: quoted, flag: flagOf(row, quoted) };
  });
}

function flagOf(
  { excerptCount }: { excerptCount: number },
  { value }: Statistic,
): SpreadFlag | null {
  if (value === null) return null;
  if (excerptCount === 0) return 'never';
  return value >= OVER_QUOTED ? 'over' : value <= UNDER_QUOTED ? 'under' : null;
}

function wordsOf({ speakerCases, caseId, wordCount }: Transcript, { id }: Case): number {
  if (speakerCases.length === 0) return caseId === id ? wordCount : 0;
  return sum(speakerCases.filter((one) => one.caseId === id).map((one) => one.wordCount));
}

/** Of a group interview, as much of the pages as the case says of its words. */
function pagesOf({ settings }: Project, { pages, wordCount }: Transcript, words: number): number {
  if (pages === null) return words / settings.wordsPerPage;
  return wordCount === 0 ? 0 : (pages * words) / wordCount;
}
