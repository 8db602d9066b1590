import type { ExcerptId } from '../ids.ts';
import type { Project } from '../project/project.ts';
import { reportOutline } from './outline.ts';
import { printedQuotes } from './printed-quotes.ts';
import { quotesInOrder } from './quotes-in-order.ts';

/** The excerpts that the report prints as quotes, in whichever sections. */
export const quotedExcerpts = (project: Project): ReadonlySet<ExcerptId> =>
  new Set(
    printedQuotes(project, reportOutline(project), quotesInOrder(project)).map(
      ({ excerptId }) => excerptId,
    ),
  );
