import { describe, expect, it } from 'vitest';
import { csvTable } from '../../src/formats/csv-table.ts';

const known = (header: readonly string[]): number =>
  header.filter((name) => ['name', 'parent', 'definition'].includes(name)).length;

describe('the table of a CSV file', () => {
  it.each([
    ['commas', 'name,parent\n"a;b",c\n'],
    ['semicolons', 'name;parent\n"a;b";c\n'],
    ['tabs', 'name\tparent\na;b\tc\n'],
    ['what its first line says', 'sep=|\r\nname|parent\r\na;b|c\r\n'],
  ])('is cut at %s', (_, text) => {
    expect(csvTable(text, known).records.slice(0, 2)).toEqual([
      ['name', 'parent'],
      ['a;b', 'c'],
    ]);
  });

  it('goes on below a quotation mark that is never closed', () => {
    const { records, broken } = csvTable('name,parent\na,"b\nc,d\n', known);
    expect([...broken]).toEqual([[1, { code: 'codings-row-quotes', details: {} }]]);
    expect(records.slice(0, 3)).toEqual([['name', 'parent'], [], ['c', 'd']]);
  });

  it('may be of hundreds of thousands of rows, with a quotation mark too many in the last', () => {
    const { records, broken } = csvTable(`name,parent\n${'a,b\n'.repeat(300_000)}a,"b`, known);
    expect(records).toHaveLength(300_002);
    expect([...broken.keys()]).toEqual([300_001]);
  });
});
