import { setImmediate as pause } from 'node:timers/promises';
import { AlignmentType, HeadingLevel, LevelFormat, Paragraph, type FileChild } from 'docx';
import { htmlToContent } from 'docx/html';
import type {
  ReportFigure,
  ReportModel,
  ReportSection,
  ReportType,
} from '../../domain/reports/report-model.ts';
import { quoteFootnote } from '../../domain/reports/quote-footnote.ts';
import { withRunningQuotes } from '../../domain/reports/section-parts.ts';
import type { ReportQuote } from '../../domain/reports/report-quote.ts';
import { figureCaptionText } from '../../domain/reports/report-table.ts';
import type { Fact } from '../../domain/reports/report-words.ts';
import { typeFacts } from '../../domain/reports/type-facts.ts';
import { ContentsPlace, HeadingBlock } from './docx-contents.ts';
import { docxStyles } from './docx-styles.ts';
import { docxChart, picturesOf, type Pictures } from './docx-chart.ts';
import { spacer } from './docx-appendix.ts';
import { addAppendix, docxPages, part, type Part } from './docx-pages.ts';
import { DocxFootnotes, withoutPlaces } from './docx-footnotes.ts';
import { docxTable, liesAcross, themesTable, type PrintedTable } from './docx-table.ts';
import { packDocx, type DocxSection } from './pack-docx.ts';
import { lineRuns, paragraph, run, XmlBlock, xmlText, type Xml } from './docx-xml.ts';
import { runningQuote } from './running-html.ts';
import { markdownHtml } from './markdown-html.ts';
import type { ReportWords } from './report-format.ts';
import {
  countsLine,
  methodFacts,
  oneLine,
  quoteNotes,
  quoteParagraphs,
  quoteSource,
  sectionTitle,
  typeCountsLine,
  typeTitle,
} from './wording.ts';

/**
 * The report as a Word document that goes into a thesis: named styles, real headings, a table
 * whose header is repeated, quotes indented in a style of their own, the project's language.
 */
export async function writeDocx(model: ReportModel, words: ReportWords): Promise<Uint8Array> {
  const footnotes = new DocxFootnotes();
  const pictures = await picturesOf(model, words);
  const sections = await pages({ model, words, footnotes, pictures });
  return packDocx(
    {
      title: xmlText(oneLine(model.title)),
      creator: 'Teema',
      lastModifiedBy: 'Teema',
      styles: docxStyles(model.language),
      hyphenation: { autoHyphenation: true },
      compatabilityModeVersion: 15,
      numbering: { config: [questionNumbers] },
      sections,
    },
    footnotes,
  );
}

/** What is written, in which words, and what stands at the foot of its pages. */
interface Writing {
  readonly model: ReportModel;
  readonly words: ReportWords;
  readonly footnotes: DocxFootnotes;
  readonly pictures: Pictures;
}

/** A wide table lies across pages of its own; everything else stands upright. */
async function pages(writing: Writing): Promise<DocxSection[]> {
  const { model, words } = writing;
  const opening = [...frontMatter(model, words)];
  const table = model.shows.table
    ? [heading(1, words('report.heading.table')), ...docxTable(themesTable(model, words), words)]
    : [];
  const rest = await inTurns(results(writing));
  const parts: Part[] =
    model.shows.table && liesAcross(model)
      ? [part(opening), part(table, true), part(rest)]
      : [part([...opening, ...table, ...rest])];
  for (const appendix of model.appendices) addAppendix(parts, appendix, words);
  return docxPages(parts, words);
}

const BLOCKS_AT_ONCE = 500;

/** All of them; others get a turn in between. */
async function inTurns(blocks: Iterable<FileChild>): Promise<FileChild[]> {
  const all: FileChild[] = [];
  for (const block of blocks) {
    all.push(block);
    if (all.length % BLOCKS_AT_ONCE === 0) await pause();
  }
  return all;
}

const questionNumbers = {
  reference: 'research-questions',
  levels: [
    {
      level: 0,
      format: LevelFormat.DECIMAL,
      text: '%1.',
      alignment: AlignmentType.START,
      style: { paragraph: { indent: { left: 454, hanging: 454 } } },
    },
  ],
};

const heading = (level: number, text: string): FileChild => new HeadingBlock(level, text);

const styled = (style: string, text: string): XmlBlock =>
  new XmlBlock(paragraph(style, lineRuns(text.split('\n'))));

function* frontMatter(model: ReportModel, words: ReportWords): Generator<FileChild> {
  yield new Paragraph({ heading: HeadingLevel.TITLE, text: xmlText(oneLine(model.title)) });
  if (model.title !== model.projectName) yield styled('Subtitle', oneLine(model.projectName));
  yield new ContentsPlace();
  yield* prose(model.introduction, 0);
  if (!model.shows.method) return;
  yield heading(1, words('report.heading.method'));
  yield* prose(model.methodText, 1);
  yield* facts(methodFacts(model, words));
  yield* researchQuestions(model, words);
}

function* facts(all: readonly Fact[]): Generator<FileChild> {
  for (const { term, text } of all)
    yield new XmlBlock(paragraph('Facts', [run(`${term}: `, { style: 'FactTerm' }), run(text)]));
}

function* researchQuestions({ method }: ReportModel, words: ReportWords): Generator<FileChild> {
  if (method.researchQuestions.length === 0) return;
  const term = run(words('report.method.researchQuestions'), { style: 'FactTerm' });
  yield new XmlBlock(paragraph('Facts', [term], { keepNext: true }));
  for (const question of method.researchQuestions)
    yield new Paragraph({
      style: 'Facts',
      text: xmlText(oneLine(question)),
      numbering: { reference: questionNumbers.reference, level: 0 },
    });
}

function* results(writing: Writing): Generator<FileChild> {
  const { model, words } = writing;
  yield heading(1, words('report.heading.sections'));
  for (const section of model.sections) yield* sectionOf(section, writing);
  if (model.types.length > 0) yield heading(1, words('report.heading.types'));
  for (const type of model.types) yield* typeOf(type, writing);
  if (model.withoutTheme.length > 0) {
    yield heading(1, words('report.heading.withoutTheme'));
    yield styled('Counts', words('report.withoutTheme.note'));
    for (const quote of model.withoutTheme) yield* quoteOf(quote, writing, { withMemo: true });
  }
}

const FIRST_SECTION_LEVEL = 2;

function* sectionOf(section: ReportSection, writing: Writing): Generator<FileChild> {
  const { model, words } = writing;
  const level = FIRST_SECTION_LEVEL + section.depth;
  yield heading(level, sectionTitle(section, words));
  if (section.definition && model.definitions)
    yield styled('Definition', `${words('report.section.definition')}: ${section.definition}`);
  if (model.counts) yield styled('Counts', countsLine(section, model, words));
  yield* figureOf(section, writing);
  for (const part of section.parts)
    if (part.kind === 'text')
      yield* prose(part.markdown, level, part.inline, runningWithNote(writing));
    else yield* quoteOf(part.quote, writing);
}

function figureOf(
  section: ReportSection,
  { model, words, pictures }: Writing,
): readonly FileChild[] {
  if (!section.figure) return [];
  const picture = pictures.get(section.id);
  if (!picture)
    return [...docxTable(sectionTable(section, section.figure, model, words), words), spacer()];
  const caption = words('report.chart.caption', { theme: sectionTitle(section, words) });
  return docxChart(picture, caption, words);
}

/** The sub-themes by interviewee, beside what is said of them. */
const sectionTable = (
  section: ReportSection,
  { table, number }: ReportFigure,
  { tableCounts: tells }: ReportModel,
  words: ReportWords,
): PrintedTable => ({
  ...{ table, tells, number, note: null, across: false },
  caption: figureCaptionText(tells, sectionTitle(section, words), words),
});

function* typeOf(type: ReportType, writing: Writing): Generator<FileChild> {
  const { model, words } = writing;
  yield heading(FIRST_SECTION_LEVEL, typeTitle(type, words));
  const counts = typeCountsLine(type, model, words);
  if (counts !== null) yield styled('Counts', counts);
  yield* facts(typeFacts(type, words));
  if (type.description) yield styled('Normal', type.description);
  for (const quote of type.quotes) yield* quoteOf(quote, writing);
}

/** A text of the report: its headings come out as Word's, below `level`. */
function prose(
  markdown: string,
  level: number,
  inline: readonly ReportQuote[] = [],
  print: (quote: ReportQuote) => string = runningQuote,
): readonly FileChild[] {
  if (markdown.trim() === '') return [];
  const html = withRunningQuotes(markdownHtml(withoutPlaces(markdown), level), inline, print);
  return htmlToContent(xmlText(html), { styleMap: { 'blockquote p': 'Quote' } });
}

/** A quote within a line tells at the foot of the page what one that stands apart tells. */
const runningWithNote =
  ({ model, words, footnotes }: Writing) =>
  (quote: ReportQuote): string => {
    const note = quoteFootnote(quote, model.footnotes, words, model.language);
    const place = note === null ? '' : footnotes.keepPlace(note);
    return withoutPlaces(runningQuote(quote)) + place;
  };

/** Paragraphs in the style Quote, the last one with whose words they are. */
function* quoteOf(
  quote: ReportQuote,
  { model, words, footnotes }: Writing,
  shown?: { readonly withMemo: boolean },
): Generator<FileChild> {
  const paragraphs = quoteParagraphs(quote.printed);
  const notes = quoteNotes(quote, words, shown);
  for (const [i, lines] of paragraphs.entries()) {
    const last = i + 1 === paragraphs.length;
    const rightToLeft = RIGHT_TO_LEFT.test(lines.join(' '));
    const runs = lineRuns(lines, rightToLeft);
    if (last) runs.push(sourceRun(quote));
    const footnote = last ? quoteFootnote(quote, model.footnotes, words, model.language) : null;
    if (footnote !== null) runs.push(footnotes.refer(footnote));
    const noteFollows = last && notes.length > 0;
    yield new XmlBlock(
      paragraph('Quote', runs, {
        rightToLeft,
        keepNext: noteFollows,
        ...(noteFollows && { after: 40 }),
      }),
    );
  }
  for (const note of notes) yield styled('QuoteNote', note);
}

const sourceRun = (quote: ReportQuote): Xml => run(quoteSource(quote), { style: 'QuoteSource' });

/** Text whose first letter is Hebrew, Arabic or of another script that runs from the right. */
const RIGHT_TO_LEFT =
  /^\P{L}*[\p{Script=Hebrew}\p{Script=Arabic}\p{Script=Syriac}\p{Script=Thaana}\p{Script=Nko}]/u;
