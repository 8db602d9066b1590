import { FileChild } from 'docx';

declare const written: unique symbol;

/**
 * WordprocessingML as it stands in the file. The paragraphs and tables of docx make a dozen objects
 * for every run and cell, which ten thousand quotes, or themes by two hundred interviewees, cannot
 * afford; these are only what is written.
 */
export type Xml = string & { readonly [written]: true };

type Attributes = Readonly<Record<string, string | number>>;

/** The element that docx writes where a block will stand; nobody's text can be one. */
const PLACE = 'teema:block';
export const PLACE_XML = `<${PLACE}/>`;

/** A paragraph or a table that stands in the document as it is given; `packDocx` puts it there. */
export class XmlBlock extends FileChild {
  constructor(readonly xml: Xml) {
    super(PLACE);
  }

  override prepForXml(): Readonly<Record<string, object>> {
    return { [PLACE]: {} };
  }
}

export const element = (name: string, children: readonly Xml[], attributes: Attributes = {}): Xml =>
  `<${name}${attributesXml(attributes)}>${children.join('')}</${name}>` as Xml;

/** An element with nothing but attributes, e.g. `<w:jc w:val="center"/>`. */
export const mark = (name: string, attributes: Attributes = {}): Xml =>
  `<${name}${attributesXml(attributes)}/>` as Xml;

function attributesXml(attributes: Attributes): string {
  let text = '';
  for (const [name, value] of Object.entries(attributes))
    text += ` ${name}="${typeof value === 'number' ? value : escaped(value)}"`;
  return text;
}

/** What XML 1.0 cannot hold, and what means something in it. */
const SPECIAL = /[&<>"\u0000-\u0008\u000b\u000c\u000e-\u001f\ufffe\uffff]/g;
const ENTITIES: Readonly<Record<string, string>> = {
  '&': '&amp;',
  '<': '&lt;',
  '>': '&gt;',
  '"': '&quot;',
};

const escaped = (text: string): string => text.replace(SPECIAL, (c) => ENTITIES[c] ?? '');

/** Text for docx's own elements, which leave out the control characters but not these. */
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
  const look = properties.length > 0 ? element('w:rPr', properties) : '';
  const line = breakBefore ? '<w:br/>' : '';
  return `<w:r>${look}${line}<w:t xml:space="preserve">${escaped(text)}</w:t></w:r>` as Xml;
}

export interface ParagraphStyle {
  readonly keepNext?: boolean;
  /** Begins a page. */
  readonly newPage?: boolean;
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
  { keepNext, newPage, rightToLeft, after, before, indent }: ParagraphStyle = {},
): Xml {
  const properties = [mark('w:pStyle', { 'w:val': style })];
  if (keepNext) properties.push(mark('w:keepNext'));
  if (newPage) properties.push(mark('w:pageBreakBefore'));
  if (rightToLeft) properties.push(mark('w:bidi'));
  const spacing = { ...(before && { 'w:before': before }), ...(after && { 'w:after': after }) };
  if (before || after) properties.push(mark('w:spacing', spacing));
  if (indent) properties.push(mark('w:ind', { 'w:left': indent }));
  return element('w:p', [element('w:pPr', properties), ...runs]);
}

/** Lines as Word breaks them. The space before a break parts the words for whoever reads the XML. */
export const lineRuns = (lines: readonly string[], rightToLeft = false): Xml[] =>
  lines.map((line, i) =>
    run(i + 1 < lines.length ? `${line} ` : line, { breakBefore: i > 0, rightToLeft }),
  );
