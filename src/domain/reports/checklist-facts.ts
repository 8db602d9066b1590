import { interviewTable } from '../cases/interview-table.ts';
import { agreedView } from '../double-coding/agreed-view.ts';
import { questionsOf } from '../guide/questions.ts';
import type { Theme } from '../project/records.ts';
import { countWords } from '../text/words.ts';
import type { AppendixMaterial } from './appendices.ts';
import { methodParts } from './method-draft.ts';
import { reportOutline } from './outline.ts';
import { quotesInOrder } from './quotes-in-order.ts';
import { daysInWords } from './report-dates.ts';
import { printedQuotes } from './printed-quotes.ts';

export type FactName = keyof ReturnType<typeof checklistFacts>;

/**
 * Sentences on what the data hold, by name; '' for what they do not tell. Each is made when it is
 * asked for.
 */
export function checklistFacts({ project, method, words }: AppendixMaterial) {
  const { themes, report, settings } = project;
  const all = [...themes.values()];
  const excerpts = [...agreedView(project).excerpts.values()];
  const number = new Intl.NumberFormat(settings.language);
  const percent = new Intl.NumberFormat(settings.language, { style: 'percent' });
  const say = (key: string, values: Readonly<Record<string, string | number>> = {}): string =>
    words(`report.aid.facts.${key}`, values);
  const some = (key: string, count: number): string => (count === 0 ? '' : say(key, { count }));
  const draft = methodParts(project, method, words);
  const printed = (): ReturnType<typeof printedQuotes> =>
    printedQuotes(project, reportOutline(project), quotesInOrder(project));
  return {
    approach: () => draft.approach,
    frameworks: () => {
      const used = [...project.frameworks.values()].map(({ name, citation }) => citation ?? name);
      return used.length === 0 ? '' : say('frameworks', { names: used.join('; ') });
    },
    cases: () => some('cases', method.caseCount),
    interviews: () => some('interviews', method.transcriptCount),
    excerpts: () => some('excerpts', excerpts.length),
    words: () =>
      method.wordCount === 0 ? '' : say('words', { words: number.format(method.wordCount) }),
    attributes: () => {
      const names = [...project.attributes.values()].map(({ name }) => name);
      return names.length === 0 ? '' : say('attributes', { names: names.join(', ') });
    },
    guide: () => some('guide', questionsOf(project.guide).length),
    times: () => some('times', interviewTable(project).totals.seconds.known),
    memos: () => some('memos', excerpts.filter(({ memo }) => memo).length),
    durations: () => draft.durations,
    dates: () => draft.dates,
    saturation: () => draft.saturation,
    coders: () => draft.coders,
    themes: () => some('themes', all.length),
    topThemes: () => some('topThemes', all.filter(isTop).length),
    subThemes: () => some('subThemes', all.filter((theme) => !isTop(theme)).length),
    definitions: () =>
      all.length === 0
        ? ''
        : say('definitions', {
            part: all.filter(({ definition }) => definition).length,
            all: all.length,
          }),
    origins: () =>
      all.length === 0
        ? ''
        : say('origins', {
            inductive: all.filter(({ origin }) => origin === 'inductive').length,
            deductive: all.filter(({ origin }) => origin === 'deductive').length,
            abductive: all.filter(({ origin }) => origin === 'abductive').length,
          }),
    deviants: () => some('deviants', excerpts.filter(({ deviant }) => deviant).length),
    versions: () => some('versions', project.versions.size),
    software: () => draft.software,
    quotes: () => some('quotes', printed().length),
    quotedCases: () => {
      const cases = new Set(printed().map(({ caseName }) => caseName)).size;
      return cases === 0 ? '' : say('quotedCases', { part: cases, all: method.caseCount });
    },
    perInterview: () => {
      const counts = method.transcripts.map(({ excerptCount }) => excerptCount);
      return counts.length === 0
        ? ''
        : say('perInterview', {
            range: [...new Set([Math.min(...counts), Math.max(...counts)])].join('–'),
          });
    },
    coverage: () =>
      method.codedShare === null
        ? ''
        : words('report.draft.coverage', { percent: percent.format(method.codedShare) }),
    oneCase: () => {
      const { byTheme } = quotesInOrder(project);
      const alone = [...byTheme.values()].filter(
        (quotes) => new Set(quotes.map(({ caseName }) => caseName)).size === 1,
      );
      if (byTheme.size === 0) return '';
      return alone.length === 0 ? say('noOneCase') : say('oneCase', { count: alone.length });
    },
    balance: () => {
      const written = Object.values(report.texts).reduce((sum, text) => sum + countWords(text), 0);
      const quoted = printed().reduce((sum, quote) => sum + countWords(quote.printed), 0);
      return written + quoted === 0
        ? ''
        : say('balance', { written: number.format(written), quoted: number.format(quoted) });
    },
    span: () => {
      const made = excerpts.map(({ createdAt }) => createdAt).sort();
      const [first] = made;
      const last = made.at(-1);
      return first && last
        ? say('span', { days: daysInWords(settings.language, first, last) })
        : '';
    },
  };
}

const isTop = ({ parentId }: Theme): boolean => parentId === null;
