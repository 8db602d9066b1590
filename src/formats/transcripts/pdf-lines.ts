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
/** A gap that is wider than this, of a letter's height, parts two columns and is a tab. */
const COLUMN = 1.5;
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
    .map((line) => ({ ...line, text: evened(line.text) }))
    .filter(({ text }) => text !== '');
}

/** One space for any white space; a tab only where a short text begins the line, as a label may. */
function evened(text: string): string {
  const [, label, rest] = LABEL_COLUMN.exec(text) ?? [];
  const even = (part: string): string => part.replace(/\s+/g, ' ').trim();
  if (label === undefined || rest === undefined) return even(text);
  return `${label.split('\t').map(even).filter(Boolean).join('\t')}\t${even(rest)}`;
}

const LABEL_COLUMN = /^\s*((?:[\d:.,[\]()]{4,16} *\t *)?\p{L}[^\t]{0,39}?) *\t\s*(\S.*)$/u;

const isSameLine = ({ y, height, right }: Line, nextY: number, left: number): boolean =>
  Math.abs(y - nextY) < height * SAME_LINE && left > right - height * 2;

function joined(line: Line, str: string, left: number, width: number): Line {
  const gap = left - line.right;
  const isSpaced = /\s$/.test(line.text) || /^\s/.test(str);
  const isColumn = gap > line.height * COLUMN && str.trim() !== '';
  return {
    ...line,
    text: line.text + (isColumn ? '\t' : gap > line.height * SPACE && !isSpaced ? ' ' : '') + str,
    right: str.trim() === '' ? line.right : Math.max(line.right, left + width),
  };
}
