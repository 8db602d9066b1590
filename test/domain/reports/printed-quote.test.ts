import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { QuoteEdit } from '../../../src/domain/project/report-records.ts';
import { carriedEdits } from '../../../src/domain/reports/carried-edits.ts';
import { checkedEdits } from '../../../src/domain/reports/checked-edits.ts';
import { editedQuote, printedQuote } from '../../../src/domain/reports/printed-quote.ts';
import { QUOTE_PRESETS } from '../../../src/domain/reports/quote-style.ts';

const fi = QUOTE_PRESETS.fi;
const QUOTE = 'Se on semmoinen luottamus, että hoidetaan mitä luvataan ja kerrotaan heti.';

const spanOf = (words: string, quote = QUOTE) => {
  const start = quote.indexOf(words);
  return { start, end: start + words.length };
};
const omit = (words: string): QuoteEdit => ({ kind: 'omit', ...spanOf(words), text: '' });
const over = (words: string, text: string): QuoteEdit => ({
  kind: 'insert',
  ...spanOf(words),
  text,
});
const before = (words: string, text: string): QuoteEdit => {
  const { start } = spanOf(words);
  return { kind: 'insert', start, end: start, text };
};

describe('the commas of an edited quote', () => {
  const said = 'Se vie kaksi tuntia, niin kuin aina, ja sitten, kai, se on ohi.';
  const without = (words: string): string =>
    editedQuote(said, [{ kind: 'omit', ...spanOf(words, said), text: '' }], fi);

  it('are one where the words left out stood between two', () => {
    expect(without('niin kuin aina')).toBe('Se vie kaksi tuntia, – – ja sitten, kai, se on ohi.');
    expect(without('kai')).toBe('Se vie kaksi tuntia, niin kuin aina, ja sitten, – – se on ohi.');
  });

  it('stay where there is one', () => {
    expect(without('tuntia')).toBe('Se vie kaksi – –, niin kuin aina, ja sitten, kai, se on ohi.');
    expect(without('niin kuin aina, ja')).toBe('Se vie kaksi tuntia, – – sitten, kai, se on ohi.');
  });
});

describe('an edited quote', () => {
  const cases: [string, QuoteEdit[], string][] = [
    [
      'leaves words out in the middle',
      [omit('että hoidetaan mitä luvataan')],
      'Se on semmoinen luottamus, – – ja kerrotaan heti.',
    ],
    [
      'leaves words out at the start',
      [omit('Se on semmoinen')],
      '– – luottamus, että hoidetaan mitä luvataan ja kerrotaan heti.',
    ],
    [
      'leaves words out before a full stop',
      [omit('ja kerrotaan heti')],
      'Se on semmoinen luottamus, että hoidetaan mitä luvataan – –.',
    ],
    [
      'has one sign for neighbours',
      [omit('että '), omit('hoidetaan ')],
      'Se on semmoinen luottamus, – – mitä luvataan ja kerrotaan heti.',
    ],
    [
      'puts words in another’s place',
      [over('Se', 'asiakassuhde')],
      '[asiakassuhde] on semmoinen luottamus, että hoidetaan mitä luvataan ja kerrotaan heti.',
    ],
    [
      'puts words between others',
      [before('kerrotaan', 'yritys')],
      'Se on semmoinen luottamus, että hoidetaan mitä luvataan ja [yritys] kerrotaan heti.',
    ],
    [
      'puts words after what is left out',
      [omit('Se on semmoinen luottamus, '), before('että', 'asiakas tietää,')],
      '– – [asiakas tietää,] että hoidetaan mitä luvataan ja kerrotaan heti.',
    ],
  ];
  it.each(cases)('%s', (_, edits, printed) => {
    expect(editedQuote(QUOTE, checkedEdits(QUOTE, edits), fi)).toBe(printed);
  });

  it('is word for word without edits', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'grapheme' }), (quote) => {
        expect(editedQuote(quote, [], fi)).toBe(quote);
      }),
    );
  });

  const aQuote = fc
    .array(fc.constantFrom('se', 'on', 'hyvä,', 'ja', 'ääni 😀', 'loppu.'), { minLength: 1 })
    .map((words) => words.join(' '));

  it('holds no word that was not said, save between brackets', () => {
    fc.assert(
      fc.property(aQuote, fc.array(fc.tuple(fc.nat(60), fc.nat(20))), (quote, spans) => {
        const edits = spans
          .map(([start, length]) => ({ start, end: Math.min(quote.length, start + length) }))
          .filter(({ start, end }) => start < end)
          .map((span): QuoteEdit => ({ kind: 'omit', ...span, text: '' }));
        const printed = editedQuote(quote, checkedEdits(quote, edits), { ...fi, omission: '§' });
        for (const piece of printed.split('§')) expect(quote).toContain(piece.trim());
      }),
    );
  });
});

describe('edits of an excerpt that was changed', () => {
  const edits = [omit('että hoidetaan mitä luvataan'), over('Se', 'luottamus')];
  const made = { of: QUOTE, edits: checkedEdits(QUOTE, edits) };

  it('move with their words', () => {
    const wider = `Niin no. ${QUOTE} Aina.`;
    const carried = carriedEdits(wider, made);
    expect(carried.lost).toEqual([]);
    expect(carried.edits.map(({ start, end }) => wider.slice(start, end))).toEqual([
      'Se',
      'että hoidetaan mitä luvataan',
    ]);
  });

  it('are lost where their words were changed, and nowhere else', () => {
    const carried = carriedEdits(QUOTE.replace('hoidetaan', 'tehdään'), made);
    expect(carried.edits).toHaveLength(1);
    expect(carried.lost).toMatchObject([{ words: 'että hoidetaan mitä luvataan' }]);
  });

  it('are all there where nothing changed, and come back when a change is taken back', () => {
    expect(carriedEdits(QUOTE, made)).toEqual({ edits: made.edits, lost: [] });
    expect(carriedEdits(QUOTE, undefined)).toEqual({ edits: [], lost: [] });
  });

  it('are each carried or told as lost, whatever became of the words', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'grapheme' }), (quote) => {
        const carried = carriedEdits(quote, made);
        expect(carried.edits.length + carried.lost.length).toBe(made.edits.length);
        expect(() => checkedEdits(quote, carried.edits)).not.toThrow();
      }),
    );
  });
});

describe('checked edits', () => {
  it.each([
    ['outside the quote', { kind: 'omit', start: 0, end: 1000, text: '' }],
    ['of no words', { kind: 'omit', start: 3, end: 3, text: '' }],
    ['that put nothing in', { kind: 'insert', start: 3, end: 3, text: '  ' }],
  ] as [string, QuoteEdit][])('are refused %s', (_, edit) => {
    expect(() => checkedEdits(QUOTE, [edit])).toThrow('edit-outside');
  });

  it('are refused where a clarification stands in words that are left out', () => {
    expect(() =>
      checkedEdits(QUOTE, [omit('semmoinen luottamus'), before('luottamus', 'x')]),
    ).toThrow('edits-overlap');
  });
});

describe('a printed quote', () => {
  const print = (style: Partial<typeof fi>, words = 'Kerrotaan heti.') =>
    printedQuote(words, 'H4', { ...fi, ...style }, 'fi');

  it.each([
    [{}, 'Kerrotaan heti.', '(H4)', ''],
    [{ tagPlace: 'before' }, 'Kerrotaan heti', '(H4)', '.'],
    [{ tagBrackets: 'square' }, 'Kerrotaan heti.', '[H4]', ''],
    [{ marks: true, tagPlace: 'before' }, '”Kerrotaan heti”', '(H4)', '.'],
  ] as [Partial<typeof fi>, string, string, string][])('%j', (style, printed, tag, tail) => {
    expect(print(style)).toEqual({ printed, tag, tail, layout: 'block' });
  });

  it('stands in the line up to the limit, and apart beyond it', () => {
    const short = { shortInline: true, inlineWords: 2 };
    expect(print(short)).toMatchObject({ layout: 'inline', printed: '”Kerrotaan heti.”' });
    expect(print({ ...short, inlineWords: 1 }).layout).toBe('block');
    expect(print({ shortInline: false, inlineWords: 2 }).layout).toBe('block');
  });
});
