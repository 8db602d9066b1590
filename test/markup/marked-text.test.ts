import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { splitTurns } from '../../src/domain/text/turns.ts';
import { markedText, type Layer } from '../../src/markup/marked-text.ts';
import { turnsHtml } from '../../src/markup/turn.ts';

const TEXT = `"One" & <two> isn't three, and four five six seven eight nine ten`;
const ENTITIES: Readonly<Record<string, string>> = {
  '&amp;': '&',
  '&lt;': '<',
  '&gt;': '>',
  '&quot;': '"',
  '&#39;': "'",
};

interface Character {
  readonly character: string;
  /** The excerpts whose marks stand around it, from the outermost in. */
  readonly within: readonly string[];
}

/** What a browser makes of marks and text. */
function read(html: string): Character[] {
  const open: string[] = [];
  const characters: Character[] = [];
  for (const [token, id] of html.matchAll(/<mark [^>]*data-e="([^"]*)">|<\/mark>|&[^;]+;|[^<&]/gu))
    if (id !== undefined) open.push(id);
    else if (token === '</mark>') open.pop();
    else characters.push({ character: ENTITIES[token] ?? token, within: [...open] });
  expect(open).toEqual([]);
  return characters;
}

const layers = fc
  .array(fc.tuple(fc.nat(TEXT.length - 1), fc.integer({ min: 1, max: 30 })), { maxLength: 12 })
  .map((spans) =>
    spans.map(([start, length], i): Layer => ({
      excerptId: `e${i}`,
      start,
      end: Math.min(TEXT.length, start + length),
      shape: 'theme',
      colour: 1 + (i % 12),
    })),
  );

describe('marked text', () => {
  it('is the text again, each character within the marks of all that covers it', () => {
    fc.assert(
      fc.property(layers, (over) => {
        const characters = read(markedText(TEXT, { start: 0, end: TEXT.length }, over));
        expect(characters.map(({ character }) => character).join('')).toBe(TEXT);
        characters.forEach(({ within }, at) => {
          const covering = over.filter(({ start, end }) => start <= at && at < end);
          expect([...within].sort()).toEqual(covering.map(({ excerptId }) => excerptId).sort());
        });
      }),
    );
  });

  it('keeps a layer in its lane from end to end, the deepest outermost', () => {
    const layer = (excerptId: string, start: number, end: number): Layer => ({
      ...{ excerptId, start, end, shape: 'theme', colour: 1 },
    });
    const html = markedText('abcdef', { start: 0, end: 6 }, [layer('x', 0, 4), layer('y', 2, 6)]);
    expect(html).toBe(
      '<mark class="theme c1 l0" data-e="x">ab</mark>' +
        '<mark class="theme c1 l1" data-e="y"><mark class="theme c1 l0" data-e="x">cd</mark></mark>' +
        '<mark class="theme c1 l1" data-e="y">ef</mark>',
    );
  });
});

describe('the turns of a text', () => {
  it.each([
    ['none', ''],
    ['one', 'H1: Yes.'],
    ['hundreds', 'Interviewer: Why?\n\nH1: Because of this and that, and so on.\n\n'.repeat(150)],
    [
      'a very long one among short',
      `Interviewer: Why?\n\nH1: ${'so '.repeat(5_000)}\n\nInterviewer: And?`,
    ],
  ])('stand in stretches, each once and in order: %s', (_, text) => {
    const turns = splitTurns(text);
    const html = turnsHtml(text, turns, []);
    const stretches = html.split('<div class="stretch">').slice(1);
    const numbers = stretches.map((stretch) =>
      [...stretch.matchAll(/<section class="turn [a-z]+" id="t-(\d+)"/g)].map(([, n]) => Number(n)),
    );
    expect(numbers.flat()).toEqual(turns.map((_turn, i) => i + 1));
    expect(numbers.every(({ length }) => length > 0)).toBe(true);
  });

  it('are in stretches of about the same length of text', () => {
    const text = 'Interviewer: Why?\n\nH1: Because of this and that, and so on.\n\n'.repeat(300);
    const html = turnsHtml(text, splitTurns(text), []);
    const counts = html
      .split('<div class="stretch">')
      .slice(1, -1)
      .map((stretch) => stretch.split('<section').length - 1);
    expect(new Set(counts).size).toBe(1);
    expect(counts.length).toBeGreaterThan(10);
  });
});
