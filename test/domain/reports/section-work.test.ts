import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { ExcerptId } from '../../../src/domain/ids.ts';
import { completedReport } from '../../../src/domain/project/report-records.ts';
import { editOfWords } from '../../../src/domain/reports/edit-of-words.ts';
import type { ReportQuote } from '../../../src/domain/reports/report-quote.ts';
import { choiceAfter, type SectionQuotes } from '../../../src/domain/reports/section-quotes.ts';
import { draftState, withDraft } from '../../../src/domain/reports/with-draft.ts';

const shown = (ids: readonly string[], rule: 'all' | 'shortest' = 'all'): SectionQuotes => ({
  choice: { rule, max: null, ids: [] },
  chosen: ids.map((id) => ({ excerptId: id }) as unknown as ReportQuote),
  others: [],
});
const id = (name: string) => name as ExcerptId;

describe('a quote that is moved', () => {
  it('changes places and loses nothing', () => {
    const some = fc.uniqueArray(fc.string({ minLength: 1 }), { minLength: 1, maxLength: 9 });
    fc.assert(
      fc.property(some, fc.nat(8), fc.nat(8), (ids, from, index) => {
        const moved = id(ids[from % ids.length] ?? '');
        const after = choiceAfter(shown(ids), { kind: 'to', id: moved, index });
        expect([...after.ids].sort()).toEqual([...ids].sort());
        expect(after.ids.indexOf(moved)).toBe(Math.min(index, ids.length - 1));
        expect(after.ids.filter((one) => one !== moved)).toEqual(
          ids.filter((one) => one !== moved),
        );
      }),
    );
  });

  it.each([
    ['all stay all in another order', shown(['a', 'b']), 'all'],
    ['a rule becomes a choice by hand', shown(['a', 'b'], 'shortest'), 'hand'],
  ])('%s', (_, quotes, rule) => {
    const after = choiceAfter(quotes, { kind: 'to', id: id('b'), index: 0 });
    expect(after).toEqual({ rule, max: null, ids: ['b', 'a'] });
  });

  it('is left out and put in again at the end', () => {
    const out = choiceAfter(shown(['a', 'b']), { kind: 'out', id: id('a') });
    expect(out).toEqual({ rule: 'hand', max: null, ids: ['b'] });
    const back = choiceAfter(shown(['b']), { kind: 'in', id: id('a') });
    expect(back.ids).toEqual(['b', 'a']);
  });
});

describe('a drafted sentence', () => {
  const report = (text: string, drafted: string | null) =>
    completedReport({
      texts: { s: text },
      sections: { s: { hidden: false, figure: 'none', quotes: null, drafted } },
    });

  it('stands before what is written', () => {
    expect(withDraft(report('Oma.', null), 's', 'Kaksi.').text).toBe('Kaksi. Oma.');
  });

  it('takes the place of the one before, and of nothing else', () => {
    expect(withDraft(report('Yksi. Oma $& Yksi.', 'Yksi.'), 's', 'Kaksi $1.')).toEqual({
      text: 'Kaksi $1. Oma $& Yksi.',
      drafted: 'Kaksi $1.',
    });
  });

  it.each([
    ['', null, 'none'],
    ['Yksi.', 'Yksi.', 'outdated'],
    ['Kaksi. Oma', 'Kaksi.', 'current'],
    ['Oma', 'Yksi.', 'rewritten'],
  ] as const)('of %j with %j in it is %s', (text, drafted, state) => {
    expect(draftState(text, drafted, 'Kaksi.')).toBe(state);
  });
});

describe('an edit of words', () => {
  const quote = 'se on se ja se';
  const edit = (words: string, start: number | null, how: 'omit' | 'replace' | 'after') =>
    editOfWords(quote, { words, start, how, text: 'x' });

  it.each([
    [edit('se', null, 'omit'), { kind: 'omit', start: 0, end: 2, text: '' }],
    [edit(' se ', 5, 'replace'), { kind: 'insert', start: 6, end: 8, text: 'x' }],
    [edit('se', 9, 'after'), { kind: 'insert', start: 14, end: 14, text: 'x' }],
    [edit('on', 9, 'omit'), { kind: 'omit', start: 3, end: 5, text: '' }],
  ])('finds %j', (made, expected) => {
    expect(made).toEqual(expected);
  });

  it.each(['', 'muuta'])('is refused of %j', (words) => {
    expect(() => edit(words, null, 'omit')).toThrow('words-not-found');
  });
});
