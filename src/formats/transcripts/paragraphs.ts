import { Rejection } from '../../domain/rejection.ts';
import type { ParsedTranscript } from './format.ts';
import { transcriptOfText } from './text-transcript.ts';

/** Some forty hours of talk: what is longer is no interview. */
export const MAX_CHARACTERS = 5_000_000;

/** @throws Rejection `file-text-long` {file, millions} */
export function checkLength(file: string, characters: number): void {
  if (characters > MAX_CHARACTERS)
    throw new Rejection('invalid', 'file-text-long', { file, millions: MAX_CHARACTERS / 1e6 });
}

/** The transcript that a text makes. */
export function transcriptOf(file: string, decoded: string): ParsedTranscript {
  checkLength(file, decoded.length);
  return transcriptOfText(file, decoded);
}

/**
 * The transcript that a document's paragraphs make, a blank line between any two. A line feed
 * inside a paragraph is a line break its writer made.
 */
export const transcriptOfParagraphs = (
  file: string,
  paragraphs: readonly string[],
): ParsedTranscript =>
  transcriptOf(file, paragraphs.map(trimmedLines).filter(Boolean).join('\n\n'));

/** Without white space around lines, and without blank lines, which would end the paragraph. */
const trimmedLines = (paragraph: string): string =>
  paragraph
    .split('\n')
    .map((line) => line.trim())
    .filter((line) => line !== '')
    .join('\n');
