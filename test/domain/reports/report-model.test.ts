import { describe, expect, it } from 'vitest';
import { reportModel } from '../../../src/domain/reports/report-model.ts';
import { buildProject } from '../../support/build-project.ts';
import { hasKtInterior, ktInterior } from '../../formats/reports/kt-interior.ts';

const built = buildProject({
  settings: {
    name: 'Library',
    language: 'fi',
    approach: 'theory-driven',
    researchQuestions: ['Why?'],
  },
  texts: [
    { title: 'First', caseName: 'H1', text: 'Interviewer: Why?\n\nH1: 😀 alpha beta gamma' },
    { title: 'Other', caseName: 'H2', text: 'H2: alpha beta' },
    { title: 'Again', caseName: 'H1', text: 'Note: x\n\nH1: delta epsilon' },
  ],
  themes: [
    { name: 'Upper', label: '1', definition: 'What it is' },
    { name: 'Lower', label: '1.1', parent: '1' },
    { name: 'Empty' },
  ],
  types: [{ name: 'Calm', kind: 'authentic', description: 'Says little' }, { name: 'Idle' }],
  codings: [
    { transcript: 'Other', quote: 'alpha', themes: ['1.1'], coder: 'Bo' },
    {
      transcript: 'Again',
      quote: 'delta',
      themes: ['Upper', 'Lower'],
      types: ['Calm'],
      question: '2',
    },
    {
      transcript: 'First',
      quote: 'beta gamma',
      themes: ['Lower'],
      deviant: true,
      deviantReason: 'Because',
      reduction: 'r',
    },
    { transcript: 'First', quote: 'beta', themes: ['Lower'], stance: 'contradicts' },
    { transcript: 'First', quote: 'alpha', memo: 'only a memo' },
    { transcript: 'Other', quote: 'beta', types: ['Calm'] },
  ],
  report: { introduction: '*Hello*', texts: { Lower: 'Text of it' } },
});

describe('the report model', () => {
  const model = reportModel(built.project, { textOf: built.textOf });

  it('has a section per theme in codebook order, with its own quotes and the counts of its subtree', () => {
    const sections = model.sections.map(
      ({ label, name, depth, text, excerptCount, caseCount, caseNames, quotes }) => ({
        title: `${label ?? '–'} ${name}`,
        depth,
        text,
        excerptCount,
        caseCount,
        caseNames,
        quotes: quotes.map(({ quote }) => quote),
      }),
    );
    expect(sections).toEqual([
      {
        title: '1 Upper',
        depth: 0,
        text: '',
        excerptCount: 4,
        caseCount: 2,
        caseNames: ['H1', 'H2'],
        quotes: ['delta'],
      },
      {
        title: '1.1 Lower',
        depth: 1,
        text: 'Text of it',
        excerptCount: 4,
        caseCount: 2,
        caseNames: ['H1', 'H2'],
        quotes: ['beta gamma', 'beta', 'delta', 'alpha'],
      },
      {
        title: '– Empty',
        depth: 0,
        text: '',
        excerptCount: 0,
        caseCount: 0,
        caseNames: [],
        quotes: [],
      },
    ]);
    expect(model.sections.map(({ excerptCount }) => excerptCount)).toEqual(model.table.rowTotals);
  });

  it('orders quotes by case, then transcript, then place, the longer first', () => {
    const places = model.sections[1]?.quotes.map(({ caseName, transcriptTitle, start, end }) => [
      caseName,
      transcriptTitle,
      start,
      end,
    ]);
    expect(places).toEqual([
      ['H1', 'First', 32, 42],
      ['H1', 'First', 32, 36],
      ['H1', 'Again', 13, 18],
      ['H2', 'Other', 4, 9],
    ]);
  });

  it('tells of a quote all that a report or a table may print', () => {
    expect(model.sections[1]?.quotes[0]).toEqual({
      excerptId: expect.any(String) as string,
      quote: 'beta gamma',
      printed: 'beta gamma',
      tag: '(H1)',
      tail: '',
      layout: 'block',
      edits: [],
      lostEdits: [],
      status: 'anchored',
      caseName: 'H1',
      transcriptId: built.transcriptId('First'),
      transcriptTitle: 'First',
      turn: 2,
      coderName: 'Coder',
      themes: ['1.1 Lower'],
      types: [],
      reduction: 'r',
      memo: null,
      stance: null,
      deviant: true,
      deviantReason: 'Because',
      question: null,
      start: 32,
      end: 42,
      codePoints: { start: 31, end: 41 },
    });
    expect(model.sections[0]?.quotes[0]).toMatchObject({
      themes: ['1 Upper', '1.1 Lower'],
      types: ['Calm'],
      question: '2',
    });
  });

  it('leaves nothing out: what has no theme stands apart, what has a type stands under it', () => {
    expect(model.withoutTheme.map(({ quote, memo, types }) => [quote, memo, types])).toEqual([
      ['alpha', 'only a memo', []],
      ['beta', null, ['Calm']],
    ]);
    expect(
      model.types.map(({ name, kind, excerptCount, caseCount, caseNames, quotes }) => [
        name,
        kind,
        excerptCount,
        caseCount,
        caseNames,
        quotes.length,
      ]),
    ).toEqual([
      ['Calm', 'authentic', 2, 2, ['H1', 'H2'], 2],
      ['Idle', 'general', 0, 0, [], 0],
    ]);
    const printed = [...model.sections.flatMap(({ quotes }) => quotes), ...model.withoutTheme];
    expect(new Set(printed.map(({ excerptId }) => excerptId)).size).toBe(
      built.project.excerpts.size,
    );
  });

  it('tells how the work was done', () => {
    expect(model).toMatchObject({
      projectName: 'Library',
      language: 'fi',
      introduction: '*Hello*',
      revision: built.project.revision,
    });
    expect(model.method).toMatchObject({
      approach: 'theory-driven',
      researchQuestions: ['Why?'],
      caseCount: 2,
      transcriptCount: 3,
      wordCount: 8,
      excerptCount: 6,
      coderNames: ['Bo', 'Coder'],
    });
    expect(
      model.method.transcripts.map(({ title, caseName, excerptCount }) => [
        title,
        caseName,
        excerptCount,
      ]),
    ).toEqual([
      ['First', 'H1', 3],
      ['Other', 'H2', 2],
      ['Again', 'H1', 1],
    ]);
  });

  it('is titled by the caller, else by the report, else by the project', () => {
    expect(reportModel(built.project, { title: 'Mine' }).title).toBe('Mine');
    expect(model.title).toBe('Library');
    built.run({ kind: 'change-report', changes: { title: 'Of its own' } });
    expect(reportModel(built.project).title).toBe('Of its own');
    expect(reportModel(built.project).sections[1]?.quotes[0]?.codePoints).toBeNull();
  });

  it('survives JSON', () => {
    expect(JSON.parse(JSON.stringify(model))).toEqual(model);
  });
});

describe.skipIf(!hasKtInterior())('the report of a real thesis', () => {
  it('holds its 62 quotes under its 8 themes', () => {
    const kt = ktInterior();
    const model = reportModel(kt.project);
    expect(model.sections.map(({ quotes }) => quotes.length)).toEqual([4, 10, 11, 13, 8, 4, 3, 9]);
    expect(model.withoutTheme).toEqual([]);
    expect(model.sections.flatMap(({ quotes }) => quotes.map(({ quote }) => quote)).sort()).toEqual(
      [...kt.quotes].sort(),
    );
    expect(model.method.codedShare).toBe(1);
  });
});
