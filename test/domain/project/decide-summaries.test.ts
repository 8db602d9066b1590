import { describe, expect, it } from 'vitest';
import type { CaseId, ThemeId } from '../../../src/domain/ids.ts';
import { faultsOf } from './invariants.ts';
import { Journal } from './journal.ts';
import { newTranscript } from './moves.ts';

const theme = (id: string): ThemeId => id as ThemeId;

/** Themes "A", "B" below A, and "C"; the cases of two interviews. */
function interviews(): { journal: Journal; h1: CaseId; h2: CaseId } {
  const journal = new Journal();
  for (const [name, parentId] of [
    ['A', null],
    ['B', theme('A')],
    ['C', null],
  ] as const)
    journal.run({ kind: 'add-theme', theme: { id: theme(name), name, parentId } });
  journal.run({ kind: 'add-transcripts', transcripts: [newTranscript(1), newTranscript(2)] });
  const [h1, h2] = [...journal.project.cases.keys()];
  if (!h1 || !h2) throw new Error('no cases');
  return { journal, h1, h2 };
}

const write = (journal: Journal, themeId: string, caseId: CaseId, text: string | null) =>
  journal.run({ kind: 'write-summary', themeId: theme(themeId), caseId, text });

/** `{ 'theme case name': text }` */
const written = ({ project }: Journal): Record<string, string> =>
  Object.fromEntries(
    [...project.summaries.values()].map(({ themeId, caseId, text }) => [
      `${themeId} ${project.cases.get(caseId)?.name}`,
      text,
    ]),
  );

describe('a summary', () => {
  it('is written, changed and, when blank, taken away, each as one step', () => {
    const { journal, h1 } = interviews();
    expect(write(journal, 'A', h1, ' First. ')).toHaveLength(1);
    expect(written(journal)).toEqual({ 'A Case 1': 'First.' });
    expect(write(journal, 'A', h1, 'First.')).toEqual([]);
    write(journal, 'A', h1, 'Second.');
    journal.step('undo');
    expect(written(journal)).toEqual({ 'A Case 1': 'First.' });
    write(journal, 'A', h1, '  ');
    expect(written(journal)).toEqual({});
    journal.step('undo');
    expect(written(journal)).toEqual({ 'A Case 1': 'First.' });
  });

  it('is refused for a theme or an interviewee that is not there', () => {
    const { journal, h1 } = interviews();
    expect(() => write(journal, 'X', h1, 'Text')).toThrow(
      expect.objectContaining({ code: 'theme-not-found' }),
    );
    expect(() => write(journal, 'A', 'X' as CaseId, 'Text')).toThrow(
      expect.objectContaining({ code: 'case-not-found' }),
    );
  });

  it('goes with its theme into the one it is merged with, below what is said there', () => {
    const { journal, h1, h2 } = interviews();
    write(journal, 'A', h1, 'Of A.');
    write(journal, 'C', h1, 'Of C.');
    write(journal, 'C', h2, 'Of C too.');
    journal.run({ kind: 'merge-theme', id: theme('C'), into: theme('A') });
    expect(written(journal)).toEqual({ 'A Case 1': 'Of A.\n\nOf C.', 'A Case 2': 'Of C too.' });
    journal.step('undo');
    expect(written(journal)).toEqual({
      'A Case 1': 'Of A.',
      'C Case 1': 'Of C.',
      'C Case 2': 'Of C too.',
    });
  });

  it('goes to the theme above when its own is removed, and from a top theme into memos', () => {
    const { journal, h1 } = interviews();
    write(journal, 'B', h1, 'Of B.');
    write(journal, 'C', h1, 'Of C.');
    journal.run({ kind: 'remove-theme', id: theme('B') });
    expect(written(journal)).toEqual({ 'A Case 1': 'Of B.', 'C Case 1': 'Of C.' });
    journal.run({ kind: 'remove-theme', id: theme('C') });
    expect(written(journal)).toEqual({ 'A Case 1': 'Of B.' });
    expect(journal.project.cases.get(h1)?.memo).toBe('C: Of C.');
    journal.step('undo');
    expect(written(journal)).toEqual({ 'A Case 1': 'Of B.', 'C Case 1': 'Of C.' });
    expect(journal.project.cases.get(h1)?.memo).toBeNull();
  });

  it('stays with the theme that is split', () => {
    const { journal, h1 } = interviews();
    write(journal, 'A', h1, 'Of A.');
    journal.run({ kind: 'split-theme', id: theme('A'), theme: { name: 'D' }, excerptIds: [] });
    expect(written(journal)).toEqual({ 'A Case 1': 'Of A.' });
  });

  it('goes with an interviewee who is merged with another', () => {
    const { journal, h1, h2 } = interviews();
    write(journal, 'A', h1, 'One.');
    write(journal, 'A', h2, 'Two.');
    write(journal, 'C', h2, 'Three.');
    journal.run({ kind: 'merge-case', id: h2, into: h1 });
    expect(written(journal)).toEqual({ 'A Case 1': 'One.\n\nTwo.', 'C Case 1': 'Three.' });
    expect(faultsOf(journal.project)).toEqual([]);
  });

  it('keeps its interviewee when the only interview is removed', () => {
    const { journal, h1 } = interviews();
    write(journal, 'A', h1, 'One.');
    const [transcript] = [...journal.project.transcripts.values()];
    if (transcript) journal.run({ kind: 'remove-transcript', id: transcript.id });
    expect(written(journal)).toEqual({ 'A Case 1': 'One.' });
    journal.run({ kind: 'remove-case', id: h1 });
    expect(written(journal)).toEqual({});
    journal.step('undo');
    expect(written(journal)).toEqual({ 'A Case 1': 'One.' });
  });
});
