import { describe, expect, it } from 'vitest';
import { parseDate } from '../../../src/domain/cases/calendar-date.ts';

describe('a day as it is typed', () => {
  it.each([
    ['8.12.2022', '2022-12-08'],
    ['08.12.2022', '2022-12-08'],
    ['8. 12. 2022', '2022-12-08'],
    ['8/12/2022', '2022-12-08'],
    ['2022-12-08', '2022-12-08'],
    ['2022-12-8', '2022-12-08'],
    ['29.2.2024', '2024-02-29'],
  ])('%s is %s', (typed, iso) => {
    expect(parseDate(typed)).toBe(iso);
  });

  it.each(['', '8.12.', '8.12.22', '30.2.2022', '12/31/2022', '2022-13-01', '0.1.2022', 'eilen'])(
    '%j is none',
    (typed) => {
      expect(parseDate(typed)).toBeNull();
    },
  );
});
