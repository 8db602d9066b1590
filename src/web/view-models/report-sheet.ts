import { themeTitle } from '../../domain/codebook/tree.ts';
import { countsLine } from '../../domain/reports/counts-line.ts';
import { withRunningQuotes, type TextPart } from '../../domain/reports/section-parts.ts';
import type { ReportModel, ReportSection, ReportType } from '../../domain/reports/report-model.ts';
import type { Fact } from '../../domain/reports/report-words.ts';
import { typeFacts } from '../../domain/reports/type-facts.ts';
import { draftState, type DraftState } from '../../domain/reports/with-draft.ts';
import { escapeHtml } from '../../markup/escape.ts';
import type { Translate } from '../i18n.ts';
import type { Formats } from './formats.ts';
import { markdownHtml } from './markdown.ts';
import { runningQuoteHtml, type MakeQuote, type SheetQuote } from './report-quotes.ts';
import { figureChart, figureTable, type SheetChart, type SheetTable } from './report-tables.ts';

export interface SheetSection {
  readonly id: string;
  /** The heading's: `h3` for a top theme. */
  readonly tag: string;
  readonly title: string;
  readonly definition: string | null;
  readonly counts: string | null;
  readonly table: SheetTable | null;
  readonly chart: SheetChart | null;
  readonly parts: readonly ({ readonly html: string } | { readonly quote: SheetQuote })[];
  /** Markdown, to be edited. */
  readonly text: string;
  readonly editLabel: string;
  readonly chooseHref: string;
  readonly chooseLabel: string;
  /** The sentence that can be put into the text; null where it stands there as it is. */
  readonly draft: SheetDraft | null;
}

export interface SheetDraft {
  readonly sentence: string;
  readonly name: string;
  readonly isOutdated: boolean;
}

export interface SheetType {
  readonly id: string;
  readonly name: string;
  readonly counts: string;
  readonly description: string;
  readonly facts: readonly Fact[];
  readonly quotes: readonly SheetQuote[];
}

const FIRST_SECTION_LEVEL = 3;

const DEEPEST_HEADING = 6;

export const draftOf = (
  sentence: string,
  state: DraftState,
  title: string,
  t: Translate,
): SheetDraft | null =>
  sentence === '' || state === 'current'
    ? null
    : {
        sentence,
        isOutdated: state === 'outdated',
        name: t(state === 'outdated' ? 'report-page.refresh-of' : 'report-page.insert-of', {
          title,
        }),
      };

export function sectionOf(
  section: ReportSection,
  model: ReportModel,
  words: Translate,
  formats: Formats,
  quotes: MakeQuote,
  t: Translate,
): SheetSection {
  const level = Math.min(DEEPEST_HEADING, FIRST_SECTION_LEVEL + section.depth);
  const { text, drafted, sentence, figure } = section;
  const title =
    section.kind === 'no-question' ? words('report.section.noQuestion') : themeTitle(section);
  const state = draftState(text, drafted, sentence);
  return {
    id: section.id,
    tag: `h${level}`,
    title,
    definition:
      section.definition && model.definitions
        ? `${words('report.section.definition')}: ${section.definition}`
        : null,
    counts: model.counts ? countsLine(section, model, words) : null,
    table:
      figure?.kind === 'table'
        ? figureTable(figure, title, model.tableCounts, words, formats)
        : null,
    chart:
      figure?.kind === 'chart'
        ? figureChart(figure, section.id, title, words, model.language)
        : null,
    parts: section.parts.map((part) =>
      part.kind === 'text'
        ? { html: sheetProse(part, level, { drafted, state }, quotes) }
        : { quote: quotes(part.quote) },
    ),
    text,
    editLabel: t(text ? 'report-page.edit-of' : 'report-page.write-of', { title }),
    chooseHref: `?section=${encodeURIComponent(section.id)}#t-${section.id}`,
    chooseLabel: t('report-page.choose-of', { title }),
    draft: section.excerptCount === 0 ? null : draftOf(sentence, state, title, t),
  };
}

/** The text as HTML, with the quotes that run in it. */
const sheetProse = (
  { markdown, inline }: TextPart,
  level: number,
  { drafted, state }: { readonly drafted: string | null; readonly state: DraftState },
  quotes: MakeQuote,
): string =>
  withRunningQuotes(withMark(markdownHtml(markdown, level), drafted, state), inline, (quote) =>
    runningQuoteHtml(quotes(quote)),
  );

/** The drafted sentence is marked in the text, so that it is seen which words follow the data. */
function withMark(html: string, drafted: string | null, state: DraftState): string {
  if (!drafted || state === 'rewritten') return html;
  const words = escapeHtml(drafted);
  const kind = state === 'outdated' ? 'drafted outdated' : 'drafted';
  return html.replace(words, () => `<mark class="${kind}">${words}</mark>`);
}

export function typeOf(
  type: ReportType,
  model: ReportModel,
  words: Translate,
  quotes: MakeQuote,
): SheetType {
  const facts = typeFacts(type, words);
  return {
    id: type.typeId,
    name: type.name,
    counts: [
      words(`report.type.${type.kind}`),
      ...(type.excerptCount === 0 && facts.length > 0 ? [] : [countsLine(type, model, words)]),
    ].join(' · '),
    facts,
    description: type.description ?? '',
    quotes: type.quotes.map((quote) => quotes(quote)),
  };
}
