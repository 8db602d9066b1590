import fc from 'fast-check';
import { saidIn } from '../../../src/domain/guide/said.ts';
import { buildProject, type BuiltProject } from '../../support/build-project.ts';

// Small studies with everything that a side of a table can be, and their interviews read anew.

export const TEXTS: Readonly<Record<string, string>> = {
  Pair: 'Interviewer: 1. Why one?\n\nS1: aa bb cc\n\nS2: dd ee\n\nInterviewer: 2. And two?\n\nS1: ff gg hh ii',
  Bo: 'Bo: jj kk\n\nInterviewer: 2. And two?\n\nBo: ll mm nn\n\nInterviewer: 1. Why one?\n\nBo: oo pp',
  Again: 'Interviewer: Anything else?\n\nBo: qq rr\n\nInterviewer: More?\n\nBo: ss tt',
};
export const TITLES = Object.keys(TEXTS);
/** By interview, whose each speaker's words are. */
export const SPEAKERS: Readonly<Record<string, Readonly<Record<string, string>>>> = {
  Pair: { S1: 'Anna', S2: 'Carl' },
  Bo: { Bo: 'Bo' },
  Again: { Bo: 'Bo' },
};
export const CASES = ['Anna', 'Carl', 'Bo'];
export const PARENT: Readonly<Record<string, string>> = { T2: 'T1', T3: 'T1', T4: 'T2' };
const THEMES = ['T1', 'T2', 'T3', 'T4', 'T5'];
/** What themes, types and concepts lie below or are linked to. */
export const CONCEPT: Readonly<Record<string, string>> = {
  T2: 'C2',
  T5: 'D1',
  X: 'C1',
  C2: 'C1',
  C1: 'F',
};
export const ABOVE: Readonly<Record<string, string>> = { ...CONCEPT, D1: 'G' };
export const PART: Readonly<Record<string, string>> = { 1: 'First', 2: 'First', 3: 'Second' };

export interface Given {
  readonly codings: readonly {
    readonly transcript: string;
    readonly start: number;
    readonly length: number;
    readonly themes: readonly string[];
    readonly types: readonly string[];
    readonly coder: string;
    readonly question: string | null;
  }[];
  /** By interviewee; null where nothing is known. */
  readonly roles: readonly (string | null)[];
  readonly scores: readonly (number | null)[];
}

const some = <T>(...of: readonly T[]) => fc.uniqueArray(fc.constantFrom(...of), { maxLength: 2 });
const orNone = <T>(one: fc.Arbitrary<T>) => fc.option(one, { nil: null });
const byCase = <T>(one: fc.Arbitrary<T>) =>
  fc.array(orNone(one), { minLength: CASES.length, maxLength: CASES.length });

export const studies: fc.Arbitrary<Given> = fc.record({
  codings: fc.array(
    fc.record({
      transcript: fc.constantFrom(...TITLES),
      start: fc.nat({ max: 85 }),
      length: fc.integer({ min: 1, max: 40 }),
      themes: some(...THEMES),
      types: some('X', 'Y'),
      coder: fc.constantFrom('Aino', 'Ben'),
      question: orNone(fc.constantFrom('1', '3', '9')),
    }),
    { maxLength: 14 },
  ),
  roles: byCase(fc.constantFrom('Sales', 'Fitting')),
  scores: byCase(fc.integer({ min: 0, max: 10 })),
});

export function built({ codings, roles, scores }: Given): BuiltProject {
  const project = buildProject({
    texts: TITLES.map((title) => ({ title, text: TEXTS[title] ?? '', caseName: 'Bo' })),
    themes: THEMES.map((name) => ({ name, ...(PARENT[name] && { parent: PARENT[name] }) })),
    types: [{ name: 'X' }, { name: 'Y' }],
    codings: codings.map(({ length, question, ...coding }) => {
      const { length: end } = TEXTS[coding.transcript] ?? '';
      const start = Math.min(coding.start, end - 1);
      return {
        ...coding,
        memo: 'read',
        start,
        end: Math.min(end, start + length),
        ...(question && { question }),
      };
    }),
  });
  const { run, project: made, transcriptId, textOf, caseId, themeId, typeId } = project;
  const { id, textHash, turns, wordCount } = made.transcripts.get(transcriptId('Pair'))!;
  const speakers = Object.entries(SPEAKERS['Pair'] ?? {}).map(([speaker, caseName]) => ({
    ...{ speaker, caseName, wordCount: 0 },
  }));
  const corrected = { id, textHash, turns, wordCount, caseName: 'Anna', speakers };
  run({ kind: 'correct-speakers', transcripts: [corrected] });
  const asked = (numbers: string[]) => numbers.map((number) => ({ number, text: `Q${number}?` }));
  const parts = [
    { name: 'First', questions: asked(['1', '2']) },
    { name: 'Second', questions: asked(['3']) },
  ];
  const said = [...made.transcripts.values()].map((one) => {
    return [one.id, saidIn(textOf(one.id), one.turns)] as const;
  });
  run({ kind: 'set-guide', guide: { parts }, said: new Map(said) });
  const frameworks = [
    [
      'F',
      [
        { id: 'C1', name: 'C1' },
        { id: 'C2', name: 'C2', parentId: 'C1' },
      ],
    ],
    ['G', [{ id: 'D1', name: 'D1' }]],
  ] as const;
  for (const [name, concepts] of frameworks)
    run({
      kind: 'add-framework',
      framework: { id: name as never, name },
      concepts: concepts as never,
      sources: [],
    });
  for (const name of ['T2', 'T5'])
    run({
      kind: 'change-theme',
      id: themeId(name),
      changes: { conceptId: CONCEPT[name] as never },
    });
  run({ kind: 'change-type', id: typeId('X'), changes: { conceptId: CONCEPT['X'] as never } });
  const choices = ['Sales', 'Fitting'];
  const measure = { kind: 'nps', min: 0, max: 10, easyEnd: null } as const;
  run({
    kind: 'add-attribute',
    attribute: { id: 'r' as never, name: 'Role', kind: 'choice', choices },
  });
  run({
    kind: 'add-attribute',
    attribute: { id: 'n' as never, name: 'NPS', kind: 'measure', measure },
  });
  const values = CASES.flatMap((name, i) => [
    { caseId: caseId(name), attributeId: 'r' as never, value: roles[i] ?? null },
    { caseId: caseId(name), attributeId: 'n' as never, value: scores[i] ?? null },
  ]);
  run({ kind: 'set-values', values, newChoices: 'refuse' });
  return project;
}

/** A piece of an interview: whose paragraph it is, and which question was asked last. */
export interface Paragraph {
  readonly from: number;
  readonly to: number;
  /** Where the speech begins, after the name. */
  readonly speech: number;
  readonly speaker: string;
  readonly question: string | null;
}

export function paragraphsOf(title: string): Paragraph[] {
  let question: string | null = null;
  const text = TEXTS[title] ?? '';
  return [...text.matchAll(/(\w+): .*?(?:\n\n|$)/gs)].map(([all, speaker = ''], _, __) => {
    const from = text.indexOf(all);
    question = /^Interviewer: (\d)\./.exec(all)?.[1] ?? question;
    return { from, to: from + all.length, speech: from + speaker.length + 2, speaker, question };
  });
}

export interface Word {
  readonly key: string;
  readonly at: number;
  readonly title: string;
  readonly caseName: string | null;
  readonly question: string | null;
}

/** Every word of every interview, with who says it and what it answers. */
export const WORDS: readonly Word[] = TITLES.flatMap((title) =>
  [...(TEXTS[title] ?? '').matchAll(/\S+/g)].map(({ index: at }) => {
    const paragraph = paragraphsOf(title).find(({ from, to }) => at >= from && at < to);
    const isSpeech = paragraph !== undefined && at >= paragraph.speech;
    return {
      key: `${title} ${at}`,
      ...{ at, title },
      caseName: (isSpeech && SPEAKERS[title]?.[paragraph.speaker]) || null,
      question: paragraph?.question ?? null,
    };
  }),
);
