import type { ExcerptId } from '../ids.ts';
import { found } from '../project/found.ts';
import type { Project } from '../project/project.ts';
import { entryOf } from '../project/report-records.ts';
import { carriedEdits, type CarriedEdits } from './carried-edits.ts';
import { editedQuote } from './printed-quote.ts';
import { quoteStyle } from './quote-style.ts';

/** A quote as it was said and as it is printed, with the edits between. */
export interface QuoteForEdit extends CarriedEdits {
  readonly excerptId: ExcerptId;
  readonly verbatim: string;
  readonly printed: string;
}

/** @throws Rejection `excerpt-not-found` */
export function quoteForEdit(project: Project, excerptId: ExcerptId): QuoteForEdit {
  const { quote } = found(project.excerpts, excerptId, 'excerpt');
  const carried = carriedEdits(quote, entryOf(project.report.quotes, excerptId));
  const printed = editedQuote(quote, carried.edits, quoteStyle(project));
  return { excerptId, verbatim: quote, printed, ...carried };
}
