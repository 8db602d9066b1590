import { existsSync, readFileSync } from 'node:fs';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { Rejection } from '../../../src/domain/rejection.ts';
import type { CodebookEntry } from '../../../src/domain/codebook/codebook-file.ts';
import { codebookEntry } from '../../../src/domain/codebook/codebook-file.ts';
import { readQdc } from '../../../src/formats/codebooks/read-qdc.ts';
import { writeQdc } from '../../../src/formats/codebooks/write-qdc.ts';
import { unzip } from '../reports/unzip.ts';
import { outline } from './any-codebook.ts';
import { damaged } from './damage.ts';

const GUID = 'f0000000-0000-4000-8000-00000000000a';
const read = (file: string | Uint8Array) =>
  readQdc('codebook.qdc', typeof file === 'string' ? Buffer.from(file) : file);
const qdc = (codes: string, rest = '', root = 'xmlns="urn:QDA-XML:codebook:1.0"') =>
  `<?xml version="1.0" encoding="utf-8"?>\n<CodeBook ${root}><Codes>${codes}</Codes>${rest}</CodeBook>`;
const code = (attributes: string, inside = '') => `<Code ${attributes}>${inside}</Code>`;
const told = (file: string) => read(file).losses.map(({ code: why, details }) => [why, details]);

describe('a QDC file', () => {
  it('is a tree of codes with GUID, colour and description, and sets of them', () => {
    const { themes, sets, losses } = read(
      qdc(
        code(
          `guid="${GUID}" name="Trust" isCodable="true" color="#46AA00"`,
          `<Description>What it is</Description>${code('guid="f0000000-0000-4000-8000-00000000000b" name="In people" isCodable="false"')}`,
        ),
        `<Sets><Set guid="f0000000-0000-4000-8000-00000000000c" name="Both"><Description>Why</Description><MemberCode guid="${GUID}"/></Set></Sets>`,
      ),
    );
    expect(losses).toEqual([]);
    expect(themes).toEqual([
      codebookEntry({
        guid: GUID,
        name: 'Trust',
        colour: '#46aa00',
        definition: 'What it is',
        children: [
          codebookEntry({
            guid: 'f0000000-0000-4000-8000-00000000000b',
            name: 'In people',
            codable: false,
          }),
        ],
      }),
    ]);
    expect(sets).toEqual([
      {
        guid: 'f0000000-0000-4000-8000-00000000000c',
        name: 'Both',
        description: 'Why',
        memberGuids: [GUID],
      },
    ]);
  });

  it.each([
    ['version 1.0', 'xmlns="urn:QDA-XML:codebook:1.0"'],
    ['the draft 0:4', 'xmlns="urn:QDA-XML:codebook:0:4"'],
    ['the draft 1:0', 'xmlns="urn:QDA-XML:codebook:1:0" origin="NVivo"'],
    ['no version', ''],
  ])('may be of %s', (_, root) => {
    const { themes, losses } = read(qdc(code('name="A" isCodable="true"'), '', root));
    expect([outline(themes), losses]).toEqual(['A', []]);
  });

  it('may give all its elements a prefix', () => {
    const text =
      '<q:CodeBook xmlns:q="urn:QDA-XML:codebook:1.0" xmlns:x="urn:x"><q:Codes><q:Code name="A" isCodable="true"><q:Description>B</q:Description><x:Code name="C"/></q:Code></q:Codes></q:CodeBook>';
    const { themes, losses } = read(text);
    expect(themes).toEqual([codebookEntry({ name: 'A', definition: 'B' })]);
    expect(losses).toEqual([
      { row: null, code: 'qdc-element-unread', details: { element: 'x:Code', count: 1 } },
    ]);
  });

  it.each<[string, Uint8Array]>([
    ['UTF-8 with a mark', Buffer.from(`\ufeff${qdc(code('name="Äö"'))}`)],
    ['UTF-16 with a mark', Buffer.from(`\ufeff${qdc(code('name="Äö"'))}`, 'utf16le')],
    [
      'UTF-16 from the other end',
      Buffer.from(`\ufeff${qdc(code('name="Äö"'))}`, 'utf16le').swap16(),
    ],
    [
      'Latin-1, as it says',
      Buffer.from(qdc(code('name="Äö"')).replace('utf-8', 'iso-8859-1'), 'latin1'),
    ],
  ])('may be in %s', (_, bytes) => {
    expect(outline(read(bytes).themes)).toBe('Äö');
  });

  it.each([
    ['', null, []],
    ['color="#0a0"', '#00aa00', []],
    ['color="#FF6366F1"', '#6366f1', []],
    ['color="rgb(70, 170, 0)"', '#46aa00', []],
    ['color="rgba(70,170,0,1)"', '#46aa00', []],
    ['color="rgba(70,170,0,0.5)"', '#46aa00', ['codebook-colour-transparent']],
    ['color="DarkOrange"', '#ff8c00', []],
    ['color="46AA00"', '#46aa00', []],
    ['color="none"', null, ['codebook-colour']],
    ['color="constructor"', null, ['codebook-colour']],
    ['color="url(#x)"', null, ['codebook-colour']],
  ])('with the colour %s has %s and tells %j', (colour, expected, codes) => {
    const { themes, losses } = read(qdc(code(`name="A" isCodable="true" ${colour}`)));
    expect(themes[0]?.colour).toBe(expected);
    expect(losses.map(({ code: why }) => why)).toEqual(codes);
  });

  it.each([
    ['upper case', `guid="${GUID.toUpperCase()}"`, GUID, []],
    ['braces', `guid="{${GUID}}"`, GUID, []],
    ['no GUID', '', null, []],
    ['another id', 'guid="42"', null, ['codebook-guid']],
  ])('takes a GUID with %s', (_, guid, expected, codes) => {
    const { themes, losses } = read(qdc(code(`name="A" isCodable="true" ${guid}`)));
    expect(themes[0]?.guid).toBe(expected);
    expect(losses.map(({ code: why }) => why)).toEqual(codes);
  });

  it('keeps a GUID that stands twice for the first, and both themes', () => {
    const { themes, losses } = read(
      qdc(
        code(`name="A" guid="${GUID}"`) +
          code(`name="B" guid="{${GUID.toUpperCase()}}"`) +
          code('name="A"'),
      ),
    );
    expect(themes.map(({ name, guid }) => [name, guid])).toEqual([
      ['A', GUID],
      ['B', null],
      ['A', null],
    ]);
    expect(losses.map(({ code: why, details }) => [why, details['theme']])).toEqual([
      ['codebook-guid-twice', 'B'],
      ['codebook-twins', 'A'],
    ]);
  });

  it('takes the root that NVivo puts over all codes for what it is', () => {
    const root = (attributes: string) =>
      qdc(code(attributes, code('name="A" isCodable="true"') + code('name="B" isCodable="true"')));
    for (const name of ['Nodes', 'Codes', 'Knoten']) {
      const { themes, losses } = read(root(`name="${name}" isCodable="false"`));
      expect(outline(themes)).toBe('A,B');
      expect(losses).toEqual([{ row: null, code: 'qdc-root-left-out', details: { theme: name } }]);
    }
    for (const kept of ['name="Nodes" isCodable="true"', 'name="Trust" isCodable="false"'])
      expect(outline(read(root(kept)).themes)).toMatch(/\(A,B\)$/);
  });

  it('keeps such a root where it is more than that', () => {
    const described = code(
      'name="Nodes" isCodable="false"',
      `<Description>Mine</Description>${code('name="A"')}`,
    );
    expect(outline(read(qdc(described)).themes)).toBe('Nodes(A)');
    const ours = codebookEntry({
      name: 'Codes',
      codable: false,
      children: [codebookEntry({ name: 'A' })],
    });
    expect(outline(read(writeQdc({ themes: [ours], sets: [] }, 'fi').text).themes)).toBe(
      'Codes(A)',
    );
  });

  it.each([
    ['an empty list of sets', '<Sets/>', []],
    [
      'a member that is no theme',
      `<Sets><Set guid="${GUID}" name="S"><MemberCode guid="x"/><MemberCode guid="${GUID}"/></Set></Sets>`,
      [['codebook-members-unknown', { set: 'S', count: 2 }]],
    ],
    [
      'elements of later versions',
      '<Extra><More/><More/></Extra>',
      [
        ['qdc-element-unread', { element: 'Extra', count: 1 }],
        ['qdc-element-unread', { element: 'More', count: 2 }],
      ],
    ],
    ['stray text', 'here', [['qdc-text-unread', { text: 'here' }]]],
    [
      'a set inside a set',
      '<Sets><Set name="S"><Set name="T"/></Set></Sets>',
      [['qdc-element-unread', { element: 'Set', count: 1 }]],
    ],
  ])('with %s is read', (_, rest, losses) => {
    const file = qdc(code('name="A" isCodable="true"'), rest);
    expect(outline(read(file).themes)).toBe('A');
    expect(told(file)).toEqual(losses);
  });

  it.each([
    ['isCodable="yes"', [['codebook-value', { theme: 'A', field: 'isCodable', value: 'yes' }]]],
    ['isCodable="1"', []],
    ['', []],
  ])('with %j is codable', (codable, losses) => {
    const file = qdc(code(`name="A" ${codable}`));
    expect(read(file).themes[0]?.codable).toBe(true);
    expect(told(file)).toEqual(losses);
  });

  it('names what has no name by its place', () => {
    const file = qdc(code('name="A"', code('', code('name="  "'))));
    expect(outline(read(file).themes)).toBe('A(?2(?3))');
    expect(told(file)).toEqual([
      ['codebook-name-missing', { theme: '?2' }],
      ['codebook-name-missing', { theme: '?3' }],
    ]);
  });

  it('tells of another name space', () => {
    expect(told(qdc(code('name="A"'), '', 'xmlns="urn:x:codebook"'))).toEqual([
      ['qdc-namespace', { namespace: 'urn:x:codebook' }],
    ]);
  });

  it('cuts what is longer than a project keeps, and tells', () => {
    const file = qdc(
      code(
        `name="${'n'.repeat(201)}"`,
        `<Description>${'d'.repeat(20_001)}\n[Level] ${'l'.repeat(41)}</Description>`,
      ),
    );
    const theme = read(file).themes[0];
    expect(theme?.name).toBe(`${'n'.repeat(199)}…`);
    expect(theme?.definition).toHaveLength(20_000);
    expect(theme?.level).toHaveLength(40);
    expect(told(file).map(([why, details]) => [why, (details as { most: number }).most])).toEqual([
      ['codebook-name-long', 200],
      ['codebook-text-long', 40],
      ['codebook-text-long', 20_000],
    ]);
  });

  it('may have 50 levels, and no more', () => {
    const nested = (levels: number) =>
      qdc('<Code name="A">'.repeat(levels) + '</Code>'.repeat(levels));
    expect(outline(read(nested(50)).themes)).toMatch(/^(A\(){49}A\){49}$/);
    expect(refusal(nested(51))).toEqual([
      'codebook-too-deep',
      { file: 'codebook.qdc', levels: 50 },
    ]);
  });

  it('may have 10,000 codes, even of one name and one GUID', () => {
    const { themes, losses } = read(qdc(code(`name="A" guid="${GUID}"`).repeat(10_000)));
    expect(themes).toHaveLength(10_000);
    expect(losses).toHaveLength(2 * 9_999);
  }, 30_000);

  it.each([
    ['too many codes', qdc('<Code name="A"/>'.repeat(20_001)), 'codebook-too-many'],
    ['too many sets', qdc('', `<Sets>${'<Set/>'.repeat(20_001)}</Sets>`), 'codebook-too-many'],
    ['too many bytes', `${qdc('')}${' '.repeat(20 * 1024 * 1024)}`, 'codebook-too-large'],
    ['nothing', '', 'file-empty'],
    ['blanks', ' \n ', 'xml-broken'],
    ['no XML', 'name,definition\nA,B\n', 'xml-broken'],
    ['a cut end', qdc('<Code name="A">').slice(0, -20), 'xml-broken'],
    ['a project', '<Project xmlns="urn:QDA-XML:project:1.0"><CodeBook/></Project>', 'qdc-root'],
    ['a page', '<html><body/></html>', 'qdc-root'],
    ['a property of the language for a root', '<constructor/>', 'qdc-root'],
    ['elements without end', '<a>'.repeat(200_000), 'qdc-root'],
    ['unknown elements without end', qdc('<x>'.repeat(200_000)), 'xml-broken'],
    [
      'a bomb of entities',
      `<!DOCTYPE CodeBook [<!ENTITY a "aaaaaaaa"><!ENTITY b "&a;&a;&a;&a;">]>${qdc(code('name="&b;"')).split('\n')[1]}`,
      'xml-entities',
    ],
    [
      'an entity that reaches outside',
      `<!DOCTYPE CodeBook [<!ENTITY a SYSTEM "file:///etc/passwd">]><CodeBook><Codes><Code name="A"><Description>&a;</Description></Code></Codes></CodeBook>`,
      'xml-entities',
    ],
    [
      'an entity that nobody defined',
      '<!DOCTYPE CodeBook SYSTEM "http://127.0.0.1:9/x.dtd"><CodeBook><Codes><Code name="&a;"/></Codes></CodeBook>',
      'xml-broken',
    ],
    ['a zip archive', Buffer.from('PK\u0003\u0004\u0014\0\0\0\u0008\0', 'latin1'), 'file-binary'],
  ])(
    'of %s is refused',
    (_, file, expected) => {
      expect(refusal(file)[0]).toBe(expected);
    },
    30_000,
  );

  it('that names a document type is read, and nothing is loaded', () => {
    const file = `<!DOCTYPE CodeBook SYSTEM "http://127.0.0.1:9/x.dtd"><CodeBook><Codes><Code name="A"/></Codes></CodeBook>`;
    expect(outline(read(file).themes)).toBe('A');
  });

  it('damaged at random is read or refused', () => {
    const good = writeQdc(
      {
        themes: ['A', 'B'].map((name) =>
          codebookEntry({
            name,
            definition: 'Å <&',
            include: 'x',
            origin: 'inductive',
            colour: '#123456',
            children: [codebookEntry({ name: 'C', memo: 'y' })],
          }),
        ),
        sets: [{ guid: GUID, name: 'S', description: 'z', memberGuids: [] }],
      },
      'sv',
    ).text;
    const outcomes = { read: 0, refused: 0 };
    fc.assert(
      fc.property(damaged(good), (text) => {
        try {
          read(text);
          outcomes.read++;
        } catch (error) {
          if (!(error instanceof Rejection)) throw error;
          outcomes.refused++;
        }
      }),
      { numRuns: 500, seed: 20 },
    );
    expect(Math.min(outcomes.read, outcomes.refused)).toBeGreaterThan(20);
  }, 30_000);
});

function refusal(file: string | Uint8Array): unknown[] {
  try {
    read(file);
  } catch (error) {
    if (error instanceof Rejection) return [error.code, error.details];
    throw error;
  }
  return [];
}

describe('a description', () => {
  const described = (description: string): CodebookEntry | undefined =>
    read(qdc(code('name="A"', `<Description>${description}</Description>`))).themes[0];

  it.each<[string, string, Partial<CodebookEntry>]>([
    [
      'of another program is the definition',
      'One.\n\nTwo [a] {b}',
      { definition: 'One.\n\nTwo [a] {b}' },
    ],
    [
      'may be in Finnish',
      '[Milloin käytetään]\nA\n\n[Taso] alaluokka',
      { include: 'A', level: 'alaluokka' },
    ],
    [
      'may be in Swedish',
      'D\n[När det inte används] B\n[Ursprung] induktiv',
      { definition: 'D', exclude: 'B', origin: 'inductive' },
    ],
    ['may state what kind of type it is', '[Tyyppi] mahdollisimman laaja', { type: 'broadest' }],
    ['may say that it is retired', '[Retired] yes', { retired: true }],
    [
      'with a fact that makes no sense is text',
      'A\n[Origin] the sea\n[Retired] soon',
      { definition: 'A\n[Origin] the sea\n[Retired] soon' },
    ],
    [
      'with a second heading of a kind has it as text',
      '[Memo]\nA\n[Memo]\nB',
      { memo: 'A\n[Memo]\nB' },
    ],
    [
      'with a heading inside a line has it as text',
      'See [Memo] below',
      { definition: 'See [Memo] below' },
    ],
    ['with an unknown heading has it as text', '[Comment]\nA', { definition: '[Comment]\nA' }],
  ])('%s', (_, description, expected) => {
    expect(described(description)).toEqual(codebookEntry({ name: 'A', ...expected }));
  });

  it('that stands twice is read twice', () => {
    const file = qdc(code('name="A"', '<Description>B</Description><Description>C</Description>'));
    expect(read(file).themes[0]?.definition).toBe('B\n\nC');
  });
});

const atlas = new URL(
  '../../../../shared/corpus/refi-qda/atlasti-8-testproject.qdpx',
  import.meta.url,
);

describe.skipIf(!existsSync(atlas))('the codebook of a project of ATLAS.ti', () => {
  it('is read whole', () => {
    const project = unzip(readFileSync(atlas)).get('Project.qde') ?? '';
    const text = /<CodeBook>.*<\/CodeBook>/s.exec(project)?.[0] ?? '';
    const { themes, losses } = read(text);
    expect(losses).toEqual([]);
    expect(themes).toHaveLength(text.match(/<Code /g)?.length ?? 0);
    expect(themes).toContainEqual(
      codebookEntry({
        guid: '0f8a1907-7e42-4739-8610-a676b4d1b69f',
        name: 'Feelings',
        colour: '#f00082',
        definition: 'thoughts about breakfast foods',
      }),
    );
  });
});
