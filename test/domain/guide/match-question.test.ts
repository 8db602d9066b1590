import { existsSync, readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { questionMatcher } from '../../../src/domain/guide/match-question.ts';
import { readGuide } from '../../../src/domain/guide/read-guide.ts';
import { withIds } from '../../../src/domain/guide/keep-ids.ts';
import { saidIn, type Said } from '../../../src/domain/guide/said.ts';
import type { Guide } from '../../../src/domain/project/records.ts';
import { splitTurns } from '../../../src/domain/text/turns.ts';

const guideOf = (text: string): Guide => {
  let made = 0;
  return withIds(readGuide(text), { parts: [] }, () => `q${++made}`);
};
const said = (text: string, more: Partial<Said> = {}): Said => ({
  start: 0,
  label: '',
  text,
  isAsking: true,
  ...more,
});

const GUIDE = guideOf(`Teema 1: Työ
1. Mikä on tehtäväsi kirjastossa?
2. Mitä luottamus merkitsee työyhteisössä?
Teema 2: Arki
3. Miten palautetta kerätään asiakkailta?
3a) Kuka sen lukee?
10. Onko vielä jotain, mitä haluaisit sanoa?`);

const CASES: [string, string | null][] = [
  ['1. Mikä on tehtäväsi kirjastossa?', '1 by number'],
  ['Kysymys 2: no niin, entä se?', '2 by number'],
  ['Q3', '3 by number'],
  ['”3) Ja sitten tähän.', '3 by number'],
  ['3a. Kukas niitä katsoo?', '3a by number'],
  ['03. Entäs nyt?', '3 by number'],
  ['MITÄ LUOTTAMUS SINULLE MERKITSEE TYÖYHTEISÖSSÄNNE', '2 by words'],
  ['No jos sitten mennään palautteeseen, niin miten asiakkaiden palaute kerätään?', '3 by words'],
  ['Haluaisitko vielä sanoa jotain?', '10 by words'],
  ['Onko jotain mitä vielä haluaisit sanoa?', '10 by words'],
  ['3 vuotta siis. Mitä sitten?', null],
  ['10:30 oli alku.', null],
  ['Mitä se merkitsee?', null],
  ['Niin, kerro vaan lisää.', null],
  ['', null],
  // The number is of another guide: the words say what is asked.
  ['1. Miten asiakkailta kerätään palautetta?', '3 by words'],
];

describe('the question a turn asks', () => {
  it.each(CASES)('%s → %s', (text, expected) => {
    const match = questionMatcher(GUIDE)(said(text));
    expect(match && `${match.question.number} by ${match.by}`).toBe(expected);
  });

  it('may stand before the colon', () => {
    const match = questionMatcher(GUIDE)(said('Entä se?', { label: 'Kysymys 2' }));
    expect(match?.question.number).toBe('2');
  });

  it('is not told by a number where nobody is known to ask', () => {
    const match = questionMatcher(GUIDE);
    expect(match(said('3. Ja sitten tähän.', { isAsking: false }))).toBeNull();
    expect(match(said('3. Miten palautetta kerätään?', { isAsking: false }))?.by).toBe('words');
  });
});

const folder = new URL('../../../../shared/corpus/kt-interior/', import.meta.url);
const isThere = existsSync(folder);
if (!isThere)
  process.stderr.write('corpus kt-interior is not beside the project: its tests are skipped\n');

describe.runIf(isThere)('in seven real interviews', () => {
  const { guide: parts, questions } = JSON.parse(
    readFileSync(new URL('expected.json', folder), 'utf8'),
  ) as { guide: { theme: string; questions: number[] }[]; questions: Record<string, string> };
  const guide = guideOf(
    parts
      .map(({ theme, questions: numbers }) =>
        [`# ${theme}`, ...numbers.map((n) => `${n}. ${questions[n]}`)].join('\n'),
      )
      .join('\n\n'),
  );
  const turns = [1, 2, 3, 4, 5, 6, 7].flatMap((n) => {
    const text = readFileSync(new URL(`H${n}.txt`, folder), 'utf8');
    return splitTurns(text).map((turn) => ({ text, turn }));
  });
  const asked = turns
    .filter(({ turn }) => turn.role === 'interviewer')
    .flatMap(({ text, turn }) => saidIn(text, [turn]))
    .map((one) => ({ ...one, number: /^\d+/.exec(one.text)?.[0] ?? '' }));
  const match = questionMatcher(guide);
  const without = (text: string): string => text.replace(/^\d+\.\s*/, '');
  const rightly = (change: (text: string) => string): number =>
    asked.filter((one) => match({ ...one, text: change(one.text) })?.question.number === one.number)
      .length;

  it('the guide is 17 questions in 5 parts', () => {
    expect(guide.parts.map((part) => part.questions.length)).toEqual([2, 2, 4, 4, 5]);
    expect(guide.parts.map(({ name }) => name)).toEqual(parts.map(({ theme }) => theme));
  });

  it('every turn of the interviewer finds its question, by number or by words alone', () => {
    expect(asked).toHaveLength(57);
    expect(rightly((text) => text)).toBe(57);
    expect(rightly(without)).toBe(57);
  });

  it('still finds it with every third word left out', () => {
    const thinned = (text: string): string =>
      without(text)
        .split(' ')
        .filter((_, i) => i % 3 !== 1)
        .join(' ');
    expect(rightly(thinned)).toBe(57);
  });

  it('takes hardly an answer for a question, though answers use the same words', () => {
    const answers = turns
      .filter(({ turn }) => turn.role === 'interviewee')
      .map(({ text, turn }) => said(text.slice(turn.body, turn.end)));
    expect(answers).toHaveLength(62);
    expect(answers.filter((one) => match(one) !== null).length).toBeLessThanOrEqual(2);
  });
});
