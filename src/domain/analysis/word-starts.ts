import { countWords } from '../text/words.ts';

const KNOWN_SPACE = 1;
const KNOWN_LETTER = 2;
const known = new Uint8Array(0x10000);

/** Asks `countWords` what a word is, once per character: both always agree. */
function isSpace(unit: number): boolean {
  known[unit] ||= countWords(String.fromCharCode(unit)) === 0 ? KNOWN_SPACE : KNOWN_LETTER;
  return known[unit] === KNOWN_SPACE;
}

/** The UTF-16 offsets at which the words of a text begin, as `countWords` counts them. */
export function wordStarts(text: string): Uint32Array {
  const starts: number[] = [];
  let inWord = false;
  for (let i = 0; i < text.length; i++) {
    const space = isSpace(text.charCodeAt(i));
    if (!space && !inWord) starts.push(i);
    inWord = !space;
  }
  return Uint32Array.from(starts);
}
