import type { ExcerptId, ThemeId, TranscriptId, TypeId } from '../../domain/ids.ts';
import type { Coder, Theme, Type } from '../../domain/project/records.ts';
import type { Turn } from '../../domain/text/turns.ts';
import {
  unpackExcerpts,
  type PackedExcerpts,
  type PageExcerpt,
} from '../../markup/packed-excerpts.ts';
import { unpackTurns, type PackedTurns } from '../../markup/packed-turns.ts';

export interface Count {
  readonly excerptCount: number;
  readonly caseCount: number;
  readonly subtreeExcerptCount?: number;
  readonly subtreeCaseCount?: number;
}

/** What the server puts into the page for its script; made in web/view-models/code-page.ts. */
interface SentData {
  readonly revision: number;
  /** The name codings stand under. */
  readonly coder: string;
  readonly caseCount: number;
  readonly turns: PackedTurns;
  readonly coders: readonly Coder[];
  readonly themes: readonly Theme[];
  readonly types: readonly Type[];
  readonly counts: Readonly<Record<ThemeId | TypeId, Count>>;
  readonly excerpts: PackedExcerpts;
  /** How many threads wait for somebody, by excerpt: those that have any. */
  readonly threads: Readonly<Record<ExcerptId, number>>;
}

/** The same, unpacked. */
export interface PageData extends Omit<SentData, 'turns' | 'excerpts'> {
  readonly transcriptId: TranscriptId;
  /** Who speaks may be corrected while the page is open. */
  readonly turns: Turn[];
  readonly excerpts: readonly PageExcerpt[];
}

/** What a page of this kind holds for its script. */
export function readPageData(page: Document): PageData {
  const text = page.getElementById('page-data')?.textContent ?? '{}';
  const sent = JSON.parse(text) as SentData;
  return {
    ...sent,
    transcriptId: sent.excerpts.transcriptId,
    turns: unpackTurns(sent.turns),
    excerpts: unpackExcerpts(sent.excerpts),
  };
}

export const pageData: PageData = readPageData(document);
