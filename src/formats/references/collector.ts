import { Rejection } from '../../domain/rejection.ts';
import { cutText, excerptOf, tidyLine } from '../tidy-text.ts';
import type { Authors } from './person-names.ts';
import {
  REFERENCE_LIMITS,
  type Author,
  type Reference,
  type ReferencesFile,
  type ReferenceWarning,
} from '../../domain/theory/reference.ts';

/** The texts of a publication as a file gives them. */
export type RawTexts = Readonly<
  Partial<
    Record<
      'year' | 'title' | 'container' | 'volume' | 'issue' | 'pages' | 'publisher' | 'doi' | 'url',
      string | null
    >
  >
>;

/** A publication as a file gives it. */
export interface RawReference {
  /** From 1. */
  readonly line: number;
  /** Null where the file gives none. */
  readonly key: string | null;
  readonly kind: string;
  readonly people: Authors;
  readonly texts: RawTexts;
}

/** Gathers the references of a file, mends what can be mended and tells of it. */
export class ReferenceCollector {
  readonly #file: string;
  readonly #references: Reference[] = [];
  readonly #warnings: ReferenceWarning[] = [];
  readonly #keys = new Set<string>();
  /** By key: how many names were tried after it. */
  readonly #tries = new Map<string, number>();

  /** @throws Rejection `references-too-large` {file, megabytes}, `file-empty` {file} */
  constructor(file: string, bytes: Uint8Array) {
    const { megabytes } = REFERENCE_LIMITS;
    this.#file = file;
    if (bytes.length > megabytes * 1024 * 1024)
      throw new Rejection('invalid', 'references-too-large', { file, megabytes });
    if (bytes.length === 0) throw new Rejection('invalid', 'file-empty', { file });
  }

  warn(warning: ReferenceWarning): void {
    this.#warnings.push(warning);
  }

  /** @throws Rejection `references-too-many` {file, most} */
  ensureFew(count: number): void {
    const { references: most } = REFERENCE_LIMITS;
    if (count > most)
      throw new Rejection('invalid', 'references-too-many', { file: this.#file, most });
  }

  add({ line, key, kind, people, texts }: RawReference): void {
    const told = { line, entry: excerptOf(key ?? texts.title ?? '') || '?' };
    const text = (field: keyof RawTexts): string | null =>
      this.#fitted(texts[field] ?? '', field, told) || null;
    const authors = this.#fewAuthors(people.authors, told);
    const [year, container] = [text('year'), text('container')];
    const title = text('title') ?? this.#titleless(container, told);
    const url = text('url');
    const doi = this.#doi(text('doi') ?? doiOf(url ?? ''), told);
    this.#references.push({
      key: this.#uniqueKey(key, madeKey(authors, year, title), told),
      kind,
      authors,
      hasMoreAuthors: people.hasMoreAuthors || authors.length < people.authors.length,
      year,
      title,
      container,
      volume: text('volume'),
      issue: text('issue'),
      pages: text('pages')?.replace(RANGE, '–') ?? null,
      publisher: text('publisher'),
      doi,
      url: this.#url(url, doi, told),
    });
    this.ensureFew(this.#references.length);
  }

  /** @throws Rejection `references-none` {file} */
  finish(): ReferencesFile {
    if (this.#references.length === 0)
      throw new Rejection('invalid', 'references-none', { file: this.#file });
    const warnings = this.#warnings.sort((a, b) => a.line - b.line);
    return { references: this.#references, warnings };
  }

  #fitted(written: string, field: string, { line, entry }: Told): string {
    const { text: most } = REFERENCE_LIMITS;
    const text = tidyLine(written);
    if (text.length <= most) return text;
    this.warn({ line, code: 'reference-text-long', details: { entry, field, most } });
    return cutText(text, most);
  }

  #fewAuthors(authors: readonly Author[], told: Told): Author[] {
    const { authors: most } = REFERENCE_LIMITS;
    if (authors.length > most)
      this.warn({
        line: told.line,
        code: 'reference-authors-many',
        details: { entry: told.entry, most },
      });
    const fitted = (name: string): string => this.#fitted(name, 'author', told);
    return authors.slice(0, most).flatMap((author): Author[] => {
      if ('literal' in author) return some(fitted(author.literal), (literal) => ({ literal }));
      const given = fitted(author.given ?? '') || null;
      return some(fitted(author.family), (family) => ({ family, given }));
    });
  }

  #titleless(container: string | null, { line, entry }: Told): string {
    const title = container ?? entry;
    this.warn({ line, code: 'reference-without-title', details: { entry, title } });
    return title;
  }

  #doi(written: string | null, { line, entry }: Told): string | null {
    if (written === null) return null;
    const doi = doiOf(written);
    if (!doi)
      this.warn({
        line,
        code: 'reference-doi',
        details: { entry, value: excerptOf(written) },
      });
    return doi;
  }

  #url(written: string | null, doi: string | null, { line, entry }: Told): string | null {
    if (written === null || (doi !== null && doiOf(written) === doi)) return null;
    const url = written.replace(/^www\./i, 'https://www.');
    if (/^https?:\/\/[^\s<>"]+$/i.test(url)) return url;
    this.warn({ line, code: 'reference-url', details: { entry, value: excerptOf(written) } });
    return null;
  }

  /** The key that is given, else the one that was made; another where there is one like it. */
  #uniqueKey(given: string | null, made: string, { line }: Told): string {
    const wished = excerptOf(given ?? '') || made;
    let key = wished;
    while (this.#keys.has(key)) {
      const tries = (this.#tries.get(wished) ?? 1) + 1;
      this.#tries.set(wished, tries);
      key = `${wished}-${tries}`;
    }
    this.#keys.add(key);
    if (given && key !== wished)
      this.warn({ line, code: 'reference-key-twice', details: { key: wished, renamed: key } });
    return key;
  }
}

/** What a warning says of a reference: its key or its title, and where it begins. */
interface Told {
  readonly line: number;
  readonly entry: string;
}

const RANGE = /(?<=\w)\s*[-–—‐‑]+\s*(?=\w)/g;

const some = <T>(text: string, make: (text: string) => T): T[] => (text === '' ? [] : [make(text)]);

/** The bare DOI of a DOI or of its address; null for anything else. */
function doiOf(text: string): string | null {
  const pattern = /^\s*(?:doi:\s*|https?:\/\/(?:dx\.)?doi\.org\/)?(10\.\d{4,9}\/\S+)\s*$/i;
  let doi = pattern.exec(text)?.[1] ?? '';
  // The full stop that ended the line it was copied from.
  while (doi.endsWith('.')) doi = doi.slice(0, -1);
  return doi || null;
}

function madeKey(authors: readonly Author[], year: string | null, title: string): string {
  const [first] = authors;
  const name = first === undefined ? title : 'literal' in first ? first.literal : first.family;
  const word = name.toLowerCase().match(/[\p{L}\p{N}]+/u)?.[0] ?? 'reference';
  return `${word}${year ?? ''}`.slice(0, 40);
}
