import { isGraphemeBoundary } from '../domain/text/graphemes.ts';
import { withSoftHyphens } from '../domain/text/soft-hyphens.ts';
import type { Look, Paint } from './look.ts';
import { el, svgText } from './svg.ts';

/** Pixels. */
export const NAME_SIZE = 13;
export const FIGURE_SIZE = 12;
export const LINE_HEIGHT = 16;

/** Widths of Inter's characters in ems, a little too wide: a label that is short fits anyhow. */
const WIDTHS: readonly (readonly [RegExp, number])[] = [
  [/[iljI|.,:;'’!()[\] ]/, 0.3],
  [/[frtJ\-–]/, 0.42],
  [/[mwMW—…@%]/, 0.92],
  [/[A-ZÅÄÖ]/, 0.7],
  [/[\u0020-\u024f]/, 0.6],
];
const WIDEST = 1.1;
const known = new Map<string, number>();

/** About how wide a text is drawn, in pixels, never less than it is by much. */
export function textWidth(text: string, size: number): number {
  let ems = 0;
  for (const character of text) {
    let width = known.get(character);
    if (width === undefined) {
      width = WIDTHS.find(([pattern]) => pattern.test(character))?.[1] ?? WIDEST;
      known.set(character, width);
    }
    ems += width;
  }
  return ems * size;
}

export interface Fitted {
  readonly lines: readonly string[];
  /** Whether all of the text is in the lines. */
  readonly isWhole: boolean;
}

/** Lines of a name at most: what is longer than these nobody reads in a drawing. */
export const NAME_LINES = 4;

/**
 * A text broken into at most `most` lines of a width, between words, and within a word that is wider
 * than a line; the rest is cut off with "…".
 */
export function fitted(text: string, width: number, size = NAME_SIZE, most = NAME_LINES): Fitted {
  const lines: string[] = [];
  let rest = text.trim().replace(/\s+/g, ' ');
  while (rest !== '' && lines.length < most) {
    const isLast = lines.length === most - 1;
    if (textWidth(rest, size) <= width) {
      lines.push(rest);
      rest = '';
    } else {
      const line = isLast ? cut(rest, width, size) : firstLine(rest, width, size);
      lines.push(line.text);
      rest = isLast ? '' : rest.slice(line.length).trimStart();
      if (isLast || line.text.endsWith('…')) return { lines, isWhole: false };
    }
  }
  return { lines, isWhole: true };
}

interface Line {
  readonly text: string;
  /** How much of the text it is. */
  readonly length: number;
}

function firstLine(text: string, width: number, size: number): Line {
  let end = 0;
  for (const match of text.matchAll(/(?<=[\p{L}\p{N}]-)(?=\p{L})| |$/gu)) {
    if (textWidth(text.slice(0, match.index), size) > width) break;
    end = match.index;
  }
  return end > 0 ? { text: text.slice(0, end), length: end } : brokenWord(text, width, size);
}

/** A word wider than a line is divided as Finnish is, which has such words. */
function brokenWord(text: string, width: number, size: number): Line {
  const [word = ''] = /^\S+/.exec(text) ?? [];
  let end = 0;
  let next = 0;
  for (const syllable of withSoftHyphens(word, 'fi').split('\u00ad').slice(0, -1)) {
    next += syllable.length;
    if (textWidth(`${word.slice(0, next)}-`, size) > width) break;
    end = next;
  }
  return end > 0 ? { text: `${word.slice(0, end)}-`, length: end } : cut(text, width, size);
}

/** As much as fits, by whole characters as a reader sees them. */
function cut(text: string, width: number, size: number): Line {
  let end = 0;
  for (let at = 1; at < text.length; at++) {
    if (!isGraphemeBoundary(text, at)) continue;
    if (textWidth(`${text.slice(0, at)}…`, size) > width) break;
    end = at;
  }
  return { text: `${text.slice(0, end).trimEnd()}…`, length: text.length };
}

interface Label {
  readonly x: number;
  /** The middle of its lines. */
  readonly y: number;
  readonly anchor?: 'start' | 'middle' | 'end';
  readonly size?: number;
  readonly weight?: number;
  readonly paint?: Paint;
  readonly fill?: string;
  /** Degrees around its place. */
  readonly turned?: number;
  /** Whether lines it stands on are kept off its letters. */
  readonly halo?: boolean;
}

/** A text of one line. */
export const label = (look: Look, text: string, place: Label): string =>
  labelOf(look, { lines: [text], isWhole: true }, text, place);

/** A text in its lines; one that was shortened tells all of itself under the pointer. */
export function labelOf(
  look: Look,
  { lines, isWhole }: Fitted,
  full: string,
  place: Label,
): string {
  const { x, y, anchor = 'start', size = NAME_SIZE, weight, paint = 'ink', turned } = place;
  const first = y + size * 0.36 - ((lines.length - 1) * LINE_HEIGHT) / 2;
  const parts =
    lines.length === 1
      ? [svgText(lines[0] ?? '')]
      : lines.map((line, i) => el('tspan', { x, y: first + i * LINE_HEIGHT }, svgText(line)));
  return el(
    'text',
    {
      x,
      y: first,
      'font-size': size,
      'text-anchor': anchor === 'start' ? undefined : anchor,
      'font-weight': weight,
      fill: place.fill ?? look.paint[paint],
      ...(place.halo && { stroke: look.paint.paper, 'stroke-width': 4, 'paint-order': 'stroke' }),
      transform: turned === undefined ? undefined : `rotate(${turned} ${x} ${y})`,
    },
    ...(isWhole ? [] : [el('title', {}, svgText(full))]),
    ...parts,
  );
}

/** The room that names of a column take, within a bound. */
export const nameRoom = (names: readonly string[], most: number, size = NAME_SIZE): number =>
  Math.ceil(
    names.reduce((widest, name) => Math.max(widest, Math.min(most, textWidth(name, size))), 24),
  );
