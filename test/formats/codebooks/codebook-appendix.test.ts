import { describe, expect, it } from 'vitest';
import { codebookAppendix } from '../../../src/formats/codebooks/codebook-appendix.ts';
import { codebookEntry, type CodebookEntry } from '../../../src/domain/codebook/codebook-file.ts';
import { APPENDIX_WORDS } from './appendix-words.ts';

const parts = (...themes: CodebookEntry[]) =>
  codebookAppendix({ themes, sets: [] }, APPENDIX_WORDS);
const titles = (...themes: CodebookEntry[]) =>
  parts(...themes).map(({ heading, themes: listed }) => [
    heading,
    ...listed.map(({ title, depth }) => `${'-'.repeat(depth)}${title}`),
  ]);
const rows = (theme: Partial<CodebookEntry>) =>
  parts(codebookEntry({ name: 'A', label: '1', ...theme }))[0]?.themes[0]?.rows.map(
    ({ term, text }) => `${term}: ${text}`,
  );

describe('the codebook in an appendix', () => {
  it('says of each theme what MacQueen asks for, then where it comes from', () => {
    expect(
      rows({
        definition: 'In short.\n\nAt length,\nin two lines.\n\nAnd more.',
        include: 'Yes',
        exclude: 'No',
        example: 'Ex',
        level: 'main',
        origin: 'abductive',
        concept: 'Touchpoint',
        citation: 'Lemon & Verhoef 2016',
        memo: 'For me only',
      }),
    ).toEqual([
      'Lyhyt määritelmä: In short.',
      'Täysi määritelmä: At length,\nin two lines.\n\nAnd more.',
      'Milloin käytetään: Yes',
      'Milloin ei käytetä: No',
      'Esimerkki: Ex',
      'Taso: main',
      'Alkuperä: teoriaohjaava',
      'Käsite: Touchpoint (Lemon & Verhoef 2016)',
    ]);
  });

  it.each<[Partial<CodebookEntry>, string[]]>([
    [{}, []],
    [{ definition: 'One\nparagraph' }, ['Määritelmä: One\nparagraph']],
    [{ citation: 'Lemon 2016' }, ['Käsite: Lemon 2016']],
    [{ concept: 'Touchpoint' }, ['Käsite: Touchpoint']],
  ])('leaves out what %j does not say', (theme, expected) => {
    expect(rows(theme)).toEqual(expected);
  });

  it('numbers the themes by their places in the tree', () => {
    const leaf = codebookEntry({ name: 'C' });
    const tree = codebookEntry({
      name: 'A',
      children: [codebookEntry({ name: 'B', children: [leaf, leaf] }), leaf],
    });
    expect(titles(tree, leaf)).toEqual([
      [null, '1 A', '-1.1 B', '--1.1.1 C', '--1.1.2 C', '-1.2 C', '2 C'],
    ]);
  });

  it('keeps the numbers of a codebook in which all themes have one', () => {
    const child = codebookEntry({ name: 'B', label: '4.1.1' });
    const labelled = codebookEntry({ name: 'A', label: '4.1', children: [child] });
    expect(titles(labelled)).toEqual([[null, '4.1 A', '-4.1.1 B']]);
    const bare = codebookEntry({ name: 'C' });
    expect(titles(labelled, bare)).toEqual([[null, '1 A', '-1.1 B', '2 C']]);
    const [first] = parts(labelled, bare)[0]?.themes ?? [];
    expect(first?.rows).toEqual([{ term: 'Numero', text: '4.1' }]);
  });

  it('puts the types after the themes, and says what is not used any more', () => {
    const type = codebookEntry({ name: 'T', type: 'general' });
    const retired = codebookEntry({ name: 'R', retired: true });
    expect(titles(type, retired)).toEqual([
      [null, '1 R (poistettu käytöstä)'],
      ['Tyypit', '1 T'],
    ]);
    expect(parts(type)[0]?.themes[0]?.rows).toEqual([{ term: 'Tyyppi', text: 'yleinen' }]);
  });
});
