import { Rejection } from '../../domain/rejection.ts';

/** An entry of a BibTeX file; names of fields are in small letters, values TeX as written. */
export interface BibtexEntry {
  /** In small letters. */
  readonly type: string;
  readonly key: string | null;
  readonly fields: ReadonlyMap<string, string>;
  /** Where it begins. */
  readonly at: number;
}

/** What could not be read as it stands: `code` names the message, `details` fills it. */
export interface BibtexFault {
  readonly at: number;
  readonly code: string;
  readonly details: Readonly<Record<string, string>>;
}

export interface BibtexEntries {
  readonly entries: readonly BibtexEntry[];
  readonly faults: readonly BibtexFault[];
}

const MONTHS = 'jan feb mar apr may jun jul aug sep oct nov dec'.split(' ');

/** An entry begins a line; one that is not closed ends there, so that it cannot swallow the next. */
const LINE_START = /^[^\S\n]*@[^\S\n]*[a-z]+\s*[{(]/gim;
const ENTRY = /@\s*([a-z]+)\s*([{(])/iy;
const KEY = /\s*([^,={}"\n]*)/y;
const NAME = /[\s,]*([^\s=,{}"#()]+)\s*=\s*/y;
const GAP = /[\s,]*/y;
const CONCATENATION = /\s*#\s*/y;
const WORD = /[^\s,{}"#()=]+/y;

/** Strings may be made of strings: what they grow to in all, in UTF-16 code units. */
const MOST_EXPANDED = 10_000_000;

/**
 * The entries of a BibTeX file; what stands between them is comment. An entry that is broken is a
 * fault, and reading goes on at the next that begins a line. `ensureFew` may throw at their count.
 *
 * @throws Rejection `bibtex-inflates` {file} where strings made of strings grow beyond measure.
 */
export function bibtexEntries(
  file: string,
  text: string,
  ensureFew: (count: number) => void,
): BibtexEntries {
  const reader = new BibtexReader(file, text);
  let from = 0;
  for (const { index } of text.matchAll(LINE_START)) {
    reader.readStretch(from, index);
    ensureFew(Math.max(reader.entries.length, reader.faults.length / FAULTS_PER_ENTRY));
    from = index;
  }
  reader.readStretch(from, text.length);
  return reader;
}

/** Of an entry that is broken, in UTF-16 code units. */
const START_SHOWN = 80;

/** A file of more faults than these is no better than one of too many entries. */
const FAULTS_PER_ENTRY = 2;

/** Where reading cannot go on. */
class Broken extends Error {}

class BibtexReader implements BibtexEntries {
  readonly entries: BibtexEntry[] = [];
  readonly faults: BibtexFault[] = [];
  readonly #file: string;
  readonly #text: string;
  readonly #strings = new Map(MONTHS.map((month) => [month, month]));
  #expanded = 0;
  #at = 0;
  #end = 0;

  constructor(file: string, text: string) {
    this.#file = file;
    this.#text = text;
  }

  readStretch(from: number, end: number): void {
    this.#end = end;
    for (let at = this.#text.indexOf('@', from); at >= 0 && at < end;) {
      this.#at = at;
      if (!this.#readAt(at)) return;
      at = this.#text.indexOf('@', Math.max(this.#at, at + 1));
    }
  }

  /** Reads what begins here; false where the rest of the stretch makes no sense. */
  #readAt(at: number): boolean {
    const [, word = '', open = ''] = this.#match(ENTRY) ?? [];
    if (open === '') return true;
    const type = word.toLowerCase();
    try {
      this.#read(type, open === '{' ? '}' : ')', at);
      return true;
    } catch (error) {
      if (!(error instanceof Broken)) throw error;
      const start = this.#text.slice(at, Math.min(this.#end, at + START_SHOWN));
      if (type !== 'comment') this.faults.push({ at, code: 'bibtex-broken', details: { start } });
      return false;
    }
  }

  #read(type: string, close: string, at: number): void {
    if (type === 'comment' || type === 'preamble') this.#skipTo(close);
    else if (type === 'string') {
      for (const [name, value] of this.#fields(close, at, '@string'))
        this.#strings.set(name, value);
    } else {
      const key = this.#key();
      this.entries.push({ type, key, fields: this.#fields(close, at, key ?? ''), at });
    }
  }

  /** What stands before the first comma, unless it is the name of a field. */
  #key(): string | null {
    const start = this.#at;
    const key = this.#match(KEY)?.[1]?.trim() ?? '';
    if (this.#text[this.#at] === '=') this.#at = start;
    return this.#at === start ? null : key || null;
  }

  /** The fields up to the end of the entry, or to where it breaks. */
  #fields(close: string, at: number, entry: string): Map<string, string> {
    const fields = new Map<string, string>();
    try {
      for (this.#match(GAP); this.#text[this.#at] !== close; this.#match(GAP)) {
        const name = this.#match(NAME)?.[1]?.toLowerCase();
        if (name === undefined || this.#at >= this.#end) throw new Broken();
        const value = this.#value(entry);
        if (fields.has(name))
          this.faults.push({ at, code: 'bibtex-field-twice', details: { entry, field: name } });
        else fields.set(name, value);
      }
      this.#at++;
    } catch (error) {
      if (!(error instanceof Broken) || fields.size === 0) throw error;
      this.faults.push({ at, code: 'bibtex-cut', details: { entry } });
      this.#at = this.#end;
    }
    return fields;
  }

  #value(entry: string): string {
    let value = this.#piece(entry);
    while (this.#match(CONCATENATION)) value += this.#piece(entry);
    return value;
  }

  #piece(entry: string): string {
    const from = this.#at + 1;
    const sign = this.#text[this.#at];
    if (sign === '{' || sign === '"') {
      this.#at = from;
      this.#skipTo(sign === '{' ? '}' : '"');
      return this.#text.slice(from, this.#at - 1);
    }
    const word = this.#match(WORD)?.[0];
    if (word === undefined || this.#at > this.#end) throw new Broken();
    return /^\d/.test(word) ? word : this.#string(word, entry);
  }

  #string(name: string, entry: string): string {
    const known = this.#strings.get(name.toLowerCase());
    if (known === undefined)
      this.faults.push({
        at: this.#at,
        code: 'bibtex-string-unknown',
        details: { entry, string: name },
      });
    this.#expanded += known?.length ?? 0;
    if (this.#expanded > MOST_EXPANDED)
      throw new Rejection('invalid', 'bibtex-inflates', { file: this.#file });
    return known ?? name;
  }

  /** Goes behind the sign that closes, past what stands in braces. */
  #skipTo(close: string): void {
    let depth = 0;
    for (; this.#at < this.#end; this.#at++) {
      const sign = this.#text[this.#at];
      if (depth === 0 && sign === close) {
        this.#at++;
        return;
      }
      if (sign === '{') depth++;
      else if (sign === '}') depth--;
    }
    throw new Broken();
  }

  /** Matches where reading stands, and goes behind it. */
  #match(pattern: RegExp): RegExpExecArray | null {
    pattern.lastIndex = this.#at;
    const match = pattern.exec(this.#text);
    if (match) this.#at += match[0].length;
    return match;
  }
}
