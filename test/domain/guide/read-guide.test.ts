import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { readGuide, writeGuide } from '../../../src/domain/guide/read-guide.ts';

/** A guide as lines: parts, and their questions below them. */
const lines = (text: string): string[] =>
  readGuide(text).parts.flatMap(({ name, questions }) => [
    `[${name}]`,
    ...questions.map((one) => `${one.number} ${one.text}`),
  ]);

const CASES: Record<string, [string, string[]]> = {
  'headings with the word theme and numbered questions': [
    'Teema 1: Työ\n1. Mitä teet?\n2) Kauanko?\n\nTeema 2 – Arki\n3. Miten menee?',
    ['[Teema 1: Työ]', '1 Mitä teet?', '2 Kauanko?', '[Teema 2 – Arki]', '3 Miten menee?'],
  ],
  'short codes of themes': [
    'T1 Käsite ja sen ymmärrys\n3. Mitä se on?\nT2 Polku\n5. Mitä siihen kuuluu?',
    ['[T1 Käsite ja sen ymmärrys]', '3 Mitä se on?', '[T2 Polku]', '5 Mitä siihen kuuluu?'],
  ],
  Markdown: [
    '# Background\n- What do you do?\n- Since when?\n## Trust\n* What is trust?',
    ['[Background]', '1 What do you do?', '2 Since when?', '[Trust]', '3 What is trust?'],
  ],
  'plain headings above numbered questions': [
    'Taustatiedot\n1. Kuka olet?\n2. Kerro työstäsi.\n\nArki:\n3. Miten menee?',
    ['[Taustatiedot]', '1 Kuka olet?', '2 Kerro työstäsi.', '[Arki]', '3 Miten menee?'],
  ],
  'nothing but questions': [
    'Kuka olet?\nMiten menee?\n\nMitä vielä?',
    ['[]', '1 Kuka olet?', '2 Miten menee?', '3 Mitä vielä?'],
  ],
  'headings and questions without any marks': [
    'Tausta\n\nKuka olet?\nMitä teet?\n\nArki\n\nMiten menee?',
    ['[Tausta]', '1 Kuka olet?', '2 Mitä teet?', '[Arki]', '3 Miten menee?'],
  ],
  'numbers of two levels': [
    '1. Tausta\n1.1 Kuka olet?\n1.2. Mitä teet?\n2. Arki\n2.1 Miten menee?',
    ['[1. Tausta]', '1.1 Kuka olet?', '1.2 Mitä teet?', '[2. Arki]', '2.1 Miten menee?'],
  ],
  'numbered headings above dashes': [
    '1. Tausta\n– Kuka olet?\n– Mitä teet?\n2. Arki\n– Miten menee?',
    ['[1. Tausta]', '1 Kuka olet?', '2 Mitä teet?', '[2. Arki]', '3 Miten menee?'],
  ],
  'a question broken over lines': [
    '7. Polku tarkoittaa esitystä asiakkaan ja\nyrityksen kohtaamisista. Kuvaile\nse.\n8. Mitkä ovat tärkeimpiä?',
    [
      '[]',
      '7 Polku tarkoittaa esitystä asiakkaan ja yrityksen kohtaamisista. Kuvaile se.',
      '8 Mitkä ovat tärkeimpiä?',
    ],
  ],
  'a dash between written numbers': [
    '1. Mitä teet?\n- Miksi?\n- Miten?\n2. Kauanko?\n- Entä sitten?',
    ['[]', '1 Mitä teet?', '1a Miksi?', '1b Miten?', '2 Kauanko?', '3 Entä sitten?'],
  ],
  'numbers that begin anew in each part': [
    'Osa 1\n1. Kuka?\n2. Mitä?\nOsa 2\n1. Missä?',
    ['[Osa 1]', '1.1 Kuka?', '1.2 Mitä?', '[Osa 2]', '2.1 Missä?'],
  ],
  'numbers by word': [
    'Kysymys 1: Kuka olet?\nQ2 Mitä teet?\nK3. Entä muuta?',
    ['[]', '1 Kuka olet?', '2 Mitä teet?', '3 Entä muuta?'],
  ],
  'a question that speaks of a theme': [
    '1. Mitä?\nTeema 2 on tuttu, eikö?',
    ['[]', '1 Mitä? Teema 2 on tuttu, eikö?'],
  ],
  'Windows line ends and tabs': ['1.\tKuka?\r\n2.\tMitä?\r\n', ['[]', '1 Kuka?', '2 Mitä?']],
  'years are no numbers': [
    '1. Mitä teit?\n- 2019 alkoi työ, mitä muistat?',
    ['[]', '1 Mitä teit?', '2 2019 alkoi työ, mitä muistat?'],
  ],
  nothing: ['  \n\n', []],
};

describe('an interview guide is read from', () => {
  it.each(Object.entries(CASES))('%s', (_, [text, expected]) => {
    expect(lines(text)).toEqual(expected);
  });
});

describe('what was read', () => {
  const word = fc.stringMatching(/^[A-ZÄÖ][a-zäö]{2,9}$/);
  const sentence = (end: string) =>
    fc.array(word, { minLength: 1, maxLength: 6 }).map((words) => words.join(' ') + end);
  const guide = fc
    .array(
      fc.record({
        name: sentence(''),
        questions: fc.array(fc.oneof(sentence('?'), sentence('.')), { minLength: 1, maxLength: 5 }),
      }),
      { minLength: 1, maxLength: 5 },
    )
    .map((parts) => {
      let number = 0;
      return parts.map(({ name, questions }) => ({
        name,
        questions: questions.map((text) => ({ number: String(++number), text })),
      }));
    });

  it('is written so that it is read the same again', () => {
    fc.assert(
      fc.property(guide, (parts) => {
        expect(readGuide(writeGuide({ parts }))).toEqual({ parts });
      }),
    );
  });

  it('has a number of its own for each question, whatever the text', () => {
    fc.assert(
      fc.property(
        fc.array(fc.constantFrom('1. a?', '- b', '2) c', 'd?', '', '1.1 e', '# f', 'g'), {
          maxLength: 20,
        }),
        (some) => {
          const numbers = readGuide(some.join('\n')).parts.flatMap(({ questions }) =>
            questions.map(({ number }) => number),
          );
          expect(new Set(numbers).size).toBe(numbers.length);
        },
      ),
    );
  });
});
