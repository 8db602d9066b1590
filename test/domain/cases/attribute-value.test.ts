import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { readDate, readNumber, readValue } from '../../../src/domain/cases/attribute-value.ts';
import type { Attribute } from '../../../src/domain/project/records.ts';

const of = (kind: Attribute['kind'], more: Partial<Attribute> = {}) => ({
  kind,
  choices: [],
  measure: null,
  ...more,
});

describe('a number', () => {
  it.each([
    ['3,5', 3.5],
    ['3.5', 3.5],
    ['1 234,5', 1234.5],
    ['1\u00a0234\u00a0567', 1_234_567],
    ['1.234,5', 1234.5],
    ['1,234.5', 1234.5],
    ['12 %', 12],
    ['12,5%', 12.5],
    ['\u22123', -3],
    ['+7', 7],
    [' 42 ', 42],
    ['1e5', null],
    ['12 34', null],
    ['1,2,3', null],
    ['Infinity', null],
    ['0x10', null],
    ['=1+1', null],
    ['kolme', null],
    ['1234567890123456', null],
    ['', null],
  ])('%j is %j', (text, number) => {
    expect(readNumber(text)).toBe(number);
  });

  it('is read back however it is grouped in Finnish', () => {
    fc.assert(
      fc.property(fc.integer({ min: -1e9, max: 1e9 }), (n) => {
        expect(readNumber((n / 100).toLocaleString('fi'))).toBe(n / 100);
      }),
    );
  });
});

describe('a date', () => {
  it.each([
    ['8.12.2022', '2022-12-08'],
    ['08.12.2022', '2022-12-08'],
    ['8. 12. 2022', '2022-12-08'],
    ['8/12/2022', '2022-12-08'],
    ['2022-12-08', '2022-12-08'],
    ['2022-12-08T10:15:02Z', '2022-12-08'],
    ['8.12.2022 klo 14.05', '2022-12-08'],
    ['8.12.2022 14:05:33', '2022-12-08'],
    ['29.2.2024', '2024-02-29'],
    ['29.2.2023', null],
    ['31.4.2022', null],
    ['12/31/2022', null],
    ['8.12.22', null],
    ['joulukuussa', null],
  ])('%j is %j', (text, date) => {
    expect(readDate(text)).toBe(date);
  });
});

describe('a value', () => {
  const choice = of('choice', { choices: ['Oulu', 'Turku'] });
  const nps = of('measure', { measure: { kind: 'nps', min: 1, max: 10, easyEnd: null } });
  it.each([
    [of('text'), '  Johtaja ', { value: 'Johtaja' }],
    [of('text'), 3.5, { value: '3.5' }],
    [of('text'), '   ', { value: null }],
    [of('text'), 'x'.repeat(2_001), { fault: 'long' }],
    [of('number'), '2,5', { value: 2.5 }],
    [of('number'), NaN, { fault: 'number' }],
    [of('number'), 'paljon', { fault: 'number' }],
    [of('date'), '8.12.2022', { value: '2022-12-08' }],
    [choice, 'oulu', { value: 'Oulu' }],
    [choice, 'Pori', { fault: 'choice' }],
    [nps, '10', { value: 10 }],
    [nps, 0, { fault: 'measure' }],
    [nps, '7,5', { fault: 'measure' }],
    [nps, null, { value: null }],
  ] as const)('%# is read as its kind has it', (attribute, given, expected) => {
    expect(readValue(attribute, given)).toEqual(expected);
  });

  it('is a value of its attribute, or none: reading it again changes nothing', () => {
    const attributes = [of('text'), of('number'), of('date'), choice, nps];
    fc.assert(
      fc.property(
        fc.constantFrom(...attributes),
        fc.oneof(fc.string(), fc.double(), fc.constantFrom('8.12.2022', '1 000,5', 'TURKU')),
        (attribute, given) => {
          const read = readValue(attribute, given);
          if ('value' in read) expect(readValue(attribute, read.value)).toEqual(read);
        },
      ),
    );
  });
});
