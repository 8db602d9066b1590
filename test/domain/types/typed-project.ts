import { buildProject, type BuiltProject, type GivenCoding } from '../../support/build-project.ts';

const SENTENCES = 12;

/** An interview of one speaker: twelve answers "H1 one 3.", each after a question. */
export const interview = (name: string): string =>
  Array.from(
    { length: SENTENCES },
    (_, i) => `Interviewer: Question ${i + 1}?\n\n${name}: Answer ${name} ${i + 1}.`,
  ).join('\n\n');

/** The answer's own words, as a coding quotes them. */
export const answer = (name: string, n: number): string => `Answer ${name} ${n}.`;

/** A coding of the n-th answer. */
export const coding = (
  name: string,
  n: number,
  themes: readonly string[],
  more: Partial<GivenCoding> = {},
): GivenCoding => ({ transcript: name, quote: answer(name, n), themes, ...more });

/** Interviews of these people, coded so. */
export const typedProject = (
  names: readonly string[],
  codings: readonly GivenCoding[],
): BuiltProject =>
  buildProject({
    texts: names.map((title) => ({ title, text: interview(title) })),
    themes: ['A', 'B', 'C', 'D'].map((name) => ({ name })),
    types: [{ name: 'First' }, { name: 'Second' }],
    codings,
  });
