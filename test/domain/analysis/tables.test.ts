import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { axis, type AxisKind } from '../../../src/domain/analysis/axis.ts';
import { coverage } from '../../../src/domain/analysis/coverage.ts';
import { excerptsAt } from '../../../src/domain/analysis/excerpts-at.ts';
import { countTable } from '../../../src/domain/analysis/frequencies.ts';
import type { Selection } from '../../../src/domain/analysis/selection.ts';
import { shownTable, type TableView } from '../../../src/domain/analysis/shown-table.ts';
import { sum } from '../../../src/domain/analysis/sum.ts';
import { caseOf } from '../../../src/domain/cases/case-of.ts';
import { ancestors } from '../../../src/domain/codebook/tree.ts';
import type { ExcerptId } from '../../../src/domain/ids.ts';
import { VERDICTS } from '../../../src/domain/project/review-records.ts';
import type { Excerpt } from '../../../src/domain/project/records.ts';
import { buildProject, type BuiltProject } from '../../support/build-project.ts';
import { hasKtInterior, ktInterior } from '../../formats/reports/kt-interior.ts';

const TEXT = 'Q: why oh why\n\nA: aa bb cc dd ee ff gg hh\n\nQ: and then\n\nA: ii jj kk ll mm nn';
const THEMES = ['T1', 'T2', 'T3', 'T4', 'T5'];
const TITLES = ['P1', 'P2', 'P3'];

/** Three interviews, a tree of themes (T2 and T3 below T1, T4 and T5 below T2), two coders. */
const projects = fc
  .array(
    fc.record({
      transcript: fc.constantFrom(...TITLES),
      start: fc.integer({ min: 0, max: TEXT.length - 2 }),
      length: fc.integer({ min: 1, max: 40 }),
      themes: fc.uniqueArray(fc.constantFrom(...THEMES), { minLength: 1, maxLength: 3 }),
      types: fc.uniqueArray(fc.constantFrom('X', 'Y'), { maxLength: 2 }),
      coder: fc.constantFrom('Aino', 'Bo'),
      question: fc.constantFrom('1', '2', '9'),
    }),
    { maxLength: 20 },
  )
  .map((codings) =>
    buildProject({
      settings: { researchQuestions: ['Why?'] },
      texts: TITLES.map((title, i) => ({ title, text: TEXT, caseName: i === 2 ? 'P1' : title })),
      themes: THEMES.map((name, i) => ({
        name,
        ...(i > 0 && { parent: `T${Math.floor((i - 1) / 2) + 1}` }),
      })),
      types: [{ name: 'X' }, { name: 'Y' }],
      codings: codings.map(({ length, ...coding }) => ({
        ...coding,
        end: Math.min(TEXT.length, coding.start + length),
      })),
    }),
  );

const KINDS: readonly AxisKind[] = ['theme', 'type', 'question', 'case', 'coder'];
const kinds = fc.constantFrom(...KINDS);
const holds = (property: (built: BuiltProject, rows: AxisKind, columns: AxisKind) => void): void =>
  fc.assert(fc.property(projects, kinds, kinds, property), { numRuns: 60 });

const total = ({ project }: BuiltProject, rows: AxisKind, columns: AxisKind, only: Selection) =>
  countTable(project, { rows, columns, unit: 'excerpts', only }).total;

describe('laws of filters', () => {
  it('the coders, the transcripts and the interviewees each divide the excerpts', () => {
    holds((built, rows, columns) => {
      const all = total(built, rows, columns, {});
      const { coders, transcripts, cases } = built.project;
      const parts = (selections: readonly Selection[]): number =>
        sum(selections.map((only) => total(built, rows, columns, only)));
      expect(parts([...coders.keys()].map((id) => ({ coderIds: [id] })))).toBe(all);
      expect(parts([...transcripts.keys()].map((id) => ({ transcriptIds: [id] })))).toBe(all);
      expect(parts([...cases.keys()].map((id) => ({ caseIds: [id] })))).toBe(all);
    });
  });

  it('the verdicts given last divide the excerpts', () => {
    fc.assert(
      fc.property(
        projects,
        fc.array(fc.tuple(fc.nat(), fc.constantFrom(...VERDICTS), fc.constantFrom('Ann', 'Ben'))),
        (built, given) => {
          const excerpts = [...built.project.excerpts.values()];
          for (const [at, verdict, reviewer] of given) {
            const excerpt = excerpts[at % Math.max(1, excerpts.length)];
            if (excerpt)
              built.run({ kind: 'give-verdict', excerptId: excerpt.id, verdict, reviewer });
          }
          const parts = [...VERDICTS, 'none' as const].map((verdict) =>
            total(built, 'theme', 'case', { verdicts: [verdict] }),
          );
          expect(sum(parts)).toBe(total(built, 'theme', 'case', {}));
        },
      ),
      { numRuns: 40 },
    );
  });

  it('what narrows to everything narrows nothing', () => {
    holds(({ project }, rows, columns) => {
      const options = { rows, columns, unit: 'cases' } as const;
      const only: Selection = {
        coderIds: [...project.coders.keys()],
        caseIds: [...project.cases.keys()],
        transcriptIds: [...project.transcripts.keys()],
        statuses: ['anchored', 'altered', 'lost'],
      };
      expect(countTable(project, { ...options, only })).toEqual(countTable(project, options));
    });
  });

  it('a research question keeps the codings of its themes and those below them', () => {
    fc.assert(
      fc.property(projects, (built) => {
        const [id] = built.project.settings.researchQuestionIds;
        if (!id) throw new Error('no research question');
        const changes = { researchQuestionIds: [id] };
        built.run({ kind: 'change-theme', id: built.themeId('T2'), changes });
        const { project } = built;
        const table = countTable(project, {
          ...{ rows: 'theme', columns: 'case', unit: 'excerpts' },
          only: { researchQuestionId: id },
        } as const);
        const answering = new Set(['T2', 'T4', 'T5'].map((name) => built.themeId(name)));
        const expected = [...project.excerpts.values()].filter(({ themeIds }) =>
          themeIds.some((themeId) => answering.has(themeId)),
        );
        expect(table.total).toBe(expected.length);
        const row = (name: string): number =>
          table.rowTotals[table.rows.findIndex((one) => one.name === name)] ?? -1;
        expect([row('T1'), row('T2'), row('T3')]).toEqual([expected.length, expected.length, 0]);
      }),
      { numRuns: 40 },
    );
  });
});

describe('the excerpts behind a figure', () => {
  it('are as many as it says, in each cell and each total', () => {
    holds(({ project }, rows, columns) => {
      const table = countTable(project, { rows, columns, unit: 'excerpts' });
      const behind = (rowId: string | null, columnId: string | null): readonly Excerpt[] =>
        excerptsAt(project, { rows, columns }, { rowId, columnId })?.excerpts ?? [];
      table.rows.forEach((row, i) => {
        expect(behind(row.id, null)).toHaveLength(table.rowTotals[i] ?? -1);
        table.columns.forEach((column, j) =>
          expect(behind(row.id, column.id)).toHaveLength(table.cells[i]?.[j] ?? -1),
        );
      });
      table.columns.forEach((column, j) =>
        expect(behind(null, column.id)).toHaveLength(table.columnTotals[j] ?? -1),
      );
      const all = behind(null, null);
      expect(all).toHaveLength(table.total);
      expect(new Set(all.map(({ id }): ExcerptId => id)).size).toBe(all.length);
    });
  });

  it('are none where the table has no such row or column', () => {
    const { project } = buildProject({});
    const of = { rows: 'theme', columns: 'case' } as const;
    expect(excerptsAt(project, of, { rowId: 'gone', columnId: null })).toBeNull();
    expect(excerptsAt(project, of, { rowId: null, columnId: 'gone' })).toBeNull();
  });
});

/** The places in `TEXT` at which a word begins that the interviewee speaks. */
const SPOKEN = [...TEXT.matchAll(/\S+/g)]
  .map(({ index }) => index)
  .filter((at) => {
    const line = TEXT.slice(TEXT.lastIndexOf('\n', at) + 1);
    return line.startsWith('A:') && TEXT.charAt(at + 1) !== ':';
  });

describe('coverage', () => {
  it('is the share of distinct spoken words, counted one by one', () => {
    fc.assert(
      fc.property(projects, ({ project, textOf }) => {
        const table = coverage(project, { rows: 'theme', columns: 'case' }, textOf);
        const wordsOf = (excerpts: readonly Excerpt[]): number =>
          new Set(
            excerpts.flatMap(({ transcriptId, start, end }) =>
              SPOKEN.filter((at) => at >= start && at < end).map((at) => `${transcriptId} ${at}`),
            ),
          ).size;
        const excerpts = [...project.excerpts.values()];
        const withTheme = (id: string) => (excerpt: Excerpt) =>
          excerpt.themeIds.some((one) =>
            [one, ...ancestors(project.themes, one)].includes(id as never),
          );
        const interviews = (caseId: string): number =>
          [...project.transcripts.values()].filter((one) => one.caseId === caseId).length;
        table.rows.forEach((row, i) => {
          const own = excerpts.filter(withTheme(row.id));
          table.columns.forEach((column, j) => {
            const words = wordsOf(own.filter((one) => caseOf(project, one) === column.id));
            expect(table.cells[i]?.[j]).toEqual({
              value: words / (SPOKEN.length * interviews(column.id)),
            });
          });
          expect(table.rowTotals[i]).toEqual({ value: wordsOf(own) / (3 * SPOKEN.length) });
        });
        expect(table.total).toEqual({ value: wordsOf(excerpts) / (3 * SPOKEN.length) });
      }),
      { numRuns: 60 },
    );
  });

  it('never is more than everything', () => {
    fc.assert(
      fc.property(projects, kinds, kinds, ({ project, textOf }, rows, columns) => {
        const { cells, rowTotals, columnTotals, total } = coverage(
          project,
          { rows, columns },
          textOf,
        );
        for (const { value } of [...cells.flat(), ...rowTotals, ...columnTotals, total])
          expect(value ?? 0).toBeLessThanOrEqual(1);
      }),
      { numRuns: 60 },
    );
  });

  it('is of everything said where neither side divides the interviewees', () => {
    const { project, textOf } = buildProject({
      texts: [
        { title: 'P1', text: TEXT },
        { title: 'P2', text: TEXT },
      ],
      codings: [{ transcript: 'P1', quote: 'aa bb cc dd', themes: ['T'], types: ['X'] }],
    });
    const { cells } = coverage(project, { rows: 'theme', columns: 'type' }, textOf);
    expect(cells).toEqual([[{ value: 4 / (2 * SPOKEN.length) }]]);
  });

  it('has no value where nobody speaks', () => {
    const { project, textOf } = buildProject({
      texts: [{ title: 'P1', text: 'Interviewer: Why?\n\nP1: ' }],
      themes: [{ name: 'T' }],
    });
    const { cells, total } = coverage(project, { rows: 'theme', columns: 'case' }, textOf);
    expect([cells, total]).toEqual([
      [[{ value: null, reason: 'no-speech' }]],
      { value: null, reason: 'no-speech' },
    ]);
  });

  it.skipIf(!hasKtInterior())('is all of it where a thesis coded every word', () => {
    const { project, textOf } = ktInterior();
    const table = coverage(project, { rows: 'theme', columns: 'case' }, textOf);
    expect(table.columnTotals).toEqual(table.columns.map(() => ({ value: 1 })));
  });
});

const PLAIN: TableView = { percent: 'none', sort: null, levels: null, hide: [] };

describe('a table as it is shown', () => {
  it('is as it was counted where nothing is asked', () => {
    holds(({ project }, rows, columns) => {
      const table = countTable(project, { rows, columns, unit: 'excerpts' });
      expect(shownTable(table, PLAIN)).toEqual(table);
    });
  });

  it('has the same rows however it is sorted, the largest first among siblings', () => {
    fc.assert(
      fc.property(projects, ({ project }) => {
        const table = countTable(project, { rows: 'theme', columns: 'case', unit: 'excerpts' });
        const { rows, rowTotals } = shownTable(table, { ...PLAIN, sort: 'total' });
        const idsOf = (items: readonly { id: string }[]): string[] =>
          items.map(({ id }) => id).sort();
        expect(idsOf(rows)).toEqual(idsOf(table.rows));
        const totals = new Map(rows.map(({ id }, i) => [id, rowTotals[i] ?? 0]));
        const parents: string[] = [];
        const last = new Map<string, number>();
        for (const { id, depth } of rows) {
          const parent = project.themes.get(id as never)?.parentId ?? '';
          parents.length = depth;
          expect(parents.at(-1) ?? '').toBe(parent);
          parents.push(id);
          expect(totals.get(id)).toBeLessThanOrEqual(last.get(parent) ?? Infinity);
          last.set(parent, totals.get(id) ?? 0);
        }
      }),
      { numRuns: 40 },
    );
  });

  it('in percent has each figure as a share of its row or column; of nothing there is no share', () => {
    const { project } = buildProject({
      texts: ['P1', 'P2'].map((title) => ({ title, text: TEXT })),
      themes: [{ name: 'A' }, { name: 'B' }, { name: 'C' }],
      codings: [
        { transcript: 'P1', quote: 'aa', themes: ['A'] },
        { transcript: 'P1', quote: 'bb', themes: ['A', 'B'] },
        { transcript: 'P2', quote: 'aa', themes: ['B'] },
        { transcript: 'P2', quote: 'cc', themes: ['B'] },
      ],
    });
    const table = countTable(project, { rows: 'theme', columns: 'case', unit: 'excerpts' });
    const byRow = shownTable(table, { ...PLAIN, percent: 'row' });
    expect(byRow.cells).toEqual([
      [1, 0],
      [1 / 3, 2 / 3],
      [null, null],
    ]);
    expect([byRow.rowTotals, byRow.columnTotals]).toEqual([
      [1, 1, null],
      [0.5, 0.5],
    ]);
    const byColumn = shownTable(table, { ...PLAIN, percent: 'column' });
    expect(byColumn.cells).toEqual([
      [1, 0],
      [0.5, 1],
      [0, 0],
    ]);
    expect([byColumn.rowTotals, byColumn.total]).toEqual([[0.5, 0.75, 0], 1]);
  });

  it('without levels or empty rows and columns keeps every total', () => {
    holds(({ project }, rows, columns) => {
      const table = countTable(project, { rows, columns, unit: 'excerpts' });
      const shown = shownTable(table, { ...PLAIN, levels: 1, hide: ['rows', 'columns'] });
      expect(shown.total).toBe(table.total);
      expect([...shown.rows, ...shown.columns].every(({ depth }) => depth === 0)).toBe(true);
      expect([...shown.rowTotals, ...shown.columnTotals]).not.toContain(0);
      const kept = table.rows.filter(({ depth }, i) => depth === 0 && table.rowTotals[i]);
      expect(shown.rows).toEqual(kept);
    });
  });
});

describe('the sides of a table', () => {
  const built = (): BuiltProject =>
    buildProject({
      texts: ['P1', 'P2', 'P3'].map((title) => ({ title, text: TEXT })),
      themes: [{ name: 'A' }, { name: 'B', parent: 'A' }],
      codings: [
        { transcript: 'P1', quote: 'aa', themes: ['B'], question: '2' },
        { transcript: 'P2', quote: 'bb', themes: ['A'], question: '1' },
        { transcript: 'P3', quote: 'cc', themes: ['A'], question: '3' },
      ],
    });

  it('are the themes of the guide, by the question that is answered', () => {
    const { project, run } = built();
    const questions = (...numbers: string[]) =>
      numbers.map((number) => ({ number, text: `Q${number}` }));
    const parts = [
      { name: 'First', questions: questions('1', '2') },
      { name: 'Second', questions: questions('3', '4') },
    ];
    run({ kind: 'set-guide', guide: { parts }, said: new Map() });
    const table = countTable(project, { rows: 'part', columns: 'question', unit: 'excerpts' });
    expect(table.rows.map(({ name }) => name)).toEqual(['First', 'Second']);
    expect(table.cells).toEqual([
      [1, 1, 0, 0],
      [0, 0, 1, 0],
    ]);
  });

  it('are concepts, with what sub-themes answer, below their frameworks', () => {
    const { project, run, themeId } = built();
    run({
      kind: 'add-framework',
      framework: { id: 'F' as never, name: 'Theory' },
      concepts: [
        { id: 'C' as never, name: 'Concept' },
        { id: 'D' as never, name: 'Other' },
      ],
      sources: [],
    });
    run({ kind: 'change-theme', id: themeId('A'), changes: { conceptId: 'C' as never } });
    const table = countTable(project, { rows: 'concept', columns: 'case', unit: 'excerpts' });
    expect(table.rows.map(({ name, depth }) => [name, depth])).toEqual([
      ['Theory', 0],
      ['Concept', 1],
      ['Other', 1],
    ]);
    expect(table.rowTotals).toEqual([3, 3, 0]);
  });

  it('are the groups of an attribute, by its name or id, every interviewee in one of them', () => {
    const { project, run, caseId } = built();
    const id = 'role' as never;
    const choices = ['Sales', 'Fitting'];
    run({ kind: 'add-attribute', attribute: { id, name: 'Role', kind: 'choice', choices } });
    const value = (name: string, given: string) => ({
      caseId: caseId(name),
      attributeId: id,
      value: given,
    });
    const values = [value('P1', 'Sales'), value('P2', 'Sales')];
    run({ kind: 'set-values', values, newChoices: 'refuse' });
    const byName = countTable(project, { rows: 'theme', columns: 'attribute:Role', unit: 'cases' });
    expect(byName.columns.map((one) => one.id)).toEqual([
      'value:Sales',
      'value:Fitting',
      'missing',
    ]);
    expect([byName.cells, byName.columnTotals]).toEqual([
      [
        [2, 0, 1],
        [1, 0, 0],
      ],
      [2, 0, 1],
    ]);
    expect(axis(project, 'attribute:role').items).toEqual(byName.columns);
    expect(() => axis(project, 'attribute:Nobody')).toThrow(
      expect.objectContaining({ code: 'attribute-not-found' }),
    );
  });
});
