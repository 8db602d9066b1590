import { describe, expect, it } from 'vitest';
import { roundPassages } from '../../../src/domain/double-coding/round-passages.ts';
import type { Round } from '../../../src/domain/project/round-records.ts';
import { Rejection } from '../../../src/domain/rejection.ts';
import { faultsOf } from './invariants.ts';
import { begunJournal, type Journal } from './journal.ts';
import { passage } from './moves.ts';

/** A round that Anna began, and in which Bertta decided a passage. */
function decided(): { journal: Journal; round: Round } {
  const journal = begunJournal();
  const { project } = journal;
  const [transcript] = project.transcripts.values();
  const [theme] = project.themes.keys();
  if (!transcript || !theme) throw new Error('the journal has no interview or no theme');
  const { id: transcriptId, textHash } = transcript;
  const coded = { transcriptId, textHash, anchor: passage(2, 1), themeIds: [theme], typeIds: [] };
  journal.run({ kind: 'add-excerpts', coder: 'Anna', excerpts: [coded] }, 'celia');
  journal.run({
    kind: 'add-round',
    round: {
      ...{ name: 'First', coders: ['Anna', 'Bertta'], consensus: 'Consensus', by: 'Anna' },
      ...{ transcriptIds: [transcriptId], share: null },
    },
  });
  const [round] = project.rounds.values();
  if (!round) throw new Error('no round was begun');
  journal.run({ kind: 'close-round', id: round.id, closed: true }, 'celia');
  const [place] = roundPassages(project, round);
  if (!place) throw new Error('the round has no passage');
  const { themeId, start, end } = place;
  journal.run(
    {
      kind: 'resolve-passages',
      ...{ id: round.id, by: 'Bertta', excerpts: [] },
      decisions: [{ transcriptId, themeId, start, end, taken: [] }],
    },
    'bertta',
  );
  return { journal, round };
}

const refused = (act: () => unknown): string => {
  try {
    act();
    return 'done';
  } catch (error) {
    if (error instanceof Rejection) return error.code;
    throw error;
  }
};

describe('the beginning of a round', () => {
  it('is not taken back from under what others decided in it', () => {
    const { journal } = decided();
    expect(refused(() => journal.step('undo', 'anna'))).toBe('step-overtaken');
    expect(faultsOf(journal.project)).toEqual([]);
    expect(journal.step('undo', 'bertta')).toBe(true);
    expect(refused(() => journal.step('undo', 'anna'))).toBe('step-overtaken');
    expect(journal.step('undo', 'celia')).toBe(true);
    expect(journal.step('undo', 'anna')).toBe(true);
    expect(journal.project.rounds.size).toBe(0);
  });

  it('is needed by a decision that is done again', () => {
    const { journal, round } = decided();
    journal.step('undo', 'bertta');
    journal.run({ kind: 'remove-round', id: round.id }, 'celia');
    expect(refused(() => journal.step('redo', 'bertta'))).toBe('step-overtaken');
    expect(faultsOf(journal.project)).toEqual([]);
  });
});
