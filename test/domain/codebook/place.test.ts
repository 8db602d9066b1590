import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { byOrder, orderAt, orderAtEnd } from '../../../src/domain/codebook/place.ts';

const ordered = (...orders: number[]): { order: number }[] => orders.map((order) => ({ order }));

describe('orderAt', () => {
  it.each([
    { name: 'alone', orders: [], index: 0, expected: 1 },
    { name: 'first', orders: [1, 2], index: 0, expected: 0 },
    { name: 'between', orders: [2, 1], index: 1, expected: 1.5 },
    { name: 'last', orders: [1, 2], index: 2, expected: 3 },
    { name: 'beyond the last', orders: [1, 2], index: 7, expected: 3 },
    { name: 'before the first', orders: [1, 2], index: -7, expected: 0 },
    { name: 'where there is no room', orders: [1, 1 + 1e-7], index: 1, expected: null },
    { name: 'between two alike', orders: [1, 1], index: 1, expected: null },
  ])('$name: $expected', ({ orders, index, expected }) => {
    expect(orderAt(ordered(...orders), index)).toBe(expected);
  });

  it('puts a record at its index among any others', () => {
    fc.assert(
      fc.property(
        fc.uniqueArray(fc.integer({ min: -50, max: 50 }), { maxLength: 12 }),
        fc.nat(12),
        (orders, at) => {
          const index = Math.min(at, orders.length);
          const placed = { order: orderAt(ordered(...orders), index) ?? NaN };
          expect([...ordered(...orders), placed].sort(byOrder).indexOf(placed)).toBe(index);
        },
      ),
    );
  });
});

describe('orderAtEnd', () => {
  it('is behind all', () => {
    fc.assert(
      fc.property(fc.array(fc.integer({ min: -50, max: 50 })), (orders) => {
        for (const order of orders) expect(orderAtEnd(ordered(...orders))).toBeGreaterThan(order);
      }),
    );
  });
});
