import Papa from 'papaparse';
import { expect, it } from 'vitest';
import { reportModel } from '../../../src/domain/reports/report-model.ts';
import { writeReportCsv } from '../../../src/formats/reports/csv.ts';
import { buildProject } from '../../support/build-project.ts';
import { hostileReport } from './hostile.ts';
import { reportWords } from './report-words.ts';

it('is one row per theme and excerpt, those without a theme last', () => {
  const built = buildProject({
    settings: { language: 'fi' },
    texts: [{ title: 'Eka', caseName: 'H1', text: 'Haastattelija: 😀?\n\nH1: yksi kaksi' }],
    themes: [
      { name: 'Ylä', label: '1' },
      { name: 'Ala', parent: '1' },
    ],
    codings: [
      { transcript: 'Eka', quote: 'kaksi', memo: 'muistio' },
      {
        transcript: 'Eka',
        quote: 'yksi',
        themes: ['Ylä', 'Ala'],
        types: ['A', 'B'],
        coder: 'Aino',
        question: '3',
        reduction: 'ei',
        stance: 'contradicts',
        deviant: true,
        deviantReason: 'siksi',
      },
    ],
  });
  const csv = writeReportCsv(
    reportModel(built.project, { textOf: built.textOf }),
    reportWords('fi'),
  );
  const { data } = Papa.parse<Record<string, string>>(csv.slice(1), {
    header: true,
    delimiter: ';',
    skipEmptyLines: true,
  });
  const about = {
    Haastateltava: 'H1',
    Litteraatti: 'Eka',
    Puheenvuoro: '2',
    Kysymys: '3',
    'Aineisto-ote': 'yksi',
    Tyypit: 'A; B',
    'Pelkistetty ilmaus': 'ei',
    Muistio: '',
    'Suhde teemaan': 'vastoin',
    'Poikkeava tapaus': 'kyllä',
    Selitys: 'siksi',
    Koodaaja: 'Aino',
    'Alku (merkki)': '23',
    'Loppu (merkki)': '27',
    'Sitaatti painettuna': 'yksi',
  };
  expect(data).toEqual([
    { 'Teeman numero': '1', Teema: 'Ylä', ...about },
    { 'Teeman numero': '', Teema: 'Ala', ...about },
    expect.objectContaining({
      'Teeman numero': '',
      Teema: '',
      'Aineisto-ote': 'kaksi',
      Muistio: 'muistio',
      'Poikkeava tapaus': 'ei',
    }),
  ]);
});

it('holds no cell that a spreadsheet calculates', () => {
  const csv = writeReportCsv(hostileReport(), reportWords('en'));
  const { data } = Papa.parse<string[]>(csv.slice(1), { delimiter: ',' });
  expect(new Set(data.slice(0, -1).map((row) => row.length))).toEqual(new Set([17]));
  for (const cell of data.flat()) expect(cell).not.toMatch(/^[=+\-@\t\r\n]/);
});
