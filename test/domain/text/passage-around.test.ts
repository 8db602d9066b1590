import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { passageAround, type Passage } from '../../../src/domain/text/passage-around.ts';
import { splitTurns } from '../../../src/domain/text/turns.ts';

const TEXT =
  'Haastattelija: Mitä?\n\nH1: Luottamus on kaikki. Aikataulu pitää, jos luvataan!  Niin.\n\n';
const around = (word: string, passage: Passage): string => {
  const start = TEXT.indexOf(word);
  const hit = { start, end: start + word.length };
  const span = passageAround(TEXT, splitTurns(TEXT), hit, passage, 'fi');
  return TEXT.slice(span.start, span.end);
};

describe('the passage around a word', () => {
  it('is the word, its sentence or all that is said in the turn', () => {
    expect(around('pitää', 'hit')).toBe('pitää');
    expect(around('pitää', 'sentence')).toBe('Aikataulu pitää, jos luvataan!');
    expect(around('pitää', 'turn')).toBe(
      'Luottamus on kaikki. Aikataulu pitää, jos luvataan!  Niin.',
    );
  });

  it('is every sentence that a phrase runs over', () => {
    expect(around('kaikki. Aikataulu', 'sentence')).toBe(
      'Luottamus on kaikki. Aikataulu pitää, jos luvataan!',
    );
  });

  it('always holds the word, and grows from word to sentence to turn', () => {
    const turns = splitTurns(TEXT);
    const said = turns.at(-1)!;
    const last = TEXT.trimEnd().length;
    fc.assert(
      fc.property(fc.nat(last - said.body - 1), fc.integer({ min: 1, max: 12 }), (from, length) => {
        const start = said.body + from;
        const hit = { start, end: Math.min(last, start + length) };
        if (TEXT.slice(hit.start, hit.end).trim() !== TEXT.slice(hit.start, hit.end)) return;
        const [sentence, turn] = (['sentence', 'turn'] as const).map((passage) =>
          passageAround(TEXT, turns, hit, passage, 'fi'),
        );
        expect(sentence!.start).toBeLessThanOrEqual(hit.start);
        expect(sentence!.end).toBeGreaterThanOrEqual(hit.end);
        expect(turn!.start).toBeLessThanOrEqual(sentence!.start);
        expect(turn!.end).toBeGreaterThanOrEqual(sentence!.end);
      }),
    );
  });
});
