import { beforeEach, describe, expect, it } from 'vitest';
import type { CaseId, TypeId } from '../../../src/domain/ids.ts';
import { casesInOrder } from '../../../src/domain/project/project.ts';
import { Journal } from './journal.ts';
import { newTranscript } from './moves.ts';

const [GENERAL, RARE] = ['general', 'rare'] as TypeId[] as [TypeId, TypeId];

let journal: Journal;
let ids: CaseId[];
beforeEach(() => {
  journal = new Journal();
  journal.run({
    kind: 'add-transcripts',
    transcripts: ['Maija', 'Ville', 'Anna'].map((name, i) => newTranscript(i, name)),
  });
  for (const id of [GENERAL, RARE]) journal.run({ kind: 'add-type', type: { id, name: id } });
  ids = casesInOrder(journal.project).map(({ id }) => id);
});

const typesOf = () => casesInOrder(journal.project).map(({ typeIds }) => typeIds);

describe('the types of a case', () => {
  it('are each there once', () => {
    journal.run({ kind: 'change-case', id: ids[0]!, typeIds: [GENERAL, RARE, GENERAL] });
    expect(typesOf()).toEqual([[GENERAL, RARE], [], []]);
  });

  it('are types that there are', () => {
    expect(() =>
      journal.run({ kind: 'change-case', id: ids[0]!, typeIds: ['gone' as TypeId] }),
    ).toThrow(expect.objectContaining({ code: 'type-not-found' }));
  });

  it('go with the type, and come back with it', () => {
    journal.run({ kind: 'change-case', id: ids[0]!, typeIds: [GENERAL, RARE] });
    journal.run({ kind: 'remove-type', id: GENERAL });
    expect(typesOf()[0]).toEqual([RARE]);
    journal.step('undo');
    expect(typesOf()[0]).toEqual([GENERAL, RARE]);
  });
});

describe('the cases of a type', () => {
  it('are the ones named and no others, in one step', () => {
    journal.run({ kind: 'change-case', id: ids[0]!, typeIds: [GENERAL, RARE] });
    journal.run({ kind: 'type-cases', typeId: GENERAL, caseIds: [ids[1]!, ids[2]!] });
    expect(typesOf()).toEqual([[RARE], [GENERAL], [GENERAL]]);
    journal.step('undo');
    expect(typesOf()).toEqual([[GENERAL, RARE], [], []]);
  });

  it('change nothing where they are those already', () => {
    journal.run({ kind: 'type-cases', typeId: GENERAL, caseIds: [ids[1]!] });
    expect(journal.run({ kind: 'type-cases', typeId: GENERAL, caseIds: [ids[1]!] })).toEqual([]);
  });

  it.each([
    { typeId: 'gone' as TypeId, caseIds: [], code: 'type-not-found' },
    { typeId: GENERAL, caseIds: ['gone' as CaseId], code: 'case-not-found' },
  ])('are refused with $code', ({ typeId, caseIds, code }) => {
    expect(() => journal.run({ kind: 'type-cases', typeId, caseIds })).toThrow(
      expect.objectContaining({ code }),
    );
  });
});

describe('what is said of a case', () => {
  it('changes field by field', () => {
    const id = ids[0]!;
    journal.run({ kind: 'change-case', id, deviantReason: 'works alone' });
    journal.run({ kind: 'change-case', id, memo: 'in a hurry', name: 'M.' });
    expect(journal.project.cases.get(id)).toMatchObject({
      name: 'M.',
      deviantReason: 'works alone',
      memo: 'in a hurry',
      typeIds: [],
    });
  });
});
