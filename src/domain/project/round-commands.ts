import type { DecisionId, RoundId, TranscriptId } from '../ids.ts';
import type { NewExcerpt } from './commands.ts';
import type { Decision, Round, Share } from './round-records.ts';

export type NewDecision = Pick<Decision, 'transcriptId' | 'themeId' | 'start' | 'end' | 'taken'>;

export type RoundCommand =
  | {
      readonly kind: 'add-round';
      readonly round: Pick<Round, 'name' | 'coders' | 'consensus' | 'by'> & {
        readonly id?: RoundId | undefined;
        readonly transcriptIds: readonly TranscriptId[];
        readonly share: Share | null;
      };
    }
  | {
      readonly kind: 'finish-coding';
      readonly id: RoundId;
      readonly coder: string;
      readonly done: boolean;
    }
  | { readonly kind: 'close-round'; readonly id: RoundId; readonly closed: boolean }
  | { readonly kind: 'remove-round'; readonly id: RoundId }
  | {
      readonly kind: 'resolve-passages';
      readonly id: RoundId;
      readonly decisions: readonly NewDecision[];
      /** What the decisions make of the consensus. */
      readonly excerpts: readonly NewExcerpt[];
      readonly by: string;
    }
  | { readonly kind: 'reopen-passage'; readonly id: DecisionId };
