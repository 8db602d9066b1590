import { FileChild } from 'docx';

/**
 * WordprocessingML as docx writes it out: an element by its name. The paragraphs and tables of docx
 * make a dozen objects for every run and cell, which ten thousand quotes, or themes by two hundred
 * interviewees, cannot afford; these are only what is written.
 */
export interface Xml {
  readonly [element: string]: readonly (Xml | Attributes | string)[] | Attributes;
}

interface Attributes {
  readonly _attr?: Readonly<Record<string, string | number>>;
}

/** A paragraph or a table that stands in the document as it is given. */
export class XmlBlock extends FileChild {
  readonly #xml: Xml;

  constructor(xml: Xml) {
    super(Object.keys(xml)[0] ?? 'w:p');
    this.#xml = xml;
  }

  override prepForXml(): Xml {
    return this.#xml;
  }
}

/** An element with nothing but attributes, e.g. `<w:jc w:val="center"/>`. */
export const mark = (
  name: string,
  attributes: Readonly<Record<string, string | number>> = {},
): Xml => ({
  [name]: { _attr: attributes },
});

/** What XML 1.0 cannot hold; docx itself leaves out the control characters. */
const NO_XML = /[\ufffe\uffff]/g;

export const xmlText = (text: string): string => text.replace(NO_XML, '');

export interface RunStyle {
  /** Id of a character style. */
  readonly style?: string;
  readonly bold?: boolean;
  readonly color?: string;
  readonly rightToLeft?: boolean;
  /** Begins a new line. */
  readonly breakBefore?: boolean;
}

export function run(
  text: string,
  { style, bold, color, rightToLeft, breakBefore }: RunStyle = {},
): Xml {
  const properties: Xml[] = [];
  if (style) properties.push(mark('w:rStyle', { 'w:val': style }));
  if (bold) properties.push(mark('w:b'), mark('w:bCs'));
  if (color) properties.push(mark('w:color', { 'w:val': color }));
  if (rightToLeft) properties.push(mark('w:rtl'));
  return {
    'w:r': [
      ...(properties.length > 0 ? [{ 'w:rPr': properties }] : []),
      ...(breakBefore ? [mark('w:br')] : []),
      { 'w:t': [{ _attr: { 'xml:space': 'preserve' } }, xmlText(text)] },
    ],
  };
}

export interface ParagraphStyle {
  readonly keepNext?: boolean;
  readonly rightToLeft?: boolean;
  /** Twips. */
  readonly after?: number;
  readonly before?: number;
  readonly indent?: number;
}

/** A paragraph in a named style; the order of its properties is the schema's. */
export function paragraph(
  style: string,
  runs: readonly Xml[],
  { keepNext, rightToLeft, after, before, indent }: ParagraphStyle = {},
): Xml {
  const properties = [mark('w:pStyle', { 'w:val': style })];
  if (keepNext) properties.push(mark('w:keepNext'));
  if (rightToLeft) properties.push(mark('w:bidi'));
  const spacing = { ...(before && { 'w:before': before }), ...(after && { 'w:after': after }) };
  if (before || after) properties.push(mark('w:spacing', spacing));
  if (indent) properties.push(mark('w:ind', { 'w:left': indent }));
  return { 'w:p': [{ 'w:pPr': properties }, ...runs] };
}

/** Lines as Word breaks them. The space before a break parts the words for whoever reads the XML. */
export const lineRuns = (lines: readonly string[], rightToLeft = false): Xml[] =>
  lines.map((line, i) =>
    run(i + 1 < lines.length ? `${line} ` : line, { breakBefore: i > 0, rightToLeft }),
  );
