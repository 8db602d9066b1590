import { describe, expect, it } from 'vitest';
import { codebookEntry, type CodebookFile } from '../../../src/domain/codebook/codebook-file.ts';
import { codebookOf } from '../../../src/domain/codebook/codebook-of.ts';
import { hexOf, nearestColour, PALETTE } from '../../../src/domain/codebook/palette.ts';
import { planImport, type ConflictChoice } from '../../../src/domain/codebook/plan-import.ts';
import { themesInOrder } from '../../../src/domain/codebook/tree.ts';
import { Journal } from '../project/journal.ts';

const fileOf = (...themes: CodebookFile['themes']): CodebookFile => ({
  themes,
  sets: [],
  losses: [],
});

function plan(journal: Journal, file: CodebookFile, choice: ConflictChoice = 'keep') {
  return planImport(journal.project, file, choice, journal.newId);
}

function take(journal: Journal, file: CodebookFile, choice: ConflictChoice = 'keep') {
  const { themes, types, conflicts } = plan(journal, file, choice);
  const changes =
    choice === 'take' ? conflicts.map(({ id, after }) => ({ id, changes: after })) : [];
  journal.run({ kind: 'add-codebook', themes, types, changes });
  return themesInOrder(journal.project.themes).map(
    ({ theme, depth }) => '  '.repeat(depth) + theme.name,
  );
}

const GUID = '3f1c2b1a-0000-4000-8000-000000000001';
const WORK = codebookEntry({
  name: 'Work',
  guid: GUID,
  definition: 'What people do',
  children: [codebookEntry({ name: 'Haste' }), codebookEntry({ name: 'Calm', colour: '#fe0000' })],
});

describe('a codebook of a file', () => {
  it('is taken in with its tree, and taken out the same', () => {
    const journal = new Journal();
    expect(take(journal, fileOf(WORK))).toEqual(['Work', '  Haste', '  Calm']);
    const { themes } = codebookOf(journal.project);
    expect(themes).toMatchObject([
      { name: 'Work', guid: GUID, definition: 'What people do', children: [{}, { name: 'Calm' }] },
    ]);
    expect(themes[0]?.children[1]?.colour).toBe(PALETTE[10]);
  });

  it('adds nothing the second time, and says so', () => {
    const journal = new Journal();
    take(journal, fileOf(WORK));
    const again = plan(journal, { ...codebookOf(journal.project), losses: [] });
    expect(again).toMatchObject({ themes: [], conflicts: [], sameCount: 3 });
  });

  const changed = fileOf({ ...WORK, name: 'Working life', memo: 'renamed' });

  it.each([
    ['keep', ['Work', '  Haste', '  Calm'], null],
    ['take', ['Working life', '  Haste', '  Calm'], 'renamed'],
    ['add', ['Work', '  Haste', '  Calm', 'Working life', '  Haste', '  Calm'], null],
  ] as const)('by the choice %s settles what both say differently', (choice, names, memo) => {
    const journal = new Journal();
    take(journal, fileOf(WORK));
    expect(take(journal, changed, choice)).toEqual(names);
    expect(themesInOrder(journal.project.themes)[0]?.theme.memo).toBe(memo);
    if (choice !== 'keep') journal.step('undo');
    expect(journal.project.themes.size).toBe(3);
  });

  it('does not empty what it lacks', () => {
    const journal = new Journal();
    take(journal, fileOf(WORK));
    const bare = fileOf(codebookEntry({ name: 'Work', guid: GUID, colour: hexOf(1) }));
    expect(plan(journal, bare, 'take').conflicts).toEqual([]);
  });

  it('keeps a GUID to one theme', () => {
    const journal = new Journal();
    take(journal, fileOf(WORK));
    take(journal, fileOf(WORK), 'add');
    const guids = [...journal.project.themes.values()].map(({ guid }) => guid).filter(Boolean);
    expect(guids).toEqual([GUID]);
  });

  it('tells what has no place', () => {
    const journal = new Journal();
    const theme = codebookEntry({
      ...{ name: 'Trust', concept: 'Pillars', citation: 'Hollyoake 2009', example: 'never said' },
      codable: false,
    });
    const type = codebookEntry({ name: 'Calm', type: 'general', children: [theme] });
    const sets = [{ guid: null, name: 'Mine', description: null, memberGuids: [GUID] }];
    const { losses, types } = plan(journal, { ...fileOf(theme, type), sets });
    expect(losses.map(({ code }) => code)).toEqual([
      'codebook-not-codable',
      'codebook-example-unknown',
      'codebook-concept-unknown',
      'codebook-below-type',
      'codebook-set-left',
    ]);
    expect(types).toMatchObject([{ name: 'Calm', kind: 'general' }]);
  });
});

describe('a colour', () => {
  it('is its own nearest place', () => {
    PALETTE.forEach((hex, i) => expect(nearestColour(hex)).toBe(i + 1));
    expect(nearestColour('#ff0000')).toBe(11);
  });
});
