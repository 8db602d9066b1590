import type { XmlHandlers } from '../xml.ts';
import { NO_LEAD, paragraphWithLead, withNameApart, withText, type BoldLead } from './bold-name.ts';
import { checkLength } from './paragraphs.ts';
import { tableParagraphs } from './table-paragraphs.ts';

/** What is deleted, said twice for older programs, or is a field's code. */
const UNSAID = new Set([
  ...['del', 'moveFrom', 'delText', 'instrText', 'delInstrText', 'Fallback', 'ruby', 'rt'],
  ...['sdtPr', 'sdtEndPr', 'tblPr', 'trPr', 'tcPr', 'sectPr', 'pPrChange', 'rPrChange'],
]);
/** Bold, italic, underlined. */
const EMPHASES = new Set(['b', 'i', 'u']);
const SIGNS: Readonly<Record<string, string>> = {
  ...{ tab: '\t', ptab: '\t', br: '\n', cr: '\n', noBreakHyphen: '\u2011' },
};

/**
 * The paragraphs of a Word document as its main part is read; its tables row by row. Nothing is kept
 * of it but its text, so that a long one with markup around every word costs no more than a short one.
 */
export class DocxText implements XmlHandlers {
  readonly paragraphs: string[] = [];
  readonly #file: string;
  #characters = 0;
  #unsaid = 0;
  #runs = 0;
  #isBold = false;
  #isText = false;
  /** Paragraphs that are being read: a text box stands inside one. */
  readonly #open: BoldLead[] = [];
  /** Tables inside a cell are read as its lines. */
  #tables = 0;
  #rows: string[][] = [];
  #cells: string[] = [];
  #cell: string[] = [];

  constructor(file: string) {
    this.#file = file;
  }

  open(prefixed: string, attribute: (name: string) => string | undefined): void {
    const name = localName(prefixed);
    if (UNSAID.has(name)) this.#unsaid++;
    if (this.#unsaid > 0) return;
    if (name === 'p') this.#open.push(NO_LEAD);
    else if (name === 'r') this.#openRun();
    else if (name === 't') this.#isText = true;
    else if (EMPHASES.has(name) && this.#runs > 0) this.#isBold ||= isOn(prefixed, attribute);
    else if (name === 'sym' && this.#runs > 0) this.#add(' ');
    else if (Object.hasOwn(SIGNS, name) && this.#runs > 0) this.#add(SIGNS[name] ?? '');
    else if (name === 'tbl' && this.#tables++ === 0) this.#rows = [];
    else if (name === 'tr' && this.#tables === 1) this.#cells = [];
    else if (name === 'tc' && this.#tables === 1) this.#cell = [];
  }

  close(prefixed: string): void {
    const name = localName(prefixed);
    if (UNSAID.has(name)) this.#unsaid--;
    if (this.#unsaid > 0 || UNSAID.has(name)) return;
    if (name === 'p') this.#end(this.#open.pop());
    else if (name === 'r') this.#runs--;
    else if (name === 't') this.#isText = false;
    else if (name === 'tbl' && --this.#tables === 0)
      this.paragraphs.push(...tableParagraphs(this.#rows));
    else if (name === 'tr' && this.#tables === 1) this.#rows.push(this.#cells);
    else if (name === 'tc' && this.#tables === 1) this.#cells.push(this.#cell.join('\n'));
  }

  text(text: string): void {
    if (this.#isText && this.#unsaid === 0) this.#add(text);
  }

  #openRun(): void {
    this.#runs++;
    this.#isBold = false;
  }

  #add(text: string): void {
    const open = this.#open.pop();
    if (!open) return;
    this.#characters += text.length;
    checkLength(this.#file, this.#characters);
    this.#open.push(withText(open, text, this.#isBold));
  }

  #end(paragraph: BoldLead | undefined): void {
    if (!paragraph) return;
    if (this.#tables > 0) this.#cell.push(withNameApart(paragraph));
    else this.paragraphs.push(paragraphWithLead(paragraph));
  }
}

const localName = (name: string): string => name.slice(name.indexOf(':') + 1);

/** `<w:b/>` is on, `<w:b w:val="0"/>` is off. */
const isOn = (name: string, attribute: (name: string) => string | undefined): boolean =>
  !/^(?:0|false|off|none)$/.test(attribute(name.replace(/[biu]$/, 'val')) ?? '');
