import { describe, expect, it } from 'vitest';
import { mayBeName, rolesOf } from '../../../src/domain/text/speakers.ts';

describe('rolesOf', () => {
  it.each<[string[], string[]]>([
    [
      ['Interviewer', 'Anna'],
      ['interviewer', 'interviewee'],
    ],
    [
      ['Haastattelija (Maija)', 'H1'],
      ['interviewer', 'interviewee'],
    ],
    [
      ['I', 'P1'],
      ['interviewer', 'interviewee'],
    ],
    [
      ['K', 'V'],
      ['interviewer', 'interviewee'],
    ],
    [
      ['Anna', 'Bo', '__proto__'],
      ['interviewee', 'interviewee', 'interviewee'],
    ],
    [[], []],
  ])('of %j are %j', (speakers, roles) => {
    expect([...rolesOf(speakers)]).toEqual(speakers.map((name, i) => [name, roles[i]]));
  });
});

describe('mayBeName', () => {
  it.each(['Anna', 'Maija von Essen', 'Kim O’Neil', 'ANNA K.', '山田', 'H1'])(
    'takes %s',
    (name) => {
      expect(mayBeName(name)).toBe(true);
    },
  );

  it.each(['Lisäksi', 'two things', 'One thing', 'For example', ''])(
    'does not take %j',
    (words) => {
      expect(mayBeName(words)).toBe(false);
    },
  );
});
