import { folded } from '../../domain/codebook/search-codebook.ts';

/** What of a long list an address asks for. */
export interface ListQuery {
  /** Words that the names must hold. */
  readonly find: string;
  /** The place of the first entry among those found. */
  readonly from: number;
}

export interface ListPart<T> {
  readonly rows: readonly T[];
  readonly find: string;
  /** How many hold the words, of how many. */
  readonly found: number;
  readonly all: number;
  /** The parts of what was found, where it is more than one. */
  readonly parts: readonly {
    readonly href: string;
    readonly name: string;
    readonly isCurrent: boolean;
  }[];
}

/** From so many on a list is looked through by words. */
const LONG = 20;
export const isLong = ({ all }: { readonly all: number }): boolean => all > LONG;

interface List<T> {
  readonly items: readonly T[];
  /** What is looked through; its first line names the entry. */
  readonly textOf: (item: T) => string;
  /** Address of the page. */
  readonly path: string;
  readonly perPage: number;
}

/** The part of a list that is shown, by its words and its place. */
export function listPart<T>(
  { items, textOf, path, perPage }: List<T>,
  { find, from }: ListQuery,
): ListPart<T> {
  const words = folded(find).split(/\s+/).filter(Boolean);
  const found = items.filter((item) => {
    const text = words.length > 0 ? folded(textOf(item)) : '';
    return words.every((word) => text.includes(word));
  });
  const start = Math.min(from, Math.max(0, found.length - 1));
  const first = start - (start % perPage);
  const nameAt = (i: number): string => {
    const item = found[i];
    return item === undefined ? '' : (textOf(item).split('\n')[0] ?? '');
  };
  const count = Math.ceil(found.length / perPage);
  return {
    rows: found.slice(first, first + perPage),
    find,
    found: found.length,
    all: items.length,
    parts: Array.from({ length: count > 1 ? count : 0 }, (_, i) => {
      const at = i * perPage;
      const last = Math.min(found.length, at + perPage) - 1;
      const query = new URLSearchParams({ ...(find && { find }), from: String(at) });
      return {
        href: `${path}?${query.toString()}`,
        name: `${nameAt(at)} – ${nameAt(last)}`,
        isCurrent: at === first,
      };
    }),
  };
}
