import { beforeEach, describe, expect, it } from 'vitest';
import type { CaseId, ThemeId, TranscriptId } from '../../../src/domain/ids.ts';
import type { Command } from '../../../src/domain/project/commands.ts';
import { casesInOrder, transcriptsInOrder } from '../../../src/domain/project/project.ts';
import { Rejection } from '../../../src/domain/rejection.ts';
import { Journal, SETTINGS } from './journal.ts';
import { newTranscript, passage } from './moves.ts';

let journal: Journal;
beforeEach(() => {
  journal = new Journal();
});

const add = (...cases: string[]): void => {
  const first = journal.project.transcripts.size + 1;
  journal.run({
    kind: 'add-transcripts',
    transcripts: cases.map((name, i) => newTranscript(first + i, name)),
  });
};

const transcriptId = (n: number): TranscriptId =>
  transcriptsInOrder(journal.project)[n - 1]?.id as TranscriptId;

/** Each transcript with its case, in order. */
const drawn = (): string[] =>
  transcriptsInOrder(journal.project).map(
    ({ title, caseId }) => `${title}: ${journal.project.cases.get(caseId)?.name ?? ''}`,
  );

const caseNames = (): string[] => casesInOrder(journal.project).map(({ name }) => name);

describe('adding transcripts', () => {
  it('makes a case for each interviewee, once for the same name', () => {
    add('Maija', 'Ville', 'MAIJA');
    add('ville');
    expect(drawn()).toEqual([
      'Interview 1: Maija',
      'Interview 2: Ville',
      'Interview 3: Maija',
      'Interview 4: Ville',
    ]);
    expect(caseNames()).toEqual(['Maija', 'Ville']);
  });

  it.each([
    { name: 'that is there', first: [1], second: [2, 1] },
    { name: 'given twice', first: [], second: [1, 1] },
  ])('refuses a file $name, and all that came with it', ({ first, second }) => {
    const given = (numbers: number[]): Command => ({
      kind: 'add-transcripts',
      transcripts: numbers.map((n) => newTranscript(n)),
    });
    journal.run(given(first));
    expect(() => journal.run(given(second))).toThrow(
      new Rejection('conflict', 'transcript-twice', { title: 'Interview 1' }),
    );
    expect(journal.project.transcripts.size).toBe(first.length);
  });

  it('takes a file again that was removed', () => {
    add('Maija');
    journal.run({ kind: 'remove-transcript', id: transcriptId(1) });
    add('Maija');
    expect(drawn()).toEqual(['Interview 1: Maija']);
  });
});

describe('changing a transcript', () => {
  it('gives it a title', () => {
    add('Maija');
    journal.run({ kind: 'change-transcript', id: transcriptId(1), title: 'First' });
    expect(drawn()).toEqual(['First: Maija']);
  });

  it('gives it to another interviewee, by name or by id; the case goes with its last transcript', () => {
    add('Maija', 'Ville');
    const [, ville] = casesInOrder(journal.project);
    journal.run({ kind: 'change-transcript', id: transcriptId(1), caseId: ville?.id as CaseId });
    expect([drawn(), caseNames()]).toEqual([
      ['Interview 1: Ville', 'Interview 2: Ville'],
      ['Ville'],
    ]);
    journal.run({ kind: 'change-transcript', id: transcriptId(1), caseName: 'Kalle' });
    expect([drawn(), caseNames()]).toEqual([
      ['Interview 1: Kalle', 'Interview 2: Ville'],
      ['Ville', 'Kalle'],
    ]);
    journal.step('undo');
    journal.step('undo');
    expect([drawn(), caseNames()]).toEqual([
      ['Interview 1: Maija', 'Interview 2: Ville'],
      ['Maija', 'Ville'],
    ]);
  });

  it('is no event where nothing changes', () => {
    add('Maija');
    expect(
      journal.run({
        kind: 'change-transcript',
        id: transcriptId(1),
        title: 'Interview 1',
        caseName: 'maija',
      }),
    ).toEqual([]);
  });
});

describe('removing a transcript', () => {
  it('takes its excerpts and its empty case along, and undo brings all of them back', () => {
    add('Maija', 'Ville', 'Maija');
    journal.run({ kind: 'add-theme', theme: { id: 'A' as ThemeId, name: 'A' } });
    for (const n of [1, 2])
      journal.run({
        kind: 'add-excerpts',
        coder: 'Anna',
        excerpts: [
          {
            transcriptId: transcriptId(n),
            textHash: `text-${n}`,
            anchor: passage(n, 0),
            themeIds: ['A' as ThemeId],
            typeIds: [],
          },
        ],
      });
    journal.run({ kind: 'remove-transcript', id: transcriptId(2) });
    expect([drawn(), caseNames(), journal.project.excerpts.size]).toEqual([
      ['Interview 1: Maija', 'Interview 3: Maija'],
      ['Maija'],
      1,
    ]);
    journal.step('undo');
    expect([drawn(), caseNames(), journal.project.excerpts.size]).toEqual([
      ['Interview 1: Maija', 'Interview 2: Ville', 'Interview 3: Maija'],
      ['Maija', 'Ville'],
      2,
    ]);
  });
});

describe('a command about what is not there', () => {
  const id = '__proto__';
  it.each<{ what: string; command: unknown }>([
    { what: 'transcript', command: { kind: 'change-transcript', id, title: 't' } },
    { what: 'transcript', command: { kind: 'remove-transcript', id } },
    { what: 'case', command: { kind: 'change-case', id, name: 'n' } },
    { what: 'theme', command: { kind: 'add-theme', theme: { name: 'n', parentId: id } } },
    { what: 'theme', command: { kind: 'change-theme', id, changes: { name: 'n' } } },
    { what: 'theme', command: { kind: 'move-theme', id, parentId: null, index: 0 } },
    { what: 'theme', command: { kind: 'remove-theme', id } },
    { what: 'type', command: { kind: 'change-type', id, changes: { name: 'n' } } },
    { what: 'type', command: { kind: 'move-type', id, index: 0 } },
    { what: 'type', command: { kind: 'remove-type', id } },
    { what: 'excerpt', command: { kind: 'change-excerpt', id, changes: { memo: 'm' } } },
    { what: 'excerpt', command: { kind: 'remove-excerpt', id } },
  ])('is refused: $command.kind', ({ what, command }) => {
    expect(() => journal.run(command as Command)).toThrow(
      new Rejection('not-found', `${what}-not-found`, { id }),
    );
  });

  it('is refused for the case a transcript should go to, and the parent a theme should', () => {
    add('Maija');
    expect(() =>
      journal.run({ kind: 'change-transcript', id: transcriptId(1), caseId: 'x' as CaseId }),
    ).toThrow(new Rejection('not-found', 'case-not-found', { id: 'x' }));
    journal.run({ kind: 'add-theme', theme: { id: 'A' as ThemeId, name: 'A' } });
    expect(() =>
      journal.run({ kind: 'move-theme', id: 'A' as ThemeId, parentId: 'x' as ThemeId, index: 0 }),
    ).toThrow(new Rejection('not-found', 'theme-not-found', { id: 'x' }));
  });
});

describe('a project', () => {
  it('is created once', () => {
    expect(() => journal.run({ kind: 'create-project', settings: SETTINGS })).toThrow(
      new Rejection('conflict', 'project-exists', { id: 'p' }),
    );
  });

  it('tells no event of settings or report texts that stay as they are', () => {
    expect(
      journal.run({
        kind: 'change-project',
        changes: { name: 'Test', researchQuestions: ['Why?'] },
      }),
    ).toEqual([]);
    expect(journal.run({ kind: 'change-report', changes: { title: null, texts: {} } })).toEqual([]);
  });

  it('tells only what differs', () => {
    expect(
      journal.run({ kind: 'change-project', changes: { name: 'Other', language: 'en' } }),
    ).toEqual([{ kind: 'project-changed', before: { name: 'Test' }, after: { name: 'Other' } }]);
  });
});
