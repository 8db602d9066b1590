import { existsSync, readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { clockOf, parseDuration } from '../../../src/domain/cases/duration.ts';
import { interviewTable } from '../../../src/domain/cases/interview-table.ts';
import { buildProject } from '../../support/build-project.ts';

const CORPUS = '../shared/corpus/kt-interior';

interface Expected {
  readonly interviews: {
    id: string;
    duration: string;
    seconds: number;
    transcribedPages: number;
  }[];
  readonly totals: { seconds: number; hms: string; pages: number; interviews: number };
}

describe.skipIf(!existsSync(CORPUS))('the interview table of a published thesis', () => {
  it('has its durations, pages and sums', () => {
    const expected = JSON.parse(readFileSync(`${CORPUS}/expected.json`, 'utf8')) as Expected;
    const built = buildProject({
      texts: expected.interviews.map(({ id }) => ({
        title: id,
        text: readFileSync(`${CORPUS}/${id}.txt`, 'utf8'),
      })),
    });
    expected.interviews.forEach(({ id, duration, transcribedPages }, i) => {
      built.run({
        kind: 'change-transcript',
        id: built.transcriptId(id),
        interview: {
          durationSeconds: parseDuration(duration),
          pages: transcribedPages,
          date: `2022-12-${String(8 + i).padStart(2, '0')}`,
          place: 'Google Meet',
        },
      });
    });
    const { rows, totals } = interviewTable(built.project);
    expect(rows.map(({ title, seconds, pages }) => [title, seconds, pages])).toEqual(
      expected.interviews.map(({ id, seconds, transcribedPages }) => [
        id,
        seconds,
        transcribedPages,
      ]),
    );
    expect(rows.every((row) => !row.secondsReckoned && !row.pagesCounted)).toBe(true);
    expect(totals.interviews).toBe(expected.totals.interviews);
    expect(totals.cases).toBe(7);
    expect(totals.seconds.sum).toBe(expected.totals.seconds);
    expect(clockOf(totals.seconds.sum)).toBe(expected.totals.hms);
    expect(totals.pages.sum).toBe(expected.totals.pages);
    expect(totals.dates).toEqual({ first: '2022-12-08', last: '2022-12-14', known: 7 });
    expect(totals.places).toEqual([{ place: 'Google Meet', interviews: 7 }]);
  });
});

describe('the interview table', () => {
  it('counts pages from the words and takes the times of the text where nothing was typed', () => {
    const { project } = buildProject({
      settings: { wordsPerPage: 4 },
      texts: [
        {
          title: 'H1',
          text: '[00:00:00] Interviewer: What?\n[00:00:10] H1: one two three four five',
        },
        { title: 'H2', text: 'H2: one' },
        { title: 'Empty', text: 'Interviewer: What?\nInterviewer: Who?' },
      ],
    });
    const { rows, totals } = interviewTable(project);
    expect(rows.map(({ pages, pagesCounted }) => [pages, pagesCounted])).toEqual([
      [2, true],
      [1, true],
      [null, true],
    ]);
    expect(rows[0]?.secondsReckoned).toBe(true);
    expect(rows[0]?.seconds).toBeGreaterThan(10);
    expect(rows[1]).toMatchObject({ seconds: null, secondsReckoned: false, date: null });
    expect(totals.seconds).toMatchObject({ known: 1, min: rows[0]?.seconds });
    expect(totals.pages).toMatchObject({ sum: 3, known: 2, mean: { value: 1.5 } });
    expect(totals.dates).toBeNull();
    expect(totals.places).toEqual([]);
  });

  it('has no averages without interviews', () => {
    const { rows, totals } = interviewTable(buildProject({}).project);
    expect(rows).toEqual([]);
    expect(totals.seconds).toEqual({
      ...{ sum: 0, known: 0, min: null, max: null },
      mean: { value: null, reason: 'no-records' },
    });
  });

  it('lists each interviewee of a group with the words that are theirs', () => {
    const built = buildProject({ texts: [{ title: 'Group', text: 'S1: one two\nS2: three' }] });
    const { id, textHash, turns } = built.project.transcripts.get(built.transcriptId('Group'))!;
    const speakers = [
      { speaker: 'S1', caseName: 'S1', wordCount: 2 },
      { speaker: 'S2', caseName: 'S2', wordCount: 1 },
    ];
    const corrected = { id, textHash, turns, wordCount: 3, caseName: 'Group', speakers };
    built.run({ kind: 'correct-speakers', transcripts: [corrected] });
    const { rows, totals } = interviewTable(built.project);
    expect(rows[0]?.cases.map(({ name, words }) => [name, words])).toEqual([
      ['S1', 2],
      ['S2', 1],
    ]);
    expect(totals).toMatchObject({ interviews: 1, cases: 2 });
  });
});
