import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { lanes, segments } from '../../../src/domain/text/segments.ts';
import { overlaps, type Span } from '../../../src/domain/text/span.ts';

interface Named extends Span {
  readonly name: number;
}

const namedSpans = fc
  .array(fc.tuple(fc.nat(40), fc.integer({ min: 1, max: 20 })), { maxLength: 25 })
  .map((pairs) =>
    pairs.map(([start, length], name): Named => ({ start, end: start + length, name })),
  );

const frames = fc
  .tuple(fc.nat(40), fc.integer({ min: 1, max: 30 }))
  .map(([start, length]): Span => ({ start, end: start + length }));

describe('segments', () => {
  it.each([
    { name: 'no spans: the frame', spans: [], tiles: ['0-10:'] },
    { name: 'a span in the middle', spans: [[3, 5]], tiles: ['0-3:', '3-5:0', '5-10:'] },
    {
      name: 'two that overlap',
      spans: [
        [2, 6],
        [4, 8],
      ],
      tiles: ['0-2:', '2-4:0', '4-6:0,1', '6-8:1', '8-10:'],
    },
    {
      name: 'two that touch',
      spans: [
        [2, 4],
        [4, 6],
      ],
      tiles: ['0-2:', '2-4:0', '4-6:1', '6-10:'],
    },
    {
      name: 'two alike',
      spans: [
        [0, 10],
        [0, 10],
      ],
      tiles: ['0-10:0,1'],
    },
    { name: 'one that reaches beyond both ends', spans: [[-5, 15]], tiles: ['0-10:0'] },
    {
      name: 'the order given, not the order of starts',
      spans: [
        [5, 10],
        [0, 10],
      ],
      tiles: ['0-5:1', '5-10:0,1'],
    },
    { name: 'a span elsewhere', spans: [[10, 12]], tiles: ['0-10:'] },
  ])('tiles the frame: $name', ({ spans, tiles }) => {
    const named = spans.map(([start = 0, end = 0], name): Named => ({ start, end, name }));
    const made = segments({ start: 0, end: 10 }, named);
    expect(
      made.map((s) => `${s.start}-${s.end}:${s.covering.map((c) => c.name).join(',')}`),
    ).toEqual(tiles);
  });

  it('tiles any frame exactly once, and each segment names exactly the spans that contain it', () => {
    fc.assert(
      fc.property(frames, namedSpans, (frame, spans) => {
        const tiles = segments(frame, spans);
        expect(tiles[0]?.start).toBe(frame.start);
        expect(tiles.at(-1)?.end).toBe(frame.end);
        for (const [i, tile] of tiles.entries()) {
          expect(tile.start).toBeLessThan(tile.end);
          if (i > 0) expect(tile.start).toBe(tiles[i - 1]?.end);
          expect(tile.covering).toEqual(
            spans.filter((s) => s.start <= tile.start && tile.end <= s.end),
          );
          expect(tile.covering).toEqual(spans.filter((s) => overlaps(s, tile)));
        }
      }),
    );
  });

  it('has nothing to tile in an empty frame', () => {
    expect(segments({ start: 4, end: 4 }, [{ start: 0, end: 9 }])).toEqual([]);
  });
});

describe('lanes', () => {
  it.each([
    {
      name: 'spans that touch share a lane',
      spans: [
        [0, 3],
        [3, 6],
      ],
      expected: [0, 0],
    },
    {
      name: 'spans that overlap do not',
      spans: [
        [0, 4],
        [3, 6],
      ],
      expected: [0, 1],
    },
    {
      name: 'the longer of two that start together comes first',
      spans: [
        [0, 2],
        [0, 6],
      ],
      expected: [1, 0],
    },
    {
      name: 'a lane is free again',
      spans: [
        [0, 9],
        [1, 3],
        [4, 6],
      ],
      expected: [0, 1, 1],
    },
  ])('$name', ({ spans, expected }) => {
    expect(lanes(spans.map(([start = 0, end = 0]) => ({ start, end })))).toEqual(expected);
  });

  it('never lets two in one lane overlap, and needs no more lanes than lie over one place', () => {
    fc.assert(
      fc.property(namedSpans, (spans) => {
        const lane = lanes(spans);
        expect(lane).toHaveLength(spans.length);
        for (const [i, a] of spans.entries())
          for (const [j, b] of spans.entries())
            if (i < j && overlaps(a, b)) expect(lane[i]).not.toBe(lane[j]);
        const deepest = Math.max(
          0,
          ...spans.map((s) => spans.filter((t) => t.start <= s.start && s.start < t.end).length),
        );
        expect(new Set(lane).size).toBe(deepest);
      }),
    );
  });
});
