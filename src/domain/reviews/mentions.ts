/** A stretch of a comment; `person` where it speaks to somebody. */
export interface MentionPart {
  readonly text: string;
  readonly person: string | null;
}

/**
 * A comment cut where it speaks to people: `@` and a known name, the longest where one begins
 * another ("@Anna Maria" is not Anna).
 */
export function mentionParts(text: string, people: readonly string[]): MentionPart[] {
  const known = [...people].sort((a, b) => b.length - a.length);
  const parts: MentionPart[] = [];
  let done = 0;
  for (const { index } of text.matchAll(/@/g)) {
    // An address of e-mail speaks to nobody.
    if (/[\p{L}\p{N}]/u.test(text.slice(Math.max(0, index - 1), index))) continue;
    const person = known.find((name) => isNamed(text, index + 1, name));
    if (person === undefined || index < done) continue;
    const end = index + 1 + person.length;
    if (index > done) parts.push({ text: text.slice(done, index), person: null });
    parts.push({ text: text.slice(index, end), person });
    done = end;
  }
  return done < text.length ? [...parts, { text: text.slice(done), person: null }] : parts;
}

function isNamed(text: string, at: number, name: string): boolean {
  const end = at + name.length;
  return (
    text.slice(at, end).toLowerCase() === name.toLowerCase() &&
    !/[\p{L}\p{N}]/u.test(text.slice(end, end + 1))
  );
}

/** The people a comment speaks to. */
export const mentionsIn = (text: string, people: readonly string[]): string[] => [
  ...new Set(mentionParts(text, people).flatMap(({ person }) => person ?? [])),
];
