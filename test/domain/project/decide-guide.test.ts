import { beforeEach, describe, expect, it } from 'vitest';
import { axis } from '../../../src/domain/analysis/axis.ts';
import { frequencies } from '../../../src/domain/analysis/frequencies.ts';
import { questionOf } from '../../../src/domain/guide/question-of.ts';
import { readGuide } from '../../../src/domain/guide/read-guide.ts';
import { questionsOf } from '../../../src/domain/guide/questions.ts';
import { saidIn } from '../../../src/domain/guide/said.ts';
import type { GuideQuestionId, TranscriptId } from '../../../src/domain/ids.ts';
import { Rejection } from '../../../src/domain/rejection.ts';
import { splitTurns } from '../../../src/domain/text/turns.ts';
import { buildProject, type BuiltProject } from '../../support/build-project.ts';

const TEXT = `Haastattelija: 1. Mitä teet työksesi?

H1: Olen kirjastossa.

Haastattelija: Niin, kerro lisää.

H1: Lainaan kirjoja.

Haastattelija: Miten palaute kerätään asiakkailta?

H1: Kysymällä.
`;
const GUIDE = 'Tausta\n1. Mitä teet työksesi?\nArki\n2. Miten palautetta kerätään asiakkailta?';

let built: BuiltProject;
let h1: TranscriptId;
beforeEach(() => {
  built = buildProject({
    texts: [{ title: 'H1', text: TEXT }],
    codings: [
      { transcript: 'H1', quote: 'Olen kirjastossa.', themes: ['Työ'] },
      { transcript: 'H1', quote: 'Lainaan kirjoja.', themes: ['Työ'] },
      { transcript: 'H1', quote: 'Kysymällä.', themes: ['Palaute'] },
      { transcript: 'H1', quote: 'Kysymällä', themes: ['Palaute'], question: '1' },
      { transcript: 'H1', quote: 'kirjoja', themes: ['Työ'], question: '7' },
    ],
  });
  h1 = built.transcriptId('H1');
});

const set = (text: string): void =>
  built.run({
    kind: 'set-guide',
    guide: readGuide(text),
    said: new Map([[h1, saidIn(TEXT, splitTurns(TEXT))]]),
  });
const ids = (): Record<string, GuideQuestionId> =>
  Object.fromEntries(questionsOf(built.project.guide).map(({ number, id }) => [number, id]));
const numberOf = (id: GuideQuestionId | null): string | null =>
  questionsOf(built.project.guide).find((one) => one.id === id)?.number ?? null;
/** Turn by its number, question, how it was found. */
const asked = (): string[] => {
  const { turns, asked } = built.project.transcripts.get(h1)!;
  return asked.map(
    ({ start, questionId, by }) =>
      `${turns.findIndex((turn) => turn.start === start) + 1}: ${numberOf(questionId)} by ${by}`,
  );
};
const turnStart = (n: number): number => built.project.transcripts.get(h1)!.turns[n - 1]!.start;
const mark = (turn: number, questionId: GuideQuestionId | null): void =>
  built.run({ kind: 'mark-question', transcriptId: h1, start: turnStart(turn), questionId });
const answered = (): (string | null)[] =>
  built.excerptIds.map(
    (id) => questionOf(built.project, built.project.excerpts.get(id)!)?.number ?? null,
  );

describe('setting the guide', () => {
  it('finds its questions in the transcripts', () => {
    set(GUIDE);
    expect(asked()).toEqual(['1: 1 by number', '5: 2 by words']);
  });

  it('finds them in a transcript that comes later', () => {
    set(GUIDE);
    built.run({
      kind: 'add-transcripts',
      transcripts: [
        {
          ...built.project.transcripts.get(h1)!,
          caseName: 'H2',
          originalHash: 'other',
          said: saidIn(TEXT, splitTurns(TEXT)),
        },
      ].map(({ id: _id, caseId: _case, order: _order, asked: _asked, ...one }) => one),
    });
    const added = [...built.project.transcripts.values()].at(-1)!;
    expect(added.asked.map(({ questionId }) => numberOf(questionId))).toEqual(['1', '2']);
  });

  it('finds them anew where it turns out that somebody else asks', () => {
    set(GUIDE);
    const { id, textHash, wordCount, turns } = built.project.transcripts.get(h1)!;
    const swapped = turns.map((turn) => ({
      ...turn,
      role: turn.role === 'interviewer' ? ('interviewee' as const) : ('interviewer' as const),
    }));
    const corrected = { id, textHash, wordCount, turns: swapped, caseName: 'H1', speakers: [] };
    const said = saidIn(TEXT, swapped);
    built.run({ kind: 'correct-speakers', transcripts: [{ ...corrected, said }] });
    expect(asked()).toEqual([]);
  });

  it('keeps the ids of questions that stay, move or are edited', () => {
    set(GUIDE);
    const before = ids();
    set(
      'Tausta\n1. Mitä teet nykyään työksesi?\n2. Aivan uusi kysymys, vai mitä?\n3. Miten palautetta kerätään asiakkailta?',
    );
    const after = ids();
    expect(after['1']).toBe(before['1']);
    expect(after['3']).toBe(before['2']);
    expect(Object.values(before)).not.toContain(after['2']);
    expect(asked()).toEqual(['1: 1 by number', '5: 3 by words']);
  });

  it('is nothing new when it says the same', () => {
    set(GUIDE);
    const { revision } = built.project;
    set(GUIDE);
    expect(built.project.revision).toBe(revision);
  });

  it('refuses two questions of one number', () => {
    const part = (number: string) => ({ name: 'a', questions: [{ number, text: 'Mitä?' }] });
    expect(() =>
      built.run({
        kind: 'set-guide',
        guide: { parts: [part('1'), part('1')] },
        said: new Map(),
      }),
    ).toThrow(Rejection);
  });
});

describe('a correction by hand', () => {
  it('outlives a new guide, as long as its question does', () => {
    set(GUIDE);
    mark(3, ids()['2']!);
    mark(5, null);
    set(GUIDE.replace('Mitä teet työksesi', 'Mitä sinä teet työksesi'));
    expect(asked()).toEqual(['1: 1 by number', '3: 2 by hand', '5: null by hand']);
    set('1. Mitä teet työksesi?');
    expect(asked()).toEqual(['1: 1 by number', '5: null by hand']);
  });

  it.each([
    ['of a turn that is not there', () => ({ start: 3, questionId: null })],
    ['to a question that is not there', () => ({ start: 0, questionId: 'x' as GuideQuestionId })],
  ])('%s is refused', (_, given) => {
    set(GUIDE);
    expect(() => built.run({ kind: 'mark-question', transcriptId: h1, ...given() })).toThrow(
      Rejection,
    );
  });
});

describe('the question of an excerpt', () => {
  it('is the one it names, else the last that was asked', () => {
    expect(answered()).toEqual([null, null, null, null, null]);
    set(GUIDE);
    expect(answered()).toEqual(['1', '1', '2', '1', null]);
    mark(3, ids()['2']!);
    expect(answered()).toEqual(['1', '2', '2', '1', null]);
  });

  it('is not ended by a turn that asks none', () => {
    set(GUIDE);
    mark(5, null);
    expect(answered()[2]).toBe('1');
  });

  it('is counted: the guide in its order, then other numbers that were named', () => {
    set(GUIDE);
    const { items } = axis(built.project, 'question');
    expect(items.map(({ id }) => id)).toEqual(['1', '2', '7']);
    const { cells } = frequencies(built.project, {
      rows: 'question',
      columns: 'theme',
      unit: 'excerpts',
    });
    expect(cells).toEqual([
      [2, 1],
      [0, 1],
      [1, 0],
    ]);
  });
});
