/** What the palette looks through. */
export interface Searchable {
  readonly id: string;
  readonly name: string;
  readonly label?: string | null;
  readonly definition?: string | null;
}

export interface Hit<T extends Searchable> {
  readonly item: T;
  /** Where the words stand; null where only the definition holds them. */
  readonly inName: readonly [start: number, end: number] | null;
  /** The stretch of the definition that holds them, where the name does not. */
  readonly definition: string | null;
}

/** Case and accents aside: `aani` finds `Ääni`. One unit in, one unit out, so that places hold. */
export function folded(text: string): string {
  let out = '';
  for (const sign of text.normalize('NFC')) {
    const lower = sign.toLowerCase();
    const base = lower.normalize('NFD').charAt(0);
    out += [base, lower].find(({ length }) => length === sign.length) ?? sign;
  }
  return out;
}

/**
 * The items that hold every word of the query, best first: a name that begins with it, a word of
 * the name that does, anywhere in the name, in the definition. Ties keep the order given, which
 * the caller makes recent and frequent first.
 */
export function searchCodebook<T extends Searchable>(items: readonly T[], query: string): Hit<T>[] {
  const words = folded(query.trim()).split(/\s+/).filter(Boolean);
  const first = words[0];
  if (first === undefined) return items.map((item) => ({ item, inName: null, definition: null }));
  const ranked: { rank: number; hit: Hit<T> }[] = [];
  for (const item of items) {
    const title = item.label ? `${item.label} ${item.name}` : item.name;
    const name = folded(title);
    const at = name.indexOf(first);
    if (at >= 0 && words.every((word) => name.includes(word))) {
      const whole = folded(item.name);
      const rank =
        whole.startsWith(first) || name.startsWith(first)
          ? 0
          : /[\s\-–/(]/.test(name.charAt(at - 1))
            ? 1
            : 2;
      ranked.push({ rank, hit: { item, inName: [at, at + first.length], definition: null } });
      continue;
    }
    const definition = item.definition ?? '';
    const inside = folded(definition);
    if (words.every((word) => inside.includes(word)))
      ranked.push({
        rank: 3,
        hit: { item, inName: null, definition: around(definition, inside.indexOf(first)) },
      });
  }
  return ranked.sort((a, b) => a.rank - b.rank).map(({ hit }) => hit);
}

function around(text: string, at: number): string {
  const from = Math.max(0, text.lastIndexOf(' ', at - 12) + 1);
  return (from > 0 ? '…' : '') + text.slice(from, at + 28) + (at + 28 < text.length ? '…' : '');
}
