import { describe, expect, it } from 'vitest';
import { alike, speakerDoubts, transcriptsOf } from '../../../src/domain/cases/speaker-doubts.ts';
import { buildProject } from '../../support/build-project.ts';

const doubtsOf = (...texts: string[]) =>
  speakerDoubts(
    buildProject({ texts: texts.map((text, i) => ({ title: `T${i + 1}`, text })) }).project,
  ).map((doubt) =>
    doubt.kind === 'alike'
      ? `${doubt.kind} ${doubt.name}>${doubt.into}`
      : `${doubt.kind} ${doubt.names.join(',')}`,
  );

describe('what to look at among the speakers', () => {
  it.each([
    ['nothing where one asks and one answers', 'Interviewer: Why?\n\nH1: So.', []],
    ['nothing where nobody is named', 'One.\n\nTwo.', []],
    [
      'that nobody asks',
      'Anna: Why?\n\nPekka: So.\n\nAnna: How?\n\nPekka: Thus.',
      ['nobody-asks Anna,Pekka'],
    ],
    [
      'that several who answer are one case',
      'Interviewer: Why?\n\nS1: So.\n\nS2: No.',
      ['one-case S1,S2'],
    ],
    [
      'a label that stands once',
      'Interviewer: Why?\n\nH1: So.\n\nInterviewer: How?\n\nH1: Thus.\n\nH2: What?\n\nH1: Yes.',
      ['one-case H1,H2', 'once H2'],
    ],
    [
      'no list of numbered questions',
      'Question 1: Why?\n\nSo.\n\nQuestion 2: How?\n\nThus.\n\nQuestion 3: When?\n\nNow.',
      [],
    ],
  ])('is %s', (_, text, doubts) => {
    expect(doubtsOf(text)).toEqual(doubts);
  });

  it('is not what somebody found to be right, until other names come', () => {
    const two = 'Anna: Why?\n\nPekka: So.\n\nAnna: How?\n\nPekka: Thus.';
    const others = 'Pekko: Why?\n\nPekka: So.\n\nPekko: Aye.\n\nPekka: No.';
    const built = buildProject({
      texts: [
        { title: 'T1', text: two },
        { title: 'T2', text: others },
      ],
    });
    const asked = () => speakerDoubts(built.project).map(({ kind }) => kind);
    expect(asked()).toEqual(['nobody-asks', 'nobody-asks', 'alike']);
    for (const doubt of speakerDoubts(built.project).slice(1))
      built.run({
        kind: 'settle-doubt',
        doubt: doubt.key,
        transcriptIds: transcriptsOf(doubt),
      });
    expect(asked()).toEqual(['nobody-asks']);
    const [first] = built.project.transcripts.values();
    expect(first?.settledDoubts).toEqual([]);
  });

  it('is two spellings of a name in two files', () => {
    const interview = (who: string) => `Interviewer: Why?\n\n${who}: So.\n\n${who}: Yes.`;
    expect(doubtsOf(interview('Pirkko'), interview('Pirko'), interview('Pirkko'))).toEqual([
      'alike Pirko>Pirkko',
    ]);
    expect(doubtsOf(interview('H1'), interview('H2'))).toEqual([]);
  });
});

describe('names that may be one', () => {
  it.each([
    ['H5', 'Haastateltava 5', true],
    ['h5', 'H5', true],
    ['H 5', 'H5', true],
    ['H05', 'H5', true],
    ['H5', 'H6', false],
    ['Haastateltava 5', 'Haastateltava 6', false],
    ['Pirko', 'Pirkko', true],
    ['Anna', 'Anni', false],
    ['S5', 'Haastateltava 5', false],
  ])('%s and %s: %s', (name, other, are) => {
    expect(alike(name, [other])).toBe(are ? other : null);
  });
});
