import { describe, expect, it } from 'vitest';
import type { ExcerptId, ResearchQuestionId } from '../../../src/domain/ids.ts';
import type { QuoteChoice } from '../../../src/domain/project/report-records.ts';
import { fromSnapshot, toSnapshot, type Snapshot } from '../../../src/domain/project/snapshot.ts';
import { reportModel } from '../../../src/domain/reports/report-model.ts';
import { buildProject } from '../../support/build-project.ts';

/** The first ids that are made. */
const Q1 = 'id000001' as ResearchQuestionId;
const Q2 = 'id000002' as ResearchQuestionId;

const WORDS = ['yksi', 'kaksi kaksi', 'kolme', 'neljä neljä neljä', 'viisi'];

const build = () =>
  buildProject({
    settings: {
      researchQuestions: ['Miten?', 'Miksi?'],
    },
    texts: ['H1', 'H2'].map((title) => ({ title, text: `${title}: ${WORDS.join(' . ')}` })),
    themes: [
      { name: 'A', researchQuestionIds: [Q2] },
      { name: 'A1', parent: 'A' },
      { name: 'A2', parent: 'A', researchQuestionIds: [Q1] },
      { name: 'B' },
    ],
    codings: [
      ...['yksi', 'kaksi kaksi', 'kolme'].map((quote) => ({
        ...{ transcript: 'H1', quote, themes: ['A'] },
      })),
      { transcript: 'H2', quote: 'neljä neljä neljä', themes: ['A'] },
      { transcript: 'H2', quote: 'viisi', themes: ['A1'] },
      { transcript: 'H2', quote: 'yksi', themes: ['B'] },
    ],
  });

type Built = ReturnType<typeof build>;
const quotesOf = ({ project, themeId }: Built, theme = 'A') =>
  reportModel(project)
    .sections.find(({ id }) => id === themeId(theme))
    ?.quotes.map(({ quote }) => quote);
const choose = (built: Built, quotes: Partial<QuoteChoice>) => {
  const all: QuoteChoice = { rule: 'all', max: null, ids: [], ...quotes };
  const sections = [{ id: built.themeId('A'), changes: { quotes: all } }];
  built.run({ kind: 'change-report-sections', sections });
};
const idOf = ({ project }: Built, quote: string): ExcerptId =>
  [...project.excerpts.values()].find((one) => one.quote === quote)?.id ?? ('' as ExcerptId);

describe('the quotes of a section', () => {
  it.each([
    [{}, ['yksi', 'kaksi kaksi', 'kolme', 'neljä neljä neljä']],
    [{ rule: 'one-per-case' }, ['yksi', 'neljä neljä neljä', 'kaksi kaksi', 'kolme']],
    [{ rule: 'one-per-case', max: 2 }, ['yksi', 'neljä neljä neljä']],
    [{ rule: 'shortest' }, ['yksi', 'kolme', 'kaksi kaksi', 'neljä neljä neljä']],
    [{ rule: 'hand' }, []],
  ] as [Partial<QuoteChoice>, string[]][])('are by the rule %j', (choice, quotes) => {
    const built = build();
    choose(built, choice);
    expect(quotesOf(built)).toEqual(quotes);
  });

  it('are led by the example that shows the theme best', () => {
    const built = build();
    const id = built.themeId('A');
    built.run({ kind: 'change-theme', id, changes: { anchorId: idOf(built, 'kolme') } });
    choose(built, { rule: 'anchor-first', max: 2 });
    expect(quotesOf(built)).toEqual(['kolme', 'yksi']);
  });

  const codeMore = (built: Built) => {
    const [other] = built.project.excerpts.values();
    const changes = { themeIds: [built.themeId('A')] };
    built.run({ kind: 'change-excerpt', id: idOf(built, 'viisi'), changes });
    expect(other).toBeDefined();
  };

  it('stay as they were chosen when more is coded', () => {
    const built = build();
    choose(built, { rule: 'hand', ids: [idOf(built, 'kolme'), idOf(built, 'yksi')] });
    codeMore(built);
    expect(quotesOf(built)).toEqual(['kolme', 'yksi']);
  });

  it('keep an order made by hand, and none is lost', () => {
    const built = build();
    choose(built, { rule: 'all', ids: [idOf(built, 'kolme')] });
    codeMore(built);
    expect(quotesOf(built)).toEqual(['kolme', 'yksi', 'kaksi kaksi', 'neljä neljä neljä', 'viisi']);
  });

  it('stand in the text where they were placed', () => {
    const built = build();
    const text = `Alku.\n\n{{sitaatti ${idOf(built, 'kolme').slice(-6)}}}\n\nLoppu. {{quote nobody}}`;
    built.run({
      kind: 'change-report-sections',
      sections: [{ id: built.themeId('A'), changes: { text } }],
    });
    const [section] = reportModel(built.project).sections;
    const read = section?.parts.map((part) =>
      part.kind === 'text' ? part.markdown : part.quote.quote,
    );
    expect(read).toEqual([
      ...['Alku.', 'kolme', 'Loppu. {{quote nobody}}'],
      ...['yksi', 'kaksi kaksi', 'neljä neljä neljä'],
    ]);
  });
});

describe('the sections', () => {
  const titles = ({ project }: Built) =>
    reportModel(project).sections.map(({ name, depth }) => `${'-'.repeat(depth)}${name}`);

  it('are hidden with what is below them, and shown again', () => {
    const built = build();
    const hide = (hidden: boolean) => {
      const sections = [{ id: built.themeId('A'), changes: { hidden } }];
      built.run({ kind: 'change-report-sections', sections });
    };
    hide(true);
    expect(titles(built)).toEqual(['B']);
    expect(reportModel(built.project).outline).toHaveLength(4);
    hide(false);
    expect(titles(built)).toEqual(['A', '-A1', '-A2', 'B']);
    expect(built.project.report.sections).toEqual({});
  });

  it('are moved among those beside them; a new one stands after the one it follows', () => {
    const built = build();
    built.run({ kind: 'move-report-section', id: built.themeId('B'), index: 0 });
    built.run({ kind: 'move-report-section', id: built.themeId('A2'), index: 0 });
    expect(titles(built)).toEqual(['B', 'A', '-A2', '-A1']);
    built.run({ kind: 'add-theme', theme: { name: 'C' } });
    built.run({ kind: 'add-theme', theme: { name: 'A3', parentId: built.themeId('A') } });
    expect(titles(built)).toEqual(['B', 'C', 'A', '-A2', '-A3', '-A1']);
  });

  it('are the research questions where asked for, each theme once', () => {
    const built = build();
    const { settings } = built.project.report;
    const changes = { settings: { ...settings, sectionsBy: 'question' as const } };
    built.run({ kind: 'change-report', changes });
    expect(titles(built)).toEqual(['Miten?', '-A2', 'Miksi?', '-A', '--A1', '', '-B']);
    const why = reportModel(built.project).sections.find(({ name }) => name === 'Miksi?');
    expect(why).toMatchObject({ excerptCount: 5, caseCount: 2, caseNames: ['H1', 'H2'] });
  });

  it('show their sub-themes as a table whose totals are those of the theme', () => {
    const built = build();
    const sections = [{ id: built.themeId('A'), changes: { figure: 'table' as const } }];
    built.run({ kind: 'change-report-sections', sections });
    const figure = reportModel(built.project).sections[0]?.figure;
    expect(figure).toMatchObject({
      number: 2,
      table: {
        cells: [
          [0, 1],
          [0, 0],
        ],
        rowTotals: [1, 0],
        columnTotals: [3, 2],
        total: 5,
      },
    });
    expect(figure?.table.rows.map(({ name, depth }) => [name, depth])).toEqual([
      ['A1', 0],
      ['A2', 0],
    ]);
  });

  it('hand their text and their chosen quotes on when themes are merged', () => {
    const built = build();
    const [a, b] = [built.themeId('A'), built.themeId('B')];
    const hand = (id: ExcerptId): QuoteChoice => ({ rule: 'hand', max: null, ids: [id] });
    const kolme = idOf(built, 'kolme');
    const other = built.excerptIds.at(-1) ?? kolme;
    built.run({
      kind: 'change-report-sections',
      sections: [
        { id: a, changes: { text: 'A:sta', quotes: hand(kolme) } },
        { id: b, changes: { text: 'B:stä', quotes: hand(other) } },
      ],
    });
    built.run({ kind: 'merge-theme', id: b, into: a });
    const { report } = built.project;
    expect(report.texts).toEqual({ [a]: 'A:sta\n\nB:stä' });
    expect(report.sections[a]?.quotes?.ids).toEqual([kolme, other]);
    expect(Object.keys(report.sections)).toEqual([a]);
  });
});

describe('the record of a report', () => {
  it('is read from snapshots of earlier versions', () => {
    const { project } = build();
    const old = { ...toSnapshot(project), report: { title: 'T', introduction: 'I', texts: {} } };
    const report = fromSnapshot(old as unknown as Snapshot).report;
    expect(report).toEqual({ ...project.report, title: 'T', introduction: 'I' });
  });

  it('keeps why what a check found is meant so', () => {
    const built = build();
    built.run({ kind: 'answer-check', key: 'k', answer: ' tarkoituksella ' });
    expect(built.project.report.answers).toEqual({ k: 'tarkoituksella' });
    built.run({ kind: 'answer-check', key: 'k', answer: null });
    expect(built.project.report.answers).toEqual({});
  });

  it('tells of texts that have no place any more', () => {
    const built = build();
    const changes = { texts: { gone: 'Kadonnut', [Q1]: 'Kysymykselle', method: 'M' } };
    built.run({ kind: 'change-report', changes });
    expect(reportModel(built.project).unplaced).toEqual([{ id: 'gone', text: 'Kadonnut' }]);
  });

  it('prints an edited quote everywhere and keeps what was said', () => {
    const built = build();
    const excerptId = idOf(built, 'kaksi kaksi');
    const edits = [{ kind: 'omit' as const, start: 0, end: 5, text: '' }];
    built.run({ kind: 'edit-quote', excerptId, edits });
    const quote = reportModel(built.project).sections[0]?.quotes[1];
    expect(quote).toMatchObject({ quote: 'kaksi kaksi', printed: '[…] kaksi' });
    built.run({ kind: 'edit-quote', excerptId, edits: [] });
    expect(built.project.report.quotes).toEqual({});
  });
});
