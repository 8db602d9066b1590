import Papa from 'papaparse';
import { describe, expect, it } from 'vitest';
import type { WrittenRow } from '../../../src/domain/reduction/chain.ts';
import {
  writeReductionCsv,
  writeReductionDocx,
} from '../../../src/formats/reductions/reduction-table.ts';
import type { ReductionWords } from '../../../src/formats/reductions/registry.ts';
import { unzip } from '../reports/unzip.ts';

const WORDS: ReductionWords = {
  language: 'fi',
  caption: 'Taulukko 1. Pelkistäminen',
  original: 'Alkuperäisilmaus',
  tag: 'Haastateltava',
  reduced: 'Pelkistetty ilmaus',
  subcategory: 'Alaluokka',
  upper: 'Yläluokka',
  main: 'Pääluokka',
  uniting: 'Yhdistävä luokka',
};

const row = (cells: Partial<WrittenRow>): WrittenRow => ({
  original: 'Said',
  tag: '(H2)',
  reduced: null,
  subcategory: null,
  upper: null,
  main: null,
  uniting: null,
  ...cells,
});

describe('the table of reductions as CSV', () => {
  it('has every column, and formulas as text', () => {
    const text = writeReductionCsv(
      [row({ original: '=1; "a"\nb', reduced: 'core', uniting: 'all' })],
      WORDS,
    );
    expect(
      Papa.parse(text.replace(/^\ufeff/, ''), { delimiter: ';', skipEmptyLines: true }).data,
    ).toEqual([
      [
        'Alkuperäisilmaus',
        'Haastateltava',
        'Pelkistetty ilmaus',
        'Alaluokka',
        'Yläluokka',
        'Pääluokka',
        'Yhdistävä luokka',
      ],
      [`'=1; "a"\nb`, '(H2)', 'core', '', '', '', 'all'],
    ]);
  });
});

/** The cells of each row; '^' is one that belongs to the cell above. */
async function tableOf(rows: readonly WrittenRow[]): Promise<{ xml: string; cells: string[][] }> {
  const xml = unzip(await writeReductionDocx(rows, WORDS)).get('word/document.xml') ?? '';
  const cells = [...xml.matchAll(/<w:tr>.*?<\/w:tr>/g)].map(([line]) =>
    [...line.matchAll(/<w:tc>.*?<\/w:tc>/g)].map(([cell]) =>
      cell.includes('<w:vMerge/>')
        ? '^'
        : cell.replace(/<\/w:p>(?=<w:p>)/g, '|').replace(/<[^>]+>/g, ''),
    ),
  );
  return { xml, cells };
}

describe('the table of reductions in Word', () => {
  it('lies across the page, its header on each, whose words they are behind them', async () => {
    const { xml, cells } = await tableOf([
      row({ original: 'One\n\ntwo', reduced: 'r', subcategory: 's' }),
    ]);
    expect(cells).toEqual([
      ['Alkuperäisilmaus', 'Pelkistetty ilmaus', 'Alaluokka'],
      ['One|two\u00a0(H2)', 'r', 's'],
    ]);
    expect(xml).toContain('w:orient="landscape"');
    expect(xml.match(/<w:tblHeader\/>/g)).toHaveLength(1);
    expect(xml).toContain('Taulukko 1. Pelkistäminen');
    const widths = [...xml.matchAll(/<w:gridCol w:w="(\d+)"/g)].map(([, width]) => Number(width));
    expect(widths.reduce((sum, width) => sum + width, 0)).toBe(14003);
  });

  it('says a category once for the rows it gathers, within the wider one', async () => {
    const { cells } = await tableOf([
      row({ subcategory: 'a', upper: 'X', main: 'M' }),
      row({ subcategory: 'a', upper: 'X', main: 'M' }),
      row({ subcategory: 'a', upper: 'Y', main: 'M' }),
      row({ subcategory: 'b', upper: 'Y', main: 'M' }),
      row({ subcategory: null, upper: null, main: 'M' }),
      row({ subcategory: null, upper: null, main: 'N' }),
    ]);
    expect(cells.slice(1).map(([, ...categories]) => categories)).toEqual([
      ['a', 'X', 'M'],
      ['^', '^', '^'],
      ['a', 'Y', '^'],
      ['b', '^', '^'],
      ['', '', '^'],
      ['', '', 'N'],
    ]);
  });

  it('says a category again before a page is full', async () => {
    const { cells } = await tableOf(Array.from({ length: 20 }, () => row({ main: 'M' })));
    const said = cells.slice(1).flatMap(([, main], i) => (main === 'M' ? [i] : []));
    expect(said).toEqual([0, 8, 16]);
  });

  it('of no rows is a header and no more', async () => {
    expect((await tableOf([])).cells).toEqual([['Alkuperäisilmaus']]);
  });
});
