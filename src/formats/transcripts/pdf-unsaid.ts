import type { Line, Piece } from './pdf-lines.ts';

const FEWEST_NUMBERS = 3;
/** So large a share of what is drawn begins to the right of the numbers of lines. */
const BESIDE = 0.9;
/** Of the usual letters' height: what is smaller is a note or the mark of one. */
const SMALL = 0.9;

/** A page's pieces without the numbers of its lines or rows, in the margin, and the marks of notes. */
export function saidPieces(pieces: readonly Piece[]): readonly Piece[] {
  const usual = usualHeight(pieces.map((piece) => [piece.height, piece.str.trim().length]));
  const numbers = numbersBeside(pieces, usual);
  return pieces.filter(
    (piece) =>
      !numbers.has(piece) &&
      !(
        piece.height > 0 &&
        piece.height < usual * SMALL &&
        /^\s*(?:\d{1,3}|\*)\s*$/.test(piece.str) &&
        followsText(piece, pieces, usual)
      ),
  );
}

/** Raised behind a word; the mark that opens the note itself has nothing before it. */
const followsText = (mark: Piece, pieces: readonly Piece[], height: number): boolean =>
  pieces.some(
    ({ str, transform, width }) =>
      transform !== mark.transform &&
      str.trim() !== '' &&
      Math.abs((transform[5] ?? 0) - (mark.transform[5] ?? 0)) < height * SMALL &&
      Math.abs((transform[4] ?? 0) + width - (mark.transform[4] ?? 0)) < height,
  );

/** Digits alone, left of nearly everything else, that go up as the page goes down; not those of notes. */
function numbersBeside(pieces: readonly Piece[], usual: number): ReadonlySet<Piece> {
  const isNumber = ({ str }: Piece): boolean => /^\s*\d{1,5}\s*$/.test(str);
  const numbers = pieces
    .filter(isNumber)
    .sort((a, b) => (b.transform[5] ?? 0) - (a.transform[5] ?? 0));
  const lefts = pieces
    .filter((piece) => !isNumber(piece) && piece.str.trim() !== '')
    .map(({ transform }) => transform[4] ?? 0)
    .sort((a, b) => a - b);
  const edge = lefts[Math.floor(lefts.length * (1 - BESIDE))] ?? 0;
  const beside = numbers.filter(
    ({ transform, width, height }) =>
      (transform[4] ?? 0) + width < edge && (height === 0 || height >= usual * SMALL),
  );
  const goUp = beside.every(({ str }, i) => i === 0 || Number(str) > Number(beside[i - 1]?.str));
  return new Set(beside.length >= FEWEST_NUMBERS && goUp ? beside : []);
}

/** Each page's lines without the notes below them, which are set smaller and open with their mark. */
export function withoutNotes(pages: readonly (readonly Line[])[]): Line[][] {
  const usual = usualHeight(
    pages.flatMap((lines) =>
      lines.map(({ height, text }): [number, number] => [height, text.length]),
    ),
  );
  return pages.map((lines) => {
    const upwards = [...lines].sort((a, b) => a.y - b.y);
    const first = upwards.findIndex(({ height }) => height >= usual * SMALL);
    const below = upwards.slice(0, Math.max(0, first));
    const opens = /^(?:\d{1,3}|\*)(?=\D|$)/.test(below.at(-1)?.text ?? '');
    const notes = new Set(opens ? below : []);
    return lines.filter((line) => !notes.has(line));
  });
}

/** The height in which the most is written, from heights each with so many letters. */
function usualHeight(written: readonly (readonly [height: number, letters: number])[]): number {
  const letters = new Map<number, number>();
  for (const [height, count] of written) {
    const key = Math.round(height * 2) / 2;
    letters.set(key, (letters.get(key) ?? 0) + count);
  }
  let usual = 0;
  let most = 0;
  for (const [height, count] of letters) if (count > most) [usual, most] = [height, count];
  return usual;
}
