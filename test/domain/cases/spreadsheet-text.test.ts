import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { readBlock, writeBlock } from '../../../src/domain/cases/spreadsheet-text.ts';
import { planPaste, repeated } from '../../../src/domain/cases/plan-paste.ts';
import type { AttributeId, CaseId } from '../../../src/domain/ids.ts';

describe('a block on the clipboard', () => {
  it.each([
    [
      'a\tb\nc\td',
      [
        ['a', 'b'],
        ['c', 'd'],
      ],
    ],
    [
      'a\tb\r\nc\td\r\n',
      [
        ['a', 'b'],
        ['c', 'd'],
      ],
    ],
    ['"two\nlines"\t"say ""hi"""\n', [['two\nlines', 'say "hi"']]],
    ['"Ei" sanoi\tx', [['"Ei" sanoi', 'x']]],
    ['"never closed\nb', [['"never closed'], ['b']]],
    ['\t\t\n', [['', '', '']]],
    ['', [['']]],
    ['a\n\nb', [['a'], [''], ['b']]],
  ])('%j', (text, rows) => {
    expect(readBlock(text)).toEqual(rows);
  });

  it('is read as it was written', () => {
    const cell = fc.string({ unit: fc.constantFrom('a', '"', '\t', '\n', ' ', 'ä') });
    const block = fc.nat(3).chain((n) =>
      fc.array(fc.array(cell, { minLength: n + 1, maxLength: n + 1 }), {
        minLength: 1,
        maxLength: 4,
      }),
    );
    fc.assert(
      fc.property(block, (rows) => {
        const last = rows.at(-1)?.at(-1);
        fc.pre(!(last === '' && rows.at(-1)?.length === 1 && rows.length > 1));
        expect(readBlock(writeBlock(rows))).toEqual(rows);
      }),
    );
  });
});

describe('pasting', () => {
  const place = {
    cases: ['Maija', 'Ville'].map((name) => ({ id: name as CaseId, name })),
    attributes: [
      {
        id: 'town' as AttributeId,
        name: 'Town',
        kind: 'choice' as const,
        choices: ['Oulu'],
        measure: null,
      },
      {
        id: 'age' as AttributeId,
        name: 'Age',
        kind: 'number' as const,
        choices: [],
        measure: null,
      },
    ],
  };

  it('tells what fits, what is new on a list, what does not fit and what lies outside', () => {
    const block = [
      ['Oulu', 'x'],
      ['Turku', ' 3,5 ', 'beyond'],
      ['', 'below'],
    ];
    expect(planPaste(block, place)).toEqual({
      values: [
        { caseId: 'Maija', attributeId: 'town', value: 'Oulu' },
        { caseId: 'Ville', attributeId: 'town', value: 'Turku' },
        { caseId: 'Ville', attributeId: 'age', value: '3,5' },
      ],
      newChoices: [{ attribute: 'Town', choice: 'Turku' }],
      unfit: [{ case: 'Maija', attribute: 'Age', value: 'x', fault: 'number' }],
      outsideCount: 2,
    });
  });

  it('clears where a cell is blank', () => {
    expect(planPaste([['']], place).values).toEqual([
      { caseId: 'Maija', attributeId: 'town', value: null },
    ]);
  });

  it('fills a selection with one cell, and only with one', () => {
    expect(repeated([['a']], 2, 2)).toEqual([
      ['a', 'a'],
      ['a', 'a'],
    ]);
    expect(repeated([['a', 'b']], 2, 2)).toEqual([['a', 'b']]);
  });
});
