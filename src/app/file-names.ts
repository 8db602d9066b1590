import { canonicalText } from '../domain/text/canonical-text.ts';
import { withoutDirectionMarks } from '../domain/text/direction-marks.ts';
import { graphemeAt } from '../domain/text/graphemes.ts';

/** Characters (UTF-16 units). */
const LONGEST_NAME = 200;
const LONGEST_TITLE = 120;
/** So much of the end of a long name is kept: its ending, and what tells it from others. */
const KEPT_END = 40;
/** A title is cut between words where one ends among so many characters. */
const WORD_WITHIN = 25;

/**
 * A file's name as it may be shown: one line, which no mark turns around, its middle left out where
 * it is long. It may still hold folders and is never used as a path.
 */
export function shownName(fileName: string): string {
  const name = withoutDirectionMarks(canonicalText(fileName)).replace(/\s+/gu, ' ').trim();
  if (name.length <= LONGEST_NAME) return name;
  const head = name.slice(0, graphemeAt(name, LONGEST_NAME - KEPT_END - 1).start);
  return `${head}…${name.slice(graphemeAt(name, name.length - KEPT_END - 1).end)}`;
}

/** A name without its folders. */
export const baseName = (fileName: string): string => fileName.split(/[\\/]/).at(-1)?.trim() ?? '';

/** What a transcript is called at first: its file's name without folders and ending. */
export function titleOf(fileName: string): string {
  const stem = baseName(fileName)
    .replace(/\.[\p{L}\p{N}]{1,8}$/u, '')
    .trim();
  return cut(stem, LONGEST_TITLE) || 'Transcript';
}

/** At most so many characters, the last of them an ellipsis where something was left out. */
function cut(text: string, longest: number): string {
  if (text.length <= longest) return text;
  const head = text.slice(0, graphemeAt(text, longest - 1).start);
  const space = head.lastIndexOf(' ');
  return `${(space >= longest - WORD_WITHIN ? head.slice(0, space) : head).trimEnd()}…`;
}
