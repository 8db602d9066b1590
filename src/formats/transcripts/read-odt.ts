import { Rejection } from '../../domain/rejection.ts';
import { readZip } from '../read-zip.ts';
import { readXml, type XmlHandlers } from '../xml.ts';
import { NO_LEAD, paragraphWithLead, withNameApart, withText, type BoldLead } from './bold-name.ts';
import type { ParsedTranscript } from './format.ts';
import { officeKind } from './office-kind.ts';
import { checkLength, transcriptOfParagraphs } from './paragraphs.ts';
import { tableParagraphs } from './table-paragraphs.ts';

const CONTENT = 'content.xml';
const MANIFEST = 'META-INF/manifest.xml';

/** What belongs to the document without being said. */
const UNSAID = new Set([
  ...['text:note', 'office:annotation', 'text:tracked-changes', 'text:ruby-text'],
  ...['svg:title', 'svg:desc', 'office:forms', 'text:sequence-decls', 'office:scripts'],
]);
const PARAGRAPHS = new Set(['text:p', 'text:h']);
/** The styles that are bold or italic in every document. */
const EMPHASES = ['Strong_20_Emphasis', 'Emphasis'];
const CELLS = new Set(['table:table-cell', 'table:covered-table-cell']);

/** `<text:s text:c="…"/>` stands for so many spaces at most. */
const MAX_SPACES = 100;

/** @throws Rejection when the file is not a text document, or is not safe to read */
export function readOdt(file: string, bytes: Uint8Array): ParsedTranscript {
  const names: string[] = [];
  const parts = readZip(file, bytes, (name) => {
    names.push(name);
    return name === CONTENT || name === MANIFEST;
  });
  // A document with a password may be one part that holds all others.
  if (Buffer.from(parts.get(MANIFEST) ?? []).includes('encryption-data'))
    throw new Rejection('invalid', 'file-locked', { file });
  const content = parts.get(CONTENT);
  if (!content) throw new Rejection('invalid', 'file-mismatch', { file, kind: officeKind(names) });
  const reader = new Reader(file);
  try {
    readXml(file, content, reader);
  } catch (error) {
    // A line inside the archive would help nobody.
    const isBroken = error instanceof Rejection && error.code === 'xml-broken';
    throw isBroken ? new Rejection('invalid', 'file-damaged', { file }) : error;
  }
  return transcriptOfParagraphs(file, reader.paragraphs);
}

const spacesIn = (count = '1'): number =>
  /^\d{1,9}$/.test(count) ? Math.min(MAX_SPACES, Number(count)) : 1;

/** Runs of white space in the file are one space, and none where a paragraph or a line begins. */
class Reader implements XmlHandlers {
  readonly paragraphs: string[] = [];
  readonly #file: string;
  #characters = 0;
  #unsaid = 0;
  /** Paragraphs that are being read: a text box stands inside one. */
  readonly #open: BoldLead[] = [];
  /** Names of the styles whose letters are bold or italic, and the one that is being defined. */
  readonly #boldStyles = new Set(EMPHASES);
  readonly #plainStyles = new Set<string>();
  #style = '';
  /** Whether each span that is open is bold: one inside another is what that one says. */
  readonly #spans: boolean[] = [];
  /** Whether each paragraph that is open is. */
  readonly #lead: boolean[] = [];
  /** Tables inside a cell are read as its lines. */
  #tables = 0;
  #rows: string[][] = [];
  #cells: string[] = [];
  #cell: string[] = [];

  constructor(file: string) {
    this.#file = file;
  }

  open(name: string, attribute: (name: string) => string | undefined): void {
    if (UNSAID.has(name)) this.#unsaid++;
    if (this.#unsaid > 0) return;
    if (PARAGRAPHS.has(name)) {
      this.#open.push(NO_LEAD);
      this.#lead.push(this.#boldStyles.has(attribute('text:style-name') ?? ''));
    } else if (name === 'style:style') this.#style = attribute('style:name') ?? '';
    else if (name === 'style:text-properties')
      this.#define(attribute('fo:font-weight'), attribute('fo:font-style'));
    else if (name === 'text:span') this.#openSpan(attribute('text:style-name') ?? '');
    else if (name === 'text:line-break') this.#add('\n');
    else if (name === 'text:tab') this.#add('\t');
    else if (name === 'text:s') this.#add(' '.repeat(spacesIn(attribute('text:c'))));
    else if (name === 'table:table' && this.#tables++ === 0) this.#rows = [];
    else if (name === 'table:table-row' && this.#tables === 1) this.#cells = [];
    else if (CELLS.has(name) && this.#tables === 1) this.#cell = [];
  }

  close(name: string): void {
    if (UNSAID.has(name)) this.#unsaid--;
    if (this.#unsaid > 0) return;
    if (PARAGRAPHS.has(name)) this.#end(this.#open.pop() ?? NO_LEAD);
    else if (name === 'style:style') this.#style = '';
    else if (name === 'text:span') this.#spans.pop();
    else if (name === 'table:table' && --this.#tables === 0)
      this.paragraphs.push(...tableParagraphs(this.#rows));
    else if (name === 'table:table-row' && this.#tables === 1) this.#rows.push(this.#cells);
    else if (CELLS.has(name) && this.#tables === 1) this.#cells.push(this.#cell.join('\n'));
  }

  text(text: string): void {
    if (this.#unsaid > 0) return;
    const single = text.replace(/[\t\n\r ]+/g, ' ');
    const { bold, rest } = this.#open.at(-1) ?? NO_LEAD;
    this.#add(/(?:^|\s)$/.test(rest || bold) ? single.trimStart() : single);
  }

  #openSpan(style: string): void {
    const isAround = this.#lead.at(-1) === true && !this.#plainStyles.has(style);
    this.#spans.push(this.#boldStyles.has(style) || isAround);
  }

  #define(weight: string | undefined, slant: string | undefined): void {
    if (weight === 'bold' || Number(weight) >= 600 || slant === 'italic')
      this.#boldStyles.add(this.#style);
    else if (weight === 'normal' || slant === 'normal') this.#plainStyles.add(this.#style);
  }

  #add(text: string): void {
    const open = this.#open.pop();
    if (open === undefined) return;
    this.#characters += text.length;
    checkLength(this.#file, this.#characters);
    this.#open.push(withText(open, text, this.#spans.at(-1) ?? this.#lead.at(-1) ?? false));
  }

  #end(paragraph: BoldLead): void {
    this.#lead.pop();
    if (this.#tables > 0) this.#cell.push(withNameApart(paragraph));
    else this.paragraphs.push(paragraphWithLead(paragraph));
  }
}
