import { expect, it } from 'vitest';
import type { ResearchQuestionId } from '../../../src/domain/ids.ts';
import type { Language } from '../../../src/domain/project/records.ts';
import { quantifiersIn } from '../../../src/domain/language/quantifiers.ts';
import { reportModel } from '../../../src/domain/reports/report-model.ts';
import { buildProject } from '../../support/build-project.ts';

/** The first id that is made. */
const Q1 = 'id000001' as ResearchQuestionId;

const sentenceIn = (language: Language): string | undefined => {
  const built = buildProject({
    settings: { language, researchQuestions: ['Why?', 'How?'] },
    texts: ['H1', 'H2', 'H3'].map((title) => ({ title, text: `${title}: yes . no` })),
    themes: [
      { name: 'Calm', researchQuestionIds: [Q1] },
      { name: 'Below', parent: 'Calm' },
      { name: 'Haste', researchQuestionIds: [Q1] },
    ],
    codings: [
      { transcript: 'H1', quote: 'yes', themes: ['Below'] },
      { transcript: 'H2', quote: 'no', themes: ['Calm', 'Haste'] },
    ],
  });
  const settings = { ...built.project.report.settings, sectionsBy: 'question' as const };
  built.run({ kind: 'change-report', changes: { settings } });
  const { sections } = reportModel(built.project);
  expect(sections.find(({ name }) => name === 'How?')?.sentence).toBe('');
  return sections.find(({ name }) => name === 'Why?')?.sentence;
};

it.each([
  [
    'fi',
    'Kaksi kolmesta haastateltavasta (H1, H2) puhui teemoista ”Calm” ja ”Haste”, jotka vastaavat tähän kysymykseen, yhteensä kahdessa otteessa.',
  ],
  [
    'en',
    'Two of the three interviewees (H1, H2) spoke of the themes “Calm” and “Haste”, which answer this question, in two excerpts.',
  ],
  [
    'sv',
    'Två av tre intervjupersoner (H1, H2) talade om temana ”Calm” och ”Haste”, som besvarar denna fråga, i sammanlagt två utdrag.',
  ],
] as const)(
  'says in %s which themes answer a question and how many speak of them',
  (language, sentence) => {
    const drafted = sentenceIn(language);
    expect(drafted).toBe(sentence);
    const claims = quantifiersIn(drafted ?? '', language).map(({ names }) => names);
    expect(claims).toEqual([['H1', 'H2']]);
  },
);
