import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { Rejection } from '../../../src/domain/rejection.ts';
import { codebookEntry, type CodebookEntry } from '../../../src/domain/codebook/codebook-file.ts';
import { readCodebookCsv } from '../../../src/formats/codebooks/read-codebook-csv.ts';
import { outline } from './any-codebook.ts';
import { damaged } from './damage.ts';

const read = (file: string | Uint8Array) =>
  readCodebookCsv('codebook.csv', typeof file === 'string' ? Buffer.from(file) : file);
const told = (file: string) => read(file).losses.map(({ row, code }) => [row, code]);
const tree = (...rows: string[]) => outline(read(['label,name,parent', ...rows].join('\n')).themes);

describe('a codebook as a table', () => {
  it('has a column for each part of a theme', () => {
    const { themes, sets, losses } = read(
      'guid,label,name,parent,level,type,definition,include,exclude,example,memo,colour,origin,concept,citation,codable,retired\n' +
        '{F0000000-0000-4000-8000-00000000000A},4.1,Trust,,main category,,Reliance,Own,Hearsay,"I knew, then",Later,#0B5D5E,abductive,Cohesion,Lemon 2016,no,yes\n' +
        ',4.1.1,In people,4.1,,general,,,,,,,,,,,\n',
    );
    expect(losses).toEqual([]);
    expect(sets).toEqual([]);
    expect(themes).toEqual([
      codebookEntry({
        guid: 'f0000000-0000-4000-8000-00000000000a',
        label: '4.1',
        name: 'Trust',
        level: 'main category',
        definition: 'Reliance',
        include: 'Own',
        exclude: 'Hearsay',
        example: 'I knew, then',
        memo: 'Later',
        colour: '#0b5d5e',
        origin: 'abductive',
        concept: 'Cohesion',
        citation: 'Lemon 2016',
        codable: false,
        retired: true,
        row: 2,
        children: [codebookEntry({ label: '4.1.1', name: 'In people', type: 'general', row: 3 })],
      }),
    ]);
  });

  it.each<[string, Partial<CodebookEntry>]>([
    ['NAME;Definition\nA;D', { definition: 'D' }],
    [
      'Nimi;Määritelmä;Milloin käytetään;Milloin ei käytetä;Väri\nA;D;I;E;red',
      { definition: 'D', include: 'I', exclude: 'E', colour: '#ff0000' },
    ],
    [
      'Numero\tTeema\tTaso\tAlkuperä\tKäsite\tLähde\n1\tA\talaluokka\tteoriaohjaava\tK\tL',
      { label: '1', level: 'alaluokka', origin: 'abductive', concept: 'K', citation: 'L' },
    ],
    [
      'Namn;När det används;När det inte används;Ursprung;Anteckning;Exempel\nA;I;E;induktiv;M;X',
      { include: 'I', exclude: 'E', origin: 'inductive', memo: 'M', example: 'X' },
    ],
    ['Code,Description,Comment\nA,D,M', { definition: 'D', memo: 'M' }],
    ['id,Code name,description\n7,A,D', { label: '7', definition: 'D' }],
    ['tag,description\nA,D', { definition: 'D' }],
    ['theme,themeTitle\n4.1,A', { label: '4.1' }],
    ['code,name\nTRU,A', { label: 'TRU' }],
    [
      'id,name\nf0000000-0000-4000-8000-00000000000a,A',
      { guid: 'f0000000-0000-4000-8000-00000000000a' },
    ],
    ['"When to use","name","When NOT to use:"\nI,A,E', { include: 'I', exclude: 'E' }],
    ['sep=;\r\nname;memo\r\nA;"b;\r\nc"\r\n', { memo: 'b;\nc' }],
    ["\ufeffname,memo\nA,'=1+1", { memo: '=1+1' }],
    ["name,memo\nA,'quoted'", { memo: "'quoted'" }],
    ['name,retired,codable\nA,kyllä,ei', { retired: true, codable: false }],
    ['name,constructor,__proto__\nA,,', {}],
  ])('of %j is read by the names of its columns', (file, expected) => {
    const { themes, losses } = read(file);
    expect(losses).toEqual([]);
    expect(themes).toEqual([codebookEntry({ name: 'A', row: 2, ...expected })]);
  });

  it('may put codes under themes or categories in a column beside them', () => {
    expect(outline(read('Category,Code\nX,\nX,a\nX,b\n').themes)).toBe('X(a,b)');
    const { themes, losses } = read('Theme,Code\nUpper,a\nUpper,b\nLower,c\n');
    expect(outline(themes)).toBe('Upper(a,b),Lower(c)');
    expect(losses.map(({ row, code }) => [row, code])).toEqual([
      [2, 'codebook-parent-unknown'],
      [4, 'codebook-parent-unknown'],
    ]);
  });

  it.each<[string, Uint8Array]>([
    ['windows-1252', Buffer.from('nimi;m\u00e4\u00e4ritelm\u00e4\n\u00c4\u00e4;\u0096', 'latin1')],
    ['UTF-16', Buffer.from('\ufeffnimi;määritelmä\nÄä;–', 'utf16le')],
  ])('may be in %s', (_, bytes) => {
    expect(read(bytes).themes).toEqual([codebookEntry({ name: 'Ää', definition: '–', row: 2 })]);
  });
});

describe('the parent in a table', () => {
  it.each([
    ['its number', ['1,A,', ',B,1'], 'A(B)'],
    ['its name', ['1,A,', ',B,A'], 'A(B)'],
    ['its name in other letters', ['1,Älä,', ',B, ÄLÄ '], 'Älä(B)'],
    ['its number and name', ['1,A,', ',B,1 A'], 'A(B)'],
    ['a row further down', [',B,1', '1,A,'], 'A(B)'],
    ['the path of names', [',A,', ',B,A', ',C,A > B'], 'A(B(C))'],
    ['a path told from one that names a row further down', [',C,A > B', ',B,A', ',A,'], 'A(B(C))'],
    [
      'the path, where names repeat',
      [',A,', ',X,A', ',B,', ',X,B', ',Y,A > X', ',Z,B>X'],
      'A(X(Y)),B(X(Z))',
    ],
    ['the path with a mark in front', [',A,', ',A,> A', ',B,> A', ',C,> A > A'], 'A(A(C),B)'],
    ['its number before another one’s name', ['1,A,', ',1,', ',B,1'], 'A(B),1'],
    ['a name with the mark of paths in it', [',A > B,', ',C,A > B'], 'A > B(C)'],
    ['nothing', [',A,', ',B,'], 'A,B'],
  ])('may be told by %s', (_, rows, expected) => {
    expect(tree(...rows)).toBe(expected);
    expect(told(['label,name,parent', ...rows].join('\n'))).toEqual([]);
  });

  it('of several of one name is the one above, and told', () => {
    const rows = [',A,', ',X,A', ',B,', ',X,B', ',Y,X'];
    expect(tree(...rows)).toBe('A(X),B(X(Y))');
    expect(read(['label,name,parent', ...rows].join('\n')).losses).toEqual([
      {
        row: 6,
        code: 'codebook-parent-several',
        details: { theme: 'Y', parent: 'X', chosen: 5 },
      },
    ]);
  });

  it('of a top theme and others of one name is the top theme, and told', () => {
    const rows = [',A,', ',A,> A', ',Y,A'];
    expect(tree(...rows)).toBe('A(A,Y)');
    expect(told(['label,name,parent', ...rows].join('\n'))).toEqual([
      [4, 'codebook-parent-several'],
    ]);
  });

  it('that is not in the table is made, once, and told', () => {
    const { themes, losses } = read('name,parent\nA,Upper\nB,upper\nC,\n');
    expect(outline(themes)).toBe('C,Upper(A,B)');
    expect(losses).toEqual([
      {
        row: 2,
        code: 'codebook-parent-unknown',
        details: { theme: 'A', parent: 'Upper' },
      },
    ]);
  });

  it.each([
    [['A,A'], 'A', [2]],
    [['A,B', 'B,A'], 'A(B)', [2]],
    [['X,B', 'A,B', 'B,C', 'C,A', 'Y,X'], 'A(C(B(X(Y))))', [3]],
    [['A,B', 'B,A', 'C,D', 'D,C'], 'A(B),C(D)', [2, 4]],
  ])('that makes a circle of %j is cut at its first row: %s', (rows, expected, circles) => {
    const { themes, losses } = read(['name,parent', ...rows].join('\n'));
    expect(outline(themes)).toBe(expected);
    expect(losses.map(({ row, code }) => [row, code])).toEqual(
      circles.map((row) => [row, 'codebook-circle']),
    );
  });
});

describe('what a table cannot say', () => {
  it.each([
    ['A,B,C,D', [[2, 'codebook-row-cells']], ''],
    ['A,B', [[2, 'codebook-row-short']], 'A'],
    [',B,C', [[2, 'codebook-row-nameless']], ''],
    ['A,"B" b,', [[2, 'codings-row-quotes']], ''],
  ])('is told with its row: %j', (row, losses, left) => {
    const file = `name,definition,memo\n${row}\n,,\nZ,,\n`;
    expect(told(file)).toEqual(losses);
    expect(outline(read(file).themes)).toBe(left ? `${left},Z` : 'Z');
    expect(read(file).themes.at(-1)?.row).toBe(4);
  });

  it.each([
    ['colour', 'greenish', 'codebook-colour'],
    ['colour', '#12345678', 'codebook-colour-transparent'],
    ['guid', '12', 'codebook-guid'],
    ['origin', 'the sea', 'codebook-value'],
    ['type', 'odd', 'codebook-value'],
    ['codable', 'perhaps', 'codebook-value'],
    ['retired', '2024', 'codebook-value'],
    ['Weight', '3', 'codebook-column-unread'],
  ])('is told with its row: a %s of %j', (column, value, code) => {
    const { themes, losses } = read(`name,${column}\nA,\nB,${value}\n`);
    expect(outline(themes)).toBe('A,B');
    expect(losses.map((loss) => [loss.row, loss.code])).toEqual([
      [column === 'Weight' ? 1 : 3, code],
    ]);
  });

  it('is told once for columns without end, whatever the number of rows', () => {
    const header = `name${',x'.repeat(100_000)}`;
    const { themes, losses } = read(`${header}\n${'a\n'.repeat(10_000)}b${',y'.repeat(100)}\n`);
    expect(themes).toHaveLength(10_001);
    const unread = losses.filter(({ code }) => code === 'codebook-column-unread');
    expect(unread).toHaveLength(51);
    expect(unread.at(-1)?.details).toEqual({ column: '…' });
  }, 30_000);

  it('is told: siblings of one name, a GUID that stands twice', () => {
    const guid = 'f0000000-0000-4000-8000-00000000000a';
    expect(told(`name,parent,guid\nA,,${guid}\nA,,\nB,,${guid}\n`)).toEqual([
      [3, 'codebook-twins'],
      [4, 'codebook-guid-twice'],
    ]);
  });

  it.each([
    ['a table without names', 'definition,memo\nA,B\n', 'codings-columns'],
    ['nothing', '', 'file-empty'],
    ['a picture', '\u0089PNG\r\n\u001a\n\0\0\0', 'file-binary'],
    ['too many rows', `name\n${'A\n'.repeat(20_001)}`, 'codebook-too-many'],
    ['too many empty rows', `name,memo\n${',\n'.repeat(100_001)}`, 'codebook-too-many'],
    [
      'too many rows of unknown parents',
      `name,parent\n${many(10_001, (i) => `A${i},B${i}`)}`,
      'codebook-too-many',
    ],
    ['too many bytes', `name\n${'A'.repeat(20 * 1024 * 1024)}`, 'codebook-too-large'],
    [
      'too many levels',
      `name,parent\n${many(51, (i) => `A${i},${i > 0 ? `A${i - 1}` : ''}`)}`,
      'codebook-too-deep',
    ],
  ])(
    'is refused: %s',
    (_, file, code) => {
      const refused = () => read(Buffer.from(file, 'latin1'));
      expect(refused).toThrow(Rejection);
      expect(refused).toThrow(expect.objectContaining({ code }) as Error);
    },
    30_000,
  );

  it('is not 50 levels, nor 10,000 themes, whichever way they are told', () => {
    const levels = many(50, (i) => `A${i},${i > 0 ? `A${i - 1}` : ''}`);
    const upwards = levels.split('\n').reverse().join('\n');
    for (const rows of [levels, upwards])
      expect(outline(read(`name,parent\n${rows}\n`).themes)).toMatch(/^A0\(A1\(.*A49\){49}$/);
    for (const parent of ['A', '> A', 'A > A', 'B', '']) {
      const { themes } = read(`name,parent\nA,\n${many(10_000, () => `A,${parent}`)}`);
      expect(
        outline(themes)
          .split(/[(),]+/)
          .filter((name) => name === 'A'),
      ).toHaveLength(10_001);
    }
  });

  it('damaged at random is read or refused', () => {
    const good =
      'label,name,parent,definition,colour\n1,A,,"d, ""e""\nf",#123456\n2,B,1,,\n3,C,A > B,x,red\n';
    const themes = { most: 0 };
    fc.assert(
      fc.property(damaged(good), (text) => {
        try {
          themes.most = Math.max(themes.most, read(text).themes.length);
        } catch (error) {
          if (!(error instanceof Rejection)) throw error;
        }
      }),
      { numRuns: 500, seed: 21 },
    );
    expect(themes.most).toBeGreaterThan(1);
  }, 30_000);
});

function many(count: number, row: (i: number) => string): string {
  return Array.from({ length: count }, (_, i) => row(i)).join('\n');
}
