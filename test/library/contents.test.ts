import { readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { describe, expect, it } from 'vitest';
import type { LibraryConcept } from '../../src/app/ports.ts';
import { LANGUAGES } from '../../src/domain/project/records.ts';
import { frameworkLibrary } from '../../src/system/framework-library.ts';

const folder = path.join(import.meta.dirname, '../../src/library');
const library = frameworkLibrary(folder);
const files = readdirSync(path.join(folder, 'frameworks')).sort();
const ids = files.map((file) => path.basename(file, '.json'));

type Words = Record<(typeof LANGUAGES)[number], string>;

/** Every text of a file with the place where it stands. */
function wordsIn(value: unknown, at: string): { at: string; words: Words }[] {
  if (typeof value !== 'object' || value === null) return [];
  if ('fi' in value) return [{ at, words: value as Words }];
  return Object.entries(value).flatMap(([key, below]) => wordsIn(below, `${at}.${key}`));
}

const words = files.flatMap((file) =>
  wordsIn(JSON.parse(readFileSync(path.join(folder, 'frameworks', file), 'utf8')), file),
);
const prose = words.filter(({ at }) => /\.(?:about|definition|note)$/.test(at));

const allConcepts = (concepts: readonly LibraryConcept[]): LibraryConcept[] =>
  concepts.flatMap((concept) => [concept, ...allConcepts(concept.children)]);

describe.each(LANGUAGES)('the library in %s', (language) => {
  it('lists every file, each of which opens', async () => {
    const list = await library.list(language);
    expect(list.map(({ id }) => id).sort()).toEqual(ids);
    for (const summary of list)
      expect(await library.get(summary.id, language)).toMatchObject(summary);
  });

  it('calls no two frameworks by the same name', async () => {
    const names = (await library.list(language)).map(({ name }) => name);
    expect(new Set(names).size).toBe(names.length);
  });

  it('calls no two neighbours in a tree by the same name', async () => {
    for (const id of ids) {
      const concepts = (await library.get(id, language))?.concepts ?? [];
      for (const level of [concepts, ...allConcepts(concepts).map(({ children }) => children)]) {
        const names = level.map(({ dimension, name }) => `${dimension} ${name}`);
        expect(new Set(names).size, `${id}: ${names.join(', ')}`).toBe(names.length);
      }
    }
  });

  it('defines two concepts alike only where they are one concept in two lists', async () => {
    for (const id of ids) {
      const nameOf = new Map<string, string>();
      for (const { name, definition } of allConcepts(
        (await library.get(id, language))?.concepts ?? [],
      )) {
        expect(nameOf.get(definition) ?? name, `${id}: ${definition}`).toBe(name);
        nameOf.set(definition, name);
      }
    }
  });
});

describe('the texts of the library', () => {
  it('are not left untranslated', () => {
    const same = words.filter(
      ({ at, words: { fi, en, sv } }) => !at.endsWith('.citation') && fi === en && en === sv,
    );
    expect(same.map(({ at }) => at)).toEqual([]);
  });

  it('differ from language to language where they are sentences', () => {
    const same = prose.filter(({ words: { fi, en, sv } }) => new Set([fi, en, sv]).size < 3);
    expect(same.map(({ at }) => at)).toEqual([]);
  });

  it.each(LANGUAGES)('are whole sentences in %s, short enough for a tooltip', (language) => {
    const faults = prose.filter(({ words: { [language]: text } }) => {
      const isWhole = /^\p{Lu}/u.test(text) && /[.?]$/.test(text);
      return !isWhole || text.length > 420 || /\s{2}| [,.;]|\.\./.test(text);
    });
    expect(faults.map(({ at, words: { [language]: text } }) => `${at}: ${text}`)).toEqual([]);
  });

  it('write quotation marks and dashes as the language does', () => {
    const faults = words.filter(
      ({ words: { fi, en, sv } }) =>
        /["'“]/.test(fi + sv) || /["'”](?=\w)/.test(en) || /\d-\d/.test(fi + en + sv),
    );
    expect(faults.map(({ at }) => at)).toEqual([]);
  });

  it('abbreviate “and others” in the language of the reader', () => {
    for (const { at, words: cited } of words.filter(({ at }) => at.endsWith('.citation'))) {
      const count = (text: string, others: string): number => text.split(others).length - 1;
      const inFinnish = count(cited.fi, ' ym. ');
      expect([count(cited.en, ' et al. '), count(cited.sv, ' m.fl. ')], at).toEqual([
        inFinnish,
        inFinnish,
      ]);
    }
  });
});

describe('the bibliography of the library', () => {
  const records = JSON.parse(readFileSync(path.join(folder, 'sources.json'), 'utf8')) as Record<
    string,
    { authors: string[]; year: number | null; doi: string | null; pages: string | null }
  >;

  it('holds the works that are cited and no other', async () => {
    const cited = await Promise.all(
      ids.map(async (id) => (await library.get(id, 'en'))?.sources.map(({ key }) => key) ?? []),
    );
    expect([...new Set(cited.flat())].sort()).toEqual(Object.keys(records).sort());
  });

  it('names the first author and year that the citation names', async () => {
    for (const id of ids) {
      const framework = await library.get(id, 'en');
      for (const { key, authors, year } of framework?.sources ?? []) {
        const [family = ''] = (authors[0] ?? '').split(',');
        expect(framework?.citation, key).toContain(family);
        if (year !== null) expect(`${framework?.citation ?? ''} ${key}`, key).toContain(`${year}`);
      }
    }
  });

  it('writes identifiers and pages in their usual form', () => {
    for (const [key, { doi, pages }] of Object.entries(records)) {
      if (doi !== null) expect(doi, key).toMatch(/^10\.\d{4,9}\/\S+$/);
      if (pages !== null) expect(pages, key).toMatch(/^\d+–\d+$/);
    }
  });
});
