import { existsSync, readFileSync } from 'node:fs';
import path from 'node:path';
import Papa from 'papaparse';
import { buildProject, type BuiltProject, type Given } from './build-project.ts';

const folder = path.join(import.meta.dirname, '../../../shared/corpus/kt-interior');
export const hasCorpus = existsSync(folder);

interface Row {
  readonly order: string;
  readonly transcript: string;
  readonly theme: string;
  readonly themeTitle: string;
  readonly quote: string;
}

const read = (file: string): string => readFileSync(path.join(folder, file), 'utf8');

/** The thesis case: seven interviews and their 62 passages, in the order of `codings.csv`. */
export function corpusProject(report: Given['report'] = {}): BuiltProject {
  const { data } = Papa.parse<Row>(read('codings.csv').replace(/^\ufeff/, ''), {
    header: true,
    skipEmptyLines: true,
  });
  const titles = new Map(data.map(({ theme, themeTitle }) => [theme, themeTitle]));
  return buildProject({
    settings: { name: 'KT', language: 'fi' },
    texts: ['H1', 'H2', 'H3', 'H4', 'H5', 'H6', 'H7'].map((title) => ({
      title,
      text: read(`${title}.txt`),
    })),
    themes: [...titles].sort().map(([label, name]) => ({ label, name })),
    codings: data.map(({ transcript, theme, quote }) => ({ transcript, quote, themes: [theme] })),
    report,
  });
}
