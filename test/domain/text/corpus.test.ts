import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { canonicalText } from '../../../src/domain/text/canonical-text.ts';
import { fromCodePoints } from '../../../src/domain/text/codepoints.ts';
import { describeQuote, holds, matchQuote } from '../../../src/domain/text/quote.ts';
import { snapSpan } from '../../../src/domain/text/span.ts';
import { analysedSpans, splitTurns, turnIndexAt } from '../../../src/domain/text/turns.ts';
import { countWords } from '../../../src/domain/text/words.ts';

const corpus = join(import.meta.dirname, '../../../../shared/corpus');
const isThere = existsSync(corpus);
const read = (file: string): string => canonicalText(readFileSync(join(corpus, file), 'utf8'));

const INTERVIEWS = ['H1', 'H2', 'H3', 'H4', 'H5', 'H6', 'H7'];

interface Coding {
  readonly transcript: string;
  readonly start: number;
  readonly end: number;
  readonly quote: string;
}

/** Rows of `order,transcript,start,end,…,quote`, the last field quoted where it must be. */
function codingsIn(csv: string): Coding[] {
  const rows = [
    ...csv.matchAll(
      /^\d+,(H\d),(\d+),(\d+),(?:"(?:[^"]|"")*"|[^,\n]*),(?:"(?:[^"]|"")*"|[^,\n]*),[^,]*,(?:"((?:[^"]|"")*)"|(.*))$/gm,
    ),
  ];
  return rows.map(([, transcript = '', start, end, quoted, plain]) => ({
    transcript,
    start: Number(start),
    end: Number(end),
    quote: quoted?.replaceAll('""', '"') ?? plain ?? '',
  }));
}

const title = isThere
  ? 'the interviews of the corpus'
  : 'the interviews of the corpus (not tried: ../shared/corpus is not there)';

describe.skipIf(!isThere)(title, () => {
  const { words } = isThere
    ? (JSON.parse(read('kt-interior/expected.json')) as { words: Record<string, number> })
    : { words: {} };

  it.each(INTERVIEWS)('%s has a turn per paragraph, each the interviewer’s or its own', (name) => {
    const text = read(`kt-interior/${name}.txt`);
    const turns = splitTurns(text);
    const paragraphs = text.trim().split(/\n{2,}/);
    expect(turns.map(({ speaker, role }) => `${String(speaker)} ${role}`)).toEqual(
      paragraphs.map((p) =>
        p.startsWith('Haastattelija:') ? 'Haastattelija interviewer' : `${name} interviewee`,
      ),
    );
  });

  it.each(INTERVIEWS)('%s has the published number of words spoken by the interviewee', (name) => {
    const text = read(`kt-interior/${name}.txt`);
    const spoken = analysedSpans(splitTurns(text)).map(({ start, end }) => text.slice(start, end));
    expect(spoken.reduce((sum, speech) => sum + countWords(speech), 0)).toBe(words[name]);
  });

  it('hold each of the 62 codings at its offsets and by its quote, inside one turn', () => {
    const codings = codingsIn(
      readFileSync(join(corpus, 'kt-interior/codings.csv'), 'utf8').replaceAll('\r\n', '\n'),
    );
    expect(codings).toHaveLength(62);
    for (const { transcript, quote, ...points } of codings) {
      const text = read(`kt-interior/${transcript}.txt`);
      const span = {
        start: fromCodePoints(text, points.start),
        end: fromCodePoints(text, points.end),
      };
      const anchor = describeQuote(text, span);
      expect(anchor.quote).toBe(quote);
      expect(holds(text, anchor)).toBe(true);
      expect(snapSpan(text, span)).toEqual(span);
      expect(matchQuote(text, quote, span.start)?.span).toEqual(span);
      const turns = splitTurns(text);
      expect(turnIndexAt(turns, span.start)).toBe(turnIndexAt(turns, span.end - 1));
      expect(turns[turnIndexAt(turns, span.start)]?.role).toBe('interviewee');
    }
  });

  it('read as questions and answers where only the questions are numbered', () => {
    const text = read('raise-pt/Exp_P1.txt');
    const turns = splitTurns(text);
    const questions = text.match(/^Pergunta \d+:/gm) ?? [];
    expect(questions.length).toBeGreaterThan(10);
    expect(turns.map(({ role }) => role)).toEqual(
      questions.flatMap(() => ['interviewer', 'interviewee']),
    );
    expect(
      turns
        .filter(({ role }) => role === 'interviewer')
        .map(({ speaker }) => `${String(speaker)}:`),
    ).toEqual(questions);
  });

  it('read alike with other line ends, a byte order mark and loose accents', () => {
    const expected = splitTurns(read('kt-interior/H5.txt'));
    const bytes = readFileSync(join(corpus, 'kt-interior/H5.txt'), 'utf8');
    for (const variant of [
      `\ufeff${bytes.replaceAll('\n', '\r\n')}`,
      bytes.normalize('NFD'),
      read('formats/H5-nfd.txt'),
    ])
      expect(splitTurns(canonicalText(variant))).toEqual(expected);
  });
});
