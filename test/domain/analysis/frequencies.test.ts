import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { frequencies, type Frequencies } from '../../../src/domain/analysis/frequencies.ts';
import { themesInOrder, ancestors } from '../../../src/domain/codebook/tree.ts';
import type { Project } from '../../../src/domain/project/project.ts';
import { countWords } from '../../../src/domain/text/words.ts';
import { buildProject, type GivenCoding } from '../../support/build-project.ts';
import { hasKtInterior, ktInterior } from '../../formats/reports/kt-interior.ts';

const byCase = { rows: 'theme', columns: 'case', unit: 'excerpts' } as const;

/** `{ 'row name': [cells…, total] }`, with the totals of the columns under `''`. */
const asTable = ({ rows, cells, rowTotals, columnTotals, total }: Frequencies) => ({
  ...Object.fromEntries(rows.map(({ name }, i) => [name, [...(cells[i] ?? []), rowTotals[i]]])),
  '': [...columnTotals, total],
});

describe.skipIf(!hasKtInterior())('the table of a real thesis', () => {
  const kt = hasKtInterior() ? ktInterior() : null;

  it('is the author’s own, cell by cell', () => {
    if (!kt) return;
    const table = frequencies(kt.project, byCase);
    expect(table.columns.map(({ name }) => name)).toEqual(kt.expected.columns);
    const cells = Object.fromEntries(table.rows.map(({ label }, i) => [label, table.cells[i]]));
    expect(cells).toEqual(kt.expected.rows);
    expect(table.total).toBe(kt.expected.total);
    expect(table.rowTotals).toEqual([4, 10, 11, 13, 8, 4, 3, 9]);
    expect(table.columnTotals).toEqual([10, 10, 6, 12, 12, 7, 5]);
  });

  it('counts the words of each interviewee: every word said is coded', () => {
    if (!kt) return;
    const { columnTotals, total } = frequencies(
      kt.project,
      { ...byCase, unit: 'words' },
      kt.textOf,
    );
    expect(columnTotals).toEqual(Object.values(kt.expected.words));
    expect(total).toBe(1980);
  });

  it('counts the interviewees that mention a theme', () => {
    if (!kt) return;
    const { rowTotals, total } = frequencies(kt.project, { ...byCase, unit: 'cases' });
    expect(rowTotals).toEqual(
      Object.values(kt.expected.rows).map((row) => row.filter(Boolean).length),
    );
    expect(total).toBe(7);
  });
});

describe('frequencies', () => {
  const interview = (name: string) => ({
    title: name,
    text: `Interviewer: Why?\n\n${name}: one two three four five six`,
  });
  const texts = ['H1', 'H2', 'H3'].map(interview);

  it('shows a case without excerpts, and a theme without excerpts, as 0', () => {
    const { project } = buildProject({
      texts,
      themes: [{ name: 'Trust' }, { name: 'Price' }],
      codings: [{ transcript: 'H2', quote: 'one', themes: ['Trust'] }],
    });
    expect(asTable(frequencies(project, byCase))).toEqual({
      Trust: [0, 1, 0, 1],
      Price: [0, 0, 0, 0],
      '': [0, 1, 0, 1],
    });
  });

  it('counts an excerpt of sub-themes once for each ancestor, in codebook order', () => {
    const { project } = buildProject({
      texts,
      themes: [
        { name: 'Low', label: '1.1' },
        { name: 'Top', label: '1' },
        { name: 'A', parent: 'Top' },
        { name: 'B', parent: 'Top' },
        { name: 'A1', parent: 'A' },
      ],
      codings: [
        { transcript: 'H1', quote: 'one', themes: ['A1', 'B'] },
        { transcript: 'H1', quote: 'two', themes: ['A', 'A1'] },
        { transcript: 'H3', quote: 'one', themes: ['Top'] },
      ],
    });
    const table = frequencies(project, byCase);
    expect(table.rows.map(({ name, label, depth }) => [name, label, depth])).toEqual([
      ['Low', '1.1', 0],
      ['Top', '1', 0],
      ['A', null, 1],
      ['A1', null, 2],
      ['B', null, 1],
    ]);
    expect(asTable(table)).toEqual({
      Low: [0, 0, 0, 0],
      Top: [2, 0, 1, 3],
      A: [2, 0, 0, 2],
      A1: [2, 0, 0, 2],
      B: [1, 0, 0, 1],
      '': [2, 0, 1, 3],
    });
  });

  it('gives totals of distinct excerpts, not sums, and leaves out what has no row or no column', () => {
    const { project } = buildProject({
      texts,
      codings: [
        { transcript: 'H1', quote: 'one', themes: ['A', 'B'], types: ['X', 'Y'] },
        { transcript: 'H1', quote: 'two', themes: ['A'] },
        { transcript: 'H1', quote: 'three', memo: 'only a memo' },
        { transcript: 'H2', quote: 'one', types: ['X'] },
      ],
    });
    expect(asTable(frequencies(project, byCase))).toEqual({
      A: [2, 0, 0, 2],
      B: [1, 0, 0, 1],
      '': [2, 0, 0, 2],
    });
    const byType = frequencies(project, { ...byCase, columns: 'type' });
    expect(asTable(byType)).toEqual({ A: [1, 1, 1], B: [1, 1, 1], '': [1, 1, 1] });
    const types = frequencies(project, { ...byCase, rows: 'type' });
    expect(asTable(types)).toEqual({ X: [1, 1, 0, 2], Y: [1, 0, 0, 1], '': [1, 1, 0, 2] });
  });

  it('counts by coder and by question, "2" before "10"', () => {
    const coding = (quote: string, coder: string, question: string): GivenCoding => ({
      transcript: 'H1',
      quote,
      coder,
      question,
      themes: ['A'],
    });
    const { project } = buildProject({
      texts,
      codings: [coding('one', 'Aino', '10'), coding('two', 'Bo', '2'), coding('two', 'Aino', '2')],
    });
    const table = frequencies(project, { rows: 'question', columns: 'coder', unit: 'excerpts' });
    expect(table.columns.map(({ name }) => name)).toEqual(['Aino', 'Bo']);
    expect(Object.entries(asTable(table))).toEqual(
      Object.entries({ 2: [1, 1, 2], 10: [1, 0, 1], '': [2, 1, 3] }),
    );
  });

  it('counts cases once, whatever the transcripts and excerpts', () => {
    const { project } = buildProject({
      texts: [...texts, { ...interview('H1b'), caseName: 'H1' }],
      codings: [
        { transcript: 'H1', quote: 'one', themes: ['A'] },
        { transcript: 'H2', quote: 'one', themes: ['A', 'B'] },
        { transcript: 'H1b', quote: 'two', themes: ['A'] },
      ],
    });
    expect(asTable(frequencies(project, { ...byCase, unit: 'cases' }))).toEqual({
      A: [1, 1, 0, 2],
      B: [0, 1, 0, 1],
      '': [1, 1, 0, 2],
    });
  });

  describe('in words', () => {
    const words = { ...byCase, unit: 'words' } as const;
    const given = (codings: readonly GivenCoding[]) => buildProject({ texts, codings });

    it('counts a word under several excerpts once in each row, each column and the total', () => {
      const built = given([
        { transcript: 'H1', quote: 'one two three', themes: ['A'] },
        { transcript: 'H1', quote: 'three four', themes: ['A', 'B'] },
        { transcript: 'H1', quote: 'two three four', themes: ['A'], coder: 'Bo' },
        { transcript: 'H2', quote: 'six', themes: ['B'] },
      ]);
      expect(asTable(frequencies(built.project, words, built.textOf))).toEqual({
        A: [4, 0, 0, 4],
        B: [2, 1, 0, 3],
        '': [4, 1, 0, 5],
      });
    });

    it('gives a word cut by a span to the span that holds its first character', () => {
      const built = given([
        { transcript: 'H1', start: 23, end: 27, themes: ['A'] },
        { transcript: 'H1', start: 27, end: 31, themes: ['B'] },
      ]);
      expect(built.textOf(built.transcriptId('H1')).slice(23, 31)).toBe('one two ');
      const cut = given([
        { transcript: 'H1', start: 23, end: 28, themes: ['A'] },
        { transcript: 'H1', start: 28, end: 30, themes: ['B'] },
      ]);
      expect(asTable(frequencies(cut.project, words, cut.textOf))).toEqual({
        A: [2, 0, 0, 2],
        B: [0, 0, 0, 0],
        '': [2, 0, 0, 2],
      });
    });

    it('needs the texts', () => {
      expect(() => frequencies(given([]).project, words)).toThrow(RangeError);
    });
  });

  it('is empty for a project without anything', () => {
    const { project } = buildProject({});
    expect(frequencies(project, byCase)).toEqual({
      unit: 'excerpts',
      rows: [],
      columns: [],
      cells: [],
      rowTotals: [],
      columnTotals: [],
      total: 0,
    });
  });
});

const TEXT = 'H: aa bb  cc\ndd ée ff gg\u00a0hh 😀ii jj kk ll mm nn';
const THEMES = ['T1', 'T2', 'T3', 'T4', 'T5'];
const TITLES = ['P1', 'P2', 'P3'];

const codingOf = (mostThemes: number) =>
  fc.record({
    transcript: fc.constantFrom(...TITLES),
    start: fc.integer({ min: 3, max: TEXT.length - 2 }),
    length: fc.integer({ min: 1, max: 20 }),
    themes: fc.uniqueArray(fc.constantFrom(...THEMES), { minLength: 1, maxLength: mostThemes }),
    types: fc.uniqueArray(fc.constantFrom('X', 'Y'), { maxLength: 2 }),
    coder: fc.constantFrom('Aino', 'Bo'),
  });

const projectOf = (mostThemes: number, nested: boolean) =>
  fc.array(codingOf(mostThemes), { maxLength: 25 }).map((codings) =>
    buildProject({
      texts: TITLES.map((title, i) => ({ title, text: TEXT, caseName: i === 2 ? 'P1' : title })),
      themes: THEMES.map((name, i) =>
        nested && i > 0 ? { name, parent: `T${Math.floor(i / 2) + 1}` } : { name },
      ).map(({ name, ...rest }) =>
        'parent' in rest && rest.parent === name ? { name } : { name, ...rest },
      ),
      types: [{ name: 'X' }, { name: 'Y' }],
      codings: codings.map(({ length, ...coding }) => ({
        ...coding,
        end: Math.min(TEXT.length, coding.start + length),
      })),
    }),
  );

/** Counted the slow way, straight from the definition. */
function plainly(
  project: Project,
  unit: 'excerpts' | 'cases' | 'words',
  textOf: (id: never) => string,
) {
  const excerpts = [...project.excerpts.values()];
  const rowsOf = (excerpt: (typeof excerpts)[number]): Set<string> =>
    new Set(excerpt.themeIds.flatMap((id) => [id, ...ancestors(project.themes, id)]));
  const caseOf = (excerpt: (typeof excerpts)[number]) =>
    project.transcripts.get(excerpt.transcriptId)?.caseId ?? '';
  const thingsOf = (excerpt: (typeof excerpts)[number]): string[] => {
    if (unit === 'excerpts') return [excerpt.id];
    if (unit === 'cases') return [caseOf(excerpt)];
    const text = textOf(excerpt.transcriptId as never);
    return [...Array(text.length).keys()]
      .filter(
        (i) =>
          i >= excerpt.start &&
          i < excerpt.end &&
          /\S/.test(text.charAt(i)) &&
          (i === 0 || /\s/.test(text.charAt(i - 1))),
      )
      .map((i) => `${excerpt.transcriptId}:${i}`);
  };
  const distinct = (some: typeof excerpts): number => new Set(some.flatMap(thingsOf)).size;
  const cases = [...project.cases.keys()];
  const rows = themesInOrder(project.themes).map(({ theme }) => theme.id as string);
  return {
    cells: rows.map((row) =>
      cases.map((one) => distinct(excerpts.filter((e) => rowsOf(e).has(row) && caseOf(e) === one))),
    ),
    rowTotals: rows.map((row) => distinct(excerpts.filter((e) => rowsOf(e).has(row)))),
    columnTotals: cases.map((one) =>
      distinct(excerpts.filter((e) => caseOf(e) === one && e.themeIds.length > 0)),
    ),
    total: distinct(excerpts.filter((e) => e.themeIds.length > 0)),
  };
}

describe('laws of frequencies', () => {
  it.each(['excerpts', 'cases', 'words'] as const)('%s are what the definition says', (unit) => {
    fc.assert(
      fc.property(projectOf(3, true), ({ project, textOf }) => {
        const { cells, rowTotals, columnTotals, total } = frequencies(
          project,
          { ...byCase, unit },
          textOf,
        );
        expect({ cells, rowTotals, columnTotals, total }).toEqual(
          plainly(project, unit, textOf as never),
        );
      }),
      { numRuns: 60 },
    );
  });

  it('sums of single-theme excerpts under flat themes are the totals', () => {
    const sum = (numbers: readonly number[]): number => numbers.reduce((a, b) => a + b, 0);
    fc.assert(
      fc.property(projectOf(1, false), ({ project }) => {
        const table = frequencies(mergedAway(project), byCase);
        expect(table.cells.map(sum)).toEqual(table.rowTotals);
        expect(table.columns.map((_, i) => sum(table.cells.map((row) => row[i] ?? 0)))).toEqual(
          table.columnTotals,
        );
        expect(sum(table.rowTotals)).toBe(table.total);
      }),
      { numRuns: 60 },
    );
  });

  it('no total is more than the distinct things there are, nor less than its largest cell', () => {
    fc.assert(
      fc.property(projectOf(4, true), ({ project, textOf }) => {
        const most = {
          excerpts: project.excerpts.size,
          cases: project.cases.size,
          words: 3 * countWords(TEXT),
        };
        for (const unit of ['excerpts', 'cases', 'words'] as const) {
          const table = frequencies(project, { ...byCase, unit }, textOf);
          expect(table.total).toBeLessThanOrEqual(most[unit]);
          table.cells.forEach((row, i) => {
            expect(table.rowTotals[i]).toBeGreaterThanOrEqual(Math.max(...row));
            expect(table.rowTotals[i]).toBeLessThanOrEqual(table.total);
          });
        }
      }),
      { numRuns: 40 },
    );
  });

  /** The same span coded twice becomes one excerpt with two themes: those are left out here. */
  function mergedAway(project: Project): Project {
    for (const excerpt of [...project.excerpts.values()])
      if (excerpt.themeIds.length > 1) project.excerpts.delete(excerpt.id);
    return project;
  }
});

describe('many excerpts', () => {
  it('are counted to the last, by texts that are read a few times each', () => {
    const built = buildProject({
      texts: Array.from({ length: 20 }, (_, i) => ({
        title: `P${i}`,
        text: `P: ${'word '.repeat(300)}end`,
      })),
      codings: Array.from({ length: 20_000 }, (_, i) => ({
        transcript: `P${i % 20}`,
        start: 3 + Math.floor(i / 20),
        end: 9 + Math.floor(i / 20),
        themes: [`T${i % 97}`],
      })),
    });
    let reads = 0;
    const textOf: typeof built.textOf = (id) => {
      reads++;
      return built.textOf(id);
    };
    const totalOf = (unit: 'excerpts' | 'cases' | 'words') =>
      frequencies(built.project, { ...byCase, unit }, textOf).total;
    expect([totalOf('excerpts'), totalOf('cases')]).toEqual([20_000, 20]);
    expect(totalOf('words')).toBeGreaterThan(1_000);
    // As often as a text is asked for, its words are counted: once a table, not once an excerpt.
    expect(reads).toBeLessThan(1_000);
  });
});
