import { Rejection } from '../../domain/rejection.ts';
import { askedBetween, askedInEmphasis, isEmphasised, withoutMark } from './emphasis.ts';
import { warning, type ParsedTranscript } from './format.ts';
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
 * inside a paragraph is a line break its writer made. Where nobody is named, but all questions are
 * set in bold or italics, they are the interviewer's.
 */
export function transcriptOfParagraphs(file: string, written: readonly string[]): ParsedTranscript {
  const paragraphs = written.map(trimmedLines).filter((one) => withoutMark(one) !== '');
  const parsed = transcriptOf(file, paragraphs.map(withoutMark).join('\n\n'));
  const namesNobody = parsed.warnings.some(({ code }) => code === 'no-speakers');
  if (!paragraphs.some(isEmphasised)) return parsed;
  const turns = namesNobody
    ? askedInEmphasis(parsed.turns, paragraphs)
    : askedBetween(parsed.text, parsed.turns, paragraphs);
  if (!turns) return parsed;
  return {
    ...parsed,
    turns,
    warnings: namesNobody ? [warning('asked-in-emphasis')] : parsed.warnings,
  };
}

/** Without white space around lines, and without blank lines, which would end the paragraph. */
const trimmedLines = (paragraph: string): string =>
  paragraph
    .split('\n')
    .map((line) => line.trim())
    .filter((line) => line !== '')
    .join('\n');
