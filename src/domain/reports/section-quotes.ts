import type { ExcerptId, ThemeId } from '../ids.ts';
import type { Project } from '../project/project.ts';
import type { QuoteChoice } from '../project/report-records.ts';
import { chosenQuotes } from './chosen-quotes.ts';
import type { OutlineEntry } from './outline.ts';
import type { QuotesInOrder } from './quotes-in-order.ts';
import type { ReportQuote } from './report-quote.ts';
import { quoteChoice, themesBelow } from './report-sections.ts';

/** The quotes of a section as somebody chooses among them. */
export interface SectionQuotes {
  readonly choice: QuoteChoice;
  /** Printed, in order. */
  readonly chosen: readonly ReportQuote[];
  /** Not printed here: of its theme first, then of themes below it. */
  readonly others: readonly ReportQuote[];
}

export function sectionQuotes(
  project: Project,
  outline: readonly OutlineEntry[],
  quotes: QuotesInOrder,
  id: string,
): SectionQuotes {
  const entry = outline.find((one) => one.id === id);
  const themeId = entry?.themeId ?? null;
  const choice = quoteChoice(project, id);
  const own = (themeId && quotes.byTheme.get(themeId)) ?? [];
  const anchorId = (themeId && project.themes.get(themeId)?.anchorId) ?? null;
  const rule = themeId === null ? 'hand' : choice.rule;
  const chosen = chosenQuotes({ own, byId: quotes.byId, anchorId }, { ...choice, rule });
  const below = themesBelow(outline, id).flatMap((one: ThemeId) => quotes.byTheme.get(one) ?? []);
  const shown = new Set(chosen);
  const others = [...new Set([...own, ...below])].filter((quote) => !shown.has(quote));
  return { choice: { ...choice, rule }, chosen, others };
}

/** What somebody does to a quote of a section. */
export type QuoteMove =
  | { readonly kind: 'in'; readonly id: ExcerptId }
  | { readonly kind: 'out'; readonly id: ExcerptId }
  /** To a place among the quotes that are printed, itself not counted. */
  | { readonly kind: 'to'; readonly id: ExcerptId; readonly index: number };

/**
 * The choice after a move. What was chosen by a rule becomes a choice by hand; all quotes in
 * another order stay all, so that what is coded later is printed too.
 */
export function choiceAfter({ choice, chosen }: SectionQuotes, move: QuoteMove): QuoteChoice {
  const ids = chosen.map(({ excerptId }) => excerptId).filter((id) => id !== move.id);
  const hand = (order: readonly ExcerptId[]): QuoteChoice => ({
    ...{ rule: 'hand', max: null, ids: order },
  });
  if (move.kind === 'out') return hand(ids);
  if (move.kind === 'in') return hand([...ids, move.id]);
  const order = [...ids.slice(0, move.index), move.id, ...ids.slice(move.index)];
  const isAll = choice.rule === 'all' && choice.max === null;
  return isAll ? { rule: 'all', max: null, ids: order } : hand(order);
}
