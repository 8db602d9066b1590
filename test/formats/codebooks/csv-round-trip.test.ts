import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { LANGUAGES } from '../../../src/domain/project/records.ts';
import { readCodebookCsv } from '../../../src/formats/codebooks/read-codebook-csv.ts';
import { writeCodebookCsv } from '../../../src/formats/codebooks/write-codebook-csv.ts';
import { anyCodebook, withoutRows } from './any-codebook.ts';

describe('a codebook as a table', () => {
  it('comes back as it was, whatever its themes are called', () => {
    fc.assert(
      fc.property(anyCodebook, fc.constantFrom(...LANGUAGES), (codebook, language) => {
        const written = writeCodebookCsv(codebook, language);
        const read = readCodebookCsv('codebook.csv', Buffer.from(written.text));
        expect(withoutRows(read.themes)).toEqual(codebook.themes);
        const told = new Set(read.losses.map(({ code }) => code));
        told.delete('codebook-twins');
        told.delete('codebook-parent-several');
        expect([...told]).toEqual([]);
      }),
      { numRuns: 200 },
    );
  }, 60_000);
});
