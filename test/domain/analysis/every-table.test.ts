import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { AxisKind } from '../../../src/domain/analysis/axis.ts';
import { coverage } from '../../../src/domain/analysis/coverage.ts';
import type { CrossTable } from '../../../src/domain/analysis/cross-table.ts';
import { countTable } from '../../../src/domain/analysis/frequencies.ts';
import type { Selection } from '../../../src/domain/analysis/selection.ts';
import { shownTable, type Figure } from '../../../src/domain/analysis/shown-table.ts';
import type { Excerpt } from '../../../src/domain/project/records.ts';
import type { BuiltProject } from '../../support/build-project.ts';
import {
  ABOVE,
  built,
  CASES,
  CONCEPT,
  paragraphsOf,
  PARENT,
  PART,
  SPEAKERS,
  studies,
  TITLES,
  type Given,
  type Word,
  WORDS,
} from './some-studies.ts';

// Every table is counted once more here, one thing after the other, from the records and the texts
// alone: no function of the analysis is used to check it.

/** The records of the project by the names the test gave them. */
function naive({ project }: BuiltProject, { roles, scores }: Given) {
  const nameOf = (records: ReadonlyMap<string, { readonly name: string }>, id: string): string =>
    records.get(id)?.name ?? '';
  const titleOf = ({ transcriptId }: Excerpt): string =>
    project.transcripts.get(transcriptId)?.title ?? '';
  const caseOf = (excerpt: Excerpt): string => {
    const speakers = SPEAKERS[titleOf(excerpt)] ?? {};
    const spoken = paragraphsOf(titleOf(excerpt)).find(
      ({ from, to, speaker }) =>
        to > excerpt.start && from < excerpt.end && speakers[speaker] !== undefined,
    );
    return speakers[spoken?.speaker ?? ''] ?? (titleOf(excerpt) === 'Pair' ? 'Anna' : 'Bo');
  };
  const questionOf = (excerpt: Excerpt): string | null =>
    excerpt.question ??
    paragraphsOf(titleOf(excerpt)).findLast(({ from }) => from <= excerpt.start)?.question ??
    null;
  const roleOf = (name: string): string => {
    const role = roles[CASES.indexOf(name)];
    return role ? `value:${role}` : 'missing';
  };
  const groupOf = (name: string): string => {
    const score = scores[CASES.indexOf(name)] ?? null;
    if (score === null) return 'missing';
    return `measure:${score >= 9 ? 'promoter' : score >= 7 ? 'passive' : 'detractor'}`;
  };
  const lineOf = (name: string, above: Readonly<Record<string, string>>): string[] => {
    const next = above[name];
    return [name, ...(next ? lineOf(next, above) : [])];
  };
  const themesOf = ({ themeIds }: Excerpt): string[] =>
    themeIds.flatMap((id) => lineOf(nameOf(project.themes, id), PARENT));
  const typesOf = ({ typeIds }: Excerpt): string[] =>
    typeIds.map((id) => nameOf(project.types, id));
  const placesOf = (excerpt: Excerpt, kind: AxisKind): ReadonlySet<string> => {
    const question = questionOf(excerpt);
    switch (kind) {
      case 'theme':
        return new Set(themesOf(excerpt));
      case 'type':
        return new Set(typesOf(excerpt));
      case 'question':
        return new Set(question === null ? [] : [question]);
      case 'part':
        return new Set(question === null ? [] : [PART[question] ?? []].flat());
      case 'concept':
        return new Set(
          [...themesOf(excerpt), ...typesOf(excerpt)].flatMap((name) =>
            CONCEPT[name] ? lineOf(CONCEPT[name], ABOVE) : [],
          ),
        );
      case 'case':
        return new Set([caseOf(excerpt)]);
      case 'coder':
        return new Set([nameOf(project.coders, excerpt.coderId)]);
      default:
        return new Set([(kind === 'attribute:Role' ? roleOf : groupOf)(caseOf(excerpt))]);
    }
  };
  return { titleOf, caseOf, questionOf, roleOf, groupOf, placesOf, typesOf };
}

type Naive = ReturnType<typeof naive>;

type Unit = 'excerpts' | 'cases' | 'words' | 'coverage';

interface Narrowed {
  readonly coder?: string;
  readonly cases?: readonly string[];
  readonly title?: string;
  readonly types?: readonly string[];
  readonly status?: 'anchored' | 'altered';
}

const KINDS: readonly AxisKind[] = [
  ...(['theme', 'type', 'question', 'part', 'concept', 'case', 'coder'] as const),
  ...(['attribute:Role', 'attribute:NPS'] as const),
];
const kinds = fc.constantFrom(...KINDS);
const narrowed: fc.Arbitrary<Narrowed> = fc.oneof(
  { weight: 2, arbitrary: fc.constant({}) },
  fc.record(
    {
      coder: fc.constantFrom('Aino', 'Ben'),
      cases: fc.uniqueArray(fc.constantFrom(...CASES), { minLength: 1, maxLength: 2 }),
      title: fc.constantFrom(...TITLES),
      types: fc.constantFrom(['X'], ['X', 'Y']),
      status: fc.constantFrom('anchored', 'altered'),
    },
    { requiredKeys: [] },
  ),
);

function selectionOf({ project, caseId, typeId, transcriptId }: BuiltProject, only: Narrowed) {
  const { coder, cases, title, types, status } = only;
  const coders = [...project.coders.values()].filter(({ name }) => name === coder);
  const selection: Selection = {
    ...(coder && { coderIds: [...coders.map(({ id }) => id), 'nobody' as never] }),
    ...(cases && { caseIds: cases.map(caseId) }),
    ...(title && { transcriptIds: [transcriptId(title)] }),
    ...(types && { typeIds: types.map(typeId) }),
    ...(status && { statuses: [status] }),
  };
  return selection;
}

/** Any figure of a table, counted by itself. */
function figureOf(
  found: Naive,
  excerpts: readonly Excerpt[],
  [rows, columns]: readonly [AxisKind, AxisKind],
  unit: Unit,
  only: Narrowed,
) {
  const ofCase = (one: Word | Excerpt): string =>
    ('caseName' in one ? one.caseName : found.caseOf(one)) ?? '';
  const answered = (one: Word | Excerpt): string | null =>
    'caseName' in one ? one.question : found.questionOf(one);
  const chosen = excerpts.filter(
    (one) =>
      (!only.coder || found.placesOf(one, 'coder').has(only.coder)) &&
      (!only.cases || only.cases.includes(found.caseOf(one))) &&
      (!only.title || only.title === found.titleOf(one)) &&
      (!only.types || found.typesOf(one).some((type) => only.types?.includes(type))) &&
      (!only.status || one.status === only.status),
  );
  /** Whether what is said belongs to an item, where the side divides what is said at all. */
  const belongs = (one: Word | Excerpt, kind: AxisKind, item: string | null): boolean => {
    const question = answered(one);
    if (kind === 'question') return item === null ? question !== null : question === item;
    if (kind === 'part')
      return question !== null && (item === null ? question in PART : PART[question] === item);
    if (item === null) return true;
    if (kind === 'case') return ofCase(one) === item;
    if (kind === 'attribute:Role') return found.roleOf(ofCase(one)) === item;
    return kind !== 'attribute:NPS' || found.groupOf(ofCase(one)) === item;
  };
  const wordsUnder = (some: readonly Excerpt[], isSpoken: boolean): string[] =>
    some.flatMap((one) =>
      WORDS.filter(
        ({ title, at, caseName }) =>
          title === found.titleOf(one) &&
          at >= one.start &&
          at < one.end &&
          (!isSpoken || caseName === found.caseOf(one)),
      ).map(({ key }) => key),
    );
  return (row: string | null, column: string | null): number | null => {
    const has = (one: Excerpt, kind: AxisKind, item: string | null): boolean => {
      const places = found.placesOf(one, kind);
      return item === null ? places.size > 0 : places.has(item);
    };
    const own = chosen.filter((one) => has(one, rows, row) && has(one, columns, column));
    if (unit === 'excerpts') return own.length;
    if (unit === 'cases') return new Set(own.map(found.caseOf)).size;
    if (unit === 'words') return new Set(wordsUnder(own, false)).size;
    const isIn = (one: Word | Excerpt, title: string): boolean =>
      (!only.title || only.title === title) &&
      (!only.cases || only.cases.includes(ofCase(one))) &&
      belongs(one, rows, row) &&
      belongs(one, columns, column);
    const said = WORDS.filter((word) => word.caseName !== null && isIn(word, word.title));
    if (said.length === 0) return null;
    const isOfGuide = [rows, columns].some((kind) => kind === 'question' || kind === 'part');
    const placed = isOfGuide ? excerpts.filter((one) => isIn(one, found.titleOf(one))) : [];
    const whole = new Set([...said.map(({ key }) => key), ...wordsUnder(placed, true)]);
    return new Set(wordsUnder(own, true)).size / whole.size;
  };
}

const rounded = (figure: number | null): number | null =>
  figure === null ? null : Math.round(figure * 1e9) / 1e9;

const asFigures = (table: CrossTable<Figure>) => ({
  cells: table.cells.map((cells) => cells.map(rounded)),
  rowTotals: table.rowTotals.map(rounded),
  columnTotals: table.columnTotals.map(rounded),
  total: rounded(table.total),
});

function counted(
  one: BuiltProject,
  rows: AxisKind,
  columns: AxisKind,
  unit: Unit,
  only: Selection,
) {
  if (unit !== 'coverage')
    return countTable(one.project, { rows, columns, unit, only }, one.textOf);
  const table = coverage(one.project, { rows, columns, only }, one.textOf);
  const values = (cells: readonly { readonly value: number | null }[]): Figure[] =>
    cells.map(({ value }) => value);
  return {
    ...table,
    cells: table.cells.map(values),
    rowTotals: values(table.rowTotals),
    columnTotals: values(table.columnTotals),
    total: table.total.value,
  };
}

/** Names instead of ids, where the test knows things by their names. */
const keysOf = (items: CrossTable<Figure>['rows'], kind: AxisKind): string[] =>
  items.map(({ id, name }) => (kind.startsWith('attribute:') || kind === 'question' ? id : name));

describe('every table', () => {
  it.each(['excerpts', 'cases', 'words', 'coverage'] as const)(
    'in %s: each figure, each total and each percent, whatever stands on its sides',
    (unit) => {
      fc.assert(
        fc.property(studies, kinds, kinds, narrowed, (what, rows, columns, only) => {
          const one = built(what);
          const excerpts = [...one.project.excerpts.values()];
          const found = naive(one, what);
          const table = counted(one, rows, columns, unit, selectionOf(one, only));
          const inRows = keysOf(table.rows, rows);
          const inColumns = keysOf(table.columns, columns);
          const figure = figureOf(found, excerpts, [rows, columns], unit, only);
          const expected = {
            cells: inRows.map((row) => inColumns.map((column) => rounded(figure(row, column)))),
            rowTotals: inRows.map((row) => rounded(figure(row, null))),
            columnTotals: inColumns.map((column) => rounded(figure(null, column))),
            total: rounded(figure(null, null)),
          };
          expect(asFigures(table)).toEqual(expected);
          const shares = (part: number | null, whole: number | null): number | null =>
            part !== null && whole ? rounded(part / whole) : null;
          const view = { sort: null, levels: null, hide: [] };
          if (unit === 'coverage') return;
          expect(asFigures(shownTable(table, { ...view, percent: 'row' }))).toEqual({
            cells: expected.cells.map((cells, i) =>
              cells.map((cell) => shares(cell, expected.rowTotals[i] ?? null)),
            ),
            rowTotals: expected.rowTotals.map((all) => shares(all, all)),
            columnTotals: expected.columnTotals.map((all) => shares(all, expected.total)),
            total: shares(expected.total, expected.total),
          });
          expect(asFigures(shownTable(table, { ...view, percent: 'column' })).cells).toEqual(
            expected.cells.map((cells) =>
              cells.map((cell, j) => shares(cell, expected.columnTotals[j] ?? null)),
            ),
          );
        }),
        { numRuns: 100 },
      );
    },
  );

  it('has a row for whatever an excerpt has', () => {
    fc.assert(
      fc.property(studies, kinds, (what, kind) => {
        const one = built(what);
        const found = naive(one, what);
        const table = countTable(one.project, { rows: kind, columns: 'case', unit: 'excerpts' });
        const known = new Set(keysOf(table.rows, kind));
        for (const excerpt of one.project.excerpts.values())
          for (const place of found.placesOf(excerpt, kind)) expect(known).toContain(place);
      }),
      { numRuns: 60 },
    );
  });
});
