import { existsSync, readFileSync } from 'node:fs';
import { readCodingsCsv } from '../../../src/formats/codings/read-codings-csv.ts';
import { buildProject, type BuiltProject } from '../../support/build-project.ts';

const folder = new URL('../../../../shared/corpus/kt-interior/', import.meta.url);

/** Whether the corpus is beside the project; says so where it is not. */
export function hasKtInterior(): boolean {
  const there = existsSync(folder);
  if (!there)
    process.stderr.write('corpus kt-interior is not beside the project: its tests are skipped\n');
  return there;
}

export interface KtInterior extends BuiltProject {
  readonly expected: {
    readonly columns: readonly string[];
    readonly rows: Readonly<Record<string, readonly number[]>>;
    readonly total: number;
    readonly words: Readonly<Record<string, number>>;
  };
  /** The quotes of codings.csv, as written there. */
  readonly quotes: readonly string[];
}

/** Seven interviews and 62 codings of a thesis, as a project. */
export function ktInterior(): KtInterior {
  const read = (name: string): Buffer => readFileSync(new URL(name, folder));
  const { rows } = readCodingsCsv('codings.csv', read('codings.csv'));
  const themes = new Map(rows.map(({ theme, themeTitle }) => [theme ?? '', themeTitle ?? '']));
  const built = buildProject({
    settings: {
      name: 'KT Interior',
      language: 'fi',
      researchQuestions: ['Mistä B2B-yrityksen asiakaskokemus muodostuu?'],
    },
    texts: [1, 2, 3, 4, 5, 6, 7].map((i) => ({
      title: `H${i}`,
      text: read(`H${i}.txt`).toString('utf8'),
    })),
    themes: [...themes].map(([label, name]) => ({ label, name })),
    codings: rows.map(({ transcript, quote, start, theme, question }) => ({
      transcript,
      quote,
      ...(start !== null && { start }),
      themes: [theme ?? ''],
      ...(question !== null && { question }),
    })),
  });
  return {
    ...built,
    expected: JSON.parse(read('expected.json').toString('utf8')) as KtInterior['expected'],
    quotes: rows.map(({ quote }) => quote),
  };
}
