import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { casesRenamed, correctedSpeakers } from '../../../src/domain/cases/corrected-speakers.ts';
import type { SpeakerCorrections } from '../../../src/domain/cases/corrected-speakers.ts';
import { interviewTable } from '../../../src/domain/cases/interview-table.ts';
import { excerptsOf } from '../../../src/domain/project/project.ts';
import { canonicalText } from '../../../src/domain/text/canonical-text.ts';
import { describeQuote, holds } from '../../../src/domain/text/quote.ts';
import { splitTurns } from '../../../src/domain/text/turns.ts';
import { wordsSpoken } from '../../../src/domain/text/words-spoken.ts';
import { Journal, recordsOf } from '../project/journal.ts';
import { newTranscript } from '../project/moves.ts';

const NAMES = ['Interviewer', 'S1', 'S2', 'H5', 'Pirko'];

/** A transcript with what is said in it, coded at some places. */
function begun(text: string, caseName = 'Group') {
  const journal = new Journal();
  const turns = splitTurns(text);
  const added = { ...newTranscript(1, caseName), title: 'Group', turns, length: text.length };
  journal.run({
    kind: 'add-transcripts',
    transcripts: [{ ...added, wordCount: wordsSpoken(text, turns) }],
  });
  const [transcript] = journal.project.transcripts.values();
  const { id, textHash } = transcript!;
  journal.run({
    kind: 'add-excerpts',
    coder: 'Anna',
    excerpts: [...text.matchAll(/word\d+ word\d+/gu)].map(({ index, 0: words }) => ({
      transcriptId: id,
      textHash,
      anchor: describeQuote(text, { start: index, end: index + words.length }),
      themeIds: [],
      typeIds: [],
      memo: 'x',
    })),
  });
  const now = () => journal.project.transcripts.get(id)!;
  const correct = (corrections: SpeakerCorrections) => {
    const { project } = journal;
    const corrected = correctedSpeakers(project, now(), text, corrections);
    const renamed = casesRenamed(project, now(), corrections.speakers);
    journal.run({ kind: 'correct-speakers', transcripts: [corrected], renamed });
  };
  return { journal, project: journal.project, now, correct };
}

const aText = fc
  .array(fc.tuple(fc.constantFrom(...NAMES), fc.integer({ min: 1, max: 5 })), { minLength: 2 })
  .map((turns) => {
    let words = 0;
    return canonicalText(
      turns
        .map(([who, count]) => {
          const speech = Array.from({ length: count }, () => `word${++words}`).join(' ');
          return `${who}: ${speech}`;
        })
        .join('\n\n'),
    );
  });

const someCorrections = fc.record({
  speakers: fc.array(
    fc.record({
      speaker: fc.constantFrom(...NAMES),
      rename: fc.constantFrom('Anna', 'S1', 'H5', null, undefined),
      role: fc.constantFrom('interviewer', 'interviewee', 'other', 'text', undefined),
      caseName: fc.constantFrom('Anna', 'Bertta', undefined),
    }),
    { maxLength: 4 },
  ),
  swapRoles: fc.boolean(),
  eachIsCase: fc.boolean(),
});

describe('correcting speakers', () => {
  it('keeps the text tiled, every excerpt anchored and every word of a case, and can be undone', () => {
    fc.assert(
      fc.property(aText, someCorrections, (text, given) => {
        const { journal, project, now, correct } = begun(text);
        const speak = new Set(now().turns.map(({ speaker }) => speaker));
        const before = recordsOf(project);
        const excerpts = [...excerptsOf(project, now().id)];
        correct({ ...given, speakers: given.speakers.filter(({ speaker }) => speak.has(speaker)) });
        const { turns, wordCount } = now();
        expect(turns[0]?.start).toBe(0);
        expect(turns.at(-1)?.end).toBe(text.length);
        turns.forEach((turn, i) => {
          expect(turn.end).toBe(turns[i + 1]?.start ?? text.length);
          expect(turn.body >= turn.start && turn.body <= turn.end).toBe(true);
        });
        expect([...excerptsOf(project, now().id)]).toEqual(excerpts);
        for (const one of excerpts) expect(holds(text, one)).toBe(true);
        expect(wordCount).toBe(wordsSpoken(text, turns));
        const [row] = interviewTable(project).rows;
        expect(row?.cases.reduce((sum, { words }) => sum + words, 0)).toBe(wordCount);
        expect(row?.cases.every(({ words }) => words >= 0)).toBe(true);
        const after = recordsOf(project);
        if (after === before) return;
        journal.step('undo');
        expect(recordsOf(project)).toBe(before);
        journal.step('redo');
        expect(recordsOf(project)).toBe(after);
      }),
    );
  });
});

const GROUP = 'Interviewer: Why?\n\nS1: one two\n\nS2: three\n\nS1: four';
const caseNames = ({ project }: ReturnType<typeof begun>) =>
  [...project.cases.values()].map(({ name }) => name);

describe('the speakers of a group', () => {
  it('become a case each, with the words that are theirs', () => {
    const group = begun(GROUP);
    group.correct({ speakers: [], eachIsCase: true });
    expect(caseNames(group)).toEqual(['S1', 'S2']);
    expect(group.now().speakerCases.map(({ speaker, wordCount }) => [speaker, wordCount])).toEqual([
      ['S1', 3],
      ['S2', 1],
    ]);
  });

  it('are one case where they are given the same', () => {
    const group = begun(GROUP);
    group.correct({ speakers: [], eachIsCase: true });
    group.correct({ speakers: [{ speaker: 'S2', caseName: 'S1' }] });
    expect(caseNames(group)).toEqual(['S1']);
    expect(new Set(group.now().speakerCases.map(({ caseId }) => caseId)).size).toBe(1);
  });

  it('keep their cases when a name is corrected, with what was written about them', () => {
    const group = begun(GROUP);
    group.correct({ speakers: [], eachIsCase: true });
    const [first] = group.project.cases.values();
    group.journal.run({ kind: 'change-case', id: first!.id, memo: 'In a hurry' });
    group.correct({ speakers: [{ speaker: 'S1', rename: 'Anna' }] });
    expect(caseNames(group)).toEqual(['Anna', 'S2']);
    expect(group.project.cases.get(first!.id)).toMatchObject({ name: 'Anna', memo: 'In a hurry' });
    expect(group.now().speakerCases.map(({ speaker }) => speaker)).toEqual(['Anna', 'S2']);
  });

  it('are the cases of those who answer once the roles are swapped', () => {
    const pair = begun('S1: Why?\n\nS2: three four\n\nS1: What?\n\nS2: five', 'Group');
    pair.correct({ speakers: [{ speaker: 'S2', role: 'interviewer' }], swapRoles: true });
    expect(pair.now().turns.map(({ role }) => role)).toEqual([
      ...['interviewer', 'interviewee', 'interviewer', 'interviewee'],
    ]);
    expect(pair.now()).toMatchObject({ speakerCases: [], wordCount: 3 });
    expect(caseNames(pair)).toEqual(['Group']);
  });
});

describe('a correction', () => {
  it('of one who does not speak is refused', () => {
    const { correct } = begun(GROUP);
    for (const wrong of [{ speakers: [{ speaker: 'S9' }] }, { speakers: [], labels: ['S9'] }])
      expect(() => correct(wrong)).toThrow(
        expect.objectContaining({
          code: 'speaker-not-found',
          details: { speaker: 'S9', title: 'Group' },
        }),
      );
  });

  it('leaves the questions asked where turns still begin', () => {
    const { journal, now, correct } = begun(GROUP);
    const questions = [{ number: '1', text: 'Why?' }];
    const guide = { parts: [{ name: 'Guide', questions }] };
    journal.run({ kind: 'set-guide', guide, said: new Map() });
    const questionId = journal.project.guide.parts[0]!.questions[0]!.id;
    const { id } = now();
    journal.run({ kind: 'mark-question', transcriptId: id, start: 0, questionId });
    const start = GROUP.indexOf('S2:');
    journal.run({ kind: 'mark-question', transcriptId: id, start, questionId });
    correct({ speakers: [{ speaker: 'S2', role: 'text' }] });
    expect(now().asked.map((one) => one.start)).toEqual([0]);
  });
});
