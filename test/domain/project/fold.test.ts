import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { evolve } from '../../../src/domain/project/evolve.ts';
import { emptyProject, type Project } from '../../../src/domain/project/project.ts';
import { fromSnapshot, toSnapshot, type Snapshot } from '../../../src/domain/project/snapshot.ts';
import { Rejection } from '../../../src/domain/rejection.ts';
import { emptyCases, faultsOf } from './invariants.ts';
import { begunJournal, recordsOf } from './journal.ts';
import { anyMove, commandOf, doubleCodingMove, doubleCodingMoves, moves } from './moves.ts';

const writtenAndRead = (project: Project): Project =>
  fromSnapshot(JSON.parse(JSON.stringify(toSnapshot(project))) as Snapshot);

it('has settings that a snapshot of an earlier version did not name', () => {
  const { project } = begunJournal();
  const { stopWords: _, wordMerges: __, ...settings } = project.settings;
  const old = { ...toSnapshot(project), settings } as Snapshot;
  expect(fromSnapshot(old).settings).toEqual(project.settings);
});

describe.each([
  ['a project', anyMove, moves],
  ['a project that is coded twice', doubleCodingMove, doubleCodingMoves],
])('%s', (_, move, moves) => {
  it('is whole after every command', () => {
    fc.assert(
      fc.property(moves, (list) => {
        const journal = begunJournal();
        for (const one of list) {
          const command = commandOf(journal.project, one, journal.newId);
          if (command) journal.run(command);
          expect(faultsOf(journal.project)).toEqual([]);
          expect(emptyCases(journal.project, journal.events)).toEqual([]);
        }
      }),
    );
  });

  it('is what it was when a command is undone, and what it became when it is done again', () => {
    fc.assert(
      fc.property(moves, (list) => {
        const journal = begunJournal();
        for (const one of list) {
          const before = recordsOf(journal.project);
          const command = commandOf(journal.project, one, journal.newId);
          if (!command || journal.run(command).length === 0) continue;
          const after = recordsOf(journal.project);
          journal.step('undo');
          expect(recordsOf(journal.project)).toBe(before);
          expect(faultsOf(journal.project)).toEqual([]);
          journal.step('redo');
          expect(recordsOf(journal.project)).toBe(after);
        }
      }),
      { numRuns: 50 },
    );
  });

  it('goes back to its beginning step by step, and forward again through the same states', () => {
    fc.assert(
      fc.property(moves, (list) => {
        const journal = begunJournal();
        const states = [recordsOf(journal.project)];
        for (const one of list) {
          const command = commandOf(journal.project, one, journal.newId);
          if (command && journal.run(command).length > 0) states.push(recordsOf(journal.project));
        }
        for (let round = 0; round < 2; round++) {
          for (const state of states.slice(0, -1).reverse()) {
            expect(journal.step('undo')).toBe(true);
            expect(recordsOf(journal.project)).toBe(state);
          }
          for (const state of states.slice(1)) {
            expect(journal.step('redo')).toBe(true);
            expect(recordsOf(journal.project)).toBe(state);
          }
          expect(journal.step('redo')).toBe(false);
        }
      }),
      { numRuns: 50 },
    );
  });

  it('is the fold of its journal, from the beginning or from a snapshot', () => {
    fc.assert(
      fc.property(moves, fc.nat(40), (list, cut) => {
        const journal = begunJournal();
        let kept = writtenAndRead(journal.project);
        for (const [i, one] of list.entries()) {
          if (one.a % 5 === 0) journal.step(one.b % 2 === 0 ? 'undo' : 'redo');
          const command = commandOf(journal.project, one, journal.newId);
          if (command) journal.run(command);
          if (i === cut) kept = writtenAndRead(journal.project);
        }
        const expected = toSnapshot(journal.project);
        expect(toSnapshot(journal.events.reduce(evolve, emptyProject(journal.project.id)))).toEqual(
          expected,
        );
        const later = journal.events.slice(kept.revision);
        expect(toSnapshot(later.reduce(evolve, kept))).toEqual(expected);
        expect(toSnapshot(writtenAndRead(journal.project))).toEqual(expected);
      }),
    );
  });

  it('stays whole when several people undo and redo among each other', () => {
    const step = fc.record({
      who: fc.constantFrom('anna', 'bertta', 'celia'),
      turn: fc.nat(6),
      move,
    });
    fc.assert(
      fc.property(fc.array(step, { minLength: 30, maxLength: 60, size: 'max' }), (steps) => {
        const journal = begunJournal();
        for (const { who, turn, move: one } of steps) {
          const before = turn < 2 ? recordsOf(journal.project) : null;
          try {
            const command = turn < 2 ? null : commandOf(journal.project, one, journal.newId);
            if (command) journal.run(command, who);
            else if (turn < 2) journal.step(turn === 0 ? 'undo' : 'redo', who);
          } catch (error) {
            if (!(error instanceof Rejection)) throw error;
            expect(recordsOf(journal.project)).toBe(before);
          }
          expect(faultsOf(journal.project)).toEqual([]);
        }
      }),
    );
  });

  it('does not change what a snapshot of it says', () => {
    const journal = begunJournal();
    journal.run({ kind: 'add-theme', theme: { name: 'One' } });
    const snapshot = toSnapshot(journal.project);
    const said = JSON.stringify(snapshot);
    journal.run({ kind: 'add-theme', theme: { name: 'Two' } });
    expect(JSON.stringify(snapshot)).toBe(said);
  });
});
