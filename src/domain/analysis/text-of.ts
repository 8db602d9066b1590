import type { TranscriptId } from '../ids.ts';

/** The canonical text of a transcript. */
export type TextOf = (id: TranscriptId) => string;
