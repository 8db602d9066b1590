import Papa from 'papaparse';
import { describe, expect, it } from 'vitest';
import { TABLE_COUNTS, type TableCounts } from '../../../src/domain/project/report-records.ts';
import { reportModel, type ReportModel } from '../../../src/domain/reports/report-model.ts';
import { writeDocx } from '../../../src/formats/reports/docx.ts';
import { writeHtml } from '../../../src/formats/reports/html.ts';
import { writeJson } from '../../../src/formats/reports/json.ts';
import { writeMarkdown } from '../../../src/formats/reports/markdown.ts';
import { writeReportXlsx } from '../../../src/formats/reports/xlsx.ts';
import { readXlsx } from '../../../src/formats/tables/read-xlsx.ts';
import { buildProject } from '../../support/build-project.ts';
import { reportWords } from './report-words.ts';
import { unzip } from './unzip.ts';

const words = reportWords('fi');

/** One sub-theme that two of three speak of, twice each, and one of which one does. */
function modelWith(tableCounts: TableCounts): ReportModel {
  const texts = ['H1', 'H2', 'H3'].map((title) => ({ title, text: `${title}: yksi kaksi kolme` }));
  const coding = (transcript: string, quote: string, theme: string) => ({
    ...{ transcript, quote, themes: [theme] },
  });
  const built = buildProject({
    settings: { language: 'fi' },
    texts,
    themes: [
      { name: 'Arki' },
      { name: 'Aamut', parent: 'Arki' },
      { name: 'Illat', parent: 'Arki' },
    ],
    codings: [
      ...['H1', 'H2'].flatMap((title) => [
        coding(title, 'yksi', 'Aamut'),
        coding(title, 'kaksi', 'Aamut'),
      ]),
      coding('H2', 'kolme', 'Illat'),
    ],
  });
  built.run({ kind: 'change-report', changes: { settings: { tableCounts } } });
  const sections = [{ id: built.themeId('Arki'), changes: { figure: 'table' as const } }];
  built.run({ kind: 'change-report-sections', sections });
  return reportModel(built.project);
}

/** The table of all themes as rows of cells, and that of the section below it. */
const READ: Readonly<Record<string, (model: ReportModel) => Promise<string[][][]>>> = {
  docx: async (model) => {
    const xml = unzip(await writeDocx(model, words)).get('word/document.xml') ?? '';
    return [...xml.matchAll(/<w:tbl>.*?<\/w:tbl>/gs)].map(([table]) =>
      [...table.matchAll(/<w:tr>.*?<\/w:tr>/gs)].map(([row]) =>
        [...row.matchAll(/<w:tc>.*?<\/w:tc>/gs)].map(([cell]) => cell.replace(/<[^>]*>/g, '')),
      ),
    );
  },
  html: (model) =>
    Promise.resolve(
      [...writeHtml(model, words).matchAll(/<table.*?<\/table>/gs)].map(([table]) =>
        [...table.matchAll(/<tr>.*?<\/tr>/gs)].map(([row]) =>
          [...row.matchAll(/<t[hd].*?<\/t[hd]>/gs)].map(([cell]) => cell.replace(/<[^>]*>/g, '')),
        ),
      ),
    ),
  markdown: (model) =>
    Promise.resolve(
      writeMarkdown(model, words)
        .split('\n\n')
        .filter((block) => block.startsWith('|'))
        .map((block) =>
          (Papa.parse(block, { delimiter: '|' }).data as string[][])
            .filter((_, i) => i !== 1)
            .map((row) =>
              row.slice(1, -1).map((cell) => cell.replace(/[*]|^ ?–+ (?=\S)/g, '').trim()),
            ),
        ),
    ),
};

const EXPECTED: Readonly<Record<TableCounts, string[][]>> = {
  excerpts: [
    ['Teema', 'H1', 'H2', 'H3', 'Yht.'],
    ['Arki', '2', '3', '0', '5'],
    ['Aamut', '2', '2', '0', '4'],
    ['Illat', '0', '1', '0', '1'],
    ['Yhteensä', '2', '3', '0', '5'],
  ],
  cases: [
    ['Teema', 'H1', 'H2', 'H3', 'Haastateltavia'],
    ['Arki', '×', '×', '–', '2/3'],
    ['Aamut', '×', '×', '–', '2/3'],
    ['Illat', '–', '×', '–', '1/3'],
    ['Yhteensä', '', '', '', '2/3'],
  ],
  both: [
    ['Teema', 'H1', 'H2', 'H3', 'Yht.', 'Haastateltavia'],
    ['Arki', '2', '3', '0', '5', '2/3'],
    ['Aamut', '2', '2', '0', '4', '2/3'],
    ['Illat', '0', '1', '0', '1', '1/3'],
    ['Yhteensä', '2', '3', '0', '5', '2/3'],
  ],
};

describe('what the tables of a report count', () => {
  for (const tells of TABLE_COUNTS)
    it.each(Object.keys(READ))(`is the same in every table: ${tells}, %s`, async (format) => {
      const [all, below] = (await READ[format]?.(modelWith(tells))) ?? [];
      const [header, top, ...rest] = EXPECTED[tells];
      expect(all).toEqual(EXPECTED[tells]);
      expect(below).toEqual([header, ...rest]);
      expect(top).toBeDefined();
    });

  it('is numbers in a workbook, who speaks of a theme too', async () => {
    const rowsOf = async (tells: TableCounts) =>
      (await readXlsx('x.xlsx', await writeReportXlsx(modelWith(tells), words))).rows;
    expect((await rowsOf('both')).slice(1, 6)).toEqual([
      ['Teema', 'H1', 'H2', 'H3', 'Yhteensä', 'Haastateltavia / 3'],
      ['Arki', 2, 3, 0, 5, 2],
      ['Aamut', 2, 2, 0, 4, 2],
      ['Illat', 0, 1, 0, 1, 1],
      ['Yhteensä', 2, 3, 0, 5, 2],
    ]);
    const [, , ...cases] = await rowsOf('cases');
    expect(cases.slice(0, 3).map((row) => row.slice(1))).toEqual([
      [1, 1, 0, 2],
      [1, 1, 0, 2],
      [0, 1, 0, 1],
    ]);
  });

  it('is told to scripts whatever is chosen', () => {
    const read = JSON.parse(writeJson(modelWith('excerpts'))) as ReportModel;
    expect(read.tableCounts).toBe('excerpts');
    expect(read.table).toMatchObject({ rowCaseCounts: [2, 2, 1], caseCount: 2 });
    expect(read.sections[0]?.figure?.table).toMatchObject({ rowCaseCounts: [2, 1], caseCount: 2 });
  });

  it('is both where nobody chose', () => {
    expect(reportModel(buildProject({}).project).tableCounts).toBe('both');
  });
});
