import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import {
  concordanceLines,
  finderOf,
  inOrder,
  matchersOf,
  type ConcordanceOptions,
} from '../../../../src/domain/analysis/words/concordance.ts';
import { countWordsSpoken, keptWords } from '../../../../src/domain/analysis/words/spoken-words.ts';
import { vocabularyOf } from '../../../../src/domain/analysis/words/vocabulary.ts';
import { buildProject } from '../../../support/build-project.ts';

const text = `Haastattelija: Mitä asiakas haluaa?

H1: Hyvä asiakas tulee. Asiakkaan luottamus, se on kaikki kaikessa.

Haastattelija: Entä muuta?

H1: Huono asiakas ei tule. "Asiakkaat tulevat" aina 😀 asiakkaalle.
`;

const { project, textOf, transcriptId } = buildProject({
  settings: { language: 'fi' },
  texts: [{ title: 'H1', text }],
});
const transcript = project.transcripts.get(transcriptId('H1'))!;
const source = textOf(transcript.id);
countWordsSpoken(transcript, source, vocabularyOf(project));

function linesOf(words: string, changes: Partial<ConcordanceOptions> = {}) {
  const options = { words, match: 'forms', by: 'interviewee', caseId: null, ...changes } as const;
  const vocabulary = vocabularyOf(project);
  const matchers = matchersOf(options, vocabulary);
  const everywhere = concordanceLines(transcript, source, { matchers, rarest: null }, options);
  const finder = finderOf(matchers, vocabulary)(keptWords(transcript, vocabulary)!);
  // Where the words cannot be is not looked: what is found stays the same.
  expect(finder ? concordanceLines(transcript, source, finder, options) : []).toEqual(everywhere);
  return everywhere;
}
const hits = (...given: Parameters<typeof linesOf>) => linesOf(...given).map(({ hit }) => hit);

describe('a concordance', () => {
  it('finds every form, or the one alone, whatever its case', () => {
    expect(hits('asiakas')).toEqual([
      'asiakas',
      'Asiakkaan',
      'asiakas',
      'Asiakkaat',
      'asiakkaalle',
    ]);
    expect(hits('ASIAKAS', { match: 'exact' })).toEqual(['asiakas', 'asiakas']);
  });

  it('finds the forms of a word whose stem changes, from any of them', () => {
    const said =
      'Puhelin soi. Sunnuntaina puhelimesta, sunnuntaisin puhelimen ihminen. Ihmistä ei näy puhelussa.';
    const other = buildProject({
      settings: { language: 'fi' },
      texts: [{ title: 'H1', text: `H1: ${said}` }],
    });
    const spoken = other.project.transcripts.get(other.transcriptId('H1'))!;
    const body = other.textOf(spoken.id);
    const vocabulary = vocabularyOf(other.project);
    countWordsSpoken(spoken, body, vocabulary);
    const found = (words: string): string[] => {
      const options = { words, match: 'forms', by: 'everyone', caseId: null } as const;
      const matchers = matchersOf(options, vocabulary);
      const lines = concordanceLines(spoken, body, { matchers, rarest: null }, options);
      return lines.map(({ hit }) => hit.toLowerCase());
    };
    const phone = ['puhelin', 'puhelimesta', 'puhelimen'];
    for (const form of phone) expect(found(form)).toEqual(phone);
    expect(found('sunnuntai')).toEqual(['sunnuntaina', 'sunnuntaisin']);
    expect(found('ihmistä')).toEqual(['ihminen', 'ihmistä']);
  });

  it('finds phrases within a turn, over punctuation, and beginnings', () => {
    expect(hits('asiakas luottamus')).toEqual(['Asiakkaan luottamus']);
    expect(hits('luottamus se', { match: 'exact' })).toEqual(['luottamus, se']);
    expect(hits('luotta*', { match: 'exact' })).toEqual(['luottamus']);
    expect(hits('kaikessa entä', { by: 'everyone' })).toEqual([]);
  });

  it('asks for whose words', () => {
    expect(linesOf('asiakas', { by: 'interviewer' })).toHaveLength(1);
    expect(linesOf('asiakas', { by: 'everyone' })).toHaveLength(6);
    expect(linesOf('asiakas', { caseId: 'nobody' as never })).toEqual([]);
  });

  it.each(['', '  ', '*', '...', '('])('of "%s" is empty', (words) => {
    expect(linesOf(words)).toEqual([]);
  });

  it('of a word that nobody says is empty, and says so for all forms too', () => {
    expect(linesOf('kvanttifysiikka')).toEqual([]);
  });

  it('knows from the counts where there is nothing to be found', () => {
    const vocabulary = vocabularyOf(project);
    const counted = keptWords(transcript, vocabulary)!;
    const mayHold = (words: string, match: 'forms' | 'exact' = 'forms') =>
      finderOf(matchersOf({ words, match }, vocabulary), vocabulary)(counted) !== null;
    expect(mayHold('asiakas')).toBe(true);
    expect(mayHold('asiakas tulee')).toBe(true);
    expect(mayHold('asiakas kvanttifysiikka')).toBe(false);
    expect(mayHold('asiakasta', 'exact')).toBe(false);
    expect(mayHold('asiakk*', 'exact')).toBe(true);
  });

  it('tells the turn and the words beside, no further than the turn', () => {
    expect(linesOf('luottamus')[0]).toMatchObject({
      turn: 2,
      left: 'Hyvä asiakas tulee. Asiakkaan ',
      right: ', se on kaikki kaikessa.',
    });
  });

  it('names the place exactly', () => {
    for (const { start, end, hit } of linesOf('asiakas', { by: 'everyone' }))
      expect(source.slice(start, end)).toBe(hit);
  });

  it('is sorted by place, by the word before and by the word after', () => {
    const lines = linesOf('asiakas', { match: 'exact' });
    const lefts = (order: 'left' | 'place') =>
      inOrder(lines, order, 'fi').map(({ left }) => left.trim());
    expect(lefts('place')).toEqual(['Hyvä', 'Huono']);
    expect(lefts('left')).toEqual(['Huono', 'Hyvä']);
    const rights = inOrder(lines, 'right', 'fi').map(({ right }) => right.trim().split(' ')[0]);
    expect(rights).toEqual(['ei', 'tulee.']);
  });

  it('takes any words without failing', () => {
    fc.assert(
      fc.property(fc.string({ maxLength: 30, unit: 'grapheme' }), (words) => {
        for (const { start, end } of linesOf(words)) expect(start).toBeLessThan(end);
      }),
    );
  });
});

it('A concordance finds the same whether it knows the forms of a transcript or not', () => {
  const word = fc.constantFrom(
    'asiakas',
    'Asiakkaan',
    'ΟΔΟΣ',
    'don’t',
    "DON'T",
    'İzmir',
    'a-b',
    'b',
  );
  const mark = fc.constantFrom(' ', '. ', '-', '’', '"', ' 😀 ');
  fc.assert(
    fc.property(
      fc.array(fc.tuple(word, mark), { minLength: 1, maxLength: 12 }),
      word,
      (said, asked) => {
        const turn = said.flat().join('');
        const built = buildProject({
          settings: { language: 'fi' },
          texts: [{ title: 'T', text: `H1: ${turn}\n\nH2: ${turn}` }],
        });
        const [one] = built.project.transcripts.values();
        if (!one) throw new Error('no transcript');
        const vocabulary = vocabularyOf(built.project);
        const text = built.textOf(one.id);
        const counted = countWordsSpoken(one, text, vocabulary);
        const options = { words: asked, match: 'exact', by: 'everyone', caseId: null } as const;
        const matchers = matchersOf(options, vocabulary);
        const finder = finderOf(matchers, vocabulary)(counted);
        const everywhere = concordanceLines(one, text, { matchers, rarest: null }, options);
        expect(finder ? concordanceLines(one, text, finder, options) : []).toEqual(everywhere);
      },
    ),
  );
});
