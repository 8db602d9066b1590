import { readdir, readFile } from 'node:fs/promises';
import path from 'node:path';
import type {
  FrameworkLibrary,
  FrameworkSummary,
  LibraryConcept,
  LibraryFramework,
  LibrarySource,
} from '../app/ports.ts';
import type { Language } from '../domain/project/records.ts';
import {
  allConcepts,
  parseFramework,
  parseSources,
  type ShippedConcept,
  type ShippedFramework,
} from './parse-framework.ts';

interface Contents {
  readonly frameworks: ReadonlyMap<string, ShippedFramework>;
  readonly sources: ReadonlyMap<string, LibrarySource>;
}

/**
 * The library in a folder: `sources.json` and a file per framework in `frameworks/`. Read when it is
 * first asked for and then kept; a call that fails leaves the next one to read again.
 */
export function frameworkLibrary(folder: string): FrameworkLibrary {
  let reading: Promise<Contents> | null = null;
  const contents = async (): Promise<Contents> => {
    reading ??= readLibrary(folder);
    try {
      return await reading;
    } catch (error) {
      reading = null;
      throw error;
    }
  };
  return {
    async list(language) {
      const { frameworks } = await contents();
      const { compare } = new Intl.Collator(language);
      return [...frameworks.values()]
        .map((framework) => summaryOf(framework, language))
        .sort((a, b) => compare(a.name, b.name));
    },
    async get(id, language) {
      const { frameworks, sources } = await contents();
      const framework = frameworks.get(id);
      return framework ? inLanguage(framework, sources, language) : null;
    },
  };
}

async function readLibrary(folder: string): Promise<Contents> {
  const below = path.join(folder, 'frameworks');
  const names = (await readdir(below)).filter((name) => name.endsWith('.json')).sort();
  const [sources, ...frameworks] = await Promise.all([
    readJson(folder, 'sources.json').then((json) => parseSources(json, 'sources.json')),
    ...names.map(async (name) => parseFramework(await readJson(below, name), name)),
  ]);
  for (const { id, sources: keys } of frameworks)
    for (const key of keys)
      if (!sources.has(key)) throw new Error(`${id}.json: sources.json has no “${key}”`);
  return { sources, frameworks: new Map(frameworks.map((one) => [one.id, one])) };
}

async function readJson(folder: string, name: string): Promise<unknown> {
  const text = await readFile(path.join(folder, name), 'utf8');
  try {
    return JSON.parse(text);
  } catch (error) {
    throw new Error(`${name}: this is not JSON`, { cause: error });
  }
}

const summaryOf = (framework: ShippedFramework, language: Language): FrameworkSummary => ({
  id: framework.id,
  name: framework.name[language],
  citation: framework.citation[language],
  about: framework.about[language],
  dimensions: framework.dimensions.map((words) => words[language]),
  conceptCount: allConcepts(framework.concepts).length,
});

const inLanguage = (
  framework: ShippedFramework,
  sources: ReadonlyMap<string, LibrarySource>,
  language: Language,
): LibraryFramework => ({
  ...summaryOf(framework, language),
  note: framework.note?.[language] ?? null,
  sources: framework.sources.flatMap((key) => sources.get(key) ?? []),
  concepts: framework.concepts.map((concept) => conceptIn(concept, language)),
});

const conceptIn = (concept: ShippedConcept, language: Language): LibraryConcept => ({
  id: concept.id,
  dimension: concept.dimension,
  name: concept.name[language],
  definition: concept.definition[language],
  children: concept.children.map((child) => conceptIn(child, language)),
});
