import type { TextOf } from '../analysis/meter.ts';
import { keptPerTranscript } from '../analysis/kept-per-transcript.ts';
import { caseNameAt } from '../cases/case-of.ts';
import { themesInOrder, themeTitle } from '../codebook/tree.ts';
import { byOrder, type Project } from '../project/project.ts';
import type { Excerpt, Language, Transcript } from '../project/records.ts';
import { entryOf, type QuoteEdits, type QuoteStyle } from '../project/report-records.ts';
import { turnIndexAt } from '../text/turns.ts';
import { carriedEdits } from './carried-edits.ts';
import { codePointSpans } from './code-point-spans.ts';
import { excerptsInOrder } from './interview-order.ts';
import { editedQuote, printedQuote } from './printed-quote.ts';
import { quoteStyle } from './quote-style.ts';
import type { ReportQuote } from './report-quote.ts';

/** A quote with the excerpt it prints. */
export interface Described {
  readonly excerpt: Excerpt;
  readonly quote: ReportQuote;
}

/**
 * The excerpts of a transcript as quotes, by place. They are made anew only where the transcript,
 * its excerpts or the basis have changed: of ten thousand quotes a coding makes fifty again.
 */
export const quotesOf = keptPerTranscript<readonly Described[], QuoteBasis>(
  (project, transcript, basis) => {
    const describe = describer(project, transcript, basis);
    return excerptsInOrder(project, transcript).map((excerpt) => ({
      excerpt,
      quote: describe(excerpt),
    }));
  },
);

/** The same quotes with their places in code points too. */
export function inCodePoints(
  transcript: Transcript,
  quotes: readonly Described[],
  textOf: TextOf,
): readonly Described[] {
  const codePoints = codePointSpans(textOf(transcript.id));
  return quotes.map(({ excerpt, quote }) => ({
    excerpt,
    quote: { ...quote, codePoints: codePoints(excerpt) },
  }));
}

/** What quotes are made with beside their excerpts. */
export interface QuoteBasis {
  readonly themes: ReadonlyMap<string, Place>;
  readonly types: ReadonlyMap<string, Place>;
  readonly style: QuoteStyle;
  readonly language: Language;
  readonly edits: Readonly<Record<string, QuoteEdits>>;
  /** All that is printed of cases, coders, themes, types and the style, as one text. */
  readonly stamp: string;
}

interface Place {
  readonly place: number;
  readonly name: string;
}

const lastBasis = new WeakMap<Project, QuoteBasis>();

/** The same object as long as nothing in it has changed. */
export function quoteBasis(project: Project): QuoteBasis {
  const { report, settings, types, cases, coders } = project;
  const themes = themesInOrder(project.themes).map(({ theme }) => [theme.id, themeTitle(theme)]);
  const typeNames = [...types.values()].sort(byOrder).map(({ id, name }) => [id, name]);
  const named = [...cases.values(), ...coders.values()].map(({ id, name }) => [id, name]);
  const style = quoteStyle(project);
  const stamp = JSON.stringify([themes, typeNames, named, style, settings.language]);
  const before = lastBasis.get(project);
  if (before?.stamp === stamp && before.edits === report.quotes) return before;
  const basis: QuoteBasis = {
    themes: places(themes),
    types: places(typeNames),
    ...{ style, language: settings.language, edits: report.quotes, stamp },
  };
  lastBasis.set(project, basis);
  return basis;
}

const places = (named: readonly (readonly string[])[]): ReadonlyMap<string, Place> =>
  new Map(named.map(([id = '', name = ''], place) => [id, { place, name }]));

function describer(
  project: Project,
  transcript: Transcript,
  { themes, types, style, language, edits }: QuoteBasis,
): (excerpt: Excerpt) => ReportQuote {
  return (excerpt) => {
    const turn = turnIndexAt(transcript.turns, excerpt.start);
    const caseName = caseNameAt(project, transcript, excerpt);
    const carried = carriedEdits(excerpt.quote, entryOf(edits, excerpt.id));
    const words = editedQuote(excerpt.quote, carried.edits, style);
    return {
      excerptId: excerpt.id,
      quote: excerpt.quote,
      ...printedQuote(words, caseName.replace(/\s+/g, ' ').trim(), style, language),
      edits: carried.edits,
      lostEdits: carried.lost,
      status: excerpt.status,
      caseName,
      transcriptId: transcript.id,
      transcriptTitle: transcript.title,
      turn: turn < 0 ? null : turn + 1,
      coderName: project.coders.get(excerpt.coderId)?.name ?? '',
      themes: namesOf(themes, excerpt.themeIds),
      types: namesOf(types, excerpt.typeIds),
      reduction: excerpt.reduction,
      memo: excerpt.memo,
      stance: excerpt.stance,
      deviant: excerpt.deviant,
      deviantReason: excerpt.deviantReason,
      question: excerpt.question,
      start: excerpt.start,
      end: excerpt.end,
      codePoints: null,
    };
  };
}

const namesOf = (known: ReadonlyMap<string, Place>, ids: readonly string[]): string[] =>
  ids
    .map((id) => known.get(id))
    .filter((one) => one !== undefined)
    .sort((a, b) => a.place - b.place)
    .map(({ name }) => name);
