import { readFile } from 'node:fs/promises';
import path from 'node:path';
import { LANGUAGES, type Language } from '../domain/project/records.ts';

/** The words of each language, from `<folder>/<language>.json`. */
export async function readCatalogues(
  folder: string,
): Promise<Record<Language, Readonly<Record<string, unknown>>>> {
  const entries = await Promise.all(
    LANGUAGES.map(async (language) => {
      const json = await readFile(path.join(folder, `${language}.json`), 'utf8');
      return [language, JSON.parse(json) as Record<string, unknown>] as const;
    }),
  );
  return Object.fromEntries(entries) as Record<Language, Readonly<Record<string, unknown>>>;
}
