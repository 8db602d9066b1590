import { beforeEach, describe, expect, it } from 'vitest';
import type { CaseId, ExcerptId, ThemeId, TranscriptId, TypeId } from '../../../src/domain/ids.ts';
import type { Command } from '../../../src/domain/project/commands.ts';
import { ensureApplicable, StepOvertaken } from '../../../src/domain/project/ensure-applicable.ts';
import { Rejection } from '../../../src/domain/rejection.ts';
import { faultsOf } from './invariants.ts';
import { Journal, recordsOf, SETTINGS } from './journal.ts';
import { newTranscript, passage } from './moves.ts';

const A = 'A' as ThemeId;
const B = 'B' as ThemeId;
const TYPE = 't' as TypeId;
const EXCERPT = 'e' as ExcerptId;

let journal: Journal;
const ids = { transcript: '' as TranscriptId, case: '' as CaseId };

beforeEach(() => {
  journal = new Journal();
  journal.run({ kind: 'add-transcripts', transcripts: [newTranscript(1)] }, 'lead');
  const [transcript] = journal.project.transcripts.values();
  ids.transcript = transcript?.id as TranscriptId;
  ids.case = transcript?.caseId as CaseId;
});

const theme = (id: ThemeId, parentId: ThemeId | null = null): Command => ({
  kind: 'add-theme',
  theme: { id, name: id, parentId },
});
const type: Command = { kind: 'add-type', type: { id: TYPE, name: 'Type' } };

const coding = (given: {
  themeIds?: ThemeId[];
  typeIds?: TypeId[];
  id?: ExcerptId;
  coder?: string;
  from?: number;
}): Command => ({
  kind: 'add-excerpts',
  coder: given.coder ?? 'Anna',
  excerpts: [
    {
      ...(given.id && { id: given.id }),
      transcriptId: ids.transcript,
      textHash: 'text-1',
      anchor: passage(given.from ?? 1, 0),
      themeIds: given.themeIds ?? [],
      typeIds: given.typeIds ?? [],
      memo: 'm',
    },
  ],
});

const moved = (from: number): Command => ({
  kind: 'change-excerpt',
  id: EXCERPT,
  changes: { anchor: passage(from, 0), textHash: 'text-1' },
});

interface Overtaken {
  readonly name: string;
  readonly before?: () => Command[];
  readonly mine: () => Command;
  readonly theirs: () => Command[];
}

const OVERTAKEN: Overtaken[] = [
  {
    name: 'a theme that was coded with',
    mine: () => theme(A),
    theirs: () => [coding({ themeIds: [A] })],
  },
  { name: 'a theme that has another below it', mine: () => theme(A), theirs: () => [theme(B, A)] },
  {
    name: 'a theme that was renamed',
    mine: () => theme(A),
    theirs: () => [{ kind: 'change-theme', id: A, changes: { name: 'N' } }],
  },
  {
    name: 'a theme that was removed',
    mine: () => theme(A),
    theirs: () => [{ kind: 'remove-theme', id: A }],
  },
  {
    name: 'a type that was coded with',
    mine: () => type,
    theirs: () => [coding({ typeIds: [TYPE] })],
  },
  {
    name: 'a name that was changed again',
    before: () => [theme(A)],
    mine: () => ({ kind: 'change-theme', id: A, changes: { name: 'Mine' } }),
    theirs: () => [{ kind: 'change-theme', id: A, changes: { name: 'Theirs' } }],
  },
  {
    name: 'a place whose theme has moved below',
    before: () => [theme(A), theme(B)],
    mine: () => ({ kind: 'move-theme', id: A, parentId: B, index: 0 }),
    theirs: () => [
      { kind: 'move-theme', id: A, parentId: null, index: 0 },
      { kind: 'move-theme', id: B, parentId: A, index: 0 },
    ],
  },
  {
    name: 'a coding that somebody wrote a memo to',
    before: () => [theme(A)],
    mine: () => coding({ id: EXCERPT, themeIds: [A] }),
    theirs: () => [{ kind: 'change-excerpt', id: EXCERPT, changes: { memo: 'n' } }],
  },
  {
    name: 'a removal of codings whose theme is gone',
    before: () => [theme(A), coding({ id: EXCERPT, themeIds: [A] })],
    mine: () => ({ kind: 'remove-excerpt', id: EXCERPT }),
    theirs: () => [{ kind: 'remove-theme', id: A }],
  },
  {
    name: 'a removal of a coding whose passage was coded anew',
    before: () => [theme(A), coding({ id: EXCERPT, themeIds: [A] })],
    mine: () => ({ kind: 'remove-excerpt', id: EXCERPT }),
    theirs: () => [coding({ themeIds: [A] })],
  },
  {
    name: 'a passage that was coded anew where it stood',
    before: () => [coding({ id: EXCERPT })],
    mine: () => moved(5),
    theirs: () => [coding({ from: 1 })],
  },
  {
    name: 'a transcript that was coded',
    mine: () => ({ kind: 'add-transcripts', transcripts: [newTranscript(2)] }),
    theirs: () => [codingOfLast()],
  },
  {
    name: 'an interviewee whom somebody gave another interview',
    mine: () => ({ kind: 'add-transcripts', transcripts: [newTranscript(2, 'New')] }),
    theirs: () => [{ kind: 'change-transcript', id: ids.transcript, caseName: 'New' }],
  },
  {
    name: 'a coder’s first coding, where the coder has more',
    mine: () => coding({}),
    theirs: () => [coding({ from: 2 })],
  },
  {
    name: 'settings that were changed again',
    mine: () => ({ kind: 'change-project', changes: { name: 'Mine' } }),
    theirs: () => [{ kind: 'change-project', changes: { name: 'Theirs' } }],
  },
  {
    name: 'a text of the report that was written on',
    mine: () => ({ kind: 'change-report', changes: { texts: { A: 'mine' } } }),
    theirs: () => [{ kind: 'change-report', changes: { texts: { A: 'mine, theirs' } } }],
  },
];

const codingOfLast = (): Command => {
  const last = [...journal.project.transcripts.values()].at(-1);
  const excerpt = {
    transcriptId: last?.id as TranscriptId,
    textHash: last?.textHash ?? '',
    anchor: passage(1, 0),
    themeIds: [],
    typeIds: [],
    memo: 'm',
  };
  return { kind: 'add-excerpts', coder: 'Bertta', excerpts: [excerpt] };
};

describe('a step is not taken back over somebody else’s work', () => {
  it.each(OVERTAKEN)('$name', ({ before, mine, theirs }) => {
    for (const command of before?.() ?? []) journal.run(command, 'lead');
    journal.run(mine(), 'anna');
    for (const command of theirs()) journal.run(command, 'bertta');
    const records = recordsOf(journal.project);
    expect(() => journal.step('undo', 'anna')).toThrow(StepOvertaken);
    expect(recordsOf(journal.project)).toBe(records);
    expect(journal.project.undo.some(({ actor }) => actor === 'anna')).toBe(true);
  });

  it.each(OVERTAKEN)('but can be once that is taken back: $name', ({ before, mine, theirs }) => {
    for (const command of before?.() ?? []) journal.run(command, 'lead');
    const records = recordsOf(journal.project);
    journal.run(mine(), 'anna');
    const others = theirs();
    for (const command of others) journal.run(command, 'bertta');
    for (const _ of others) journal.step('undo', 'bertta');
    journal.step('undo', 'anna');
    expect(recordsOf(journal.project)).toBe(records);
    expect(faultsOf(journal.project)).toEqual([]);
  });
});

describe('a step is taken back beside somebody else’s work', () => {
  it.each<Overtaken>([
    {
      name: 'on another theme',
      mine: () => theme(A),
      theirs: () => [theme(B), coding({ themeIds: [B] })],
    },
    {
      name: 'on another passage',
      mine: () => coding({ id: EXCERPT }),
      before: () => [coding({ from: 3 })],
      theirs: () => [coding({ from: 2 })],
    },
    {
      name: 'on the same passage by another coder',
      mine: () => coding({ id: EXCERPT }),
      theirs: () => [coding({ coder: 'Bertta' })],
    },
    {
      name: 'on another field of the same theme',
      before: () => [theme(A)],
      mine: () => ({ kind: 'change-theme', id: A, changes: { name: 'Mine' } }),
      theirs: () => [{ kind: 'change-theme', id: A, changes: { definition: 'Theirs' } }],
    },
  ])('$name', ({ before, mine, theirs }) => {
    for (const command of before?.() ?? []) journal.run(command, 'lead');
    journal.run(mine(), 'anna');
    for (const command of theirs()) journal.run(command, 'bertta');
    const both = recordsOf(journal.project);
    journal.step('undo', 'anna');
    expect(faultsOf(journal.project)).toEqual([]);
    expect(recordsOf(journal.project)).not.toBe(both);
    journal.step('redo', 'anna');
    expect(recordsOf(journal.project)).toBe(both);
  });
});

describe('steps', () => {
  it('are each one’s own, and a new one forgets only its maker’s undone ones', () => {
    journal.run(theme(A), 'anna');
    journal.run(theme(B), 'bertta');
    journal.step('undo', 'anna');
    journal.step('undo', 'bertta');
    journal.run(type, 'bertta');
    expect(journal.step('redo', 'bertta')).toBe(false);
    expect(journal.step('redo', 'anna')).toBe(true);
    expect([...journal.project.themes.keys()]).toEqual(['A']);
  });

  it('hold all events of their command', () => {
    journal.run({ kind: 'add-transcripts', transcripts: [newTranscript(2), newTranscript(3)] });
    const [step] = journal.project.undo.slice(-1);
    expect(step).toMatchObject({ first: 4, last: 7, command: 'add-transcripts', actor: 'anna' });
  });

  it('do not reach before the creation of the project', () => {
    expect(journal.step('undo', 'lead')).toBe(true);
    expect(journal.step('undo', 'lead')).toBe(false);
    expect(() => {
      ensureApplicable(journal.project, [{ kind: 'project-created', settings: SETTINGS }]);
    }).toThrow(Rejection);
  });
});
