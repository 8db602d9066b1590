import { caseOf } from '../domain/cases/case-of.ts';
import { questionOf } from '../domain/guide/question-of.ts';
import { Rejection } from '../domain/rejection.ts';
import { excerptsOf, transcriptsInOrder, type Project } from '../domain/project/project.ts';
import type { Excerpt } from '../domain/project/records.ts';
import { bySpan } from '../domain/text/span.ts';

export interface ExcerptFilter {
  readonly theme?: string | undefined;
  readonly type?: string | undefined;
  readonly case?: string | undefined;
  readonly transcript?: string | undefined;
  /** A coder's name or id. */
  readonly coder?: string | undefined;
  /** A question's number, or its id in the guide. */
  readonly question?: string | undefined;
  /** Words that the quote, the reduced expression or the memo holds. */
  readonly q?: string | undefined;
  readonly status?: Excerpt['status'] | undefined;
}

export interface ExcerptPage {
  readonly excerpts: readonly Excerpt[];
  /** Where the next page begins; null at the end. */
  readonly cursor: string | null;
  readonly total: number;
}

/** Excerpts in reading order, transcript by transcript, a page at a time. */
export function findExcerpts(
  project: Project,
  filter: ExcerptFilter,
  limit: number,
  cursor?: string,
): ExcerptPage {
  const from = cursor === undefined ? 0 : Number(cursor);
  if (!Number.isSafeInteger(from) || from < 0)
    throw new Rejection('invalid', 'cursor-invalid', { cursor: cursor ?? '' });
  const matches = matcher(project, filter);
  const all: Excerpt[] = [];
  for (const { id } of transcriptsInOrder(project)) {
    if (filter.transcript && filter.transcript !== id) continue;
    all.push(...[...excerptsOf(project, id)].filter(matches).sort(inText));
  }
  const next = from + limit;
  return {
    excerpts: all.slice(from, next),
    cursor: next < all.length ? String(next) : null,
    total: all.length,
  };
}

export const inText = (a: Excerpt, b: Excerpt): number => bySpan(a, b) || a.id.localeCompare(b.id);

function matcher(project: Project, filter: ExcerptFilter): (excerpt: Excerpt) => boolean {
  const words = filter.q?.toLowerCase();
  const coder =
    filter.coder &&
    ([...project.coders.values()].find((c) => c.name === filter.coder)?.id ?? filter.coder);
  return (excerpt) =>
    (!filter.theme || excerpt.themeIds.some((id) => id === filter.theme)) &&
    (!filter.type || excerpt.typeIds.some((id) => id === filter.type)) &&
    (!filter.case || caseOf(project, excerpt) === filter.case) &&
    (!coder || excerpt.coderId === coder) &&
    (!filter.question || answers(project, excerpt, filter.question)) &&
    (!filter.status || excerpt.status === filter.status) &&
    (!words ||
      [excerpt.quote, excerpt.reduction, excerpt.memo].some((text) =>
        text?.toLowerCase().includes(words),
      ));
}

function answers(project: Project, excerpt: Excerpt, question: string): boolean {
  if (excerpt.question === question) return true;
  const asked = questionOf(project, excerpt);
  return asked?.id === question || asked?.number === question;
}
