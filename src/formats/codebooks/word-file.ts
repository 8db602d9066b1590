import {
  AlignmentType,
  Footer,
  PageNumber,
  PageOrientation,
  Paragraph,
  TextRun,
  type FileChild,
} from 'docx';
import type { Language } from '../../domain/project/records.ts';
import { docxStyles, INK, SOFT } from '../reports/docx-styles.ts';
import {
  element,
  lineRuns,
  mark,
  paragraph,
  run,
  XmlBlock,
  xmlText,
  type Xml,
} from '../reports/docx-xml.ts';
import { packDocx } from '../reports/pack-docx.ts';
import { oneLine } from '../reports/wording.ts';

/** A4 and the margins of Finnish theses, in twips. */
const A4 = { width: 11906, height: 16838 };
const MARGIN = 1417;

/** Twips between the margins. */
export const TEXT_WIDTH = { upright: 9071, across: 14003 } as const;

/** A Word file in the styles of the report, so that what stands in one thesis looks alike. */
export function wordFile(
  title: string,
  language: Language,
  blocks: readonly (Xml | FileChild)[],
  lies: keyof typeof TEXT_WIDTH = 'upright',
): Promise<Uint8Array> {
  const orientation = lies === 'across' ? PageOrientation.LANDSCAPE : PageOrientation.PORTRAIT;
  return packDocx({
    title: xmlText(oneLine(title)),
    creator: 'Teema',
    lastModifiedBy: 'Teema',
    styles: docxStyles(language),
    hyphenation: { autoHyphenation: true },
    compatabilityModeVersion: 15,
    sections: [
      {
        properties: {
          page: {
            size: { ...A4, orientation },
            margin: { top: MARGIN, bottom: MARGIN, left: MARGIN, right: MARGIN },
          },
        },
        footers: { default: new Footer({ children: [pageNumber()] }) },
        // Word wants a paragraph after the last table.
        children: joined([...blocks, paragraph('TableText', [])]),
      },
    ],
  });
}

/** What stands side by side as XML goes into the file in one piece. */
function joined(blocks: readonly (Xml | FileChild)[]): FileChild[] {
  const children: FileChild[] = [];
  let run: Xml[] = [];
  const flush = (): void => {
    if (run.length > 0) children.push(new XmlBlock(run.join('') as Xml));
    run = [];
  };
  for (const block of blocks)
    if (typeof block === 'string') run.push(block);
    else {
      flush();
      children.push(block);
    }
  flush();
  return children;
}

const pageNumber = (): Paragraph =>
  new Paragraph({
    alignment: AlignmentType.CENTER,
    children: [
      new TextRun({ children: [PageNumber.CURRENT], font: 'Arial', size: 18, color: SOFT }),
    ],
  });

export interface WordCell {
  readonly content: readonly Xml[];
  /** Belongs to the cell above (`below`) or begins such a row of cells (`first`). */
  readonly joined?: 'first' | 'below';
}

/** Text as the paragraphs of a cell; a blank line parts two. */
export const cellText = (text: string, runs: readonly Xml[] = []): Xml[] => {
  const paragraphs = text.split(/\n\s*\n/);
  return paragraphs.map((lines, i) =>
    paragraph('TableText', [
      ...lineRuns(lines.split('\n')),
      ...(i + 1 === paragraphs.length ? runs : []),
    ]),
  );
};

/** A cell that names what stands beside or below it. */
export const cellTerm = (text: string, style = 'TableText'): Xml[] => [
  paragraph(style, [run(oneLine(text), { bold: true, color: SOFT })]),
];

/**
 * A table with fine lines between the rows; a header, where there is one, is repeated on every page.
 * Widths are twips.
 */
export function wordTable(
  widths: readonly number[],
  rows: readonly (readonly WordCell[])[],
  header: readonly WordCell[] | null = null,
): Xml {
  const total = widths.reduce((sum, width) => sum + width, 0);
  const properties = [
    mark('w:tblW', { 'w:w': total, 'w:type': 'dxa' }),
    element(
      'w:tblBorders',
      ['top', 'bottom', 'insideH'].map((side) => line(side)),
    ),
    mark('w:tblLayout', { 'w:type': 'fixed' }),
    element('w:tblCellMar', [
      mark('w:left', { 'w:w': 0, 'w:type': 'dxa' }),
      mark('w:right', { 'w:w': 120, 'w:type': 'dxa' }),
    ]),
  ];
  const grid = widths.map((width) => mark('w:gridCol', { 'w:w': width }));
  return element('w:tbl', [
    element('w:tblPr', properties),
    element('w:tblGrid', grid),
    ...(header ? [row(widths, header, true)] : []),
    ...rows.map((cells) => row(widths, cells, false)),
  ]);
}

const line = (side: string, colour = 'D8D3C8'): Xml =>
  mark(`w:${side}`, { 'w:val': 'single', 'w:sz': 4, 'w:space': 0, 'w:color': colour });

const row = (widths: readonly number[], cells: readonly WordCell[], isHeader: boolean): Xml =>
  element('w:tr', [
    element('w:trPr', [mark('w:cantSplit'), ...(isHeader ? [mark('w:tblHeader')] : [])]),
    ...cells.map((cell, i) => cellOf(widths[i] ?? 0, cell, isHeader)),
  ]);

/** The order of a cell's properties is the schema's. */
function cellOf(width: number, { content, joined }: WordCell, isHeader: boolean): Xml {
  const properties = [mark('w:tcW', { 'w:w': width, 'w:type': 'dxa' })];
  if (joined === 'first') properties.push(mark('w:vMerge', { 'w:val': 'restart' }));
  if (joined === 'below') properties.push(mark('w:vMerge'));
  if (isHeader) properties.push(element('w:tcBorders', [line('bottom', INK)]));
  const inside =
    joined === 'below' || content.length === 0 ? [paragraph('TableText', [])] : content;
  return element('w:tc', [element('w:tcPr', properties), ...inside]);
}
