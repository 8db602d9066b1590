import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { CaseId } from '../../../src/domain/ids.ts';
import { frameworkAnswers, gapsIn } from '../../../src/domain/theory/framework-answers.ts';
import { frameworkMatrix, inBoth } from '../../../src/domain/theory/framework-matrix.ts';
import type { Given } from '../../support/build-project.ts';
import { Journal } from '../project/journal.ts';
import { commandOf, moves } from '../project/moves.ts';
import { F, withFramework } from './theory.ts';

const coding = (quote: string, themes: string[], types: string[] = []) => ({
  transcript: ['one', 'two', 'three', 'four', 'five'].includes(quote) ? 'H1' : 'H2',
  quote,
  themes,
  types,
});

const GIVEN: Given = {
  themes: [
    { name: 'trust' },
    { name: 'promises', parent: 'trust' },
    { name: 'talk' },
    { name: 'unused' },
    { name: 'unlinked' },
  ],
  codings: [
    coding('one', ['trust']),
    coding('two', ['promises', 'trust']),
    coding('six', ['promises']),
    coding('three', ['talk', 'trust']),
    coding('four', ['unlinked']),
  ],
};

/** Name, excerpts of its own, excerpts with those below, cases. */
const figures = (answers: ReturnType<typeof frameworkAnswers>) =>
  answers.map(({ concept, own, excerpts, cases }) => [
    concept.name,
    own.size,
    excerpts.size,
    cases.size,
  ]);

describe('what the data say of a framework', () => {
  it('counts each excerpt once over the themes of a concept and their sub-themes', () => {
    const { project } = withFramework(['Trust', 'Talk', 'Unity'], GIVEN, {
      trust: 'Trust',
      promises: 'Trust',
      talk: 'Talk',
      unused: 'Unity',
    });
    expect(figures(frameworkAnswers(project, F))).toEqual([
      ['Trust', 4, 4, 2],
      ['Talk', 1, 1, 1],
      ['Unity', 0, 0, 0],
    ]);
  });

  it('counts what answers a concept for those above it, once', () => {
    const { project } = withFramework(['Pillars', 'Trust < Pillars', 'Talk < Pillars'], GIVEN, {
      trust: 'Trust',
      talk: 'Talk',
    });
    expect(figures(frameworkAnswers(project, F))).toEqual([
      ['Pillars', 0, 4, 2],
      ['Trust', 4, 4, 2],
      ['Talk', 1, 1, 1],
    ]);
  });

  it('counts a passage of a group interview for the one who speaks it', () => {
    const given: Given = {
      texts: [{ title: 'G', text: 'H1: one two\n\nH2: three four' }],
      themes: [{ name: 'trust' }],
      codings: ['one', 'three'].map((quote) => ({ transcript: 'G', quote, themes: ['trust'] })),
    };
    const { project, transcriptId } = withFramework(['Trust'], given, { trust: 'Trust' });
    const transcript = project.transcripts.get(transcriptId('G'))!;
    const ids = ['anna', 'bertta'] as CaseId[];
    const speakerCases = ['H1', 'H2'].map((speaker, i) => ({
      speaker,
      caseId: ids[i]!,
      wordCount: 2,
    }));
    project.transcripts.set(transcript.id, { ...transcript, speakerCases });
    const [answer] = frameworkAnswers(project, F);
    expect([...(answer?.cases ?? [])]).toEqual(ids);
  });

  it('gives a sub-theme with a concept of its own to both', () => {
    const { project } = withFramework(['Trust', 'Promise'], GIVEN, {
      trust: 'Trust',
      promises: 'Promise',
    });
    expect(figures(frameworkAnswers(project, F))).toEqual([
      ['Trust', 4, 4, 2],
      ['Promise', 2, 2, 2],
    ]);
  });

  it('names the themes in the order of the codebook', () => {
    const { project } = withFramework(['Trust'], GIVEN, { talk: 'Trust', trust: 'Trust' });
    const [answer] = frameworkAnswers(project, F);
    expect(answer?.themes.map(({ name }) => name)).toEqual(['trust', 'talk']);
  });

  it('lists the concepts that nothing answers, an upper one only when all below it are', () => {
    const concepts = ['Pillars', 'Trust < Pillars', 'Unity < Pillars', 'Base', 'Brand < Base'];
    const { project } = withFramework(concepts, GIVEN, { trust: 'Trust', unused: 'Brand' });
    const gaps = gapsIn(frameworkAnswers(project, F)).map(({ concept }) => concept.name);
    expect(gaps).toEqual(['Unity', 'Base', 'Brand']);
  });

  it('counts no excerpt that is not there, for any project', () => {
    fc.assert(
      fc.property(moves, (list) => {
        const journal = new Journal();
        for (const one of list) {
          const command = commandOf(journal.project, one, journal.newId);
          if (command) journal.run(command);
        }
        const { project } = journal;
        for (const id of project.frameworks.keys())
          for (const { own, excerpts, cases, themes, types } of frameworkAnswers(project, id)) {
            expect([...own].every((one) => excerpts.has(one))).toBe(true);
            expect([...excerpts].every((one) => project.excerpts.has(one))).toBe(true);
            expect(cases.size <= excerpts.size).toBe(true);
            if (themes.length + types.length === 0) expect(own.size).toBe(0);
          }
      }),
      { numRuns: 30 },
    );
  });
});

describe('a framework of two dimensions', () => {
  const given: Given = {
    themes: [{ name: 'before' }, { name: 'search', parent: 'before' }, { name: 'after' }],
    types: [{ name: 'brand' }, { name: 'partner' }],
    codings: [
      coding('one', ['before'], ['brand']),
      coding('two', ['search'], ['brand', 'partner']),
      coding('three', ['after']),
      coding('four', [], ['partner']),
      coding('six', ['before', 'search'], ['brand']),
    ],
  };
  const { project } = withFramework(
    ['Before', 'Search < Before', 'After', '|', 'Brand', 'Partner', 'Social'],
    given,
    { before: 'Before', search: 'Search', after: 'After', brand: 'Brand', partner: 'Partner' },
  );
  const matrix = frameworkMatrix(frameworkAnswers(project, F));

  it('is a table of excerpts that answer both', () => {
    expect(matrix.columns.map(({ concept }) => concept.name)).toEqual([
      'Brand',
      'Partner',
      'Social',
    ]);
    expect(
      matrix.rows.map(({ concept }, i) => [
        concept.name,
        ...(matrix.cells[i]?.map((cell) => cell.length) ?? []),
      ]),
    ).toEqual([
      ['Before', 3, 1, 0],
      ['Search', 2, 1, 0],
      ['After', 0, 0, 0],
    ]);
  });

  it('has in each cell what row and column share', () => {
    for (const [i, row] of matrix.rows.entries())
      for (const [j, column] of matrix.columns.entries())
        expect(matrix.cells[i]?.[j]).toEqual(inBoth(row, column));
  });
});
