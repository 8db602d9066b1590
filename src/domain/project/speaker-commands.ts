import type { TranscriptId } from '../ids.ts';

export type SpeakerCommand =
  /** What is doubted of the speakers is right as it is: it is not asked again. */
  {
    readonly kind: 'settle-doubt';
    /** `SpeakerDoubt.key`. */
    readonly doubt: string;
    readonly transcriptIds: readonly TranscriptId[];
  };
