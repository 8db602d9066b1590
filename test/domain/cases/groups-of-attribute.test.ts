import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import {
  groupsOfAttribute,
  type GroupingOptions,
} from '../../../src/domain/cases/groups-of-attribute.ts';
import type { AttributeId, CaseId } from '../../../src/domain/ids.ts';
import type { NewAttribute } from '../../../src/domain/project/case-commands.ts';
import { Journal } from '../project/journal.ts';

const ID = 'a' as AttributeId;

/** A project whose cases hold these values of one attribute, in this order. */
function projectOf(attribute: Omit<NewAttribute, 'name'>, values: readonly (string | number)[]) {
  const journal = new Journal();
  const cases = values.map((_, i) => ({ id: `c${i}` as CaseId, name: `H${i}` }));
  journal.run({
    kind: 'set-values',
    newAttributes: [{ ...attribute, id: ID, name: 'Attribute' }],
    newCases: cases,
    values: values.map((value, i) => ({ caseId: cases[i]!.id, attributeId: ID, value })),
    newChoices: 'add',
  });
  return journal.project;
}

const groups = (
  attribute: Omit<NewAttribute, 'name'>,
  values: readonly (string | number)[],
  options?: GroupingOptions,
) =>
  groupsOfAttribute(projectOf(attribute, values), ID, options).map(
    ({ id, caseIds }) => `${id}: ${caseIds.map((one) => one.slice(1)).join(' ')}`,
  );

const NPS = { kind: 'nps', min: 0, max: 10, easyEnd: null } as const;

describe('the groups of an attribute', () => {
  it('of text stand in case order', () => {
    expect(groups({}, ['Turku', 'Oulu', 'Turku', ''])).toEqual([
      'value:Turku: 0 2',
      'value:Oulu: 1',
      'missing: 3',
    ]);
  });

  it('of choices stand in the order of the list, those nobody has among them', () => {
    expect(
      groups({ kind: 'choice', choices: ['Oulu', 'Pori', 'Turku'] }, ['turku', 'Oulu']),
    ).toEqual(['value:Oulu: 1', 'value:Pori: ', 'value:Turku: 0']);
  });

  it('of few numbers are the numbers, rising', () => {
    expect(groups({ kind: 'number' }, [10, 2, 10])).toEqual(['value:2: 1', 'value:10: 0 2']);
  });

  it('of many numbers are two halves at the median', () => {
    expect(groups({ kind: 'number' }, [9, 8, 7, 6, 5, 4, 3, 2, 1, ''])).toEqual([
      'range:..5: 4 5 6 7 8',
      'range:5..: 0 1 2 3',
      'missing: 9',
    ]);
  });

  it('of numbers are cut where it is said', () => {
    expect(groups({ kind: 'number' }, [18, 30, 31, 64], { numbers: [30, 50] })).toEqual([
      'range:..30: 0 1',
      'range:30..50: 2',
      'range:50..: 3',
    ]);
  });

  it('of one number alone are one range', () => {
    expect(groups({ kind: 'number' }, [5, 5], { numbers: 'median' })).toEqual(['range:..: 0 1']);
  });

  it('of dates are days or years', () => {
    const dates = ['8.12.2022', '1.1.2021', '9.12.2022'];
    expect(groups({ kind: 'date' }, dates)).toEqual([
      'value:2021-01-01: 1',
      'value:2022-12-08: 0',
      'value:2022-12-09: 2',
    ]);
    expect(groups({ kind: 'date' }, dates, { dates: 'years' })).toEqual([
      'year:2021: 1',
      'year:2022: 0 2',
    ]);
  });

  it.each([
    [NPS, [10, 6, 7, ''], ['promoter: 0', 'passive: 2', 'detractor: 1']],
    [
      { kind: 'csat', min: 1, max: 5, easyEnd: null },
      [5, 3, 1, ''],
      ['satisfied: 0', 'neutral: 1', 'dissatisfied: 2'],
    ],
    [
      { kind: 'ces', min: 1, max: 7, easyEnd: 'low' },
      [1, 4, 7, ''],
      ['easy: 0', 'neutral: 1', 'difficult: 2'],
    ],
    [
      { kind: 'ces', min: 1, max: 5, easyEnd: 'high' },
      [5, 3, 1, ''],
      ['easy: 0', 'neutral: 1', 'difficult: 2'],
    ],
  ] as const)('of a measure are its own: %j', (measure, values, expected) => {
    expect(groups({ kind: 'measure', measure }, values)).toEqual([
      ...expected.map((one) => `measure:${one}`),
      'missing: 3',
    ]);
  });

  it('hold every case once', () => {
    const value = fc.oneof(fc.integer({ min: -5, max: 20 }), fc.constant(''));
    const options = fc.constantFrom<GroupingOptions>(
      {},
      { numbers: 'values' },
      { numbers: 'median' },
      { numbers: [3, 0, 3] },
    );
    fc.assert(
      fc.property(fc.array(value, { maxLength: 20 }), options, (values, how) => {
        const project = projectOf({ kind: 'number' }, values);
        const found = groupsOfAttribute(project, ID, how);
        expect(found.flatMap(({ caseIds }) => caseIds).sort()).toEqual(
          [...project.cases.keys()].sort(),
        );
        expect(new Set(found.map(({ id }) => id)).size).toBe(found.length);
      }),
    );
  });
});
