import { describe, expect, it } from 'vitest';
import { COLOUR_COUNT, nextColour } from '../../../src/domain/codebook/colours.ts';

const used = (...colours: number[]): { colour: number }[] => colours.map((colour) => ({ colour }));

describe('nextColour', () => {
  it.each([
    { name: 'the first of an unused palette', colours: [], next: 1 },
    { name: 'the next', colours: [1, 2], next: 3 },
    { name: 'one left free', colours: [1, 3, 4], next: 2 },
    {
      name: 'from the beginning when all are used',
      colours: Array.from({ length: COLOUR_COUNT }, (_, i) => i + 1),
      next: 1,
    },
    {
      name: 'the least used',
      colours: [...Array.from({ length: COLOUR_COUNT }, (_, i) => i + 1), 1, 2],
      next: 3,
    },
  ])('is $name', ({ colours, next }) => {
    expect(nextColour(used(...colours))).toBe(next);
  });
});
