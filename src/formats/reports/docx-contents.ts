import type { FileChild } from 'docx';
import { element, mark, paragraph, run, XmlBlock, type Xml } from './docx-xml.ts';
import type { ReportWords } from './report-format.ts';
import { oneLine } from './wording.ts';

/** As deep as Word counts headings, and as the contents list them. */
const DEEPEST = 6;
const LISTED = 3;
/** A report of fewer headings is seen at a glance. */
const FEWEST = 8;

/** A heading in Word's own style, which the table of contents can lead to. */
export class HeadingBlock extends XmlBlock {
  readonly level: number;
  readonly text: string;

  /** Whether it begins a page. */
  readonly #newPage: boolean;

  constructor(level: number, text: string, { newPage = false }: { newPage?: boolean } = {}) {
    const own = Math.min(level, DEEPEST);
    super(paragraph(`Heading${own}`, [run(oneLine(text))], { newPage }));
    this.#newPage = newPage;
    this.level = own;
    this.text = oneLine(text);
  }

  /** The same with a bookmark around its words. */
  marked(number: number): XmlBlock {
    return new XmlBlock(
      paragraph(
        `Heading${this.level}`,
        [
          mark('w:bookmarkStart', { 'w:id': number, 'w:name': bookmark(number) }),
          run(this.text),
          mark('w:bookmarkEnd', { 'w:id': number }),
        ],
        { newPage: this.#newPage },
      ),
    );
  }
}

/** Where the contents are to stand. */
export class ContentsPlace extends XmlBlock {
  constructor() {
    super('' as Xml);
  }
}

const bookmark = (number: number): string => `_Toc${String(number).padStart(8, '0')}`;

/**
 * The pages with their contents put where they belong. The contents are a field that Word fills in
 * anew, with page numbers; until then, and in programs that do not, its entries lead to the headings
 * and tell no page, as where the pages end is known to whoever lays them out.
 */
export function withContents(
  pages: readonly (readonly FileChild[])[],
  words: ReportWords,
): FileChild[][] {
  const listed = pages.flat().filter(isListed);
  if (listed.length < FEWEST)
    return pages.map((children) => children.filter((child) => !(child instanceof ContentsPlace)));
  const numbers = new Map(listed.map((heading, i) => [heading, i + 1]));
  return pages.map((children) =>
    children.map((child) => {
      if (child instanceof ContentsPlace) return contents(numbers, words);
      return isListed(child) ? child.marked(numbers.get(child) ?? 0) : child;
    }),
  );
}

const isListed = (child: FileChild): child is HeadingBlock =>
  child instanceof HeadingBlock && child.level <= LISTED;

/** Between the contents and what follows, in twips. */
const AFTER = 400;

const field = (type: string, attributes = {}): Xml =>
  element('w:r', [mark('w:fldChar', { 'w:fldCharType': type, ...attributes })]);

const instruction = (words: string): Xml =>
  element('w:r', [`<w:instrText xml:space="preserve"> ${words} </w:instrText>` as Xml]);

/** The number of the page that a heading stands on: a field, as whoever lays the pages out knows it. */
const pageOf = (number: number): Xml[] => [
  element('w:r', [mark('w:tab')]),
  field('begin', { 'w:dirty': 'true' }),
  instruction(`PAGEREF ${bookmark(number)} \\h`),
  field('separate'),
  run(''),
  field('end'),
];

function contents(numbers: ReadonlyMap<HeadingBlock, number>, words: ReportWords): XmlBlock {
  const begin = [
    field('begin', { 'w:dirty': 'true' }),
    instruction(`TOC \\o "1-${LISTED}" \\h \\z \\u`),
    field('separate'),
  ];
  const entries = [...numbers].map(([heading, number], i) => {
    const { level, text } = heading;
    const link = element('w:hyperlink', [run(text), ...pageOf(number)], {
      'w:anchor': bookmark(number),
      'w:history': 1,
    });
    const isLast = i + 1 === numbers.size;
    return paragraph(
      `TOC${level}`,
      [...(i === 0 ? begin : []), link, ...(isLast ? [field('end')] : [])],
      isLast ? { after: AFTER } : {},
    );
  });
  const title = paragraph('TOCHeading', [run(words('report.heading.contents'))], {
    keepNext: true,
  });
  return new XmlBlock([title, ...entries].join('') as Xml);
}
