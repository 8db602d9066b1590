import { decodeText } from '../decode-text.ts';
import { excerptOf } from '../tidy-text.ts';
import { ReferenceCollector } from './collector.ts';
import { risKind } from './kinds.ts';
import { authorOf, type Authors } from './person-names.ts';
import type { ReferencesFile } from '../../domain/theory/reference.ts';

/** A tag of two signs, two spaces, a hyphen and a space; programs spare one of the spaces. */
const TAGGED = /^([A-Z][A-Z\d])[ \t]{1,2}-(?:[ \t](.*))?$/;

interface RisRecord {
  readonly line: number;
  readonly type: string;
  readonly values: Map<string, string[]>;
}

/**
 * Reads the references of a RIS file. Tags that a bibliography does not need (abstract, keywords,
 * notes …) are not read.
 *
 * @throws Rejection `references-none` {file} where there are none, `file-binary`, `file-empty`, and
 * those of the limits: `references-too-large`, `references-too-many`.
 */
export function readRis(file: string, bytes: Uint8Array): ReferencesFile {
  const collector = new ReferenceCollector(file, bytes);
  const reader = new RisReader(collector);
  const lines = decodeText(file, bytes).split(/\r\n?|\n/);
  lines.forEach((text, i) => reader.take(text, i + 1));
  reader.end(lines.length);
  return collector.finish();
}

class RisReader {
  readonly #collector: ReferenceCollector;
  #record: RisRecord | null = null;
  /** The values of the last tag: a line without one goes on with them. */
  #last: string[] = [];
  #hasToldOutside = false;

  constructor(collector: ReferenceCollector) {
    this.#collector = collector;
  }

  take(text: string, line: number): void {
    const [, tag, value = ''] = TAGGED.exec(text.trimEnd()) ?? [];
    if (tag === 'TY') {
      this.end(line);
      this.#record = { line, type: value.trim().toUpperCase(), values: new Map() };
    } else if (tag === 'ER') this.#close();
    else if (!this.#record) this.#outside(text, line);
    else if (tag !== undefined) this.#add(this.#record, tag, value.trim());
    else if (text.trim() !== '') this.#goOn(text.trim());
  }

  /** Tells of a record that nothing ends. */
  end(line: number): void {
    const record = this.#record;
    if (!record) return;
    const entry = excerptOf(first(record, 'ID', 'TI', 'T1') ?? record.type);
    this.#collector.warn({ line, code: 'ris-unended', details: { entry } });
    this.#close();
  }

  #add({ values }: RisRecord, tag: string, value: string): void {
    const known = values.get(tag);
    this.#last = known ?? [];
    if (!known) values.set(tag, this.#last);
    this.#last.push(value);
  }

  #goOn(text: string): void {
    const last = this.#last.length - 1;
    if (last >= 0) this.#last[last] = `${this.#last[last] ?? ''} ${text}`;
  }

  #outside(text: string, line: number): void {
    if (text.trim() === '' || this.#hasToldOutside) return;
    this.#hasToldOutside = true;
    this.#collector.warn({ line, code: 'ris-outside', details: { text: excerptOf(text) } });
  }

  #close(): void {
    const record = this.#record;
    this.#record = null;
    this.#last = [];
    if (record) this.#collect(record);
  }

  #collect(record: RisRecord): void {
    const { line, type } = record;
    const key = first(record, 'ID');
    const title = first(record, 'TI', 'T1', 'CT', 'BT');
    const container = first(record, 'JF', 'JO', 'T2', 'BT', 'JA', 'J2', 'T3');
    const entry = excerptOf(key ?? title ?? '') || '?';
    const kind = risKind(type);
    if (kind === null)
      this.#collector.warn({
        line,
        code: 'reference-kind-unknown',
        details: { entry, kind: type },
      });
    this.#collector.add({
      line,
      key,
      kind: kind ?? 'document',
      people: this.#people(record, entry),
      texts: {
        title,
        container: container === title ? null : container,
        year: yearOf(first(record, 'PY', 'Y1', 'DA')),
        volume: first(record, 'VL'),
        issue: first(record, 'IS'),
        pages: pagesOf(first(record, 'SP'), first(record, 'EP')),
        publisher: first(record, 'PB'),
        doi: first(record, 'DO'),
        url: first(record, 'UR'),
      },
    });
  }

  #people(record: RisRecord, entry: string): Authors {
    const authors = names(record, 'AU', 'A1');
    const editors = names(record, 'ED', 'A2', 'A3');
    if (authors.length > 0 || editors.length === 0) return authorsOf(authors);
    this.#collector.warn({ line: record.line, code: 'reference-editors', details: { entry } });
    return authorsOf(editors);
  }
}

const names = ({ values }: RisRecord, ...tags: readonly string[]): string[] =>
  tags.flatMap((tag) => values.get(tag) ?? []).filter((name) => name !== '');

const first = (record: RisRecord, ...tags: readonly string[]): string | null =>
  names(record, ...tags)[0] ?? null;

const OTHERS = /^(?:et al\.?|and others|others)$/i;

const authorsOf = (written: readonly string[]): Authors => {
  const named = written.filter((name) => !OTHERS.test(name));
  return { authors: named.map(authorOf), hasMoreAuthors: named.length < written.length };
};

/** RIS dates are `YYYY/MM/DD/other`, of which any part may be missing. */
function yearOf(date: string | null): string | null {
  const [year = ''] = (date ?? '').split('/', 1);
  return /^\d{4}(?=-\d\d)/.exec(year)?.[0] ?? (year.trim() || null);
}

const pagesOf = (start: string | null, end: string | null): string | null =>
  start && end && start !== end && !/[-–]/.test(start) ? `${start}–${end}` : (start ?? end);
