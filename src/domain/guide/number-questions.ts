import type { PartDraft, QuestionDraft } from './keep-ids.ts';

/** A question as it was read; without a number where none was written. */
export interface Unnumbered {
  readonly number: string | null;
  text: string;
}

interface UnnumberedPart {
  readonly name: string;
  readonly questions: readonly Unnumbered[];
}

/**
 * Every question with a number of its own. Those without one go on from the question before; where
 * the next whole number is written further on, they are that question's a, b, c. Where numbers come
 * again because each part starts anew, the part's place is put before them: 2.1. A number that comes
 * again within a part counts as not written.
 */
export function numbered(given: readonly UnnumberedPart[]): PartDraft[] {
  const parts = given.map(({ name, questions }) => ({ name, questions: onceEach(questions) }));
  const written = parts.flatMap(({ questions }) => questions.flatMap(({ number }) => number ?? []));
  const startsAnew = new Set(written).size < written.length;
  const lists = startsAnew ? parts.flatMap((part) => inOrder([part])) : inOrder(parts);
  return parts.map(({ name }, i) => ({
    name,
    questions: (lists[i] ?? []).map(({ number, text }) => ({
      number: startsAnew ? `${i + 1}.${number}` : number,
      text,
    })),
  }));
}

function onceEach(questions: readonly Unnumbered[]): Unnumbered[] {
  const seen = new Set<string>();
  return questions.map(({ number, text }) => {
    const again = number !== null && seen.has(number);
    if (number !== null) seen.add(number);
    return { number: again ? null : number, text };
  });
}

function inOrder(parts: readonly UnnumberedPart[]): QuestionDraft[][] {
  const taken = new Set(
    parts.flatMap(({ questions }) => questions.map(({ number }) => number ?? '')),
  );
  let last = '0';
  const next = (): string => {
    const whole = String(Number.parseInt(last, 10) + 1);
    const number = taken.has(whole) ? follower(last, taken) : whole;
    taken.add(number);
    return number;
  };
  return parts.map(({ questions }) =>
    questions.map(({ number, text }) => {
      last = number ?? next();
      return { number: last, text };
    }),
  );
}

/** `3a` after `3`, `3b` after `3a`; `26` letters on, `3aa`. */
function follower(number: string, taken: ReadonlySet<string>): string {
  const whole = number.replace(/\p{L}+$/u, '');
  for (let i = 0; ; i++) {
    const letters = `${'a'.repeat(Math.floor(i / 26))}${String.fromCharCode(97 + (i % 26))}`;
    if (!taken.has(whole + letters)) return whole + letters;
  }
}
