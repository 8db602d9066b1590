import { beforeEach, describe, expect, it } from 'vitest';
import type { ExcerptId, ThemeId, TypeId } from '../../../src/domain/ids.ts';
import type { NewExcerpt } from '../../../src/domain/project/commands.ts';
import type { Excerpt, Transcript } from '../../../src/domain/project/records.ts';
import { Rejection } from '../../../src/domain/rejection.ts';
import { faultsOf } from './invariants.ts';
import { Journal } from './journal.ts';
import { newTranscript, passage } from './moves.ts';
import { TEXT } from './picking.ts';

const themes = (...ids: string[]): ThemeId[] => ids as ThemeId[];
const types = (...ids: string[]): TypeId[] => ids as TypeId[];

let journal: Journal;
let transcript: Transcript;

beforeEach(() => {
  journal = new Journal();
  journal.run({ kind: 'add-transcripts', transcripts: [newTranscript(1)] });
  [transcript] = [...journal.project.transcripts.values()] as [Transcript];
  for (const id of ['A', 'B']) {
    journal.run({ kind: 'add-theme', theme: { id: id as ThemeId, name: id } });
    journal.run({ kind: 'add-type', type: { id: id.toLowerCase() as TypeId, name: id } });
  }
});

const passageOf = (given: Partial<NewExcerpt> = {}): NewExcerpt => ({
  transcriptId: transcript.id,
  textHash: transcript.textHash,
  anchor: passage(1, 2),
  themeIds: themes('A'),
  typeIds: [],
  ...given,
});

function code(...given: Partial<NewExcerpt>[]): ReturnType<Journal['run']> {
  return journal.run({ kind: 'add-excerpts', coder: 'Anna', excerpts: given.map(passageOf) });
}

const excerpts = (): Excerpt[] => [...journal.project.excerpts.values()];
const only = (): Excerpt => excerpts()[0] as Excerpt;

describe('coding a passage', () => {
  it('keeps the passage with its coder, its themes and where it stands', () => {
    code({
      memo: 'm',
      question: '7',
      stance: 'supports',
      reduction: 'r',
      deviant: true,
      deviantReason: 'd',
    });
    expect(only()).toMatchObject({
      ...passage(1, 2),
      status: 'anchored',
      themeIds: ['A'],
      memo: 'm',
      question: '7',
      stance: 'supports',
      reduction: 'r',
      deviant: true,
      deviantReason: 'd',
    });
    expect(journal.project.coders.get(only().coderId)?.name).toBe('Anna');
  });

  it('makes a coder known once, by name', () => {
    code({}, { coder: 'Bertta', anchor: passage(2, 0) });
    code({ coder: 'Bertta', anchor: passage(3, 0) });
    expect([...journal.project.coders.values()].map(({ name }) => name)).toEqual([
      'Anna',
      'Bertta',
    ]);
  });

  it('makes the themes and types that come with it, in the same step', () => {
    journal.run({
      kind: 'add-excerpts',
      coder: 'Anna',
      newThemes: [
        { id: 'N' as ThemeId, name: 'New' },
        { id: 'O' as ThemeId, name: 'Below', parentId: 'N' as ThemeId },
      ],
      newTypes: [{ id: 'n' as TypeId, name: 'New' }],
      excerpts: [passageOf({ themeIds: themes('N', 'O', 'A'), typeIds: types('n') })],
    });
    expect(only()).toMatchObject({ themeIds: ['N', 'O', 'A'], typeIds: ['n'] });
    journal.step('undo');
    expect([journal.project.themes.size, journal.project.excerpts.size]).toEqual([2, 0]);
  });

  it('carries each theme and type once', () => {
    code({ themeIds: themes('A', 'B', 'A'), typeIds: types('a', 'a') });
    expect(only()).toMatchObject({ themeIds: ['A', 'B'], typeIds: ['a'] });
  });
});

describe('coding the same passage again', () => {
  it('extends what the coder has there and takes nothing away', () => {
    code({ memo: 'one', reduction: 'r', question: '1', deviant: true });
    const { id } = only();
    const events = code({
      themeIds: themes('B', 'A'),
      typeIds: types('b'),
      memo: 'two',
      stance: 'contradicts',
    });
    expect(events.map(({ kind }) => kind)).toEqual(['excerpt-changed']);
    expect(excerpts()).toHaveLength(1);
    expect(only()).toMatchObject({
      id,
      themeIds: ['A', 'B'],
      typeIds: ['b'],
      memo: 'one\ntwo',
      reduction: 'r',
      question: '1',
      stance: 'contradicts',
      deviant: true,
    });
  });

  it('changes nothing where nothing is added', () => {
    code({ memo: 'one\ntwo' });
    expect(code({ memo: 'two' })).toEqual([]);
    expect(code({ memo: '' })).toEqual([]);
    expect(only().memo).toBe('one\ntwo');
  });

  it('does so also within one step', () => {
    code({ memo: 'one' }, { themeIds: themes('B') }, { themeIds: [], memo: 'two' });
    expect(excerpts()).toHaveLength(1);
    expect(only()).toMatchObject({ themeIds: ['A', 'B'], memo: 'one\ntwo' });
  });

  it('gives another coder, and another passage, an excerpt of its own', () => {
    code({}, { coder: 'Bertta' }, { anchor: passage(1, 1) });
    expect(excerpts()).toHaveLength(3);
    expect(faultsOf(journal.project)).toEqual([]);
  });
});

describe('changing an excerpt', () => {
  beforeEach(() => {
    code({ memo: 'm' });
  });

  const change = (
    changes: Extract<Parameters<Journal['run']>[0], { kind: 'change-excerpt' }>['changes'],
  ) => journal.run({ kind: 'change-excerpt', id: only().id, changes });

  it('replaces what is named and leaves the rest', () => {
    change({ themeIds: themes('B', 'B'), stance: 'supports' });
    expect(only()).toMatchObject({ themeIds: ['B'], stance: 'supports', memo: 'm' });
    change({ memo: null, stance: null });
    expect(only()).toMatchObject({ themeIds: ['B'], stance: null, memo: null });
  });

  it('is no event where nothing changes', () => {
    expect(change({ themeIds: themes('A'), memo: 'm', typeIds: [], question: undefined })).toEqual(
      [],
    );
  });

  it('is refused where nothing would be left', () => {
    expect(() => change({ themeIds: [], memo: '' })).toThrow(
      new Rejection('invalid', 'excerpt-empty'),
    );
    change({ themeIds: [] });
    expect(() => change({ memo: null })).toThrow(new Rejection('invalid', 'excerpt-empty'));
  });

  it('moves it to another passage, and then it is anchored', () => {
    change({ anchor: passage(4, 1), textHash: transcript.textHash });
    expect(only()).toMatchObject({ ...passage(4, 1), status: 'anchored' });
    expect(faultsOf(journal.project)).toEqual([]);
  });

  it('is one with what the coder has at the new passage', () => {
    code({ anchor: passage(5, 0), themeIds: themes('B'), memo: 'n' });
    const kept = excerpts()[1]?.id;
    change({ anchor: passage(5, 0), textHash: transcript.textHash });
    expect(excerpts()).toHaveLength(1);
    expect(only()).toMatchObject({ id: kept, themeIds: ['B', 'A'], memo: 'n\nm' });
    journal.step('undo');
    expect(excerpts()).toHaveLength(2);
    expect(faultsOf(journal.project)).toEqual([]);
  });

  it('can trade places with another coder’s', () => {
    code({ anchor: passage(5, 0), coder: 'Bertta' });
    change({ anchor: passage(5, 0), textHash: transcript.textHash });
    expect(excerpts()).toHaveLength(2);
    expect(faultsOf(journal.project)).toEqual([]);
  });
});

describe('coding is refused', () => {
  it.each<{ name: string; given: Partial<NewExcerpt>; rejection: Rejection }>([
    {
      name: 'in an unknown transcript',
      given: { transcriptId: 'x' as Transcript['id'] },
      rejection: new Rejection('not-found', 'transcript-not-found', { id: 'x' }),
    },
    {
      name: 'with an unknown theme',
      given: { themeIds: themes('A', 'x') },
      rejection: new Rejection('not-found', 'theme-not-found', { id: 'x' }),
    },
    {
      name: 'with an unknown type',
      given: { typeIds: types('x') },
      rejection: new Rejection('not-found', 'type-not-found', { id: 'x' }),
    },
    {
      name: 'with a theme named like a property',
      given: { themeIds: themes('__proto__') },
      rejection: new Rejection('not-found', 'theme-not-found', { id: '__proto__' }),
    },
    {
      name: 'with nothing to carry',
      given: { themeIds: [], memo: '' },
      rejection: new Rejection('invalid', 'excerpt-empty'),
    },
    {
      name: 'in a text that was changed since',
      given: { textHash: 'older' },
      rejection: new Rejection('conflict', 'text-changed', { title: 'Interview 1' }),
    },
    {
      name: 'outside the text',
      given: { anchor: { ...passage(1, 1), end: TEXT.length + 1 } },
      rejection: new Rejection('invalid', 'span-outside', {
        start: 4,
        end: TEXT.length + 1,
        length: TEXT.length,
      }),
    },
    {
      name: 'over nothing',
      given: { anchor: { ...passage(1, 1), end: 4 } },
      rejection: new Rejection('invalid', 'span-outside', {
        start: 4,
        end: 4,
        length: TEXT.length,
      }),
    },
  ])('$name, and nothing of the step is kept', ({ given, rejection }) => {
    const { revision } = journal.project;
    expect(() => code({ anchor: passage(7, 0) }, given)).toThrow(rejection);
    expect([journal.project.revision, journal.project.excerpts.size]).toEqual([revision, 0]);
  });

  it('under an id that another passage has', () => {
    const id = 'e' as ExcerptId;
    const exists = new Rejection('conflict', 'excerpt-exists', { id });
    expect(() => code({ id }, { id, anchor: passage(6, 0) })).toThrow(exists);
    code({ id });
    expect(() => code({ id, anchor: passage(6, 0) })).toThrow(exists);
  });

  it('with new themes and types under ids that are taken', () => {
    const added = { kind: 'add-excerpts', coder: 'Anna', excerpts: [] } as const;
    expect(() => journal.run({ ...added, newThemes: [{ id: 'A' as ThemeId, name: 'A' }] })).toThrow(
      new Rejection('conflict', 'theme-exists', { id: 'A' }),
    );
    expect(() =>
      journal.run({
        ...added,
        newTypes: [
          { id: 'n' as TypeId, name: '' },
          { id: 'n' as TypeId, name: '' },
        ],
      }),
    ).toThrow(new Rejection('conflict', 'type-exists', { id: 'n' }));
  });
});
