import type { ThemeId, TranscriptId, TypeId } from '../../domain/ids.ts';
import type { Coder, Excerpt, Theme, Type } from '../../domain/project/records.ts';
import type { Turn } from '../../domain/text/turns.ts';

export interface Count {
  readonly excerptCount: number;
  readonly caseCount: number;
  readonly subtreeExcerptCount?: number;
  readonly subtreeCaseCount?: number;
}

/** What the server puts into the page for its script; made in web/view-models/code-page.ts. */
export interface PageData {
  readonly transcriptId: TranscriptId;
  readonly revision: number;
  /** The name codings stand under. */
  readonly coder: string;
  readonly caseCount: number;
  readonly turns: readonly Turn[];
  readonly coders: readonly Coder[];
  readonly themes: readonly Theme[];
  readonly types: readonly Type[];
  readonly counts: Readonly<Record<ThemeId | TypeId, Count>>;
  readonly excerpts: readonly Omit<Excerpt, 'quote' | 'prefix' | 'suffix'>[];
}

export const pageData = JSON.parse(
  document.getElementById('page-data')?.textContent ?? '{}',
) as PageData;
