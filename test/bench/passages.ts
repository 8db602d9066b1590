import type { Span } from '../../src/domain/text/span.ts';
import type { Turn } from '../../src/domain/text/turns.ts';
import { randomSource } from './random.ts';

const SHORTEST = 5;
const LONGEST = 40;

/** Passages of 5–40 words that an interviewee says, from all over the text, never the same twice. */
export function passageSource(text: string, turns: readonly Turn[], seed: number): () => Span {
  const random = randomSource(seed);
  const answers = turns
    .filter(({ role }) => role === 'interviewee')
    .map((turn) => wordsOf(text, turn))
    .filter((words) => words.length > SHORTEST);
  const taken = new Set<string>();
  return () => {
    for (;;) {
      const span = passageOf(answers[random(answers.length)] ?? [], random);
      const key = `${span.start}-${span.end}`;
      if (taken.has(key)) continue;
      taken.add(key);
      return span;
    }
  };
}

const wordsOf = (text: string, { body, end }: Turn): Span[] =>
  [...text.slice(body, end).matchAll(/\S+/g)].map(({ index, 0: word }) => ({
    start: body + index,
    end: body + index + word.length,
  }));

function passageOf(words: readonly Span[], random: (below: number) => number): Span {
  const first = random(words.length - SHORTEST);
  const last = Math.min(words.length - 1, first + SHORTEST + random(LONGEST - SHORTEST));
  const start = words[first]?.start;
  const end = words[last]?.end;
  if (start === undefined || end === undefined) throw new RangeError('no answer is long enough');
  return { start, end };
}
