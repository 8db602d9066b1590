import { describe, expect, it } from 'vitest';
import { reductionChain, spansOf, writtenChain } from '../../../src/domain/reduction/chain.ts';
import { columnsOf } from '../../../src/domain/reduction/columns.ts';
import { buildProject, type GivenTheme } from '../../support/build-project.ts';

/** Each theme with its column. */
const columns = (...themes: GivenTheme[]): string[] => {
  const { project } = buildProject({ themes });
  const found = columnsOf(project.themes);
  return [...project.themes.values()].map(({ id, name }) => `${name}: ${found.get(id)}`);
};

describe('the column of a theme', () => {
  it('is its depth from the lowest where no level is given', () => {
    expect(
      columns(
        { name: 'a' },
        { name: 'b', parent: 'a' },
        { name: 'c', parent: 'b' },
        { name: 'd', parent: 'c' },
        { name: 'e', parent: 'a' },
        { name: 'f' },
      ),
    ).toEqual(['a: uniting', 'b: main', 'c: upper', 'd: sub', 'e: sub', 'f: sub']);
  });

  it('is its level where one is given, and the themes above go on from there', () => {
    expect(
      columns(
        { name: 'a' },
        { name: 'b', parent: 'a', level: 'upper' },
        { name: 'c', parent: 'b' },
        { name: 'd', level: 'uniting' },
        { name: 'e', parent: 'd', level: 'main' },
      ),
    ).toEqual(['a: main', 'b: upper', 'c: sub', 'd: uniting', 'e: main']);
  });

  it('is none for a code; a level of the project’s own is decided by depth', () => {
    expect(
      columns({ name: 'a', level: 'Stage' }, { name: 'b', parent: 'a', level: 'code' }),
    ).toEqual(['a: sub', 'b: null']);
  });

  it('is the last one for everything above it', () => {
    const names = ['a', 'b', 'c', 'd', 'e', 'f'];
    const themes = names.map((name, i) => ({ name, ...(i > 0 && { parent: names[i - 1]! }) }));
    expect(columns(...themes)).toEqual([
      ...['a: uniting', 'b: uniting', 'c: uniting', 'd: main', 'e: upper', 'f: sub'],
    ]);
  });
});

const built = () =>
  buildProject({
    texts: [
      { title: 'H1', text: 'H1: Yksi asia. Toinen asia. Kolmas asia.' },
      { title: 'H2', text: 'H2: Neljäs asia. Viides asia.' },
    ],
    themes: [
      { name: 'Pää' },
      { name: 'Ylä 1', parent: 'Pää' },
      { name: 'Ala 1', parent: 'Ylä 1' },
      { name: 'Ala 2', parent: 'Ylä 1' },
      { name: 'Yksin' },
    ],
    codings: [
      { transcript: 'H1', quote: 'Yksi asia.', themes: ['Ala 2', 'Yksin'], reduction: 'yksi' },
      { transcript: 'H1', quote: 'Toinen asia.', themes: ['Ala 1'] },
      { transcript: 'H1', quote: 'Kolmas asia.', memo: 'Mihin?' },
      { transcript: 'H2', quote: 'Neljäs asia.', themes: ['Ala 1'], reduction: 'neljä' },
      { transcript: 'H2', quote: 'Viides asia.', themes: ['Pää'] },
    ],
  });

describe('the reduction chain', () => {
  it('goes by the codebook and the interviews, a row for each theme of an excerpt', () => {
    const { project } = built();
    expect(writtenChain(project).map((row) => Object.values(row))).toEqual([
      ['Viides asia.', '(H2)', null, null, null, 'Pää', null],
      ['Toinen asia.', '(H1)', null, 'Ala 1', 'Ylä 1', 'Pää', null],
      ['Neljäs asia.', '(H2)', 'neljä', 'Ala 1', 'Ylä 1', 'Pää', null],
      ['Yksi asia.', '(H1)', 'yksi', 'Ala 2', 'Ylä 1', 'Pää', null],
      ['Yksi asia.', '(H1)', 'yksi', 'Yksin', null, null, null],
      ['Kolmas asia.', '(H1)', null, null, null, null, null],
    ]);
  });

  it('joins the cells of rows that share a category and all above it', () => {
    const rows = reductionChain(built().project);
    expect(spansOf(rows).map(({ sub, upper, main }) => [sub, upper, main])).toEqual([
      [1, 1, 4],
      [2, 3, 0],
      [0, 0, 0],
      [1, 0, 0],
      [1, 2, 2],
      [1, 0, 0],
    ]);
  });

  it('spans every row once in each category', () => {
    const rows = reductionChain(built().project);
    for (const category of ['sub', 'upper', 'main', 'uniting'] as const) {
      const sum = spansOf(rows).reduce((all, spans) => all + spans[category], 0);
      expect(sum).toBe(rows.length);
    }
  });

  it('is narrowed to a theme with what is below it, and to what is not reduced', () => {
    const { project, themeId } = built();
    const quotes = (filter: Parameters<typeof reductionChain>[1]): string[] =>
      reductionChain(project, filter).map(({ excerpt }) => excerpt.quote);
    expect(quotes({ theme: themeId('Ylä 1') })).toEqual([
      'Toinen asia.',
      'Neljäs asia.',
      'Yksi asia.',
    ]);
    expect(quotes({ unreduced: true })).toEqual(['Viides asia.', 'Toinen asia.', 'Kolmas asia.']);
    expect(quotes({ theme: themeId('Ylä 1'), unreduced: true })).toEqual(['Toinen asia.']);
  });
});
