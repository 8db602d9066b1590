import { describe, expect, it } from 'vitest';
import { codebookSteps, newestFirst } from '../../../src/domain/codebook/versions.ts';
import { themesInOrder } from '../../../src/domain/codebook/tree.ts';
import type {
  ConceptId,
  FrameworkId,
  ResearchQuestionId,
  ThemeId,
  VersionId,
} from '../../../src/domain/ids.ts';
import { applyEvent } from '../../../src/domain/project/evolve.ts';
import type { Theme } from '../../../src/domain/project/records.ts';
import { Rejection } from '../../../src/domain/rejection.ts';
import { faultsOf } from './invariants.ts';
import { Journal } from './journal.ts';
import { newTranscript, passage } from './moves.ts';

const id = (name: string): ThemeId => name as ThemeId;
const concept = 'concept' as ConceptId;

/** A project with themes of these names, below `A` where they begin with it, and one concept. */
function codebook(...names: string[]): Journal {
  const journal = new Journal();
  for (const name of names) {
    const parentId = name.length > 1 ? id(name.slice(0, -1)) : null;
    journal.run({ kind: 'add-theme', theme: { id: id(name), name, parentId } });
  }
  const frameworkId = 'framework' as FrameworkId;
  const framework = { id: frameworkId, name: 'F', citation: null, note: null, order: 1 };
  applyEvent(journal.project, {
    kind: 'framework-added',
    record: { ...framework, dimensions: ['Phase'], sourceIds: [], libraryId: null },
  });
  applyEvent(journal.project, {
    kind: 'concept-added',
    record: {
      id: concept,
      frameworkId,
      parentId: null,
      dimension: 0,
      name: 'C',
      definition: null,
      order: 1,
    },
  });
  return journal;
}

const themeOf = ({ project }: Journal, name: string): Theme => {
  const theme = project.themes.get(id(name));
  if (!theme) throw new Error(`no theme ${name}`);
  return theme;
};

function code(journal: Journal, ...lists: string[][]): void {
  journal.run({ kind: 'add-transcripts', transcripts: [newTranscript(1)] });
  const [transcript] = journal.project.transcripts.values();
  for (const [i, names] of lists.entries())
    journal.run({
      kind: 'add-excerpts',
      coder: 'Anna',
      excerpts: [
        {
          transcriptId: transcript!.id,
          textHash: transcript!.textHash,
          anchor: passage(i, 0),
          themeIds: names.map(id),
          typeIds: [],
        },
      ],
    });
}

const carried = ({ project }: Journal): string[] =>
  [...project.excerpts.values()].map(({ themeIds }) => themeIds.join(' '));
const drawn = ({ project }: Journal): string[] =>
  themesInOrder(project.themes).map((row) => '  '.repeat(row.depth) + row.theme.name);

describe('merging a theme', () => {
  it('gives everything to the other in one step, each coding once', () => {
    const journal = codebook('A', 'AB', 'C');
    code(journal, ['A'], ['A', 'C'], ['AB']);
    const before = [drawn(journal), carried(journal)];
    journal.run({ kind: 'merge-theme', id: id('A'), into: id('C') });
    expect([drawn(journal), carried(journal)]).toEqual([
      ['C', '  AB'],
      ['C', 'C', 'AB'],
    ]);
    expect(faultsOf(journal.project)).toEqual([]);
    journal.step('undo');
    expect([drawn(journal), carried(journal)]).toEqual(before);
  });

  it('into a theme below it puts that one in its place', () => {
    const journal = codebook('A', 'AB', 'ABC', 'AD');
    journal.run({ kind: 'merge-theme', id: id('A'), into: id('ABC') });
    expect(drawn(journal)).toEqual(['AB', '  ABC', '    AD']);
    expect(faultsOf(journal.project)).toEqual([]);
  });

  it('with itself is refused', () => {
    expect(() => codebook('A').run({ kind: 'merge-theme', id: id('A'), into: id('A') })).toThrow(
      new Rejection('invalid', 'theme-merged-with-itself', { theme: 'A' }),
    );
  });
});

describe('splitting a theme', () => {
  it('moves the chosen excerpts to a new theme right after it', () => {
    const journal = codebook('A', 'B');
    code(journal, ['A'], ['A', 'B'], ['B']);
    const [first] = journal.project.excerpts.keys();
    const theme = { id: id('N'), name: 'N' };
    journal.run({ kind: 'split-theme', id: id('A'), theme, excerptIds: [first!] });
    expect([drawn(journal), carried(journal)]).toEqual([
      ['A', 'N', 'B'],
      ['N', 'A B', 'B'],
    ]);
    journal.step('undo');
    expect([drawn(journal), carried(journal)]).toEqual([
      ['A', 'B'],
      ['A', 'A B', 'B'],
    ]);
  });

  it('refuses an excerpt that is not the theme’s, and changes nothing', () => {
    const journal = codebook('A', 'B');
    code(journal, ['B']);
    const excerptIds = [...journal.project.excerpts.keys()];
    expect(() =>
      journal.run({ kind: 'split-theme', id: id('A'), theme: { name: 'N' }, excerptIds }),
    ).toThrow(new Rejection('invalid', 'excerpt-not-of-theme', { theme: 'A' }));
    expect(drawn(journal)).toEqual(['A', 'B']);
  });
});

describe('linking a theme to a concept', () => {
  const link = (journal: Journal, changes: Partial<Theme>): void => {
    journal.run({ kind: 'change-theme', id: id('A'), changes });
  };

  it('makes an inductive theme abductive, with the date', () => {
    const journal = codebook('A');
    link(journal, { conceptId: concept });
    const { origin, linkedAt } = themeOf(journal, 'A');
    expect([origin, linkedAt]).toEqual(['abductive', journal.events.at(-1)?.at]);
  });

  it('keeps the date when the reason comes later', () => {
    const journal = codebook('A');
    link(journal, { conceptId: concept });
    const { linkedAt } = themeOf(journal, 'A');
    link(journal, { linkRationale: 'because', relation: 'extends' });
    expect(themeOf(journal, 'A')).toMatchObject({ linkedAt, linkRationale: 'because' });
  });

  it('leaves a deductive theme deductive', () => {
    const journal = codebook('A');
    link(journal, { origin: 'deductive' });
    link(journal, { conceptId: concept });
    expect(themeOf(journal, 'A')).toMatchObject({ origin: 'deductive', linkedAt: null });
  });

  it('and unlinking it again makes it inductive and forgets what was said of the link', () => {
    const journal = codebook('A');
    const before = themeOf(journal, 'A');
    link(journal, { conceptId: concept });
    const said = { linkRationale: 'r', linkPage: '12', relation: 'supports', relationNote: 'n' };
    link(journal, said as Partial<Theme>);
    link(journal, { conceptId: null });
    expect(themeOf(journal, 'A')).toEqual(before);
  });

  it('refuses a concept that is not there', () => {
    expect(() => link(codebook('A'), { conceptId: 'x' as ConceptId })).toThrow(
      new Rejection('not-found', 'concept-not-found', { id: 'x' }),
    );
  });
});

describe('the research questions of a theme', () => {
  it('are those of the project', () => {
    const journal = codebook('A');
    const [question] = journal.project.settings.researchQuestionIds;
    journal.run({
      kind: 'change-theme',
      id: id('A'),
      changes: { researchQuestionIds: [question!] },
    });
    expect(themeOf(journal, 'A').researchQuestionIds).toEqual([question]);
    const researchQuestionIds = ['x' as ResearchQuestionId];
    const refusal = new Rejection('not-found', 'research-question-not-found', { id: 'x' });
    expect(() =>
      journal.run({ kind: 'change-theme', id: id('A'), changes: { researchQuestionIds } }),
    ).toThrow(refusal);
    expect(() =>
      journal.run({ kind: 'add-theme', theme: { name: 'B', researchQuestionIds } }),
    ).toThrow(refusal);
  });
});

it('retires a theme without touching its codings, and brings it back', () => {
  const journal = codebook('A');
  code(journal, ['A']);
  for (const retired of [true, false]) {
    journal.run({ kind: 'change-theme', id: id('A'), changes: { retired } });
    expect([themeOf(journal, 'A').retired, carried(journal)]).toEqual([retired, ['A']]);
  }
});

describe('versions', () => {
  it('name the revision they were made at, newest first', () => {
    const journal = codebook('A');
    const { revision } = journal.project;
    journal.run({ kind: 'add-version', version: { name: 'First', note: 'n' } });
    journal.run({ kind: 'add-version', version: { name: 'Second' } });
    expect(newestFirst(journal.project)).toMatchObject([
      { name: 'Second', note: null, revision: revision + 1 },
      { name: 'First', note: 'n', revision },
    ]);
  });

  it('can be renamed, deleted and brought back', () => {
    const journal = codebook('A');
    const version = 'v' as VersionId;
    const names = (): string[] => newestFirst(journal.project).map(({ name }) => name);
    journal.run({ kind: 'add-version', version: { id: version, name: 'First' } });
    expect(() =>
      journal.run({ kind: 'add-version', version: { id: version, name: 'Again' } }),
    ).toThrow(new Rejection('conflict', 'version-exists', { id: version }));
    journal.run({ kind: 'change-version', id: version, changes: { name: 'Draft' } });
    expect(names()).toEqual(['Draft']);
    journal.run({ kind: 'remove-version', id: version });
    expect(names()).toEqual([]);
    journal.step('undo');
    expect(names()).toEqual(['Draft']);
  });

  it('come of themselves with every step that changed the themes and was not taken back', () => {
    const journal = codebook('A', 'B');
    code(journal, ['A']);
    journal.run({ kind: 'change-theme', id: id('A'), changes: { name: 'C' } });
    const last = journal.project.revision;
    journal.run({ kind: 'move-theme', id: id('B'), parentId: id('A'), index: 0 });
    journal.step('undo');
    expect(codebookSteps(journal.project).map(({ revision }) => revision)).toEqual([2, 3, last]);
  });
});
