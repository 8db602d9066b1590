import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { ProjectId, ThemeId } from '../../../src/domain/ids.ts';
import { DEFAULTS } from '../../../src/domain/project/defaults.ts';
import { changeOf, differenceOf, payloadOf } from '../../../src/domain/project/events.ts';
import { evolve } from '../../../src/domain/project/evolve.ts';
import { invert } from '../../../src/domain/project/invert.ts';
import { emptyProject } from '../../../src/domain/project/project.ts';
import type { Coder, Records } from '../../../src/domain/project/records.ts';
import { begunJournal, recordsOf, SETTINGS } from './journal.ts';
import { commandOf, moves } from './moves.ts';

describe('differenceOf', () => {
  it('tells both sides of what differs, by value', () => {
    const record = { a: 1, list: [1, 2], same: [3], none: null as string | null };
    expect(differenceOf(record, { a: 2, list: [1], same: [3], none: null })).toEqual({
      before: { a: 1, list: [1, 2] },
      after: { a: 2, list: [1] },
    });
  });

  it('takes what is left out, or undefined, for unchanged', () => {
    expect(differenceOf({ a: 1, b: 2 }, { a: undefined })).toBeNull();
  });

  it('makes no event of no difference', () => {
    expect(changeOf('coder', { id: 'c', name: 'Anna' } as Coder, { name: 'Anna' })).toBeNull();
  });
});

describe('invert', () => {
  it('is its own inverse, and survives the journal', () => {
    fc.assert(
      fc.property(moves, (list) => {
        const journal = begunJournal();
        for (const one of list) {
          const command = commandOf(journal.project, one, journal.newId);
          if (command) journal.run(command);
        }
        for (const event of journal.events.slice(1).map(payloadOf))
          expect(invert(invert(event))).toEqual(event);
      }),
      { numRuns: 30 },
    );
  });

  it('refuses the creation of a project', () => {
    expect(() => invert({ kind: 'project-created', settings: SETTINGS })).toThrow(RangeError);
  });
});

describe('evolve', () => {
  it('completes what an earlier version wrote with what is held where nothing was said', () => {
    const old = { id: 'h1', name: 'H1', order: 1 } as unknown as Records['case'];
    const project = evolve(emptyProject('p' as ProjectId), {
      ...{ kind: 'case-added', record: old },
      ...{ revision: 1, at: '', actor: 'anna', command: 'add-transcripts', step: 1 },
    });
    expect([...project.cases.values()]).toEqual([{ ...DEFAULTS.case, ...old }]);
  });

  it('takes an event about what it does not hold for a revision gone by', () => {
    const journal = begunJournal();
    const empty = emptyProject('p' as ProjectId);
    const before = recordsOf(empty);
    const envelope = { at: 'now', actor: 'a', command: 'c' };
    const after = { name: 'N' };
    evolve(empty, {
      ...envelope,
      kind: 'theme-changed',
      id: 'x' as ThemeId,
      before: {},
      after,
      revision: 7,
      step: 7,
    });
    expect([recordsOf(empty), empty.revision]).toEqual([before, 7]);
    for (const event of journal.events.filter(({ kind }) => kind.endsWith('-removed')))
      evolve(empty, event);
    expect(recordsOf(empty)).toBe(before);
  });
});
