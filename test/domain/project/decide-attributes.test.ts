import { beforeEach, describe, expect, it } from 'vitest';
import { caseHoldings } from '../../../src/domain/cases/case-holdings.ts';
import type { AttributeId, CaseId, TypeId } from '../../../src/domain/ids.ts';
import { attributesInOrder, casesInOrder } from '../../../src/domain/project/project.ts';
import { Journal } from './journal.ts';
import { newTranscript } from './moves.ts';

let journal: Journal;
let ids: CaseId[];
beforeEach(() => {
  journal = new Journal();
  journal.run({
    kind: 'add-transcripts',
    transcripts: ['Maija', 'Ville', 'Maia'].map((name, i) => newTranscript(i, name)),
  });
  ids = casesInOrder(journal.project).map(({ id }) => id);
});

const add = (name: string, more: object = {}): AttributeId => {
  journal.run({ kind: 'add-attribute', attribute: { name, ...more } });
  return attributesInOrder(journal.project).at(-1)!.id;
};
const set = (attributeId: AttributeId, values: readonly (string | number | null)[]) =>
  journal.run({
    kind: 'set-values',
    values: values.map((value, i) => ({ caseId: ids[i]!, attributeId, value })),
    newChoices: 'refuse',
  });
const valuesOf = (id: AttributeId) =>
  casesInOrder(journal.project).map(({ attributes }) => attributes[id] ?? null);
const refused = (code: string) => expect.objectContaining({ code }) as unknown;

describe('an attribute', () => {
  it('has a name that no other has', () => {
    add('Rooli');
    expect(() => add('rooli')).toThrow(refused('attribute-name-taken'));
  });

  it.each([
    [{ kind: 'measure' }],
    [{ kind: 'measure', measure: { kind: 'nps', min: 1, max: 5, easyEnd: null } }],
    [{ kind: 'measure', measure: { kind: 'ces', min: 1, max: 7, easyEnd: null } }],
    [{ kind: 'measure', measure: { kind: 'csat', min: 1, max: 5, easyEnd: 'low' } }],
  ])('is no measure without its scale and direction: %j', (more) => {
    expect(() => add('NPS', more)).toThrow(refused('measure-scale'));
  });

  it('moves among the others and is removed with its values, all of which can be undone', () => {
    const [role, age] = [add('Rooli'), add('Ikä', { kind: 'number' })];
    set(age, [30, 40]);
    journal.run({ kind: 'move-attribute', id: age, index: 0 });
    expect(attributesInOrder(journal.project).map(({ id }) => id)).toEqual([age, role]);
    journal.run({ kind: 'remove-attribute', id: age });
    expect(valuesOf(age)).toEqual([null, null, null]);
    journal.step('undo');
    expect(valuesOf(age)).toEqual([30, 40, null]);
  });

  it('that becomes a number reads its values; those that are none are told, or cleared', () => {
    const age = add('Ikä');
    set(age, ['30', '40,5', 'noin 50']);
    const change = { kind: 'change-attribute', id: age, changes: { kind: 'number' } } as const;
    expect(() => journal.run({ ...change, unfit: 'refuse' })).toThrow(
      expect.objectContaining({ details: { name: 'Ikä', count: 1, example: 'noin 50' } }),
    );
    journal.run({ ...change, unfit: 'clear' });
    expect(valuesOf(age)).toEqual([30, 40.5, null]);
    journal.step('undo');
    expect(valuesOf(age)).toEqual(['30', '40,5', 'noin 50']);
  });

  it('that becomes a choice offers what the cases have', () => {
    const town = add('Paikka');
    set(town, ['Oulu', 'oulu', 'Turku']);
    journal.run({
      kind: 'change-attribute',
      id: town,
      changes: { kind: 'choice' },
      unfit: 'refuse',
    });
    expect(journal.project.attributes.get(town)).toMatchObject({ choices: ['Oulu', 'Turku'] });
    expect(valuesOf(town)).toEqual(['Oulu', 'Oulu', 'Turku']);
  });

  it('renames a choice with its values, and joins two of one name', () => {
    const town = add('Paikka', { kind: 'choice', choices: ['Oulu', 'Uleåborg', 'Turku'] });
    set(town, ['Oulu', 'Uleåborg', 'Turku']);
    const renamed = [{ from: 'Uleåborg', to: 'Oulu' }];
    const changes = { choices: ['Oulu', 'Turku'] };
    journal.run({ kind: 'change-attribute', id: town, changes, renamed, unfit: 'refuse' });
    expect(valuesOf(town)).toEqual(['Oulu', 'Oulu', 'Turku']);
  });

  it('keeps a choice that somebody has', () => {
    const town = add('Paikka', { kind: 'choice', choices: ['Oulu', 'Turku'] });
    set(town, ['Oulu']);
    const change = { kind: 'change-attribute', id: town, changes: { choices: ['Turku'] } } as const;
    expect(() => journal.run({ ...change, unfit: 'refuse' })).toThrow(
      refused('attribute-values-unfit'),
    );
  });
});

describe('values of many cases', () => {
  it('are one step', () => {
    const age = add('Ikä', { kind: 'number' });
    set(age, ['30', 40, '50']);
    expect(valuesOf(age)).toEqual([30, 40, 50]);
    journal.step('undo');
    expect(valuesOf(age)).toEqual([null, null, null]);
  });

  it('are all refused when one does not fit', () => {
    const age = add('Ikä', { kind: 'number' });
    expect(() => set(age, ['30', 'x'])).toThrow(
      expect.objectContaining({
        code: 'value-number',
        details: expect.objectContaining({ case: 'Ville', value: 'x', attribute: 'Ikä' }) as object,
      }),
    );
    expect(valuesOf(age)).toEqual([null, null, null]);
  });

  it('refuse a choice that is not on the list, or add it', () => {
    const town = add('Paikka', { kind: 'choice', choices: ['Oulu'] });
    expect(() => set(town, ['Turku'])).toThrow(refused('value-choice'));
    journal.run({
      kind: 'set-values',
      values: ids.map((caseId) => ({ caseId, attributeId: town, value: 'Turku' })),
      newChoices: 'add',
    });
    expect(journal.project.attributes.get(town)?.choices).toEqual(['Oulu', 'Turku']);
  });

  it('come with attributes and cases of their own', () => {
    const [id, caseId] = ['a' as AttributeId, 'c' as CaseId];
    journal.run({
      kind: 'import-attributes',
      newAttributes: [{ id, name: 'Ikä', kind: 'number' }],
      newCases: [{ id: caseId, name: 'Uusi' }],
      values: [{ caseId, attributeId: id, value: '33' }],
      newChoices: 'refuse',
    });
    expect(journal.project.cases.get(caseId)).toMatchObject({
      name: 'Uusi',
      attributes: { a: 33 },
    });
    journal.step('undo');
    expect(journal.project.attributes.size).toBe(0);
    expect(journal.project.cases.has(caseId)).toBe(false);
  });
});

describe('cases', () => {
  it('are added under a name of their own', () => {
    journal.run({ kind: 'add-case', name: 'Uusi' });
    expect(casesInOrder(journal.project).map(({ name }) => name)).toContain('Uusi');
    expect(() => journal.run({ kind: 'add-case', name: 'uusi' })).toThrow(
      refused('case-name-taken'),
    );
  });

  it('are removed where no transcript is of them', () => {
    const id = 'c' as CaseId;
    journal.run({ kind: 'add-case', id, name: 'Uusi' });
    journal.run({ kind: 'remove-case', id });
    expect(journal.project.cases.has(id)).toBe(false);
    expect(() => journal.run({ kind: 'remove-case', id: ids[0]! })).toThrow(
      refused('case-has-transcripts'),
    );
  });

  it('that are one are merged with their transcripts, types and values; the other’s own stay', () => {
    const age = add('Ikä', { kind: 'number' });
    const town = add('Paikka');
    const [maija, , maia] = ids as [CaseId, CaseId, CaseId];
    const type = 't' as TypeId;
    journal.run({ kind: 'add-type', type: { id: type, name: 'Type', exemplarCaseId: maia } });
    journal.run({ kind: 'change-case', id: maia, typeIds: [type], memo: 'two' });
    journal.run({ kind: 'change-case', id: maija, memo: 'one' });
    set(age, [30, null, 31]);
    set(town, [null, null, 'Oulu']);
    journal.run({ kind: 'merge-case', id: maia, into: maija });
    expect(journal.project.cases.get(maija)).toMatchObject({
      attributes: { [age]: 30, [town]: 'Oulu' },
      typeIds: [type],
      memo: 'one\n\ntwo',
    });
    expect(journal.project.types.get(type)?.exemplarCaseId).toBe(maija);
    expect(caseHoldings(journal.project)(maija).transcripts).toHaveLength(2);
    journal.step('undo');
    expect(casesInOrder(journal.project)).toHaveLength(3);
  });

  it('that are new come with their values, and go with them', () => {
    const age = add('Ikä', { kind: 'number' });
    const id = 'c' as CaseId;
    const events = journal.run({
      kind: 'set-values',
      newCases: [{ id, name: 'Uusi' }],
      values: [{ caseId: id, attributeId: age, value: 30 }],
      newChoices: 'refuse',
    });
    expect(events.map(({ kind }) => kind)).toEqual(['case-added']);
    expect(journal.project.cases.get(id)).toMatchObject({ attributes: { [age]: 30 } });
    journal.step('undo');
    expect(journal.project.cases.has(id)).toBe(false);
    journal.step('redo');
    expect(journal.project.cases.get(id)).toMatchObject({ attributes: { [age]: 30 } });
  });

  it('are not merged with themselves', () => {
    expect(() => journal.run({ kind: 'merge-case', id: ids[0]!, into: ids[0]! })).toThrow(
      refused('case-merged-with-itself'),
    );
  });
});
