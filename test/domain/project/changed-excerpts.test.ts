import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { ExcerptId, ThemeId } from '../../../src/domain/ids.ts';
import { changedExcerpts, sharedChanges } from '../../../src/domain/project/changed-excerpts.ts';
import type { Changed } from '../../../src/domain/project/events.ts';
import { Journal, recordsOf } from './journal.ts';
import { newTranscript, passage } from './moves.ts';

const theme = fc.constantFrom('A', 'B', 'C') as fc.Arbitrary<ThemeId>;
const themes = fc.uniqueArray(theme, { maxLength: 2 });
const sides = fc.record({ before: themes, after: themes });
const changes = fc.array(sides, { maxLength: 12 }).map((list) =>
  list.map(({ before, after }, i): Changed<'excerpt'> => ({
    kind: 'excerpt-changed',
    id: `e${i}` as ExcerptId,
    before: { themeIds: before },
    after: { themeIds: after },
  })),
);

describe('changes that excerpts share', () => {
  it('are the same changes, each told once', () => {
    fc.assert(
      fc.property(changes, (list) => {
        const events = sharedChanges(list);
        const apart = events.flatMap((event) =>
          changedExcerpts(event).map((id) => ({ ...event, id })),
        );
        for (const { id, before, after } of list)
          expect(apart.filter((one) => one.id === id)).toMatchObject([{ before, after }]);
        const told = events.map((event) =>
          JSON.stringify('before' in event && [event.before, event.after]),
        );
        expect(new Set(told).size).toBe(told.length);
      }),
    );
  });
});

describe('the merge of a theme of many excerpts', () => {
  const COUNT = 60;

  function coded(): Journal {
    const journal = new Journal();
    journal.run({ kind: 'add-transcripts', transcripts: [newTranscript(1)] });
    const [transcript] = journal.project.transcripts.values();
    const ids = ['From', 'Into'] as ThemeId[];
    for (const id of ids) journal.run({ kind: 'add-theme', theme: { id, name: id } });
    journal.run({
      kind: 'add-excerpts',
      coder: 'Anna',
      excerpts: Array.from({ length: COUNT }, (_, i) => ({
        transcriptId: transcript!.id,
        textHash: transcript!.textHash,
        anchor: { ...passage(0, 0), start: i, end: i + 1 },
        themeIds: i % 3 === 0 ? ids : ids.slice(0, 1),
        typeIds: [],
      })),
    });
    return journal;
  }

  it('is a few events, undone and done again like any other', () => {
    const journal = coded();
    const before = recordsOf(journal.project);
    const events = journal.run({
      ...{ kind: 'merge-theme', id: 'From' as ThemeId, into: 'Into' as ThemeId },
    });
    expect(events.map(({ kind }) => kind)).toEqual([
      ...['excerpts-changed', 'excerpts-changed', 'theme-removed'],
    ]);
    expect(events.flatMap(changedExcerpts)).toHaveLength(COUNT);
    const after = recordsOf(journal.project);
    journal.step('undo');
    expect(recordsOf(journal.project)).toBe(before);
    journal.step('redo');
    expect(recordsOf(journal.project)).toBe(after);
  });

  it('is not undone over what somebody else has made of one of them', () => {
    const journal = coded();
    journal.run({ kind: 'merge-theme', id: 'From' as ThemeId, into: 'Into' as ThemeId });
    const [id] = [...journal.project.excerpts.keys()].slice(-1);
    journal.run(
      { kind: 'change-excerpt', id: id!, changes: { themeIds: [], memo: 'Off' } },
      'bertta',
    );
    expect(() => journal.step('undo')).toThrow('step-overtaken');
  });
});
