import { describe, expect, it } from 'vitest';
import type { ReviewId } from '../../../../src/domain/ids.ts';
import type { Verdict } from '../../../../src/domain/project/review-records.ts';
import { reportChecks } from '../../../../src/domain/reports/checks/report-checks.ts';
import { reportModel } from '../../../../src/domain/reports/report-model.ts';
import {
  buildProject,
  type BuiltProject,
  type GivenCoding,
} from '../../../support/build-project.ts';

const checksOf = ({ project, textOf }: BuiltProject) =>
  reportChecks(project, reportModel(project, { textOf }), textOf);
const toldOf = (built: BuiltProject): (readonly [string, string])[] =>
  checksOf(built).map(({ kind, level }) => [kind, level] as const);

const TEXT = 'H1: yksi kaksi kolme neljä';
const coding = (coder: string, quote: string, theme = 'Luottamus'): GivenCoding => ({
  ...{ transcript: 'H1', coder, quote, themes: [theme] },
});
const built = (...codings: GivenCoding[]): BuiltProject =>
  buildProject({ texts: [{ title: 'H1', text: TEXT }], codings });

describe('a quote that a reviewer doubts', () => {
  const judged = (verdict: Verdict): BuiltProject => {
    const made = built(coding('Aino', 'yksi'));
    const id = 'review' as ReviewId;
    const excerptId = made.excerptIds[0]!;
    made.run({ kind: 'give-verdict', id, excerptId, reviewer: 'Siiri', verdict });
    return made;
  };

  it.each([
    ['dispute', [['disputed', 'warning']]],
    ['question', [['questioned', 'note']]],
    ['accept', []],
  ] as const)('%s', (verdict, told) => {
    expect(toldOf(judged(verdict))).toEqual(told);
  });

  it('is told of no more when the thread is resolved', () => {
    const made = judged('question');
    made.run({ kind: 'resolve-review', id: 'review' as ReviewId, resolved: true, by: 'Aino' });
    expect(toldOf(made)).toEqual([]);
  });
});

describe('a passage that several coders gave the same theme', () => {
  it('is noted as long as there is no consensus of it', () => {
    const made = built(coding('Aino', 'yksi kaksi'), coding('Bo', 'kaksi kolme'));
    expect(checksOf(made)).toMatchObject([
      { kind: 'double-coded', level: 'note', facts: { theme: 'Luottamus', passageCount: 1 } },
    ]);
  });

  it.each([
    ['one coder', [coding('Aino', 'yksi kaksi'), coding('Aino', 'kaksi kolme')]],
    ['beside each other', [coding('Aino', 'yksi'), coding('Bo', 'kaksi')]],
    ['another theme', [coding('Aino', 'yksi'), coding('Bo', 'yksi', 'Kiire')]],
  ])('is not: %s', (_, codings) => {
    expect(toldOf(built(...codings))).toEqual([]);
  });
});

describe('words that may identify', () => {
  const german = `S1: Wie gut fühlt ihr euch in Bezug auf die Klausur vorbereitet? Ich meine jetzt im Hinblick auf
die Freitextaufgabe konnte man nicht so genau sagen, was verlangt der Professor von einem und inwieweit kommt die
Antwort hin. Ich finde, das Programm hat das dann doch recht gut beantwortet, in diese Richtung, und die Punktzahl
war am Ende ganz in Ordnung, meinte auch Katja aus dem Kurs.`;
  const wordsOf = (text: string): unknown[] => {
    const texts = [{ title: 'S1', text }];
    const made = buildProject({ texts, codings: [{ transcript: 'S1', themes: ['A'] }] });
    return checksOf(made).map(({ facts }) => facts['word']);
  };

  it('are known names alone where every noun has a capital', () => {
    expect(wordsOf(german)).toEqual(['Katja']);
  });

  it('are all with a capital where nouns have none', () => {
    const finnish =
      'H1: Meillä oli silloin projekti, jossa Virmakosken tehdas oli mukana ja kaikki.';
    expect(wordsOf(finnish)).toEqual(['Virmakosken']);
  });
});
