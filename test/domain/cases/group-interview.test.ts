import { describe, expect, it } from 'vitest';
import { findExcerpts } from '../../../src/app/find-excerpts.ts';
import { themeCounts } from '../../../src/domain/analysis/coded-counts.ts';
import { frequencies } from '../../../src/domain/analysis/frequencies.ts';
import { writtenChain } from '../../../src/domain/reduction/chain.ts';
import { reportModel } from '../../../src/domain/reports/report-model.ts';
import { buildProject } from '../../support/build-project.ts';

/** Two students are interviewed together; one theme is said by both, one by the second alone. */
function students() {
  const built = buildProject({
    texts: [
      {
        title: 'Group',
        text: 'Interviewer: Why?\n\nS1: one two three\n\nS2: four five\n\nS1: six seven',
      },
    ],
    themes: [{ name: 'Shared' }, { name: 'Own' }],
    codings: [
      { transcript: 'Group', quote: 'one two', themes: ['Shared'] },
      { transcript: 'Group', quote: 'four five', themes: ['Shared', 'Own'] },
      { transcript: 'Group', quote: 'six seven', themes: ['Shared'] },
    ],
  });
  const { project, run, transcriptId } = built;
  const { id, textHash, turns, wordCount } = project.transcripts.get(transcriptId('Group'))!;
  const speakers = [
    { speaker: 'S1', caseName: 'Anna', wordCount: 5 },
    { speaker: 'S2', caseName: 'Bertta', wordCount: 2 },
  ];
  const corrected = { id, textHash, turns, wordCount, caseName: 'Group', speakers };
  run({ kind: 'correct-speakers', transcripts: [corrected] });
  return built;
}

describe('a passage of a group interview counts for the one who speaks', () => {
  it.each([
    [
      'excerpts',
      [
        [2, 1],
        [0, 1],
      ],
    ],
    [
      'cases',
      [
        [1, 1],
        [0, 1],
      ],
    ],
    [
      'words',
      [
        [4, 2],
        [0, 2],
      ],
    ],
  ] as const)('in the table of %s', (unit, cells) => {
    const { project, textOf } = students();
    const table = frequencies(project, { rows: 'theme', columns: 'case', unit }, textOf);
    expect(table.columns.map(({ name }) => name)).toEqual(['Anna', 'Bertta']);
    expect(table.cells).toEqual(cells);
  });

  it('in the counts beside the codebook', () => {
    const { project, themeId } = students();
    const counts = themeCounts(project);
    expect(counts.get(themeId('Shared'))).toMatchObject({ excerptCount: 3, caseCount: 2 });
    expect(counts.get(themeId('Own'))).toMatchObject({ excerptCount: 1, caseCount: 1 });
  });

  it('in the report, in the chain of reduction and among the excerpts found', () => {
    const { project, caseId } = students();
    const [shared] = reportModel(project).sections;
    expect(shared?.quotes.map(({ quote, caseName }) => [quote, caseName])).toEqual([
      ['one two', 'Anna'],
      ['four five', 'Bertta'],
      ['six seven', 'Anna'],
    ]);
    expect(shared).toMatchObject({ caseCount: 2, caseNames: ['Anna', 'Bertta'] });
    expect(reportModel(project).method.transcripts[0]?.caseName).toBe('Anna, Bertta');
    expect(writtenChain(project).map(({ tag }) => tag)).toEqual([
      ...['(Anna)', '(Bertta)', '(Anna)', '(Bertta)'],
    ]);
    const ofBertta = findExcerpts(project, { case: caseId('Bertta') }, 10);
    expect(ofBertta.excerpts.map(({ quote }) => quote)).toEqual(['four five']);
    expect(ofBertta.total).toBe(1);
  });
});
