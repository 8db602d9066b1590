import { QUOTED_SPEECH } from '../../language/quoted-speech.ts';
import { countWords } from '../../text/words.ts';
import { beginningOf, sectionTitle, type CheckedReport } from './checked-report.ts';
import type { Finding } from './report-check.ts';

/** A quote of so many times the limit is a page of its own: readers skip it. */
const TOO_LONG = 3;

/** Quotes within the text that should stand apart, and those that are too long even so. */
export function longQuoteFindings({ model, printed }: CheckedReport): Finding[] {
  const limit = model.style.inlineWords;
  return [
    ...model.sections.flatMap((section) =>
      [...section.text.matchAll(QUOTED_SPEECH)].flatMap((match): Finding[] => {
        const words = countWords(match[1] ?? '');
        if (words <= limit) return [];
        const span = { start: match.index, end: match.index + match[0].length };
        const facts = { words, limit, text: beginningOf(match[0]), theme: sectionTitle(section) };
        return [{ kind: 'long-citation', level: 'note', sectionId: section.id, span, facts }];
      }),
    ),
    ...printed.flatMap(({ quote, sectionId }): Finding[] => {
      // A word and what parts it from the next are two characters at least.
      const mayBeLong = quote.printed.length >= 2 * limit * TOO_LONG;
      const words = mayBeLong ? countWords(quote.printed) : 0;
      if (words <= limit * TOO_LONG) return [];
      const facts = { words, limit, name: quote.caseName, text: beginningOf(quote.printed) };
      return [{ kind: 'long-quote', level: 'note', sectionId, excerptId: quote.excerptId, facts }];
    }),
  ];
}
