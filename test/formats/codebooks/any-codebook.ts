import fc from 'fast-check';
import { ORIGINS, RELATIONS, TYPE_KINDS } from '../../../src/domain/project/records.ts';
import {
  codebookEntry,
  type Codebook,
  type CodebookEntry,
} from '../../../src/domain/codebook/codebook-file.ts';
import { tidyLine, tidyText } from '../../../src/formats/tidy-text.ts';

/** Texts that mean something in a table, in XML, in a path or in a description. */
const HOSTILE = [
  '=1+1',
  "'=1",
  '-5',
  '@a',
  '+',
  '"quoted"; and, \t more',
  'a > b',
  '> a',
  'a›b',
  '>',
  '<b>&amp;</b> ]]> <!-- & -->',
  '[When to use] x',
  '[Esimerkki]',
  '\\[Level] y',
  '\\\\[Typ]',
  'first\n\n[Origin] inductive\nlast',
  'å ä ö Å Ä Ö',
  'e\u0301',
  '😀 👩‍👩‍👧',
  'שלום',
  'a\nb\n\nc',
  '  \n ',
  'sep=;',
  '__proto__',
  'no',
  'yes',
];

const anyWords = fc.oneof(
  { weight: 3, arbitrary: fc.constantFrom('a', 'b', 'A', 'a > b', '1', '1.1') },
  fc.constantFrom(...HOSTILE),
  fc.string({ unit: 'grapheme', maxLength: 12 }),
);
const anyName = anyWords.map((words) => tidyLine(words).slice(0, 200).trim() || 'a');
const anyLine = fc.option(anyWords.map((words) => tidyLine(words).slice(0, 40).trim() || null));
const anyText = fc.option(
  fc.array(anyWords, { maxLength: 3 }).map((words) => tidyText(words.join('\n'))),
);
const anyColour = fc.option(
  fc.integer({ min: 0, max: 0xffffff }).map((n) => `#${n.toString(16).padStart(6, '0')}`),
);

const anyTheme = fc.record({
  name: anyName,
  label: anyLine,
  level: anyLine,
  definition: anyText,
  include: anyText,
  exclude: anyText,
  example: anyText,
  memo: anyText,
  concept: anyLine,
  citation: anyText,
  rationale: anyText,
  relation: fc.option(fc.constantFrom(...RELATIONS)),
  relationNote: anyText,
  questions: anyText,
  features: anyText,
  colour: anyColour,
  origin: fc.option(fc.constantFrom(...ORIGINS)),
  type: fc.option(fc.constantFrom(...TYPE_KINDS)),
  codable: fc.boolean(),
  retired: fc.boolean(),
});

/** Each theme below one that was before it, or at the top. */
const anyTree = fc
  .array(fc.tuple(anyTheme, fc.nat()), { minLength: 1, maxLength: 8 })
  .map((picked) => {
    const top: CodebookEntry[] = [];
    const places: CodebookEntry[][] = [top];
    for (const [theme, place] of picked) {
      const children: CodebookEntry[] = [];
      places[place % places.length]!.push(codebookEntry({ ...theme, children }));
      places.push(children);
    }
    return top;
  });

/** A GUID of its own for each theme. */
function withGuids(themes: readonly CodebookEntry[]): CodebookEntry[] {
  let count = 0;
  const numbered = (theme: CodebookEntry): CodebookEntry => {
    const guid = `00000000-0000-4000-8000-${(++count).toString(16).padStart(12, '0')}`;
    return { ...theme, guid, children: theme.children.map(numbered) };
  };
  return themes.map(numbered);
}

/** Trees with names, numbers and GUIDs that are easily mixed up; no sets. */
export const anyCodebook: fc.Arbitrary<Codebook> = fc
  .tuple(anyTree, fc.boolean())
  .map(([themes, named]) => ({ themes: named ? withGuids(themes) : themes, sets: [] }));

/** The themes without the rows they were read from. */
export const withoutRows = (themes: readonly CodebookEntry[]): CodebookEntry[] =>
  themes.map((theme) => ({ ...theme, row: null, children: withoutRows(theme.children) }));

/** The names of a tree, e.g. "A(B,C(D))". */
export const outline = (themes: readonly CodebookEntry[]): string =>
  themes
    .map(({ name, children }) => (children.length > 0 ? `${name}(${outline(children)})` : name))
    .join(',');
