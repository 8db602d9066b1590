import { existsSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { describe, expect, it } from 'vitest';
import type { LibraryConcept, LibraryFramework } from '../../src/app/ports.ts';
import { LANGUAGES } from '../../src/domain/project/records.ts';
import { frameworkLibrary } from '../../src/system/framework-library.ts';

const file = path.join(import.meta.dirname, '../../../shared/methods/frameworks.json');
const isThere = existsSync(file);
const library = frameworkLibrary(path.join(import.meta.dirname, '../../src/library'));

interface Starter {
  readonly id: string;
  readonly citedAs: string;
  readonly concepts: Readonly<Record<string, readonly string[]>>;
}

const text = isThere ? readFileSync(file, 'utf8') : '{"frameworks":[]}';
const { frameworks: starters } = JSON.parse(text) as { frameworks: readonly Starter[] };

const title = isThere
  ? 'the starter frameworks'
  : 'the starter frameworks (not tried: ../shared/methods is not there)';

async function opened(id: string, language: (typeof LANGUAGES)[number]): Promise<LibraryFramework> {
  const framework = await library.get(id, language);
  if (!framework) throw new Error(`there is no ${id}`);
  return framework;
}

/** The concepts group by group: a group is a dimension, a parent, or the whole of a plain list. */
function groupsOf(
  { dimensions, concepts }: LibraryFramework,
  groupCount: number,
): LibraryConcept[][] {
  if (dimensions.length > 1)
    return dimensions.map((_, i) => concepts.filter(({ dimension }) => dimension === i));
  return groupCount > 1 ? concepts.map(({ children }) => [...children]) : [[...concepts]];
}

/** Beginnings of words, which stay when a name is inflected or cleaned. */
const stems = (name: string): string[] =>
  (name.toLowerCase().match(/\p{L}{2,}/gu) ?? []).map((word) => word.slice(0, 5));

const isNamedAfter = (name: string, source: string): boolean =>
  stems(name).some((stem) => stems(source).includes(stem));

const textsBelow = (concept: LibraryConcept): string[] => [
  concept.definition,
  ...concept.children.flatMap(textsBelow),
];

const stringsIn = (value: unknown): string[] => {
  if (typeof value === 'string') return [value];
  return typeof value === 'object' && value !== null ? Object.values(value).flatMap(stringsIn) : [];
};

describe.skipIf(!isThere)(title, () => {
  it('are 26 and all in the library', async () => {
    const ids = (await library.list('fi')).map(({ id }) => id);
    expect(starters).toHaveLength(26);
    expect(ids).toEqual(expect.arrayContaining(starters.map(({ id }) => id)));
  });

  it.each(starters)('$id is cited as it was', async ({ id, citedAs }) => {
    const { citation } = await opened(id, 'fi');
    expect(citation).toBe(citedAs.replaceAll(/ \(\d+\)/g, ''));
  });

  it.each(starters)('$id has every concept, group by group, in order', async ({ id, concepts }) => {
    const groups = Object.values(concepts);
    const ours = groupsOf(await opened(id, 'fi'), groups.length);
    expect(ours.map((group) => group.length)).toEqual(groups.map((group) => group.length));
    for (const [i, group] of groups.entries())
      for (const [j, source] of group.entries()) {
        const name = ours[i]?.[j]?.name ?? '';
        expect(isNamedAfter(name, source), `“${name}” for “${source}”`).toBe(true);
      }
  });

  it.each(starters)('$id keeps the English terms that are known', async ({ id, concepts }) => {
    const groups = Object.values(concepts);
    const ours = groupsOf(await opened(id, 'en'), groups.length).flat();
    for (const [i, source] of groups.flat().entries()) {
      const term = /\(([a-z ]+)\)$/i.exec(source)?.[1]?.toLowerCase();
      if (term !== undefined) expect(ours[i]?.name.toLowerCase()).toContain(term);
    }
  });

  it('lend no sentence to the library', async () => {
    const theirs = stringsIn(starters)
      .filter((one) => one.length >= 24)
      .map((one) => one.toLowerCase());
    for (const language of LANGUAGES)
      for (const { id } of starters) {
        const { about, note, concepts } = await opened(id, language);
        const ours = [about, note ?? '', ...concepts.flatMap(textsBelow)].join('\n').toLowerCase();
        expect(
          theirs.filter((one) => ours.includes(one)),
          id,
        ).toEqual([]);
        expect(ours, id).not.toMatch(/\d{3}_[0-9a-f]{8}|\.txt|\(00\d\)/);
      }
  });
});
