import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { clockOf, LONGEST_SECONDS, parseDuration } from '../../../src/domain/cases/duration.ts';

const h = 3600;

describe('a duration as it is typed', () => {
  it.each([
    ['40 min 50 sek', 40 * 60 + 50],
    ['40min 50s', 40 * 60 + 50],
    ['63 min 3 s', 3783],
    ['67 min 45 s', 4065],
    ['67 min. 45 sek.', 4065],
    ['1:03:03', 3783],
    ['1.03.03', 3783],
    ['01:03:03', 3783],
    ['63:03', 3783],
    ['0:45', 45],
    ['1 h 3 min', h + 180],
    ['1h3min', h + 180],
    ['1 h', h],
    ['1 t 3 min 3 s', 3783],
    ['1 tunti 3 minuuttia ja 3 sekuntia', 3783],
    ['1 timme och 3 minuter', h + 180],
    ['2 tim 5 min', 2 * h + 300],
    ['1 hour, 3 minutes and 3 seconds', 3783],
    ['2 hrs', 2 * h],
    ['1,5 h', 1.5 * h],
    ['1.5 h', 1.5 * h],
    ['45', 45 * 60],
    ['45,5', 45.5 * 60],
    ['63.03', Math.round(63.03 * 60)],
    ['50 sek', 50],
    ['90 min', 90 * 60],
    [' 40 min 50 sek ', 2450],
  ])('%s is %i s', (typed, seconds) => {
    expect(parseDuration(typed)).toBe(seconds);
  });

  it.each([
    '',
    ' ',
    'noin tunti',
    '1:75',
    '1:03:61',
    '63:3',
    '50 sek 40 min',
    '0',
    '0:00',
    '-5',
    '1e9',
    '100 h',
    '5 km',
    '5 minä',
    '1:2:3:4',
    '=1+1',
  ])('%j is none', (typed) => {
    expect(parseDuration(typed)).toBeNull();
  });

  it('is read from how it is written', () => {
    fc.assert(
      fc.property(fc.integer({ min: 1, max: LONGEST_SECONDS }), (seconds) => {
        expect(parseDuration(clockOf(seconds))).toBe(seconds);
        const words = `${Math.floor(seconds / 60)} min ${seconds % 60} s`;
        expect(parseDuration(words)).toBe(seconds);
      }),
    );
  });
});

describe('a duration as a clock', () => {
  it.each([
    [20110, '5:35:10'],
    [45, '0:00:45'],
    [3600 * 100, '100:00:00'],
    [59.6, '0:01:00'],
  ])('%d s is %s', (seconds, clock) => {
    expect(clockOf(seconds)).toBe(clock);
  });
});
