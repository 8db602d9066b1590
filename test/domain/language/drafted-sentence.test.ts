import { describe, expect, it } from 'vitest';
import { draftedSentence } from '../../../src/domain/language/quantifiers.ts';
import type { Language } from '../../../src/domain/project/records.ts';

const names = (count: number): string[] => Array.from({ length: count }, (_, i) => `H${i + 1}`);

/** How many of how many, in how many excerpts, and what is said of it. */
const SENTENCES: Readonly<
  Record<Language, readonly (readonly [number, number, number, string])[]>
> = {
  fi: [
    [0, 1, 0, 'Ainoa haastateltava ei puhunut teemasta ”Työ”.'],
    [1, 1, 1, 'Ainoa haastateltava (H1) puhui teemasta ”Työ”, yhdessä otteessa.'],
    [0, 2, 0, 'Kumpikaan haastateltava ei puhunut teemasta ”Työ”.'],
    [2, 2, 2, 'Molemmat haastateltavat puhuivat teemasta ”Työ”, yhteensä kahdessa otteessa.'],
    [0, 7, 0, 'Kukaan seitsemästä haastateltavasta ei puhunut teemasta ”Työ”.'],
    [1, 7, 1, 'Yksi haastateltava (H1) puhui teemasta ”Työ”, yhdessä otteessa.'],
    [
      ...[2, 7, 5],
      'Kaksi seitsemästä haastateltavasta (H1, H2) puhui teemasta ”Työ”, yhteensä viidessä otteessa.',
    ],
    [7, 7, 62, 'Kaikki seitsemän haastateltavaa puhuivat teemasta ”Työ”, yhteensä 62 otteessa.'],
    [15, 20, 40, '15 haastateltavaa 20:stä puhui teemasta ”Työ”, yhteensä 40 otteessa.'],
    [20, 20, 40, 'Kaikki 20 haastateltavaa puhuivat teemasta ”Työ”, yhteensä 40 otteessa.'],
  ] as [number, number, number, string][],
  en: [
    [0, 1, 0, 'The only interviewee did not speak of the theme “Työ”.'],
    [1, 1, 1, 'The only interviewee (H1) spoke of the theme “Työ”, in one excerpt.'],
    [0, 2, 0, 'Neither interviewee spoke of the theme “Työ”.'],
    [2, 2, 2, 'Both interviewees spoke of the theme “Työ”, in two excerpts.'],
    [0, 7, 0, 'None of the seven interviewees spoke of the theme “Työ”.'],
    [1, 7, 1, 'One interviewee (H1) spoke of the theme “Työ”, in one excerpt.'],
    [2, 7, 5, 'Two of the seven interviewees (H1, H2) spoke of the theme “Työ”, in five excerpts.'],
    [7, 7, 62, 'All seven interviewees spoke of the theme “Työ”, in 62 excerpts.'],
  ],
  sv: [
    [0, 1, 0, 'Den enda intervjupersonen talade inte om temat ”Työ”.'],
    [1, 1, 1, 'Den enda intervjupersonen (H1) talade om temat ”Työ”, i ett utdrag.'],
    [0, 2, 0, 'Ingen av de två intervjupersonerna talade om temat ”Työ”.'],
    [2, 2, 2, 'Båda intervjupersonerna talade om temat ”Työ”, i sammanlagt två utdrag.'],
    [1, 7, 1, 'En intervjuperson (H1) talade om temat ”Työ”, i ett utdrag.'],
    [
      ...[2, 7, 5],
      'Två av sju intervjupersoner (H1, H2) talade om temat ”Työ”, i sammanlagt fem utdrag.',
    ],
    [7, 7, 62, 'Alla sju intervjupersoner talade om temat ”Työ”, i sammanlagt 62 utdrag.'],
  ] as [number, number, number, string][],
};

describe.each(['fi', 'en', 'sv'] as const)('the sentence drafted in %s', (language) => {
  it.each(SENTENCES[language])(
    'of %i of %i, in %i excerpts',
    (count, total, excerpts, sentence) => {
      expect(
        draftedSentence({
          ...{ language, caseNames: names(count), caseCount: total },
          ...{ excerptCount: excerpts, themeName: 'Työ' },
        }),
      ).toBe(sentence);
    },
  );
});
