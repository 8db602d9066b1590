import type { ExcerptId } from '../../domain/ids.ts';
import type { Project } from '../../domain/project/project.ts';
import type { ReportAppendix } from '../../domain/reports/report-appendix.ts';
import {
  reportWithQuotes,
  type ReportModel,
  type ReportSection,
} from '../../domain/reports/report-model.ts';
import type { Translate } from '../i18n.ts';
import type { Rest } from './first-part.ts';
import type { Formats } from './formats.ts';
import { markdownHtml } from './markdown.ts';
import {
  restOfReport,
  sectionsSent,
  tableRest,
  type PartAsked,
  type SectionsAsked,
} from './report-part.ts';
import { quoteMaker, type SheetQuote } from './report-quotes.ts';
import {
  draftOf,
  sectionOf,
  typeOf,
  type SheetDraft,
  type SheetSection,
  type SheetType,
} from './report-sheet.ts';
import { indentAt, themesTable, type SheetTable, type TableRows } from './report-tables.ts';
import {
  methodPanel,
  outlineTitle,
  quotePanel,
  sectionPanel,
  type PanelMaterial,
  type QuotePanel,
  type SectionPanel,
} from './section-panel.ts';

interface Link {
  readonly href: string;
  readonly title: string;
  readonly indent: string;
  readonly count: string;
}

/** A section among the chapters, hidden ones too. */
interface Chapter extends Link {
  readonly id: string;
  readonly isHidden: boolean;
  /** Its choices are shown beside the sheet. */
  readonly isChosen: boolean;
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
  readonly contents: readonly Chapter[];
  /** Sections without a text that have a sentence to begin with. */
  readonly bareCount: number;
  readonly method: {
    readonly html: string;
    readonly text: string;
    readonly draft: SheetDraft | null;
  } | null;
  /** How quotes look, and whether the browser lays them out as they come into view. */
  readonly sheetClass: string;
  readonly panel: SectionPanel | null;
  readonly quotePanel: QuotePanel | null;
  readonly appendices: readonly ReportAppendix[];
  readonly unplaced: readonly { readonly id: string; readonly text: string }[];
  readonly typeLinks: readonly Link[];
  readonly withoutThemeCount: string | null;
  readonly table: SheetTable | null;
  readonly tableTotal: string;
  readonly sections: readonly SheetSection[];
  /** Where the sections are that come after these, and all that follows them. */
  readonly rest: Rest | null;
  /** Whether types, what has no theme and appendices follow. */
  readonly hasEnd: boolean;
  readonly types: readonly SheetType[];
  readonly withoutTheme: readonly SheetQuote[];
  readonly facts: readonly { readonly term: string; readonly text: string }[];
  readonly researchQuestions: readonly string[];
  readonly downloads: readonly Download[];
}

const LONG = 400;

/** What the page is asked for: whose choices, which quote, and which of its sections. */
export interface ReportAsked extends SectionsAsked {
  readonly section?: string | undefined;
  readonly quote?: string | undefined;
}

/**
 * @param words of the report's language: what stands on the sheet
 * @param formats of the report's language
 */
export function reportPage(
  project: Project,
  { section: chosen, quote, ...asked }: ReportAsked,
  downloads: readonly { readonly id: string; readonly extension: string }[],
  words: Translate,
  formats: Formats,
  t: Translate,
): ReportPage {
  const { model, quotes: all } = reportWithQuotes(project, { words });
  const base = `/projects/${project.id}`;
  const quotes = quoteMaker(base, words, t);
  const material = { project, model, quotes: all, base, t, words };
  const panel = chosen === undefined ? null : sectionPanel(material, chosen);
  const sent = sectionsSent(model, asked, panel?.id);
  const query = { section: chosen, quote };
  const { rows = 'first' } = asked;
  return {
    base,
    language: model.language,
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
    contents: contentsOf(model, panel?.id ?? null, formats, t),
    bareCount: model.sections.filter(isBare).length,
    method: model.shows.method ? methodOf(material) : null,
    sheetClass: [
      'sheet',
      ...(model.style.italics ? [] : ['q-upright']),
      ...(model.style.indent ? [] : ['q-flush']),
      ...(project.excerpts.size > LONG ? ['long'] : []),
    ].join(' '),
    panel,
    quotePanel:
      panel && quote !== undefined ? quotePanel(material, panel.id, quote as ExcerptId) : null,
    unplaced: model.unplaced,
    appendices: model.appendices,
    typeLinks: model.types.map(({ typeId, name, excerptCount }) => ({
      href: `#type-${typeId}`,
      title: name,
      indent: 'd0',
      count: formats.number(excerptCount),
    })),
    withoutThemeCount:
      model.withoutTheme.length > 0 ? formats.number(model.withoutTheme.length) : null,
    table:
      model.shows.table && TABLE_ROWS[rows] !== null
        ? themesTable(model, TABLE_ROWS[rows], tableRest(base, query, project), words, formats, t)
        : null,
    tableTotal: formats.number(model.table.total),
    rest: sent.next === null ? null : restOfReport(base, query, sent.next, project),
    hasEnd: sent.hasEnd,
    sections: sent.sections.map((section) => sectionOf(section, model, words, formats, quotes, t)),
    types: sent.hasEnd ? model.types.map((type) => typeOf(type, model, words, quotes)) : [],
    withoutTheme: sent.hasEnd
      ? model.withoutTheme.map((quote) => quotes(quote, { withMemo: true }))
      : [],
    facts: factsOf(model, words, formats),
    researchQuestions: model.method.researchQuestions,
    downloads: downloads.map(({ id, extension }, i) => ({
      id,
      href: `/api/v1${base}/report.${extension}`,
      first: i === 0,
    })),
  };
}

/** Which rows of its table a part of the page has. */
const TABLE_ROWS: Readonly<Record<PartAsked, TableRows | null>> = {
  first: 'first',
  all: 'all',
  rest: null,
  section: null,
  table: 'rest',
};

function contentsOf(
  { outline, sections }: ReportModel,
  chosen: string | null,
  { number }: Formats,
  t: Translate,
): Chapter[] {
  const counts = new Map(sections.map(({ id, excerptCount }) => [id, excerptCount]));
  return outline.map((entry) => ({
    id: entry.id,
    href: `?section=${encodeURIComponent(entry.id)}#t-${entry.id}`,
    title: outlineTitle(entry, t),
    indent: indentAt(entry.depth),
    count: entry.withheld ? '' : number(counts.get(entry.id) ?? 0),
    isHidden: entry.withheld,
    isChosen: entry.id === chosen,
  }));
}

const isBare = ({ text, sentence, excerptCount }: ReportSection): boolean =>
  text === '' && sentence !== '' && excerptCount > 0;

function methodOf(material: PanelMaterial): ReportPage['method'] {
  const { model, words } = material;
  const { sentence, state } = methodPanel(material);
  return {
    html: markdownHtml(model.methodText, 2),
    text: model.methodText,
    draft: draftOf(sentence, state, words('report.heading.method'), material.t),
  };
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
        counted('themes', method.themeCount),
        ...(method.codedShare === null ? [] : [words('report.method.coverage', coverage)]),
      ].join(', '),
    },
    ...(method.coderNames.length > 1
      ? [{ term: words('report.method.coders'), text: method.coderNames.join(', ') }]
      : []),
  ];
}
