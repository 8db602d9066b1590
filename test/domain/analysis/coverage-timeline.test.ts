import { describe, expect, it } from 'vitest';
import { coverageTimeline } from '../../../src/domain/analysis/coverage-timeline.ts';
import { buildProject } from '../../support/build-project.ts';

const text =
  'Interviewer: One two?\n\nH1: three four five six.\n\nInterviewer: Seven?\n\nH1: eight nine.\n';

const { project, textOf, transcriptId } = buildProject({
  texts: [{ title: 'H1', text }],
  themes: [{ name: 'B' }, { name: 'A' }, { name: 'Unused' }],
  codings: [
    { transcript: 'H1', quote: 'eight nine', themes: ['A'] },
    { transcript: 'H1', quote: 'four five', themes: ['A', 'B'] },
  ],
});
const transcript = project.transcripts.get(transcriptId('H1'))!;

describe('where themes occur', () => {
  it('is told in words of the whole text, in its order, theme by theme', () => {
    const { length, rows } = coverageTimeline(project, transcript, 'words', textOf);
    expect(length).toBe(text.split(/\s+/).filter(Boolean).length);
    expect(rows.map(({ theme }) => theme.name)).toEqual(['B', 'A']);
    const [b, a] = rows.map(({ stretches }) =>
      stretches.map(({ from, to, turn }) => [from, to, turn]),
    );
    expect(b).toEqual([[5, 7, 2]]);
    expect(a).toEqual([
      [5, 7, 2],
      [11, 13, 4],
    ]);
  });

  it('is told in turns', () => {
    const { length, rows } = coverageTimeline(project, transcript, 'turns', textOf);
    expect(length).toBe(4);
    expect(rows[1]?.stretches.map(({ from, to }) => [from, to])).toEqual([
      [1, 2],
      [3, 4],
    ]);
  });
});
