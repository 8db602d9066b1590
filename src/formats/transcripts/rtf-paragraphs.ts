import iconv from 'iconv-lite';
import { Rejection } from '../../domain/rejection.ts';
import { NO_LEAD, paragraphWithLead, withNameApart, withText } from './bold-name.ts';
import { checkLength } from './paragraphs.ts';
import { tableParagraphs } from './table-paragraphs.ts';

/** Groups whose text nobody said. Those that open with `\*` are left out too. */
const UNSAID = new Set([
  ...['fonttbl', 'colortbl', 'stylesheet', 'info', 'pict', 'object', 'footnote', 'annotation'],
  ...['header', 'headerl', 'headerr', 'headerf', 'footer', 'footerl', 'footerr', 'footerf'],
  ...['listtext', 'pntext', 'ftnsep', 'ftnsepc', 'fldinst', 'filetbl', 'listtable', 'xe', 'tc'],
  ...['nonshppict', 'themedata', 'datastore', 'atnid', 'atnauthor', 'template', 'generator'],
]);

const SIGNS: Readonly<Record<string, string>> = {
  ...{ tab: '\t', line: '\n', lbr: '\n', emdash: '—', endash: '–', bullet: '•' },
  ...{ lquote: '‘', rquote: '’', ldblquote: '“', rdblquote: '”' },
  ...{ emspace: '\u2003', enspace: '\u2002', qmspace: '\u2005', zwj: '\u200d', zwnj: '\u200c' },
};
const SYMBOLS: Readonly<Record<string, string>> = {
  ...{ '\\': '\\', '{': '{', '}': '}', '~': '\u00a0', _: '\u2011', '-': '' },
};

/** Code pages by the character set that a font names; 0 is the document's own. */
const CHARSETS: Readonly<Record<number, number>> = {
  ...{ 77: 10000, 128: 932, 129: 949, 134: 936, 136: 950, 161: 1253, 162: 1254, 163: 1258 },
  ...{ 177: 1255, 178: 1256, 186: 1257, 204: 1251, 222: 874, 238: 1250 },
};
const WESTERN = 1252;
const MAX_DEPTH = 500;

interface Group {
  readonly isSaid: boolean;
  readonly isFontTable: boolean;
  readonly isHidden: boolean;
  readonly isBold: boolean;
  readonly isItalic: boolean;
  /** How many signs stand behind `\uN` for readers that do not know it. */
  readonly fallback: number;
  readonly codePage: number;
}

/**
 * The paragraphs of a rich text file; its tables row by row.
 *
 * @throws Rejection `file-damaged` when it ends in the middle, `file-unsafe` when it nests too deep
 */
export function rtfParagraphs(file: string, bytes: Uint8Array): string[] {
  const source = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength).toString('latin1');
  const reader = new Reader(file);
  TOKEN.lastIndex = 0;
  while (!reader.isDone && TOKEN.lastIndex < source.length) {
    const at = TOKEN.lastIndex;
    const groups = TOKEN.exec(source)?.groups;
    if (!groups) TOKEN.lastIndex = at + 1;
    else if (groups['word'] === 'bin')
      TOKEN.lastIndex += Math.max(0, Number(groups['number'] ?? 0));
    else reader.token(groups);
  }
  return reader.end();
}

const TOKEN =
  /\\(?<word>[A-Za-z]{1,32})(?<number>-?\d{1,10})? ?|\\'(?<hex>[\dA-Fa-f]{2})|\\(?<symbol>[^A-Za-z])|(?<brace>[{}])|[\r\n]+|(?<text>[^\\{}\r\n]+)/gsy;

class Reader {
  isDone = false;
  readonly #file: string;
  readonly #stack: Group[] = [];
  #group: Group = {
    isSaid: true,
    isFontTable: false,
    isHidden: false,
    isBold: false,
    isItalic: false,
    fallback: 1,
    codePage: WESTERN,
  };
  #documentPage = WESTERN;
  readonly #fonts = new Map<number, number>();
  #font = 0;
  /** Signs still to be left out behind `\uN`. */
  #pending = 0;
  /** Bytes of one code page that wait to be decoded together: two may make a sign. */
  #bytes: number[] = [];
  #characters = 0;
  #open = NO_LEAD;
  readonly #paragraphs: string[] = [];
  #cells: string[] = [];
  #rows: string[][] = [];

  constructor(file: string) {
    this.#file = file;
  }

  token({ word, number, hex, symbol, brace, text }: Readonly<Record<string, string | undefined>>) {
    if (hex === undefined && !(text === undefined && brace === undefined && !word && !symbol))
      this.#decode();
    if (text !== undefined) this.#text(text);
    else if (hex !== undefined) this.#byte(parseInt(hex, 16));
    else if (brace === '{') this.#push();
    else if (brace === '}') this.#pop();
    else if (word !== undefined) this.#word(word, number === undefined ? null : Number(number));
    else if (symbol !== undefined) this.#symbol(symbol);
  }

  end(): string[] {
    if (!this.isDone) throw new Rejection('invalid', 'file-damaged', { file: this.#file });
    this.#endParagraph();
    this.#endTable();
    return this.#paragraphs;
  }

  #push(): void {
    if (this.#stack.length >= MAX_DEPTH)
      throw new Rejection('invalid', 'file-unsafe', { file: this.#file });
    this.#stack.push(this.#group);
    this.#pending = 0;
  }

  #pop(): void {
    const outer = this.#stack.pop();
    if (outer) this.#group = outer;
    this.#pending = 0;
    this.isDone = this.#stack.length === 0;
  }

  #text(text: string): void {
    const skipped = Math.min(this.#pending, text.length);
    this.#pending -= skipped;
    // Bytes above ASCII stand bare in what some programs write.
    for (const part of text.slice(skipped).split(/([\u0080-\u00ff]+)/)) {
      if (part === '') continue;
      if (part < '\u0080') this.#add(part);
      else {
        this.#bytes = [...part].map((sign) => sign.charCodeAt(0));
        this.#decode();
      }
    }
  }

  #byte(byte: number): void {
    if (this.#pending > 0) this.#pending--;
    else this.#bytes.push(byte);
  }

  #decode(): void {
    if (this.#bytes.length === 0) return;
    const bytes = Buffer.from(this.#bytes);
    this.#bytes = [];
    const page = `cp${this.#group.codePage}`;
    this.#add(iconv.decode(bytes, iconv.encodingExists(page) ? page : `cp${WESTERN}`));
  }

  #symbol(symbol: string): void {
    if (symbol === '*') this.#group = { ...this.#group, isSaid: false };
    else if (this.#pending > 0) this.#pending--;
    else if (symbol === '\n' || symbol === '\r') this.#endParagraph();
    else this.#add(SYMBOLS[symbol] ?? '');
  }

  #word(word: string, number: number | null): void {
    if (word === 'u') {
      const code = number ?? 0;
      this.#add(String.fromCharCode(code & 0xffff));
      this.#pending = this.#group.fallback;
      return;
    }
    if (this.#pending > 0) {
      this.#pending--;
      return;
    }
    if (UNSAID.has(word)) this.#group = { ...this.#group, isSaid: false };
    this.#state(word, number);
    if (word in SIGNS) this.#add(SIGNS[word] ?? '');
    else if (this.#group.isSaid) this.#layout(word);
  }

  #state(word: string, number: number | null): void {
    if (word === 'uc') this.#group = { ...this.#group, fallback: Math.min(10, number ?? 1) };
    else if (word === 'v') this.#group = { ...this.#group, isHidden: number !== 0 };
    else if (word === 'deleted') this.#group = { ...this.#group, isHidden: number !== 0 };
    else if (word === 'plain')
      this.#group = { ...this.#group, isHidden: false, isBold: false, isItalic: false };
    else if (word === 'b') this.#group = { ...this.#group, isBold: number !== 0 };
    else if (word === 'i') this.#group = { ...this.#group, isItalic: number !== 0 };
    else if (word === 'fonttbl') this.#group = { ...this.#group, isFontTable: true };
    else if (word === 'fcharset') this.#fonts.set(this.#font, number ?? 0);
    else if (word === 'ansicpg') this.#codePages(number ?? WESTERN);
    else if (word === 'mac') this.#codePages(10000);
    else if (word === 'pc') this.#codePages(437);
    else if (word === 'pca') this.#codePages(850);
    else if (word === 'f') {
      this.#font = number ?? 0;
      if (!this.#group.isFontTable)
        this.#group = { ...this.#group, codePage: this.#pageOf(this.#font) };
    }
  }

  #codePages(page: number): void {
    this.#documentPage = page;
    this.#group = { ...this.#group, codePage: page };
  }

  #pageOf(font: number): number {
    return CHARSETS[this.#fonts.get(font) ?? 0] ?? this.#documentPage;
  }

  #layout(word: string): void {
    if (word === 'par' || word === 'sect' || word === 'page') this.#endParagraph();
    else if (word === 'cell' || word === 'nestcell') {
      this.#cells.push(withNameApart(this.#open));
      this.#open = NO_LEAD;
    } else if (word === 'row') {
      this.#rows.push(this.#cells);
      this.#cells = [];
    } else if (word === 'pard') this.#isInTable = false;
    else if (word === 'intbl') this.#isInTable = true;
  }

  #isInTable = false;

  #endParagraph(): void {
    if (this.#isInTable) {
      this.#open = withText(this.#open, '\n', false);
      return;
    }
    this.#endTable();
    this.#paragraphs.push(paragraphWithLead(this.#open));
    this.#open = NO_LEAD;
  }

  #endTable(): void {
    if (this.#cells.length > 0) this.#rows.push(this.#cells);
    this.#cells = [];
    if (this.#rows.length > 0) this.#paragraphs.push(...tableParagraphs(this.#rows));
    this.#rows = [];
  }

  #add(text: string): void {
    if (!this.#group.isSaid || this.#group.isHidden) return;
    this.#characters += text.length;
    checkLength(this.#file, this.#characters);
    this.#open = withText(this.#open, text, this.#group.isBold || this.#group.isItalic);
  }
}
