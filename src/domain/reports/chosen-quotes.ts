import type { ExcerptId } from '../ids.ts';
import type { QuoteChoice } from '../project/report-records.ts';
import { countWords } from '../text/words.ts';
import type { ReportQuote } from './report-quote.ts';

/** What a section's quotes are chosen from. */
export interface Candidates {
  /** Those of its theme, in interview order. */
  readonly own: readonly ReportQuote[];
  /** Any that can be chosen by hand. */
  readonly byId: ReadonlyMap<ExcerptId, ReportQuote>;
  /** The excerpt that shows best what the theme is. */
  readonly anchorId: ExcerptId | null;
}

/**
 * The quotes that a section prints, in their order. Whatever is coded later, those chosen by hand
 * stay as they were chosen; with `all` it comes after what was put in order by hand.
 */
export function chosenQuotes(candidates: Candidates, choice: QuoteChoice): readonly ReportQuote[] {
  const { max } = choice;
  const inOrder = ordered(candidates, choice);
  return max === null || inOrder.length <= max ? inOrder : inOrder.slice(0, max);
}

function ordered(
  { own, byId, anchorId }: Candidates,
  { rule, ids }: QuoteChoice,
): readonly ReportQuote[] {
  switch (rule) {
    case 'all':
      return ids.length === 0 ? own : ledBy(own, ids);
    case 'hand':
      return ids.map((id) => byId.get(id)).filter((quote) => quote !== undefined);
    case 'one-per-case':
      return caseByCase(own);
    case 'shortest':
      return shortestFirst(own);
    case 'anchor-first':
      return anchorId === null ? own : ledBy(own, [anchorId]);
  }
}

function ledBy(own: readonly ReportQuote[], ids: readonly ExcerptId[]): ReportQuote[] {
  const rank = new Map(ids.map((id, i) => [id, i]));
  const rankOf = ({ excerptId }: ReportQuote): number => rank.get(excerptId) ?? rank.size;
  return [...own].sort((a, b) => rankOf(a) - rankOf(b));
}

/** The first of every interviewee, then the second of every one … */
function caseByCase(own: readonly ReportQuote[]): ReportQuote[] {
  const rounds: ReportQuote[][] = [];
  const counts = new Map<string, number>();
  for (const quote of own) {
    const round = counts.get(quote.caseName) ?? 0;
    counts.set(quote.caseName, round + 1);
    (rounds[round] ??= []).push(quote);
  }
  return rounds.flat();
}

const shortestFirst = (own: readonly ReportQuote[]): ReportQuote[] =>
  own
    .map((quote) => ({ quote, words: countWords(quote.printed) }))
    .sort((a, b) => a.words - b.words)
    .map(({ quote }) => quote);
