/**
 * The people a comment speaks to: `@` and a known name, the longest where one begins another
 * ("@Anna Maria" is not Anna).
 */
export function mentionsIn(text: string, people: readonly string[]): string[] {
  const known = [...people].sort((a, b) => b.length - a.length);
  const found = new Set<string>();
  for (const { index } of text.matchAll(/@/g)) {
    // An address of e-mail speaks to nobody.
    if (/[\p{L}\p{N}]/u.test(text.slice(Math.max(0, index - 1), index))) continue;
    const after = text.slice(index + 1).toLowerCase();
    const person = known.find((name) => {
      const next = after.slice(name.length, name.length + 1);
      return after.startsWith(name.toLowerCase()) && !/[\p{L}\p{N}]/u.test(next);
    });
    if (person !== undefined) found.add(person);
  }
  return [...found];
}
