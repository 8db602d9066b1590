import { describe, expect, it } from 'vitest';
import { reportModel } from '../../../src/domain/reports/report-model.ts';
import { writeReportXlsx } from '../../../src/formats/reports/xlsx.ts';
import { readXlsx } from '../../../src/formats/tables/read-xlsx.ts';
import { buildProject } from '../../support/build-project.ts';
import { hasKtInterior, ktInterior } from './kt-interior.ts';
import { HOSTILE, hostileReport } from './hostile.ts';
import { reportWords } from './report-words.ts';
import { unzip } from './unzip.ts';

const sheetNames = (files: ReadonlyMap<string, string>): string[] =>
  [...(files.get('xl/workbook.xml') ?? '').matchAll(/<sheet [^>]*name="([^"]+)"/g)].map(
    ([, name]) => name ?? '',
  );

describe('the workbook of a report', () => {
  it('has no formulas, whatever the texts are, and every text as it is', async () => {
    const file = await writeReportXlsx(hostileReport(reportWords('en')), reportWords('en'));
    const files = unzip(file);
    const xml = [...files].filter(([name]) => name.startsWith('xl/worksheets/')).map(([, x]) => x);
    expect(xml.length).toBeGreaterThanOrEqual(4);
    for (const sheet of xml) expect(sheet).not.toMatch(/<f[ >]/);
    const all = [...files.values()].join('');
    expect(all).toContain('=cmd|');
    expect(all).not.toContain('<script>');
    expect(HOSTILE.length).toBeGreaterThan(0);
  });

  it('names each sheet once, as Excel takes it', async () => {
    const names = sheetNames(unzip(await writeReportXlsx(hostileReport(), reportWords('fi'))));
    expect(names.length).toBeGreaterThanOrEqual(4);
    expect(new Set(names.map((name) => name.toLowerCase())).size).toBe(names.length);
    for (const name of names) expect(name).toMatch(/^[^\\/*?:[\]]{1,31}$/);
  });

  it.runIf(hasKtInterior())('holds the thesis’s own table as numbers', async () => {
    const built = ktInterior();
    const model = reportModel(built.project, { textOf: built.textOf });
    const file = await writeReportXlsx(model, reportWords('fi'));
    const { rows } = await readXlsx('report.xlsx', file);
    const { columns, total } = built.expected;
    expect(rows[1]).toEqual(['Teema', ...columns, 'Yhteensä', 'Haastateltavia / 7']);
    for (const [label, figures] of Object.entries(built.expected.rows)) {
      const row = rows.find(([name]) => String(name).startsWith(`${label} `));
      expect(row?.slice(1, -2), label).toEqual(figures);
    }
    expect(rows.at(-1)?.slice(-2)).toEqual([total, columns.length]);
    expect(sheetNames(unzip(file))).toEqual([
      'Teemat haastateltavittain',
      'Haastattelut',
      'Otteet',
    ]);
  });

  it('has a sheet for each appendix, a table of one from its first row on', async () => {
    const file = await writeReportXlsx(hostileReport(reportWords('en')), reportWords('en'));
    const files = unzip(file);
    const names = sheetNames(files);
    expect(names.slice(-3)).toEqual([
      'SRQR checklist',
      'Braun and Clarke’s 15 points',
      'References of the frameworks',
    ]);
    const codebook = files.get(`xl/worksheets/sheet${names.indexOf('Codebook') + 1}.xml`) ?? '';
    expect(codebook).toMatch(/<row r="1"><c r="A1"[^>]*><is><t[^>]*>Theme</);
  });

  it('says where an appendix has nothing in it', async () => {
    const built = buildProject({});
    const settings = { appendices: ['references' as const] };
    built.run({ kind: 'change-report', changes: { settings } });
    const words = reportWords('en');
    const files = unzip(await writeReportXlsx(reportModel(built.project, { words }), words));
    const references = files.get(`xl/worksheets/sheet${sheetNames(files).length}.xml`) ?? '';
    expect(references).toContain('>There is nothing to show here yet.<');
  });
});
