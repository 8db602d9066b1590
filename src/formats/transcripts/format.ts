import type { Turn } from '../../domain/text/turns.ts';
import type { Kind } from '../sniff.ts';

/** What a reader may tell beside the text; `warnings.<code>` in the locales has the words. */
export const WARNING_CODES = [
  'no-speakers',
  'asked-in-emphasis',
  'tiers-left-out',
  'pages-without-text',
  'notes-left-out',
] as const;

export interface Warning {
  readonly code: (typeof WARNING_CODES)[number];
  /** What fills the words. */
  readonly details: Readonly<Record<string, string | number>>;
}

export const warning = (code: Warning['code'], details: Warning['details'] = {}): Warning => ({
  code,
  details,
});

export interface ParsedTranscript {
  /** Canonical: LF, NFC, no control characters. */
  readonly text: string;
  readonly turns: readonly Turn[];
  readonly warnings: readonly Warning[];
  /** Seconds from the start of the recording to the end of the last words; where the file tells. */
  readonly endsAt?: number;
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
