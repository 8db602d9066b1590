import { expect, it } from 'vitest';
import { conceptsInOrder } from '../../../src/domain/theory/concepts-in-order.ts';
import { F, withFramework } from './theory.ts';

it('go dimension by dimension, each from top to bottom', () => {
  const { project } = withFramework(['A', 'B', 'A1 < A', '|', 'X', 'Y', 'X1 < X']);
  expect(conceptsInOrder(project, F).map(({ concept, depth }) => [concept.name, depth])).toEqual([
    ['A', 0],
    ['A1', 1],
    ['B', 0],
    ['X', 0],
    ['X1', 1],
    ['Y', 0],
  ]);
});
