import {
  AlignmentType,
  Footer,
  LineRuleType,
  PageNumber,
  PageOrientation,
  Paragraph,
  TextRun,
  type FileChild,
} from 'docx';
import type { ReportAppendix } from '../../domain/reports/report-appendix.ts';
import { appendixLiesAcross, docxAppendix } from './docx-appendix.ts';
import { withContents } from './docx-contents.ts';
import { SOFT } from './docx-styles.ts';
import type { DocxSection } from './pack-docx.ts';
import type { ReportWords } from './report-format.ts';

/** What follows each other on pages that lie the same way. */
export interface Part {
  readonly children: FileChild[];
  readonly across: boolean;
}

export const part = (children: FileChild[], across = false): Part => ({ children, across });

/** A wide appendix lies across, as its table does; those beside it that lie so too follow it. */
export function addAppendix(parts: Part[], appendix: ReportAppendix, words: ReportWords): void {
  const across = appendixLiesAcross(appendix);
  const last = parts.at(-1);
  const first = last?.across !== across;
  const children = [...docxAppendix(appendix, words, { across, first })];
  if (last && !first) last.children.push(...children);
  else parts.push(part(children, across));
}

/** The document's parts on their pages, with the contents where they belong. */
export function docxPages(parts: readonly Part[], words: ReportWords): DocxSection[] {
  parts.at(-1)?.children.push(lastLine());
  const written = withContents(
    parts.map(({ children }) => children),
    words,
  );
  return written.map((children, i) => page(children, parts[i]?.across));
}

/** Word wants a line after a table; a whole one may be too much for the page and make an empty page. */
const lastLine = (): Paragraph =>
  new Paragraph({ spacing: { before: 0, after: 0, line: 20, lineRule: LineRuleType.EXACT } });

/** A4 and the margins of Finnish theses, in twips. */
const A4 = { width: 11906, height: 16838 };
const MARGIN = 1417;

const page = (children: readonly FileChild[], across = false): DocxSection => ({
  properties: {
    page: {
      size: { ...A4, orientation: across ? PageOrientation.LANDSCAPE : PageOrientation.PORTRAIT },
      margin: { top: MARGIN, bottom: MARGIN, left: MARGIN, right: MARGIN },
    },
  },
  footers: { default: new Footer({ children: [pageNumber()] }) },
  children,
});

const pageNumber = (): Paragraph =>
  new Paragraph({
    alignment: AlignmentType.CENTER,
    children: [
      new TextRun({ children: [PageNumber.CURRENT], font: 'Arial', size: 18, color: SOFT }),
    ],
  });
