import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { overlaps } from '../../../src/domain/text/span.ts';
import { splitTurns } from '../../../src/domain/text/turns.ts';
import { outside } from '../../../src/domain/types/outside.ts';
import { uncodedTurns } from '../../../src/domain/types/uncoded-turns.ts';
import { answer, coding, interview, typedProject } from './typed-project.ts';

describe('uncoded turns', () => {
  const text = 'I: One?\n\nA: Yes.\n\nI: Two?\n\nA: No.\n\nI: Three?\n\nA: Perhaps.';
  const turns = splitTurns(text);
  const at = (words: string) => ({
    start: text.indexOf(words),
    end: text.indexOf(words) + words.length,
  });

  it.each([
    { spans: [], uncoded: [2, 4, 6] },
    { spans: [at('No')], uncoded: [2, 6] },
    { spans: [at('One?'), at('Three?')], uncoded: [2, 4, 6] },
    { spans: [at('Yes.\n\nI: Two?\n\nA: No.')], uncoded: [6] },
    { spans: [at('Perhaps'), at('Yes'), at('No.')], uncoded: [] },
  ])('of an interview with codings at $spans are $uncoded', ({ spans, uncoded }) => {
    expect(uncodedTurns(turns, spans)).toEqual({ spoken: 3, uncoded });
  });

  it('are those whose words no span meets', () => {
    const long = interview('H1');
    const all = splitTurns(long);
    const span = fc
      .tuple(fc.nat(long.length - 1), fc.integer({ min: 1, max: 60 }))
      .map(([start, length]) => ({ start, end: Math.min(long.length, start + length) }));
    fc.assert(
      fc.property(fc.array(span, { maxLength: 8 }), (spans) => {
        const { uncoded } = uncodedTurns(all, spans);
        const expected = all.flatMap(({ role, body, end }, i) =>
          role === 'interviewee' && !spans.some((one) => overlaps(one, { start: body, end }))
            ? [i + 1]
            : [],
        );
        expect(uncoded).toEqual(expected);
      }),
    );
  });
});

describe('what lies outside', () => {
  const built = typedProject(
    ['H1', 'H2', 'H3', 'H4'],
    [
      coding('H1', 1, ['A'], { types: ['First'] }),
      coding('H2', 1, ['A'], { deviant: true, deviantReason: 'new here', stance: 'contradicts' }),
      coding('H3', 1, ['A'], { stance: 'contradicts' }),
      coding('H3', 2, ['A'], { stance: 'supports' }),
    ],
  );
  built.run({
    kind: 'type-cases',
    typeId: built.typeId('Second'),
    caseIds: [built.caseId('H4')],
  });
  const found = outside(built.project);

  it('is every deviant excerpt, and apart from them those that contradict their theme', () => {
    const quotes = (list: typeof found.deviant) => list.map(({ excerpt }) => excerpt.quote);
    expect(quotes(found.deviant)).toEqual([answer('H2', 1)]);
    expect(quotes(found.contradicting)).toEqual([answer('H3', 1)]);
  });

  it('is every case that neither has a type nor an excerpt of one', () => {
    expect(found.cases.map(({ name }) => name)).toEqual(['H2', 'H3']);
  });

  it('is every turn that nobody coded, interview by interview', () => {
    expect(found.turns.map(({ spoken, uncoded }) => [spoken, uncoded.length])).toEqual([
      [12, 11],
      [12, 11],
      [12, 10],
      [12, 12],
    ]);
  });
});
