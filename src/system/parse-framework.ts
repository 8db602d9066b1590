import type { LibrarySource } from '../app/ports.ts';
import { LANGUAGES, type Language } from '../domain/project/records.ts';
import { fail, fieldsOf, listOf, objectOf, textOf, type Fields } from './strict-json.ts';

/** One text in every language of the app. */
export type Words = Readonly<Record<Language, string>>;

export interface ShippedConcept {
  readonly id: string;
  readonly dimension: number;
  readonly name: Words;
  readonly definition: Words;
  readonly children: readonly ShippedConcept[];
}

/** A framework as its file holds it, in all languages. */
export interface ShippedFramework {
  readonly id: string;
  readonly citation: Words;
  /** Keys of `sources.json`. */
  readonly sources: readonly string[];
  readonly name: Words;
  readonly about: Words;
  readonly note: Words | null;
  readonly dimensions: readonly Words[];
  readonly concepts: readonly ShippedConcept[];
}

/**
 * Checks what was read from `file`, named in errors.
 *
 * @throws {Error} naming the file, the place in it and what is wrong there.
 */
export function parseFramework(json: unknown, file: string): ShippedFramework {
  const required = ['id', 'citation', 'sources', 'name', 'about', 'dimensions', 'concepts'];
  const fields = fieldsOf(json, `${file}:`, required, ['note']);
  const at = (key: string): string => `${file}: ${key}`;
  const id = idOf(fields['id'], at('id'));
  if (file !== `${id}.json`) fail(at('id'), `should be the name of the file, not “${id}”`);
  const dimensions = listOf(fields['dimensions'], at('dimensions'), wordsOf);
  if (dimensions.length > 2) fail(at('dimensions'), 'there are more than two');
  const concepts = listOf(fields['concepts'], at('concepts'), (one, place) =>
    rootOf(one, place, dimensions.length),
  );
  checkIds(concepts, at('concepts'));
  checkDimensions(concepts, dimensions.length, at('concepts'));
  return {
    id,
    citation: wordsOf(fields['citation'], at('citation')),
    sources: listOf(fields['sources'], at('sources'), idOf),
    name: wordsOf(fields['name'], at('name')),
    about: wordsOf(fields['about'], at('about')),
    note: fields['note'] === undefined ? null : wordsOf(fields['note'], at('note')),
    dimensions,
    concepts,
  };
}

/**
 * Checks the bibliography, an object of records by key.
 *
 * @throws {Error} naming the file, the record and what is wrong there.
 */
export function parseSources(json: unknown, file: string): ReadonlyMap<string, LibrarySource> {
  const records = Object.entries(objectOf(json, `${file}:`));
  return new Map(
    records.map(([key, record]) => [
      idOf(key, `${file}:`),
      sourceOf(record, key, `${file}: ${key}`),
    ]),
  );
}

const SOURCE_TEXTS = [
  'title',
  'container',
  'publisher',
  'volume',
  'issue',
  'pages',
  'doi',
] as const;

function sourceOf(value: unknown, key: string, at: string): LibrarySource {
  const fields = fieldsOf(value, at, ['kind', 'authors', 'year', ...SOURCE_TEXTS]);
  const { authors, year } = fields;
  if (!Array.isArray(authors)) fail(`${at}.authors`, 'a list is expected');
  if (year !== null && !Number.isInteger(year))
    fail(`${at}.year`, 'a whole number or null is expected');
  const text = (name: (typeof SOURCE_TEXTS)[number]): string | null =>
    fields[name] === null ? null : textOf(fields[name], `${at}.${name}`);
  return {
    key,
    kind: idOf(fields['kind'], `${at}.kind`),
    authors: authors.map((one, i) => textOf(one, `${at}.authors[${i}]`)),
    year: year as number | null,
    title: text('title'),
    container: text('container'),
    publisher: text('publisher'),
    volume: text('volume'),
    issue: text('issue'),
    pages: text('pages'),
    doi: text('doi'),
  };
}

/** A concept at the top of its tree, which says what dimension the tree belongs to. */
function rootOf(value: unknown, at: string, dimensionCount: number): ShippedConcept {
  const fields = fieldsOf(value, at, ['id', 'dimension', 'name', 'definition'], ['children']);
  const { dimension } = fields;
  if (typeof dimension !== 'number' || !Number.isInteger(dimension))
    fail(`${at}.dimension`, 'a whole number is expected');
  if (dimension < 0 || dimension >= dimensionCount)
    fail(`${at}.dimension`, `there is no dimension ${dimension}`);
  return conceptOf(fields, at, dimension);
}

function conceptOf(fields: Fields, at: string, dimension: number): ShippedConcept {
  const children = fields['children'];
  return {
    id: idOf(fields['id'], `${at}.id`),
    dimension,
    name: wordsOf(fields['name'], `${at}.name`),
    definition: wordsOf(fields['definition'], `${at}.definition`),
    children:
      children === undefined
        ? []
        : listOf(children, `${at}.children`, (one, place) => {
            const below = fieldsOf(one, place, ['id', 'name', 'definition'], ['children']);
            return conceptOf(below, place, dimension);
          }),
  };
}

function checkIds(concepts: readonly ShippedConcept[], at: string): void {
  const known = new Set<string>();
  for (const { id } of allConcepts(concepts)) {
    if (known.has(id)) fail(at, `two concepts are called “${id}”`);
    known.add(id);
  }
}

function checkDimensions(concepts: readonly ShippedConcept[], count: number, at: string): void {
  for (let i = 0; i < count; i += 1)
    if (!concepts.some(({ dimension }) => dimension === i))
      fail(at, `dimension ${i} has no concepts`);
}

/** Every concept, each before those below it. */
export const allConcepts = (concepts: readonly ShippedConcept[]): ShippedConcept[] =>
  concepts.flatMap((concept) => [concept, ...allConcepts(concept.children)]);

function wordsOf(value: unknown, at: string): Words {
  const fields = fieldsOf(value, at, LANGUAGES);
  const entries = LANGUAGES.map((language) => [
    language,
    textOf(fields[language], `${at}.${language}`),
  ]);
  return Object.fromEntries(entries) as Words;
}

function idOf(value: unknown, at: string): string {
  const id = textOf(value, at);
  if (!/^[a-z0-9]+(?:-[a-z0-9]+)*$/.test(id))
    fail(at, `small letters, digits and hyphens are expected, not “${id}”`);
  return id;
}
