import type { TextOf } from '../analysis/meter.ts';
import type { ExcerptId, ThemeId, TypeId } from '../ids.ts';
import type { Project } from '../project/project.ts';
import { inCodePoints, quoteBasis, quotesOf } from './described-quotes.ts';
import { interviewsInOrder } from './interview-order.ts';
import type { ReportQuote } from './report-quote.ts';

export interface QuotesInOrder {
  readonly byTheme: ReadonlyMap<ThemeId, readonly ReportQuote[]>;
  readonly byType: ReadonlyMap<TypeId, readonly ReportQuote[]>;
  readonly byId: ReadonlyMap<ExcerptId, ReportQuote>;
  readonly withoutTheme: readonly ReportQuote[];
}

/** Every excerpt as a quote, in interview order: case by case, transcript by transcript, by place. */
export function quotesInOrder(project: Project, textOf?: TextOf): QuotesInOrder {
  const byTheme = new Map<ThemeId, ReportQuote[]>();
  const byType = new Map<TypeId, ReportQuote[]>();
  const byId = new Map<ExcerptId, ReportQuote>();
  const withoutTheme: ReportQuote[] = [];
  const basis = quoteBasis(project);
  for (const transcript of interviewsInOrder(project)) {
    const kept = quotesOf(project, transcript, basis);
    const described = textOf ? inCodePoints(transcript, kept, textOf) : kept;
    for (const { excerpt, quote } of described) {
      byId.set(excerpt.id, quote);
      const themeIds = excerpt.themeIds.filter((id) => project.themes.has(id));
      for (const id of themeIds) push(byTheme, id, quote);
      for (const id of excerpt.typeIds) push(byType, id, quote);
      if (themeIds.length === 0) withoutTheme.push(quote);
    }
  }
  return { byTheme, byType, byId, withoutTheme };
}

function push<K>(lists: Map<K, ReportQuote[]>, key: K, quote: ReportQuote): void {
  const list = lists.get(key);
  if (list) list.push(quote);
  else lists.set(key, [quote]);
}
