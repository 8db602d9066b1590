/** A line of a page; lengths in points, `y` upwards from the bottom. */
export interface Line {
  readonly text: string;
  readonly left: number;
  readonly right: number;
  readonly y: number;
  readonly height: number;
}

export interface Page {
  readonly bottom: number;
  readonly top: number;
  readonly lines: readonly Line[];
}

/** A piece of text as it was drawn. */
export interface Piece {
  readonly str: string;
  readonly transform: readonly number[];
  readonly width: number;
  readonly height: number;
}

/** Of a letter's height: a raised note number is still on its line. */
const SAME_LINE = 0.5;
/** A gap that no piece fills is a space when it is wider than this, of a letter's height. */
const SPACE = 0.18;

/** The lines that a page's pieces make, in the order they were drawn in. */
export function pdfLines(pieces: readonly Piece[]): Line[] {
  const lines: Line[] = [];
  for (const { str, transform, width, height: drawn } of pieces) {
    const [, , slant = 0, size = 0, left = 0, y = 0] = transform;
    if (str === '' || ![left, y, width].every(Number.isFinite)) continue;
    const height = drawn || Math.hypot(slant, size) || 10;
    const last = lines.at(-1);
    if (last && isSameLine(last, y, left)) lines[lines.length - 1] = joined(last, str, left, width);
    else if (str.trim() !== '') lines.push({ text: str, left, right: left + width, y, height });
  }
  return lines
    .map((line) => ({ ...line, text: line.text.replace(/\s+/g, ' ').trim() }))
    .filter(({ text }) => text !== '');
}

const isSameLine = ({ y, height, right }: Line, nextY: number, left: number): boolean =>
  Math.abs(y - nextY) < height * SAME_LINE && left > right - height * 2;

function joined(line: Line, str: string, left: number, width: number): Line {
  const isApart = left - line.right > line.height * SPACE;
  const isSpaced = /\s$/.test(line.text) || /^\s/.test(str);
  return {
    ...line,
    text: line.text + (isApart && !isSpaced ? ' ' : '') + str,
    right: str.trim() === '' ? line.right : Math.max(line.right, left + width),
  };
}
