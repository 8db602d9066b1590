import type { TextOf } from '../analysis/meter.ts';
import { agreedView } from '../double-coding/agreed-view.ts';
import type { ExcerptId, ThemeId, TypeId } from '../ids.ts';
import type { Project } from '../project/project.ts';
import type { Transcript } from '../project/records.ts';
import { inCodePoints, quoteBasis, quotesOf, type Described } from './described-quotes.ts';
import { interviewsInOrder } from './interview-order.ts';
import type { ReportQuote } from './report-quote.ts';

export interface QuotesInOrder {
  readonly byTheme: ReadonlyMap<ThemeId, readonly ReportQuote[]>;
  readonly byType: ReadonlyMap<TypeId, readonly ReportQuote[]>;
  readonly byId: ReadonlyMap<ExcerptId, ReportQuote>;
  readonly withoutTheme: readonly ReportQuote[];
}

/**
 * Every excerpt as a quote, in interview order: case by case, transcript by transcript, by place. Under
 * themes and types stands the consensus of coders for what they had marked; `byId` has that too, for
 * whoever chose it by hand.
 */
export function quotesInOrder(project: Project, textOf?: TextOf): QuotesInOrder {
  const byTheme = new Map<ThemeId, ReportQuote[]>();
  const byType = new Map<TypeId, ReportQuote[]>();
  const byId = new Map<ExcerptId, ReportQuote>();
  const withoutTheme: ReportQuote[] = [];
  const counted = agreedView(project);
  const basis = quoteBasis(project);
  const described = (of: Project, transcript: Transcript): readonly Described[] => {
    const kept = quotesOf(of, transcript, basis);
    return textOf ? inCodePoints(transcript, kept, textOf) : kept;
  };
  for (const transcript of interviewsInOrder(project)) {
    if (isAgreedIn(project, counted, transcript))
      for (const { excerpt, quote } of described(project, transcript)) byId.set(excerpt.id, quote);
    for (const { excerpt, quote } of described(counted, transcript)) {
      byId.set(excerpt.id, quote);
      const themeIds = excerpt.themeIds.filter((id) => project.themes.has(id));
      for (const id of themeIds) push(byTheme, id, quote);
      for (const id of excerpt.typeIds) push(byType, id, quote);
      if (themeIds.length === 0 && isBare(project, excerpt.id)) withoutTheme.push(quote);
    }
  }
  return { byTheme, byType, byId, withoutTheme };
}

/** Whether something is counted otherwise than it was coded. */
const isAgreedIn = (project: Project, counted: Project, { id }: Transcript): boolean =>
  counted.excerptsBySpan.get(id) !== project.excerptsBySpan.get(id);

/** Without a theme as it was coded, not because a consensus stands for it. */
const isBare = ({ excerpts, themes }: Project, id: ExcerptId): boolean =>
  !excerpts.get(id)?.themeIds.some((themeId) => themes.has(themeId));

function push<K>(lists: Map<K, ReportQuote[]>, key: K, quote: ReportQuote): void {
  const list = lists.get(key);
  if (list) list.push(quote);
  else lists.set(key, [quote]);
}
