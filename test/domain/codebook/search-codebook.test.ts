import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { folded, searchCodebook } from '../../../src/domain/codebook/search-codebook.ts';

const item = (name: string, definition: string | null = null, label: string | null = null) => ({
  id: name,
  name,
  label,
  definition,
});

const ITEMS = [
  item('Työn ilo'),
  item('Ilo ja suru', null, '4.1'),
  item('Pilotti'),
  item('Kiire', 'Aikapaine, joka vie työstä sen ilon, mikä siinä ennen aina oli'),
  item('Ääni'),
];

const found = (query: string): string[] =>
  searchCodebook(ITEMS, query).map(({ item }) => item.name);

describe('searchCodebook', () => {
  it.each([
    { query: 'ilo', names: ['Ilo ja suru', 'Työn ilo', 'Pilotti', 'Kiire'] },
    { query: 'ILO', names: ['Ilo ja suru', 'Työn ilo', 'Pilotti', 'Kiire'] },
    { query: 'aani', names: ['Ääni'] },
    { query: 'suru ilo', names: ['Ilo ja suru'] },
    { query: '4.1', names: ['Ilo ja suru'] },
    { query: 'aikapaine ilon', names: ['Kiire'] },
    { query: 'zzz', names: [] },
    { query: '.*', names: [] },
  ])('finds $names for “$query”, best first', ({ query, names }) => {
    expect(found(query)).toEqual(names);
  });

  it('lists all for nothing', () => {
    expect(found('  ')).toEqual(ITEMS.map(({ name }) => name));
  });

  it('tells where the name says it, label included', () => {
    expect(searchCodebook(ITEMS, 'suru')[0]?.inName).toEqual([11, 15]);
  });

  it('tells the stretch of the definition that says it', () => {
    expect(searchCodebook(ITEMS, 'ilon')[0]?.definition).toMatch(/^….*ilon.*…$/);
  });
});

describe('folded', () => {
  it.each([
    { text: 'Ääni', expected: 'aani' },
    { text: 'ÅNGEST', expected: 'angest' },
    { text: 'İzmir', expected: 'izmir' },
    { text: 'straße 😀', expected: 'straße 😀' },
  ])('$text becomes $expected', ({ text, expected }) => {
    expect(folded(text)).toBe(expected);
  });

  it('is as long as what was composed, so that places hold', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'grapheme' }), (text) => {
        expect(folded(text)).toHaveLength(text.normalize('NFC').length);
      }),
    );
  });
});
