import { isBoldName, nameApart } from './bold-name.ts';
import { markEmphasised } from './emphasis.ts';
import { tableParagraphs } from './table-paragraphs.ts';

const TAG = /<(?<closing>\/?)(?<name>[a-z][a-z0-9]*)[^<>]*>|(?<text>[^<]+)/g;
const ENTITIES: Readonly<Record<string, string>> = {
  amp: '&',
  lt: '<',
  gt: '>',
  quot: '"',
  '#39': "'",
};

const EMPHASES = new Set(['b', 'strong', 'i', 'em']);
/** Elements that do not end a paragraph. */
const INLINE = new Set([
  ...['a', 'b', 'strong', 'i', 'em', 'u', 's', 'sub', 'sup', 'span', 'small', 'code', 'mark'],
]);

/**
 * The paragraphs of clean HTML: well-formed, without attributes that matter, with the five entities
 * that escaping makes. `<br>` is a line feed, a table's rows are paragraphs; behind a name in bold that
 * begins a paragraph stands a tab.
 */
export function htmlParagraphs(html: string): string[] {
  const reader = new Reader();
  for (const { groups } of html.matchAll(TAG)) {
    if (groups?.text !== undefined) reader.text(unescape(groups.text));
    else if (groups?.name) reader.tag(groups.name, groups.closing === '/');
  }
  return reader.end();
}

const unescape = (text: string): string =>
  text.replace(/&(amp|lt|gt|quot|#39);/g, (all, name: string) => ENTITIES[name] ?? all);

class Reader {
  readonly #paragraphs: string[] = [];
  /** Tables inside a cell are read as its lines. */
  #depth = 0;
  #rows: string[][] = [];
  #cells: string[] | null = null;
  #open = '';
  /** How many elements in bold or italics are open, and whether anything stands outside of them. */
  #emphases = 0;
  #isPlain = false;
  /** What is open stands in bold from its start. */
  #isBoldLead = false;
  /** What is open is a name in bold and nothing else. */
  #isNameBefore = false;

  text(text: string): void {
    const isApart = this.#isNameBefore && (/^\s/.test(text) || /\s$/.test(this.#open));
    this.#open = isApart ? nameApart(this.#open, text) : this.#open + text;
    this.#isNameBefore = false;
    this.#isPlain ||= this.#emphases === 0 && text.trim() !== '';
  }

  tag(name: string, isClosing: boolean): void {
    if (EMPHASES.has(name)) this.#emphasis(isClosing);
    if (name === 'br') this.#open += '\n';
    else if (name === 'table') this.#table(isClosing);
    else if (this.#depth === 1 && name === 'tr') this.#row(isClosing);
    else if (this.#depth === 1 && (name === 'td' || name === 'th')) this.#cell(isClosing);
    else if (!INLINE.has(name)) this.#endParagraph();
  }

  /** A name in bold before what is said gets the tab that the change of letters stands for. */
  #emphasis(isClosing: boolean): void {
    this.#emphases = Math.max(0, this.#emphases + (isClosing ? -1 : 1));
    this.#isNameBefore = isClosing && this.#isBoldLead && isBoldName(this.#open);
    this.#isBoldLead = !isClosing && this.#open.trim() === '';
  }

  end(): string[] {
    while (this.#depth > 0) this.#table(true);
    this.#endParagraph();
    return this.#paragraphs;
  }

  #endParagraph(): void {
    if (this.#depth > 0) {
      if (this.#open !== '' && !this.#open.endsWith('\n')) this.#open += '\n';
      return;
    }
    if (this.#open.trim() !== '')
      this.#paragraphs.push(this.#isPlain ? this.#open : markEmphasised(this.#open));
    this.#open = '';
    this.#isPlain = false;
  }

  #table(isClosing: boolean): void {
    if (!isClosing && this.#depth === 0) {
      this.#endParagraph();
      this.#rows = [];
    }
    if (isClosing && this.#depth === 1) {
      this.#row(true);
      this.#paragraphs.push(...tableParagraphs(this.#rows).filter((row) => row !== ''));
      this.#rows = [];
      this.#open = '';
    }
    this.#depth = Math.max(0, this.#depth + (isClosing ? -1 : 1));
  }

  #row(isClosing: boolean): void {
    this.#cell(true);
    if (this.#cells) this.#rows.push(this.#cells);
    this.#cells = isClosing ? null : [];
  }

  #cell(isClosing: boolean): void {
    if (isClosing && this.#open.trim() !== '') (this.#cells ??= []).push(this.#open.trim());
    else if (isClosing && this.#cells) this.#cells.push('');
    this.#open = '';
  }
}
