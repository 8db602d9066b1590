import type { Source } from '../project/records.ts';

type Named = Pick<Source, 'title'> & Partial<Pick<Source, 'authors' | 'year' | 'key'>>;

/**
 * The key of a source: the one it has, else the first author's family name and the year, e.g.
 * "hollyoake-2009"; followed by -2, -3 … where another has it already.
 */
export function sourceKey(source: Named, taken: ReadonlySet<string>): string {
  const wanted = source.key || madeKey(source);
  let key = wanted;
  for (let n = 2; taken.has(key); n++) key = `${wanted}-${n}`;
  return key;
}

function madeKey({ authors = [], year, title }: Named): string {
  const family = (authors[0] ?? title).split(',')[0] ?? '';
  const words = `${family} ${year ?? ''}`.toLowerCase().match(/[\p{L}\p{N}]+/gu) ?? [];
  return words.slice(0, 4).join('-') || 'source';
}
