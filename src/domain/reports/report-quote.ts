import type { ExcerptId, TranscriptId } from '../ids.ts';
import type { AnchorStatus, Stance } from '../project/records.ts';
import type { CarriedEdits } from './carried-edits.ts';
import type { PrintedQuote } from './printed-quote.ts';

/**
 * An excerpt as a report prints it: `printed`, a no-break space, `tag`, `tail`. What was said stands
 * in `quote`, untouched.
 */
export interface ReportQuote extends PrintedQuote {
  readonly excerptId: ExcerptId;
  /** Word for word as in the transcript, line breaks included. */
  readonly quote: string;
  /** What is printed otherwise than it was said, and what no longer can be. */
  readonly edits: CarriedEdits['edits'];
  readonly lostEdits: CarriedEdits['lost'];
  /** Whether the words were changed after they were coded. */
  readonly status: AnchorStatus;
  readonly caseName: string;
  readonly transcriptId: TranscriptId;
  readonly transcriptTitle: string;
  /** The turn it begins in, counted from 1; null outside every turn. */
  readonly turn: number | null;
  readonly coderName: string;
  /** "4.1 Name", in codebook order. */
  readonly themes: readonly string[];
  readonly types: readonly string[];
  readonly reduction: string | null;
  readonly memo: string | null;
  readonly stance: Stance | null;
  readonly deviant: boolean;
  readonly deviantReason: string | null;
  readonly question: string | null;
  /** UTF-16 code units of the canonical text. */
  readonly start: number;
  readonly end: number;
  /** The same in code points, for tools that count so; null where the texts were not at hand. */
  readonly codePoints: { readonly start: number; readonly end: number } | null;
}
