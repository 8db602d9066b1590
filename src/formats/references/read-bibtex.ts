import { decodeText } from '../decode-text.ts';
import { excerptOf } from '../tidy-text.ts';
import { bibtexEntries, type BibtexEntry } from './bibtex-entries.ts';
import { ReferenceCollector, type RawTexts } from './collector.ts';
import { bibtexKind } from './kinds.ts';
import { latexText, verbatimText } from './latex-text.ts';
import { lineFinder } from './line-finder.ts';
import { bibtexAuthors, type Authors } from './person-names.ts';
import type { ReferencesFile } from '../../domain/theory/reference.ts';

/**
 * Reads the references of a BibTeX or BibLaTeX file, TeX's accents and signs as letters. Fields that
 * a bibliography does not need (abstract, keywords, notes …) are not read.
 *
 * @throws Rejection `references-none` {file} where there are none, `file-binary`, `file-empty`,
 * `bibtex-inflates`, and those of the limits: `references-too-large`, `references-too-many`.
 */
export function readBibtex(file: string, bytes: Uint8Array): ReferencesFile {
  const collector = new ReferenceCollector(file, bytes);
  const text = decodeText(file, bytes).replace(/\r\n?/g, '\n');
  const { entries, faults } = bibtexEntries(file, text, (count) => collector.ensureFew(count));
  const lineOf = lineFinder(text);
  for (const { at, code, details } of faults)
    collector.warn({ line: lineOf(at), code, details: excerpts(details) });
  const byKey = new Map(entries.map((entry) => [entry.key?.toLowerCase(), entry]));
  for (const entry of entries) {
    const parent = parentOf(entry, byKey);
    new EntryReader(entry, parent, lineOf(entry.at), collector).read();
  }
  return collector.finish();
}

const excerpts = (details: Readonly<Record<string, string>>): Record<string, string> =>
  Object.fromEntries(Object.entries(details).map(([name, text]) => [name, excerptOf(text) || '?']));

/** The entry of a whole book that one of its chapters refers to. */
function parentOf(
  { fields, key }: BibtexEntry,
  byKey: ReadonlyMap<string | undefined, BibtexEntry>,
): BibtexEntry | null {
  const named = fields.get('crossref')?.trim().toLowerCase();
  return named === undefined || named === key?.toLowerCase() ? null : (byKey.get(named) ?? null);
}

/** More are told of no entry. */
const MOST_COMMANDS = 5;

class EntryReader {
  readonly #entry: BibtexEntry;
  readonly #parent: BibtexEntry | null;
  readonly #line: number;
  readonly #collector: ReferenceCollector;
  readonly #unknown = new Set<string>();

  constructor(
    entry: BibtexEntry,
    parent: BibtexEntry | null,
    line: number,
    collector: ReferenceCollector,
  ) {
    this.#entry = entry;
    this.#parent = parent;
    this.#line = line;
    this.#collector = collector;
  }

  read(): void {
    const { type, key } = this.#entry;
    const kind = bibtexKind(type);
    const texts = this.#texts();
    const entry = excerptOf(key ?? texts.title ?? '') || '?';
    const line = this.#line;
    if (kind === null)
      this.#collector.warn({
        line,
        code: 'reference-kind-unknown',
        details: { entry, kind: type },
      });
    const people = this.#people(entry);
    this.#collector.add({ line, key, kind: kind ?? 'document', people, texts });
    for (const command of [...this.#unknown].slice(0, MOST_COMMANDS))
      this.#collector.warn({ line, code: 'bibtex-command-unknown', details: { entry, command } });
  }

  #texts(): RawTexts {
    const [title, subtitle] = [this.#text('title'), this.#text('subtitle')];
    const howpublished = this.#raw('howpublished') ?? '';
    const isAddress = /\\url|https?:/.test(howpublished);
    return {
      title: title && subtitle ? `${title}: ${subtitle}` : title,
      container:
        this.#text('journal', 'journaltitle', 'booktitle') ?? this.#text('^booktitle', '^title'),
      year: this.#year(),
      volume: this.#text('volume', '^volume'),
      issue: this.#text('number', 'issue'),
      pages: this.#text('pages', 'eid'),
      publisher:
        this.#text('publisher', 'institution', 'school', 'organization', '^publisher') ??
        (isAddress ? null : this.#text('howpublished')),
      doi: verbatimText(this.#raw('doi') ?? '') || null,
      url: verbatimText(this.#raw('url') ?? (isAddress ? howpublished : '')) || null,
    };
  }

  /** BibLaTeX gives dates; what is no date is as it is cited. */
  #year(): string | null {
    const year = this.#text('year', 'date', '^year', '^date');
    return year && (/^(\d{4})-\d\d/.exec(year)?.[1] ?? year);
  }

  #people(entry: string): Authors {
    const author = this.#raw('author');
    const editor = this.#raw('editor') ?? this.#raw('^editor');
    if (author !== null || editor === null) return bibtexAuthors(author ?? '');
    const details = { entry };
    this.#collector.warn({ line: this.#line, code: 'reference-editors', details });
    return bibtexAuthors(editor);
  }

  /** The first of the fields that is there; `^` is one of the book it stands in. */
  #text(...fields: readonly string[]): string | null {
    const raw = fields.map((field) => this.#raw(field)).find((value) => value !== null);
    if (raw === undefined) return null;
    const { text, unknown } = latexText(raw);
    for (const command of unknown) this.#unknown.add(command);
    return text.trim() || null;
  }

  #raw(field: string): string | null {
    const value = field.startsWith('^')
      ? this.#parent?.fields.get(field.slice(1))
      : this.#entry.fields.get(field);
    return value?.trim() ? value : null;
  }
}
