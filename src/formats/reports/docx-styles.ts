import { LineRuleType, type IPropertiesOptions } from 'docx';
import type { Language } from '../../domain/project/records.ts';

/** Colours of the report's light look, as Word writes them. */
export const INK = '22201C';
export const SOFT = '6D675D';
export const ACCENT = '0B5D5E';

/** On every computer with Word; LibreOffice has one of the same widths for each. */
const TEXT_FONT = 'Times New Roman';
const PLAIN_FONT = 'Arial';

const PROOFING: Readonly<Record<Language, string>> = { fi: 'fi-FI', en: 'en-GB', sv: 'sv-FI' };

/** A centimetre. */
const QUOTE_INDENT = { left: 567, right: 284 };

type Styles = NonNullable<IPropertiesOptions['styles']>;

/**
 * Named styles for everything the report prints, so that a thesis template or one click restyles
 * all of it. Sizes in half-points, distances in twentieths of a point.
 */
export const docxStyles = (language: Language): Styles => ({
  default: {
    document: {
      run: { font: TEXT_FONT, size: 24, color: INK, language: { value: PROOFING[language] } },
      paragraph: { spacing: spacing(1.3, { after: 140 }) },
    },
    title: heading(48, { before: 0, after: 80 }),
    heading1: heading(34, { before: 480, after: 160 }),
    heading2: heading(28, { before: 380, after: 100 }),
    heading3: heading(25, { before: 320, after: 80 }),
    heading4: heading(24, { before: 280, after: 80 }),
    heading5: heading(24, { before: 240, after: 80 }),
    heading6: heading(24, { before: 240, after: 80 }),
    caption: {
      run: { font: PLAIN_FONT, size: 18, color: SOFT, italics: false },
      paragraph: { spacing: spacing(1.1, { before: 120, after: 100 }), keepNext: true },
    },
    listParagraph: { paragraph: { spacing: spacing(1.3, { after: 60 }) } },
    hyperlink: { run: { color: ACCENT, underline: {} } },
  },
  paragraphStyles: [
    {
      id: 'Quote',
      name: 'Quote',
      basedOn: 'Normal',
      next: 'Normal',
      quickFormat: true,
      run: { italics: true },
      paragraph: { indent: QUOTE_INDENT, spacing: spacing(1.25, { before: 100, after: 160 }) },
    },
    plain('Subtitle', 'Subtitle', 22, { after: 320 }),
    plain('TOCHeading', 'TOC Heading', 22, { before: 120, after: 100 }, { keepNext: true }),
    ...[1, 2, 3].map(contentsLine),
    plain('Facts', 'Report Facts', 19, { after: 60 }),
    plain('Definition', 'Report Definition', 18, { after: 60 }, { keepNext: true }),
    plain('Counts', 'Report Counts', 18, { after: 140 }, { keepNext: true }),
    plain('QuoteNote', 'Quote Note', 18, { after: 160 }, { indent: QUOTE_INDENT }),
    plain('TableNote', 'Table Note', 17, { before: 100, after: 140 }),
    cell('TableText', 'Table Text', 'left'),
    cell('TableFigure', 'Table Figure', 'center'),
    cell('TableZero', 'Table Zero', 'center', SOFT),
  ],
  characterStyles: [
    {
      id: 'QuoteSource',
      name: 'Quote Source',
      basedOn: 'DefaultParagraphFont',
      run: { italics: false, color: SOFT },
    },
    {
      id: 'FactTerm',
      name: 'Report Term',
      basedOn: 'DefaultParagraphFont',
      run: { color: INK, bold: true },
    },
  ],
});

interface Gap {
  readonly before?: number;
  readonly after?: number;
}

/** Lines as a multiple of the font's height. */
const spacing = (lines: number, gap: Gap) => ({
  ...gap,
  line: Math.round(lines * 240),
  lineRule: LineRuleType.AUTO,
});

const heading = (size: number, gap: Gap) => ({
  run: { font: TEXT_FONT, size, bold: true, color: INK },
  paragraph: { spacing: spacing(1.15, gap), keepNext: true, keepLines: true },
});

const plain = (
  id: string,
  name: string,
  size: number,
  gap: Gap,
  {
    keepNext = false,
    indent,
  }: {
    readonly keepNext?: boolean;
    readonly indent?: { readonly left: number; readonly right: number };
  } = {},
) => ({
  id,
  name,
  basedOn: 'Normal',
  quickFormat: true,
  run: { font: PLAIN_FONT, size, color: id === 'Facts' ? INK : SOFT },
  paragraph: {
    spacing: spacing(1.15, gap),
    ...(keepNext && { keepNext }),
    ...(indent && { indent }),
  },
});

/** An entry of the contents, with room for its page number at the right. */
const contentsLine = (level: number) => ({
  id: `TOC${level}`,
  name: `toc ${level}`,
  basedOn: 'Normal',
  next: 'Normal',
  run: { size: 22 },
  paragraph: {
    indent: { left: (level - 1) * 300 },
    spacing: spacing(1.15, { after: level === 1 ? 60 : 30 }),
    rightTabStop: 9071,
  },
});

const cell = (id: string, name: string, alignment: 'left' | 'center', color = INK) => ({
  id,
  name,
  basedOn: 'Normal',
  quickFormat: true,
  run: { font: PLAIN_FONT, size: 18, color },
  paragraph: { alignment, spacing: spacing(1, { before: 40, after: 40 }) },
});
