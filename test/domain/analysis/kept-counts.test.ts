import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { themeCounts, typeCounts } from '../../../src/domain/analysis/coded-counts.ts';
import { codedShareOf } from '../../../src/domain/analysis/coded-share.ts';
import type { Project } from '../../../src/domain/project/project.ts';
import { fromSnapshot, toSnapshot, type Snapshot } from '../../../src/domain/project/snapshot.ts';
import { begunJournal } from '../project/journal.ts';
import { commandOf, moves } from '../project/moves.ts';

/** The same project of new records, for which nothing was counted yet. */
const unknown = (project: Project): Project =>
  fromSnapshot(JSON.parse(JSON.stringify(toSnapshot(project))) as Snapshot);

const counted = (project: Project): unknown => ({
  themes: [...themeCounts(project)],
  types: [...typeCounts(project)],
  codedShare: codedShareOf(project),
});

describe('counts that are kept', () => {
  it('are those of a project counted for the first time, after every command, undo and redo', () => {
    fc.assert(
      fc.property(moves, (list) => {
        const journal = begunJournal();
        const check = (): void =>
          expect(counted(journal.project)).toEqual(counted(unknown(journal.project)));
        for (const one of list) {
          const command = commandOf(journal.project, one, journal.newId);
          if (!command || journal.run(command).length === 0) continue;
          check();
          journal.step('undo');
          check();
          journal.step('redo');
          check();
        }
      }),
      { numRuns: 20 },
    );
  });
});
