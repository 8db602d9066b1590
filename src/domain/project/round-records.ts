import type { DecisionId, RoundId, ThemeId, TranscriptId } from '../ids.ts';
import type { Span } from '../text/span.ts';

/** Several coders code the same transcripts without seeing each other's work, then talk it through. */
export interface Round {
  readonly id: RoundId;
  readonly name: string;
  /** One that was removed since is passed over. */
  readonly transcriptIds: readonly TranscriptId[];
  /** Names of coders, two or more. */
  readonly coders: readonly string[];
  /** How the transcripts were drawn; null where somebody chose them. */
  readonly share: Share | null;
  /** The coder under whose name what they agree on stands. */
  readonly consensus: string;
  readonly by: string;
  readonly createdAt: string;
  /** Who has finished coding, and when. */
  readonly done: readonly { readonly coder: string; readonly at: string }[];
  /** When it was ended before all had finished; null while it runs. */
  readonly closedAt: string | null;
}

export interface Share {
  /** Of the transcripts, above 0 to 100. */
  readonly percent: number;
  readonly seed: number;
}

/** Whose coding of a passage with a theme became the consensus. */
export interface Decision extends Span {
  readonly id: DecisionId;
  readonly roundId: RoundId;
  readonly transcriptId: TranscriptId;
  readonly themeId: ThemeId;
  /** One coder, several (what any of them marked), or nobody: the theme is not given. */
  readonly taken: readonly string[];
  readonly by: string;
  readonly at: string;
}
