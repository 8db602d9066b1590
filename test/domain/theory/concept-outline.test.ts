import { describe, expect, it } from 'vitest';
import type { ConceptId } from '../../../src/domain/ids.ts';
import { conceptOutline } from '../../../src/domain/theory/concept-outline.ts';

/** Each concept as its name and the name of the one above. */
function read(text: string): [string, string | null][] {
  let made = 0;
  const concepts = conceptOutline(text, () => `${++made}` as ConceptId);
  const nameOf = new Map(concepts.map(({ id, name }) => [id, name]));
  return concepts.map(({ name, parentId }) => [
    name,
    parentId ? (nameOf.get(parentId) ?? '?') : null,
  ]);
}

describe('an outline of concepts', () => {
  it.each<[string, string, [string, string | null][]]>([
    ['nothing', '', []],
    ['blank lines', '\n  \n\t\n', []],
    [
      'lines',
      'A\nB',
      [
        ['A', null],
        ['B', null],
      ],
    ],
    [
      'two levels',
      'A\n  B\n  C\nD',
      [
        ['A', null],
        ['B', 'A'],
        ['C', 'A'],
        ['D', null],
      ],
    ],
    [
      'tabs',
      'A\n\tB\n\t\tC\n\tD',
      [
        ['A', null],
        ['B', 'A'],
        ['C', 'B'],
        ['D', 'A'],
      ],
    ],
    [
      'bullets',
      '- A\n  * B\n  • C: what',
      [
        ['A', null],
        ['B', 'A'],
        ['C: what', 'A'],
      ],
    ],
    [
      'a hyphenated name',
      'A-B\n -C',
      [
        ['A-B', null],
        ['-C', 'A-B'],
      ],
    ],
    [
      'uneven indents',
      '   A\n     B\n    C\n  D',
      [
        ['A', null],
        ['B', 'A'],
        ['C', 'A'],
        ['D', null],
      ],
    ],
    [
      'line ends of Windows',
      'A\r\n  B\r\n',
      [
        ['A', null],
        ['B', 'A'],
      ],
    ],
  ])('reads %s', (_, text, expected) => {
    expect(read(text)).toEqual(expected);
  });
});
