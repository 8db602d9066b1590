import { codedShareOf } from '../../../../src/domain/analysis/coded-share.ts';
import { frequencies } from '../../../../src/domain/analysis/frequencies.ts';
import { toCodePoints } from '../../../../src/domain/text/codepoints.ts';
import { spanLength, unionOfSpans } from '../../../../src/domain/text/span.ts';
import { sum } from '../../../../src/domain/analysis/sum.ts';
import { buildProject } from '../../../support/build-project.ts';
import type { Compute } from './vectors.ts';

/** Pages of each transcript, from the thesis: the one figure the vector does not bring along. */
const TRANSCRIBED_PAGES = [13, 15, 12, 9, 15, 24, 9];

interface Coverage {
  readonly text: string;
  readonly segmentsOneCode: readonly (readonly [number, number])[];
}

interface Quotes {
  readonly cases: readonly string[];
  readonly codes: readonly string[];
  readonly counts: readonly (readonly number[])[];
}

const byCase = { rows: 'theme', columns: 'case' } as const;

/** A project with the codings counted, each of a word of its own. */
function projectOf({ cases, codes, counts }: Quotes) {
  const codings = cases.flatMap((transcript, row) => {
    const themes = codes.flatMap((code, i) => Array<string>(counts[row]?.[i] ?? 0).fill(code));
    return themes.map((theme, i) => ({
      transcript,
      start: 5 * i,
      end: 5 * i + 4,
      themes: [theme],
    }));
  });
  return buildProject({
    texts: cases.map((title) => ({ title, text: 'word '.repeat(40), caseName: title })),
    themes: codes.map((name) => ({ name })),
    codings,
  });
}

export const FREQUENCIES: Readonly<Record<string, Compute>> = {
  'freq-coverage': ({ text, segmentsOneCode }: Coverage) => {
    const spans = segmentsOneCode.map(([start, end]) => ({ start, end }));
    const { project, textOf } = buildProject({
      texts: [{ title: 'T', text }],
      codings: spans.map((span) => ({ transcript: 'T', ...span, themes: ['one'] })),
    });
    const total = (unit: 'excerpts' | 'words') =>
      frequencies(project, { ...byCase, unit }, textOf).total;
    return {
      excerpts: total('excerpts'),
      unionChars: sum(unionOfSpans(spans).map(spanLength)),
      coveragePct: 100 * (codedShareOf(project) ?? NaN),
      sumChars: sum(spans.map(spanLength)),
      words: total('words'),
    };
  },
  'freq-thesis-quotes': (quotes: Quotes) => {
    const { project } = projectOf(quotes);
    const excerpts = frequencies(project, { ...byCase, unit: 'excerpts' });
    const columns = quotes.cases.map((_, i) => excerpts.cells.map((row) => row[i] ?? 0));
    return {
      total: excerpts.total,
      perCase: excerpts.columnTotals,
      perCode: excerpts.rowTotals,
      casesPerCode: frequencies(project, { ...byCase, unit: 'cases' }).rowTotals,
      codesPerCase: columns.map((column) => column.filter(Boolean).length),
      quotesPerTranscribedPage: excerpts.columnTotals.map(
        (count, i) => count / (TRANSCRIBED_PAGES[i] ?? NaN),
      ),
    };
  },
  'offsets-utf16': ({ text, target }: { readonly text: string; readonly target: string }) => ({
    utf16Start: text.indexOf(target),
    codePointStart: toCodePoints(text, text.indexOf(target)),
    lengthUtf16: text.length,
    lengthCodePoints: toCodePoints(text, text.length),
    lengthNFDcodePoints: toCodePoints(text.normalize('NFD'), Infinity),
  }),
};
