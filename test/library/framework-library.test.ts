import { mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { frameworkLibrary } from '../../src/system/framework-library.ts';
import { parseFramework, parseSources } from '../../src/system/parse-framework.ts';

const words = (name: string) => ({ fi: `${name} fi`, en: `${name} en`, sv: `${name} sv` });
const concept = (id: string) => ({ id, name: words(id), definition: words(`${id} is`) });

const framework = (changes: object = {}): object => ({
  id: 'journey',
  citation: words('Lemon'),
  sources: ['lemon-2016'],
  name: words('Journey'),
  about: words('About'),
  dimensions: [words('Stage'), words('Owner')],
  concepts: [
    { ...concept('before'), dimension: 0, children: [concept('search')] },
    { ...concept('brand'), dimension: 1 },
  ],
  ...changes,
});

const source = (changes: object = {}): object => ({
  kind: 'article-journal',
  authors: ['Lemon, K. N.'],
  year: 2016,
  title: 'Understanding',
  container: null,
  publisher: null,
  volume: null,
  issue: null,
  pages: null,
  doi: null,
  ...changes,
});

describe('a library', () => {
  let folder = '';
  const write = async (name: string, json: unknown): Promise<void> => {
    const file = path.join(folder, name);
    await mkdir(path.dirname(file), { recursive: true });
    await writeFile(file, typeof json === 'string' ? json : JSON.stringify(json));
  };
  beforeEach(async () => {
    folder = await mkdtemp(path.join(tmpdir(), 'library-'));
    await write('sources.json', { 'lemon-2016': source() });
    await write('frameworks/journey.json', framework());
  });
  afterEach(() => rm(folder, { recursive: true }));

  it('tells a framework in one language, its children in the dimension of their parent', async () => {
    expect(await frameworkLibrary(folder).get('journey', 'sv')).toEqual({
      id: 'journey',
      name: 'Journey sv',
      citation: 'Lemon sv',
      about: 'About sv',
      note: null,
      dimensions: ['Stage sv', 'Owner sv'],
      conceptCount: 3,
      sources: [{ key: 'lemon-2016', ...source() }],
      concepts: [
        {
          id: 'before',
          dimension: 0,
          name: 'before sv',
          definition: 'before is sv',
          children: [
            {
              id: 'search',
              dimension: 0,
              name: 'search sv',
              definition: 'search is sv',
              children: [],
            },
          ],
        },
        { id: 'brand', dimension: 1, name: 'brand sv', definition: 'brand is sv', children: [] },
      ],
    });
  });

  it('lists by name as the language orders its letters', async () => {
    for (const [id, name] of Object.entries({ a: 'Arvo', b: 'Ääni', c: 'Zen' }))
      await write(
        `frameworks/${id}.json`,
        framework({ id, name: { fi: name, en: name, sv: name } }),
      );
    await rm(path.join(folder, 'frameworks/journey.json'));
    const library = frameworkLibrary(folder);
    const names = async (language: 'fi' | 'en') =>
      (await library.list(language)).map(({ name }) => name);
    expect(await names('fi')).toEqual(['Arvo', 'Zen', 'Ääni']);
    expect(await names('en')).toEqual(['Ääni', 'Arvo', 'Zen']);
  });

  it.each(['other', '', '../sources', '__proto__', 'constructor'])(
    'has no framework “%s”',
    async (id) => {
      expect(await frameworkLibrary(folder).get(id, 'en')).toBeNull();
    },
  );

  it('reads no file until it is asked, and then each only once', async () => {
    const library = frameworkLibrary(folder);
    await write('frameworks/journey.json', framework({ name: words('Late') }));
    expect(await library.list('en')).toMatchObject([{ name: 'Late en' }]);
    await rm(path.join(folder, 'frameworks/journey.json'));
    expect(await library.get('journey', 'fi')).toMatchObject({ name: 'Late fi' });
  });

  it('reads again after a failure', async () => {
    const library = frameworkLibrary(folder);
    await write('frameworks/journey.json', '{');
    await expect(library.list('en')).rejects.toThrow('journey.json: this is not JSON');
    await write('frameworks/journey.json', framework());
    expect(await library.list('en')).toHaveLength(1);
  });

  it('has a record for each source that a framework names', async () => {
    await write('frameworks/journey.json', framework({ sources: ['lemon-2016', 'other'] }));
    await expect(frameworkLibrary(folder).list('en')).rejects.toThrow(
      'journey.json: sources.json has no “other”',
    );
  });
});

describe('a framework that is not as it should be', () => {
  const [before, brand] = [
    { ...concept('before'), dimension: 0 },
    { ...concept('brand'), dimension: 1 },
  ];
  it.each<[place: string, json: unknown]>([
    ['journey.json: an object is expected', []],
    ['journey.json: an object is expected', null],
    ['journey.json: “id” is missing', {}],
    ['journey.json: “colour” is not known', framework({ colour: 'red' })],
    ['journey.json: id should be the name of the file, not “travel”', framework({ id: 'travel' })],
    ['journey.json: id small letters', framework({ id: 'Journey' })],
    ['journey.json: name “sv” is missing', framework({ name: { fi: 'a', en: 'b' } })],
    ['journey.json: name “de” is not known', framework({ name: { ...words('a'), de: 'c' } })],
    ['journey.json: about.en the text is empty', framework({ about: { ...words('a'), en: '' } })],
    ['journey.json: note.fi the text is', framework({ note: { ...words('a'), fi: ' a' } })],
    [
      'journey.json: citation.en a text is expected',
      framework({ citation: { ...words('a'), en: 1 } }),
    ],
    ['journey.json: sources a list', framework({ sources: [] })],
    ['journey.json: sources[1] small letters', framework({ sources: ['a', '../b'] })],
    [
      'journey.json: dimensions there are more',
      framework({ dimensions: [1, 2, 3].map(() => words('a')) }),
    ],
    ['journey.json: dimensions a list', framework({ dimensions: 'Stage' })],
    ['journey.json: concepts dimension 1 has no concepts', framework({ concepts: [before] })],
    [
      'journey.json: concepts[1].dimension there is no dimension 2',
      framework({ concepts: [before, { ...brand, dimension: 2 }] }),
    ],
    [
      'journey.json: concepts[0].dimension a whole number',
      framework({ concepts: [{ ...before, dimension: 0.5 }] }),
    ],
    [
      'journey.json: concepts[0] “dimension” is missing',
      framework({ concepts: [concept('before')] }),
    ],
    [
      'journey.json: concepts[0].children[0] “dimension” is not known',
      framework({ concepts: [{ ...before, children: [brand] }] }),
    ],
    [
      'journey.json: concepts[0].children a list',
      framework({ concepts: [{ ...before, children: [] }] }),
    ],
    [
      'journey.json: concepts two concepts are called “before”',
      framework({ concepts: [{ ...before, children: [concept('before')] }] }),
    ],
    [
      'journey.json: concepts[0].children[0].definition “en” is missing',
      framework({
        concepts: [{ ...before, children: [{ ...concept('a'), definition: { fi: 'a' } }] }],
      }),
    ],
  ])('is refused: %s', (place, json) => {
    expect(() => parseFramework(json, 'journey.json')).toThrow(place);
  });
});

describe('a record of the bibliography that is not as it should be', () => {
  it.each<[place: string, json: unknown]>([
    ['sources.json: an object is expected', []],
    ['sources.json: small letters', { 'Lemon 2016': source() }],
    [
      'sources.json: lemon “title” is missing',
      { lemon: { kind: 'book', authors: [], year: null } },
    ],
    ['sources.json: lemon “url” is not known', { lemon: source({ url: 'x' }) }],
    ['sources.json: lemon.kind small letters', { lemon: source({ kind: 'A book' }) }],
    ['sources.json: lemon.authors a list is expected', { lemon: source({ authors: 'Lemon' }) }],
    ['sources.json: lemon.authors[0] the text is empty', { lemon: source({ authors: [''] }) }],
    ['sources.json: lemon.year a whole number or null', { lemon: source({ year: '2016' }) }],
    ['sources.json: lemon.pages a text is expected', { lemon: source({ pages: 77 }) }],
  ])('is refused: %s', (place, json) => {
    expect(() => parseSources(json, 'sources.json')).toThrow(place);
  });
});
