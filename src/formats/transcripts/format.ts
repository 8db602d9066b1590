import type { Turn } from '../../domain/text/turns.ts';
import type { Kind } from '../sniff.ts';

export interface ParsedTranscript {
  /** Canonical: LF, NFC, no control characters. */
  readonly text: string;
  readonly turns: readonly Turn[];
  /** Codes of `warnings.<code>` in the locales. */
  readonly warnings: readonly string[];
}

/** One kind of file that holds a transcript. */
export interface TranscriptFormat {
  readonly id: string;
  /** Lower case, without the dot. */
  readonly extensions: readonly string[];
  /** What its files may begin like; null where they have no mark. Others are refused by name. */
  readonly kinds: readonly (Kind | null)[];
  /** @throws Rejection with the reason when the file is not what it says. */
  parse(fileName: string, bytes: Uint8Array): Promise<ParsedTranscript> | ParsedTranscript;
}
