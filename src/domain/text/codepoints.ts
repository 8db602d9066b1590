const isHigh = (unit: number): boolean => unit >= 0xd800 && unit <= 0xdbff;
const isLow = (unit: number): boolean => unit >= 0xdc00 && unit <= 0xdfff;

/** Code points before the UTF-16 offset `at`; an offset inside a pair counts the pair. */
export function toCodePoints(text: string, at: number): number {
  let count = 0;
  for (let i = 0; i < Math.min(at, text.length); count++) i += unitsAt(text, i);
  return count;
}

/**
 * The UTF-16 offset after `count` code points.
 *
 * @throws RangeError when the text has fewer.
 */
export function fromCodePoints(text: string, count: number): number {
  let at = 0;
  for (let n = 0; n < count; n++) {
    if (at >= text.length) throw new RangeError(`${count} code points in a text of ${n}`);
    at += unitsAt(text, at);
  }
  return at;
}

const unitsAt = (text: string, i: number): 1 | 2 =>
  isHigh(text.charCodeAt(i)) && isLow(text.charCodeAt(i + 1)) ? 2 : 1;
