import { describe, expect, it } from 'vitest';
import { isOutdated, outdatedCounts, outdatedOf } from '../../../src/domain/codebook/outdated.ts';
import type { ExcerptId, ThemeId } from '../../../src/domain/ids.ts';
import { Rejection } from '../../../src/domain/rejection.ts';
import type { Excerpt, Theme } from '../../../src/domain/project/records.ts';
import { Journal } from '../project/journal.ts';
import { newTranscript, passage } from '../project/moves.ts';

const themeId = 't' as ThemeId;
const THEME = { id: themeId, definedAt: '2026-03-01' } as Theme;
const excerpt = (fields: Partial<Excerpt>): Excerpt =>
  ({ themeIds: [themeId], createdAt: '2026-01-01', appliedAt: null, ...fields }) as Excerpt;

describe('an excerpt', () => {
  it.each([
    ['coded before the definition', {}, true],
    ['coded after it', { createdAt: '2026-04-01' }, false],
    ['coded at the same moment', { createdAt: '2026-03-01' }, false],
    ['given the theme later than it was made', { appliedAt: { [themeId]: '2026-03-02' } }, false],
    [
      'given the theme, but before the definition',
      { appliedAt: { [themeId]: '2026-02-02' } },
      true,
    ],
    ['given another theme later', { appliedAt: { other: '2026-03-02' } }, true],
    ['without the theme', { themeIds: [] }, false],
  ])('%s', (_, fields, expected) => {
    expect(isOutdated(excerpt(fields), THEME)).toBe(expected);
  });

  it('is never under an older definition of a theme whose definition was never dated', () => {
    expect(isOutdated(excerpt({}), { ...THEME, definedAt: '' })).toBe(false);
  });
});

/** Two excerpts of A, one of B. */
function coded(): { journal: Journal; a: ThemeId; b: ThemeId; ids: ExcerptId[] } {
  const journal = new Journal();
  journal.run({ kind: 'add-transcripts', transcripts: [newTranscript(1)] });
  const [transcript] = journal.project.transcripts.values();
  const [a, b] = ['A', 'B'] as ThemeId[] as [ThemeId, ThemeId];
  for (const id of [a, b]) journal.run({ kind: 'add-theme', theme: { id, name: id } });
  for (const [i, id] of [a, a, b].entries())
    journal.run({
      kind: 'add-excerpts',
      coder: 'Anna',
      excerpts: [
        {
          transcriptId: transcript!.id,
          textHash: transcript!.textHash,
          anchor: passage(i, 0),
          themeIds: [id],
          typeIds: [],
        },
      ],
    });
  return { journal, a, b, ids: [...journal.project.excerpts.keys()] };
}

describe('confirming', () => {
  it('is asked for once the definition changes, not the name', () => {
    const { journal, a } = coded();
    journal.run({ kind: 'change-theme', id: a, changes: { name: 'Other', memo: 'm' } });
    expect(outdatedCounts(journal.project)).toEqual(new Map());
    journal.run({ kind: 'change-theme', id: a, changes: { exclude: 'Not this' } });
    expect(outdatedCounts(journal.project)).toEqual(new Map([[a, 2]]));
  });

  it('one, then all of them, is a step each that can be undone', () => {
    const { journal, a, ids } = coded();
    journal.run({ kind: 'change-theme', id: a, changes: { definition: 'd' } });
    const left = (): string[] =>
      outdatedOf(journal.project, journal.project.themes.get(a)!).map(({ id }) => id);
    journal.run({ kind: 'confirm-codings', id: a, excerptIds: [ids[1]!] });
    expect(left()).toEqual([ids[0]]);
    journal.run({ kind: 'confirm-codings', id: a });
    expect(left()).toEqual([]);
    expect(journal.run({ kind: 'confirm-codings', id: a })).toEqual([]);
    journal.step('undo');
    expect(left()).toEqual([ids[0]]);
    journal.run({ kind: 'change-theme', id: a, changes: { definition: 'again' } });
    expect(left()).toEqual([ids[0], ids[1]]);
  });

  it('leaves an excerpt of another theme as it is, and refuses one that is not there', () => {
    const { journal, a, ids } = coded();
    journal.run({ kind: 'change-theme', id: a, changes: { definition: 'd' } });
    expect(journal.run({ kind: 'confirm-codings', id: a, excerptIds: [ids[2]!] })).toEqual([]);
    expect(() =>
      journal.run({ kind: 'confirm-codings', id: a, excerptIds: ['x' as ExcerptId] }),
    ).toThrow(new Rejection('not-found', 'excerpt-not-found', { id: 'x' }));
  });
});
