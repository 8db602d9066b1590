import type { TextOf } from '../analysis/meter.ts';
import { caseNameAt } from '../cases/case-of.ts';
import { themesInOrder, themeTitle } from '../codebook/tree.ts';
import type { ExcerptId, ThemeId, TypeId } from '../ids.ts';
import {
  byOrder,
  casesInOrder,
  excerptsOf,
  transcriptsInOrder,
  type Project,
} from '../project/project.ts';
import type { Excerpt, Transcript } from '../project/records.ts';
import { entryOf } from '../project/report-records.ts';
import { bySpan } from '../text/span.ts';
import { turnIndexAt } from '../text/turns.ts';
import { carriedEdits } from './carried-edits.ts';
import { codePointSpans } from './code-point-spans.ts';
import { editedQuote, printedQuote } from './printed-quote.ts';
import { quoteStyle } from './quote-style.ts';
import type { ReportQuote } from './report-quote.ts';

export interface QuotesInOrder {
  readonly byTheme: ReadonlyMap<ThemeId, readonly ReportQuote[]>;
  readonly byType: ReadonlyMap<TypeId, readonly ReportQuote[]>;
  readonly byId: ReadonlyMap<ExcerptId, ReportQuote>;
  readonly withoutTheme: readonly ReportQuote[];
}

/** Every excerpt as a quote, in interview order: case by case, transcript by transcript, by place. */
export function quotesInOrder(project: Project, textOf?: TextOf): QuotesInOrder {
  const byTheme = new Map<ThemeId, ReportQuote[]>();
  const byType = new Map<TypeId, ReportQuote[]>();
  const byId = new Map<ExcerptId, ReportQuote>();
  const withoutTheme: ReportQuote[] = [];
  const codebook = codebookOf(project);
  for (const transcript of interviewsInOrder(project)) {
    const describe = describer(project, transcript, codebook, textOf);
    for (const excerpt of excerptsInOrder(project, transcript)) {
      const quote = describe(excerpt);
      byId.set(excerpt.id, quote);
      const themeIds = excerpt.themeIds.filter((id) => project.themes.has(id));
      for (const id of themeIds) push(byTheme, id, quote);
      for (const id of excerpt.typeIds) push(byType, id, quote);
      if (themeIds.length === 0) withoutTheme.push(quote);
    }
  }
  return { byTheme, byType, byId, withoutTheme };
}

/** The transcripts by case, then in their own order. */
export function interviewsInOrder(project: Project): Transcript[] {
  const rank = new Map(casesInOrder(project).map(({ id }, i) => [id, i]));
  const rankOf = ({ caseId }: Transcript): number => rank.get(caseId) ?? rank.size;
  return transcriptsInOrder(project).sort((a, b) => rankOf(a) - rankOf(b));
}

/** The excerpts of a transcript by place; those of one place as they were made. */
export const excerptsInOrder = (project: Project, transcript: Transcript): Excerpt[] =>
  [...excerptsOf(project, transcript.id)].sort(
    (a, b) => bySpan(a, b) || (a.id < b.id ? -1 : Number(a.id > b.id)),
  );

function push<K>(lists: Map<K, ReportQuote[]>, key: K, quote: ReportQuote): void {
  const list = lists.get(key);
  if (list) list.push(quote);
  else lists.set(key, [quote]);
}

interface Codebook {
  readonly themes: ReadonlyMap<string, Place>;
  readonly types: ReadonlyMap<string, Place>;
}

interface Place {
  readonly place: number;
  readonly name: string;
}

const codebookOf = (project: Project): Codebook => ({
  themes: new Map(
    themesInOrder(project.themes).map(({ theme }, i) => [
      theme.id,
      { place: i, name: themeTitle(theme) },
    ]),
  ),
  types: new Map(
    [...project.types.values()].sort(byOrder).map(({ id, name }, i) => [id, { place: i, name }]),
  ),
});

function describer(
  project: Project,
  transcript: Transcript,
  codebook: Codebook,
  textOf: TextOf | undefined,
): (excerpt: Excerpt) => ReportQuote {
  const { report, settings } = project;
  const style = quoteStyle(project);
  const inCodePoints = textOf ? codePointSpans(textOf(transcript.id)) : () => null;
  return (excerpt) => {
    const turn = turnIndexAt(transcript.turns, excerpt.start);
    const caseName = caseNameAt(project, transcript, excerpt);
    const carried = carriedEdits(excerpt.quote, entryOf(report.quotes, excerpt.id));
    const words = editedQuote(excerpt.quote, carried.edits, style);
    return {
      excerptId: excerpt.id,
      quote: excerpt.quote,
      ...printedQuote(words, caseName.replace(/\s+/g, ' ').trim(), style, settings.language),
      edits: carried.edits,
      lostEdits: carried.lost,
      status: excerpt.status,
      caseName,
      transcriptId: transcript.id,
      transcriptTitle: transcript.title,
      turn: turn < 0 ? null : turn + 1,
      coderName: project.coders.get(excerpt.coderId)?.name ?? '',
      themes: namesOf(codebook.themes, excerpt.themeIds),
      types: namesOf(codebook.types, excerpt.typeIds),
      reduction: excerpt.reduction,
      memo: excerpt.memo,
      stance: excerpt.stance,
      deviant: excerpt.deviant,
      deviantReason: excerpt.deviantReason,
      question: excerpt.question,
      start: excerpt.start,
      end: excerpt.end,
      codePoints: inCodePoints(excerpt),
    };
  };
}

const namesOf = (known: ReadonlyMap<string, Place>, ids: readonly string[]): string[] =>
  ids
    .map((id) => known.get(id))
    .filter((one) => one !== undefined)
    .sort((a, b) => a.place - b.place)
    .map(({ name }) => name);
