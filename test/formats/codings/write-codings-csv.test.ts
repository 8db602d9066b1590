import { describe, expect, it } from 'vitest';
import type { Project } from '../../../src/domain/project/project.ts';
import { fromCodePoints } from '../../../src/domain/text/codepoints.ts';
import { readCodingsCsv } from '../../../src/formats/codings/read-codings-csv.ts';
import { writeCodingsCsv } from '../../../src/formats/codings/write-codings-csv.ts';
import { buildProject, type BuiltProject } from '../../support/build-project.ts';

const HOSTILE = [
  '=cmd()',
  '- dash',
  '"quoted", twice; and',
  '<b>|`*_',
  'two\nlines\n\nand more',
  "'=x",
  '😀 שלום',
  '@a',
  ' \ttab',
];

const built = buildProject({
  settings: { language: 'fi' },
  texts: [
    { title: 'H1', text: `H1: 😀 ${HOSTILE.join(' end ')} end` },
    { title: 'H2', text: 'H2: alpha beta gamma' },
  ],
  themes: [
    { name: 'Upper', label: '1' },
    { name: '=Lower; "x"', label: '1.1', parent: '1' },
    { name: '+Bare', parent: '1' },
  ],
  types: [{ name: '-Calm' }, { name: 'Odd; one' }],
  codings: [
    ...HOSTILE.map((quote, i) => ({
      transcript: 'H1',
      quote,
      themes: ['1.1'],
      memo: `=memo ${i}`,
      question: '10',
    })),
    {
      transcript: 'H2',
      quote: 'alpha',
      themes: ['1.1', '+Bare'],
      types: ['-Calm', 'Odd; one'],
      coder: '=Bo',
    },
    {
      transcript: 'H2',
      quote: 'beta',
      types: ['-Calm'],
      reduction: 'r',
      stance: 'contradicts',
      deviant: true,
      deviantReason: 'Alone',
    },
    { transcript: 'H2', quote: 'gamma', memo: 'only a memo', deviant: true },
    {
      transcript: 'H2',
      quote: 'beta gamma',
      themes: ['Upper'],
      deviant: true,
      deviantReason: 'no',
      stance: 'supports',
    },
  ],
});

/** The excerpts as values, without the ids a new project gives anew. */
const said = ({ project }: { project: Project }) =>
  [...project.excerpts.values()].map(
    ({ transcriptId, coderId, themeIds, typeIds, start, end, quote, ...rest }) => ({
      transcript: project.transcripts.get(transcriptId)?.title,
      coder: project.coders.get(coderId)?.name,
      themes: themeIds.map((id) => project.themes.get(id)?.name),
      types: typeIds.map((id) => project.types.get(id)?.name),
      start,
      end,
      quote,
      reduction: rest.reduction,
      memo: rest.memo,
      stance: rest.stance,
      question: rest.question,
      deviant: rest.deviant,
    }),
  );

/** The rows put into an empty codebook, as an import does. */
function rebuilt({ project, textOf }: BuiltProject, csv: string): BuiltProject {
  const { rows, problems } = readCodingsCsv('excerpts.csv', Buffer.from(csv));
  expect(problems).toEqual([]);
  const texts = [...project.transcripts.values()].map(({ id, title }) => ({
    title,
    text: textOf(id),
  }));
  const textNamed = new Map(texts.map(({ title, text }) => [title, text]));
  return buildProject({
    texts,
    codings: rows.map((row) => ({
      transcript: row.transcript,
      start: fromCodePoints(textNamed.get(row.transcript) ?? '', row.start ?? -1),
      end: fromCodePoints(textNamed.get(row.transcript) ?? '', row.end ?? -1),
      themes: row.theme ? [row.themeTitle ?? row.theme] : [],
      types: row.type ? [row.type] : [],
      coder: row.coder ?? '',
      deviant: row.deviant !== null,
      ...(row.reduction && { reduction: row.reduction }),
      ...(row.memo && { memo: row.memo }),
      ...(row.stance && { stance: row.stance }),
      ...(row.question && { question: row.question }),
    })),
  });
}

describe('excerpts written and read again', () => {
  const csv = writeCodingsCsv(built.project, built.textOf);
  const byPlace = (a: { start: number; end: number }, b: { start: number; end: number }): number =>
    a.start - b.start || b.end - a.end;

  it('are the same excerpts', () => {
    expect(said(rebuilt(built, csv)).sort(byPlace)).toEqual(said(built).sort(byPlace));
  });

  it('have the same quotes at the same places, word for word', () => {
    const { rows } = readCodingsCsv('excerpts.csv', Buffer.from(csv));
    const quotes = new Set(rows.map(({ quote }) => quote));
    for (const excerpt of built.project.excerpts.values()) expect(quotes).toContain(excerpt.quote);
  });

  it('are one row per theme and type, with the number, the name and the theme above', () => {
    const { rows } = readCodingsCsv('excerpts.csv', Buffer.from(csv));
    const alpha = rows.filter(({ quote }) => quote === 'alpha');
    expect(
      alpha.map(({ theme, themeTitle, parent, type, coder }) => [
        theme,
        themeTitle,
        parent,
        type,
        coder,
      ]),
    ).toEqual([
      ['1.1', '=Lower; "x"', '1', '-Calm', '=Bo'],
      ['1.1', '=Lower; "x"', '1', 'Odd; one', '=Bo'],
      ['+Bare', null, '1', '-Calm', '=Bo'],
      ['+Bare', null, '1', 'Odd; one', '=Bo'],
    ]);
    expect(rows.find(({ quote }) => quote === 'beta')?.deviant).toBe('Alone');
    expect(rows.find(({ quote }) => quote === 'gamma')).toMatchObject({
      theme: null,
      type: null,
      memo: 'only a memo',
      deviant: '',
    });
    expect(rows.find(({ quote }) => quote === 'beta gamma')?.deviant).toBe('');
  });

  it('hold no cell that a spreadsheet calculates', () => {
    for (const cell of csv.slice(1).split(/[;\n]/)) expect(cell).not.toMatch(/^"?[=+@-]/);
  });

  it('name a transcript by its file where two have one title', () => {
    const twins = buildProject({
      texts: [
        { title: 'A', text: 'A: alpha' },
        { title: 'B', text: 'B: beta' },
      ],
      codings: [
        { transcript: 'A', quote: 'alpha', memo: 'm' },
        { transcript: 'B', quote: 'beta', memo: 'm' },
      ],
    });
    twins.run({ kind: 'change-transcript', id: twins.transcriptId('B'), title: 'A' });
    const { rows } = readCodingsCsv('x', Buffer.from(writeCodingsCsv(twins.project, twins.textOf)));
    expect(rows.map(({ transcript }) => transcript)).toEqual(['A.txt', 'B.txt']);
  });
});
