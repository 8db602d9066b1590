import { expect, it } from 'vitest';
import { known, percent, ratio, noValue } from '../../../src/domain/analysis/statistic.ts';

it('a statistic is a number or the reason why there is none', () => {
  expect(known(0.5)).toEqual({ value: 0.5 });
  expect(noValue('no-answers')).toEqual({ value: null, reason: 'no-answers' });
  expect(ratio(1, 4, 'no-answers')).toEqual({ value: 0.25 });
  expect(percent(1, 4, 'no-answers')).toEqual({ value: 25 });
  expect(ratio(0, 0, 'no-answers')).toEqual({ value: null, reason: 'no-answers' });
});

it.each([NaN, Infinity, -Infinity])('%d is never passed on as a statistic', (value) => {
  expect(() => known(value)).toThrow(RangeError);
});
