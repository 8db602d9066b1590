import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { guessLanguage } from '../../../src/domain/language/guess-language.ts';

const example = (file: string): string =>
  readFileSync(new URL(`../../../src/example/${file}`, import.meta.url), 'utf8');

describe('the language of a text', () => {
  it.each([
    ['fi/H1.txt', 'fi'],
    ['fi/H3.txt', 'fi'],
    ['en/P1.txt', 'en'],
    ['en/P4.txt', 'en'],
    ['sv/I2.txt', 'sv'],
    ['sv/I4.txt', 'sv'],
  ])('%s is told by its small words', (file, language) => {
    expect(guessLanguage(example(file))).toBe(language);
  });

  it.each([
    ['', 'nothing'],
    ['Joo, se oli hyvä.', 'a few words'],
    [
      'Wie gut fühlt ihr euch in Bezug auf die Klausur vorbereitet? Angenommen, ihr würdet diese morgen schreiben, und das wäre nicht so leicht für euch alle gewesen, oder was meint ihr dazu?',
      'German',
    ],
    [
      'Eu acho que a ferramenta é boa porque ajuda a escrever o código e não perde tempo, mas às vezes ela não faz o que a gente pediu e aí tem que fazer tudo de novo.',
      'Portuguese',
    ],
  ])('is not told of %j: %s', (text) => {
    expect(guessLanguage(text)).toBeNull();
  });
});
