/** Words that stand inside a sentence: a lower-case letter, a space, then the word. */
const INSIDE = /(?<=\p{Ll},? )\p{L}+/gu;
const CAPITAL = /^\p{Lu}\p{Ll}/u;

/** Of German words about every fourth is a noun; of others one in thirty or so has a capital. */
const LARGE_FROM = 0.12;
/** In fewer words than these a few names would look like a habit. */
const LEAST = 40;

/** Whether a text writes all its nouns with a capital letter, as German does. */
export function writesNounsLarge(text: string): boolean {
  const words = text.match(INSIDE) ?? [];
  return (
    words.length >= LEAST &&
    words.filter((word) => CAPITAL.test(word)).length >= words.length * LARGE_FROM
  );
}
