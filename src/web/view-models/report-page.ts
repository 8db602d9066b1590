import { themeTitle } from '../../domain/codebook/tree.ts';
import type { Project } from '../../domain/project/project.ts';
import {
  reportModel,
  type ReportModel,
  type ReportSection,
  type ReportType,
} from '../../domain/reports/report-model.ts';
import type { ReportQuote } from '../../domain/reports/report-quote.ts';
import type { Translate } from '../i18n.ts';
import type { Formats } from './formats.ts';
import { markdownHtml } from './markdown.ts';

interface Link {
  readonly href: string;
  readonly title: string;
  readonly indent: string;
  readonly count: string;
}

interface Quote {
  readonly id: string;
  readonly href: string;
  /** Word for word; line breaks are kept by the style. */
  readonly text: string;
  readonly tag: string;
  /** Where a click on the tag leads. */
  readonly place: string;
  readonly notes: readonly string[];
}

interface Section {
  readonly id: string;
  /** The heading's: `h3` for a top theme. */
  readonly tag: string;
  readonly title: string;
  readonly definition: string | null;
  readonly counts: string;
  readonly html: string;
  /** Markdown, to be edited. */
  readonly text: string;
  readonly editLabel: string;
  readonly quotes: readonly Quote[];
}

interface TypePart {
  readonly id: string;
  readonly name: string;
  readonly counts: string;
  readonly description: string;
  readonly quotes: readonly Quote[];
}

interface Table {
  readonly heading: string;
  readonly themeName: string;
  readonly totalName: string;
  readonly columns: readonly string[];
  /** Long names of columns stand upright. */
  readonly upright: boolean;
  readonly rows: readonly {
    readonly href: string;
    readonly title: string;
    readonly indent: string;
    readonly cells: readonly { readonly count: string; readonly heat: string }[];
    readonly total: string;
  }[];
  readonly totals: readonly string[];
  readonly total: string;
  readonly caption: string;
  readonly note: string | null;
}

interface Download {
  readonly id: string;
  readonly href: string;
  /** The one most people want. */
  readonly first: boolean;
}

export interface ReportPage {
  readonly base: string;
  readonly language: string;
  readonly isEmpty: boolean;
  /** So many quotes that the browser lays them out as they come into view. */
  readonly isLong: boolean;
  readonly title: string;
  readonly projectName: string | null;
  readonly introductionHtml: string;
  /** What the title and the introduction are edited from. */
  readonly written: { readonly title: string; readonly introduction: string };
  readonly methodTitle: string;
  readonly questionsTitle: string;
  readonly sectionsTitle: string;
  readonly typesTitle: string;
  readonly withoutThemeTitle: string;
  readonly withoutThemeNote: string;
  readonly contents: readonly Link[];
  readonly typeLinks: readonly Link[];
  readonly withoutThemeCount: string | null;
  readonly table: Table;
  readonly sections: readonly Section[];
  readonly types: readonly TypePart[];
  readonly withoutTheme: readonly Quote[];
  readonly facts: readonly { readonly term: string; readonly text: string }[];
  readonly researchQuestions: readonly string[];
  readonly downloads: readonly Download[];
}

const LONG = 400;
const FIRST_SECTION_LEVEL = 3;
const DEEPEST_HEADING = 6;
const DEEPEST_INDENT = 4;
/** Where there are more interviewees than these, their number says more than their names. */
const NAMED_CASES = 12;
/** Longer names than this do not fit over a figure. */
const COLUMN_NAME = 6;
const HEAT_STEPS = 9;
/** Where everything is small, the most of it is not made to look like much. */
const FULL_AT_LEAST = 5;

/**
 * @param words of the report's language: what stands on the sheet
 * @param formats of the report's language
 */
export function reportPage(
  project: Project,
  downloads: readonly { readonly id: string; readonly extension: string }[],
  words: Translate,
  formats: Formats,
  t: Translate,
): ReportPage {
  const model = reportModel(project);
  const base = `/projects/${project.id}`;
  const quotes = quoteMaker(base, words, t);
  return {
    base,
    language: model.language,
    isLong: project.excerpts.size > LONG,
    isEmpty: project.excerpts.size === 0 && project.themes.size === 0,
    title: model.title,
    projectName: model.title === model.projectName ? null : model.projectName,
    introductionHtml: markdownHtml(model.introduction, 1),
    written: { title: project.report.title ?? '', introduction: model.introduction },
    methodTitle: words('report.heading.method'),
    questionsTitle: words('report.method.researchQuestions'),
    sectionsTitle: words('report.heading.sections'),
    typesTitle: words('report.heading.types'),
    withoutThemeTitle: words('report.heading.withoutTheme'),
    withoutThemeNote: words('report.withoutTheme.note'),
    contents: contentsOf(model, formats),
    typeLinks: model.types.map(({ typeId, name, excerptCount }) => ({
      href: `#type-${typeId}`,
      title: name,
      indent: 'd0',
      count: formats.number(excerptCount),
    })),
    withoutThemeCount:
      model.withoutTheme.length > 0 ? formats.number(model.withoutTheme.length) : null,
    table: tableOf(model, words, formats),
    sections: model.sections.map((section) => sectionOf(section, model, words, quotes, t)),
    types: model.types.map((type) => typeOf(type, model, words, quotes)),
    withoutTheme: model.withoutTheme.map((quote) => quotes(quote, { withMemo: true })),
    facts: factsOf(model, words, formats),
    researchQuestions: model.method.researchQuestions,
    downloads: downloads.map(({ id, extension }, i) => ({
      id,
      href: `/api/v1${base}/report.${extension}`,
      first: i === 0,
    })),
  };
}

const contentsOf = ({ sections }: ReportModel, { number }: Formats): Link[] =>
  sections.map((section) => ({
    href: `#t-${section.id}`,
    title: themeTitle(section),
    indent: indentAt(section.depth),
    count: number(section.excerptCount),
  }));

const indentAt = (depth: number): string => `d${Math.min(depth, DEEPEST_INDENT)}`;

function tableOf({ table }: ReportModel, words: Translate, { number }: Formats): Table {
  const { columns, rows, cells, rowTotals, columnTotals, total } = table;
  const largest = cells.reduce((most, row) => Math.max(most, ...row), FULL_AT_LEAST);
  const sum = rowTotals.reduce((a, b) => a + b, 0);
  return {
    heading: words('report.heading.table'),
    themeName: words('report.table.theme'),
    totalName: words('report.table.total'),
    columns: columns.map(({ name }) => name),
    upright: columns.some(({ name }) => name.length > COLUMN_NAME),
    rows: rows.map((row, i) => ({
      href: `#t-${row.id}`,
      title: themeTitle(row),
      indent: indentAt(row.depth),
      cells: (cells[i] ?? []).map((count) => ({
        count: number(count),
        heat: `h${Math.ceil((HEAT_STEPS * count) / largest)}`,
      })),
      total: number(rowTotals[i] ?? 0),
    })),
    totals: columnTotals.map(number),
    total: number(total),
    caption: `${words('report.table.name')} 1. ${words('report.table.caption')}`,
    // Only where the totals are not the sums a reader would check them by.
    note: sum === total ? null : words('report.table.note'),
  };
}

type MakeQuote = (quote: ReportQuote, options?: { readonly withMemo: boolean }) => Quote;

function quoteMaker(base: string, words: Translate, t: Translate): MakeQuote {
  const placeOf = sentence(t, 'report-page.turn', 'turn');
  return (quote, options) => {
    const { excerptId, transcriptId, turn } = quote;
    const notes: string[] = [];
    if (quote.deviant) notes.push(noteOf(words('report.quote.deviant'), quote.deviantReason));
    if (options?.withMemo && quote.memo) notes.push(noteOf(words('report.quote.memo'), quote.memo));
    return {
      id: excerptId,
      href: `${base}/code/${transcriptId}#e-${excerptId}`,
      text: quote.printed,
      tag: quote.tag,
      place: turn === null ? quote.transcriptTitle : placeOf(turn),
      notes,
    };
  };
}

const GAP = '\u0000';

/** A sentence with one gap, looked up once for thousands of quotes. */
function sentence(t: Translate, key: string, gap: string): (value: string | number) => string {
  const [before = '', after = ''] = t(key, { [gap]: GAP }).split(GAP);
  return (value) => `${before}${value}${after}`;
}

const noteOf = (term: string, text: string | null): string =>
  text ? `${term}: ${text}` : `${term}.`;

function sectionOf(
  section: ReportSection,
  model: ReportModel,
  words: Translate,
  quotes: MakeQuote,
  t: Translate,
): Section {
  const level = Math.min(DEEPEST_HEADING, FIRST_SECTION_LEVEL + section.depth);
  return {
    id: section.id,
    tag: `h${level}`,
    title: themeTitle(section),
    definition:
      section.definition && `${words('report.section.definition')}: ${section.definition}`,
    counts: countsLine(section, model, words),
    html: markdownHtml(section.text, level),
    text: section.text,
    editLabel: t(section.text ? 'report-page.edit-of' : 'report-page.write-of', {
      title: themeTitle(section),
    }),
    quotes: section.quotes.map((quote) => quotes(quote)),
  };
}

function typeOf(
  type: ReportType,
  model: ReportModel,
  words: Translate,
  quotes: MakeQuote,
): TypePart {
  return {
    id: type.typeId,
    name: type.name,
    counts: `${words(`report.type.${type.kind}`)} · ${countsLine(type, model, words)}`,
    description: type.description ?? '',
    quotes: type.quotes.map((quote) => quotes(quote)),
  };
}

/** "10 excerpts · 5/7 interviewees (H2, H3, H4, H5, H7)". */
function countsLine(
  { excerptCount, caseCount, caseNames }: ReportSection | ReportType,
  { method }: ReportModel,
  words: Translate,
): string {
  if (excerptCount === 0) return words('report.section.none');
  const excerpts = words('report.count.excerpts', { count: excerptCount });
  const cases = words('report.count.casesOf', { part: caseCount, all: method.caseCount });
  const names = caseNames.length > NAMED_CASES ? '' : ` (${caseNames.join(', ')})`;
  return `${excerpts} · ${cases}${names}`;
}

function factsOf(
  { method }: ReportModel,
  words: Translate,
  { percent }: Formats,
): ReportPage['facts'] {
  const counted = (what: string, count: number): string => words(`report.count.${what}`, { count });
  const coverage = { percent: percent(method.codedShare) };
  return [
    {
      term: words('report.method.approach'),
      text: words(`report.approach.${method.approach}`),
    },
    {
      term: words('report.method.material'),
      text: [
        counted('cases', method.caseCount),
        counted('transcripts', method.transcriptCount),
        counted('words', method.wordCount),
      ].join(', '),
    },
    {
      term: words('report.method.coding'),
      text: [
        counted('excerpts', method.excerptCount),
        ...(method.codedShare === null ? [] : [words('report.method.coverage', coverage)]),
      ].join(', '),
    },
    ...(method.coderNames.length > 1
      ? [{ term: words('report.method.coders'), text: method.coderNames.join(', ') }]
      : []),
  ];
}
