import { describe, expect, it } from 'vitest';
import { codebookEntry, type CodebookFile } from '../../../src/domain/codebook/codebook-file.ts';
import { codebookOf } from '../../../src/domain/codebook/codebook-of.ts';
import { hexOf, nearestColour, PALETTE } from '../../../src/domain/codebook/palette.ts';
import { planImport, type ConflictChoice } from '../../../src/domain/codebook/plan-import.ts';
import { themesInOrder } from '../../../src/domain/codebook/tree.ts';
import type { ConceptId, FrameworkId, ThemeId } from '../../../src/domain/ids.ts';
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

describe('what a codebook says of the research', () => {
  const QUESTIONS = ['Why?', 'How?'];

  /** A project with two questions, its own word for a level, and one framework. */
  function project(): Journal {
    const journal = new Journal();
    const changes = { researchQuestions: QUESTIONS, levelNames: { main: 'Pääteema' } };
    journal.run({ kind: 'change-project', changes });
    const framework = { id: 'F' as FrameworkId, name: 'Pillars', citation: 'Hollyoake 2009' };
    const concepts = [{ id: 'C' as ConceptId, name: 'Trust' }];
    journal.run({
      ...{ kind: 'add-framework', concepts, sources: [] },
      framework: { ...framework, dimensions: ['Pillar'] },
    });
    return journal;
  }

  it('goes to another project and comes back: level, link, questions and features of types', () => {
    const from = project();
    const [, how] = from.project.settings.researchQuestionIds;
    const theme = { id: 'T' as ThemeId, name: 'Trust: kept', label: '1', level: 'main' };
    const link = {
      ...{ conceptId: 'C' as ConceptId, linkPage: '148', linkRationale: 'Same words.' },
      ...({ relation: 'extends', relationNote: 'Adds time.' } as const),
    };
    from.run({
      kind: 'add-theme',
      theme: { ...theme, ...link, researchQuestionIds: [how!] },
    });
    const features = [{ themeId: theme.id, evidenceIds: [], note: 'Always: said' }];
    from.run({ kind: 'add-type', type: { name: 'Partner', kind: 'authentic', features } });
    const { themes } = codebookOf(from.project);
    expect(themes).toMatchObject([
      { level: 'Pääteema', questions: 'How?', citation: 'Hollyoake 2009, 148' },
      { features: '1 Trust: kept: Always: said' },
    ]);

    const to = project();
    expect(plan(to, fileOf(...themes)).losses).toEqual([]);
    take(to, fileOf(...themes));
    const [added] = to.project.themes.values();
    const [, itsHow] = to.project.settings.researchQuestionIds;
    expect(added).toMatchObject({ ...link, level: 'main', researchQuestionIds: [itsHow] });
    const [type] = to.project.types.values();
    expect(type?.features).toEqual([{ themeId: added?.id, evidenceIds: [], note: 'Always: said' }]);
    expect(plan(to, fileOf(...themes), 'take')).toMatchObject({ conflicts: [], sameCount: 2 });
  });

  it.each([
    ['pääluokka', 'main'],
    ['Main category', 'main'],
    ['underkategori', 'sub'],
    ['main', 'main'],
    ['Kerros', 'Kerros'],
  ])('reads the level %s', (word, level) => {
    const { themes } = plan(new Journal(), fileOf(codebookEntry({ name: 'A', level: word })));
    expect(themes).toMatchObject([{ level }]);
  });

  it('is told where the project has no place for it', () => {
    const journal = project();
    take(journal, fileOf(codebookEntry({ name: 'Calm', type: 'general' })));
    const { losses } = plan(
      journal,
      fileOf(
        codebookEntry({ name: 'A', questions: 'How?\nWhen?', relation: 'extends' }),
        codebookEntry({ name: 'Calm', type: 'authentic' }),
        codebookEntry({ name: 'Haste', type: 'general', features: 'A: often\nNobody' }),
      ),
    );
    expect(losses.map(({ code, details }) => [code, ...Object.values(details)])).toEqual([
      ['codebook-question-unknown', 'A', 'When?'],
      ['codebook-link-left', 'A', 'extends'],
      ['codebook-type-kept', 'Calm'],
      ['codebook-feature-unknown', 'Haste', 'Nobody'],
    ]);
  });
});

describe('a colour', () => {
  it('is its own nearest place', () => {
    PALETTE.forEach((hex, i) => expect(nearestColour(hex)).toBe(i + 1));
    expect(nearestColour('#ff0000')).toBe(11);
  });
});
