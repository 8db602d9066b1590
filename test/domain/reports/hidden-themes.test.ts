import { describe, expect, it } from 'vitest';
import type { ResearchQuestionId } from '../../../src/domain/ids.ts';
import { reportModel } from '../../../src/domain/reports/report-model.ts';
import { REPORT_FORMATS } from '../../../src/formats/reports/registry.ts';
import { reportWords } from '../../formats/reports/report-words.ts';
import { unzip } from '../../formats/reports/unzip.ts';
import { buildProject } from '../../support/build-project.ts';

/** The first id that is made. */
const QUESTION = 'id000001' as ResearchQuestionId;

const build = () =>
  buildProject({
    settings: { language: 'fi', researchQuestions: ['Miten?'] },
    texts: ['H1', 'H2'].map((title) => ({ title, text: `${title}: yksi . kaksi . kolme . neljä` })),
    themes: [
      { name: 'Näkyvä' },
      { name: 'Ala', parent: 'Näkyvä', researchQuestionIds: [QUESTION] },
      { name: 'Piilo', definition: 'Salainen määritelmä' },
      { name: 'Piilon alla', parent: 'Piilo' },
    ],
    codings: [
      { transcript: 'H1', quote: 'yksi', themes: ['Näkyvä'], reduction: 'Ensimmäinen' },
      { transcript: 'H1', quote: 'kaksi', themes: ['Ala'] },
      { transcript: 'H2', quote: 'kolme', themes: ['Piilo'], reduction: 'Piilotettu ilmaus' },
      { transcript: 'H2', quote: 'neljä', themes: ['Piilon alla', 'Näkyvä'] },
    ],
    report: {
      settings: {
        ...{ sectionsBy: 'theme', quotes: { rule: 'all', max: null }, style: null },
        ...{ counts: true, definitions: true, tableCounts: 'both', footnotes: 'place' },
        appendices: ['codebook', 'reductions', 'frequencies'],
      },
    },
  });

type Built = ReturnType<typeof build>;
const hide = (built: Built, ...names: string[]): void =>
  built.run({
    kind: 'change-report-sections',
    sections: names.map((name) => ({ id: built.themeId(name), changes: { hidden: true } })),
  });
const modelOf = ({ project }: Built) => reportModel(project, { words: reportWords('fi') });

describe('a theme that is hidden from the report', () => {
  it('has no row, and counts only for the theme above it', () => {
    const built = build();
    expect(modelOf(built).table).toMatchObject({ rowTotals: [3, 1, 2, 1], total: 4 });
    hide(built, 'Ala');
    const { table, hiddenThemeCount, method } = modelOf(built);
    expect(table.rows.map(({ name, depth }) => [name, depth])).toEqual([
      ['Näkyvä', 0],
      ['Piilo', 0],
      ['Piilon alla', 1],
    ]);
    expect(table).toMatchObject({ rowTotals: [3, 2, 1], columnTotals: [2, 2], total: 4 });
    expect([hiddenThemeCount, method.themeCount]).toEqual([1, 4]);
  });

  it('takes those below it along, and their excerpts out of the totals', () => {
    const built = build();
    hide(built, 'Piilo');
    const { table, hiddenThemeCount } = modelOf(built);
    expect(table).toMatchObject({ rowTotals: [3, 1], columnTotals: [2, 1], total: 3 });
    expect(hiddenThemeCount).toBe(2);
  });

  it('stands in no indent where the theme above it is hidden and it is not', () => {
    const built = build();
    const settings = { ...built.project.report.settings, sectionsBy: 'question' as const };
    built.run({ kind: 'change-report', changes: { settings } });
    hide(built, 'Näkyvä');
    const { table } = modelOf(built);
    expect(table.rows.map(({ name, depth }) => [name, depth])).toEqual([
      ['Ala', 0],
      ['Piilo', 0],
      ['Piilon alla', 1],
    ]);
  });

  it.each(REPORT_FORMATS)(
    'is in no table, list or quote of $id, which says how many',
    async (format) => {
      const built = build();
      hide(built, 'Piilo');
      const file = await format.write(modelOf(built), reportWords('fi'));
      const text =
        typeof file === 'string' ? file : [...unzip(file)].map(([, content]) => content).join('\n');
      expect(text).toContain('Näkyvä');
      if (format.id === 'json') return;
      expect(text).not.toMatch(/Piilo|Salainen|kolme/);
      if (format.id !== 'csv') expect(text).toContain('2 teemaa on jätetty pois raportista.');
    },
  );
});
