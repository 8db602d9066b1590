/** A publication, as far as a bibliography names it. Texts are canonical, one line, never blank. */
export interface Reference {
  /** Unique in its file. */
  readonly key: string;
  /** A type of CSL 1.0.2, e.g. "article-journal"; "document" where it is not known. */
  readonly kind: string;
  /** In the order of the title page; the editors where there is no author. */
  readonly authors: readonly Author[];
  /** There are more than are named. */
  readonly hasMoreAuthors: boolean;
  /** As it is cited, e.g. "2016", "2016a" or "in press". */
  readonly year: string | null;
  readonly title: string;
  /** The journal, book or series it stands in. */
  readonly container: string | null;
  readonly volume: string | null;
  readonly issue: string | null;
  /** With an en dash: "69–96". */
  readonly pages: string | null;
  readonly publisher: string | null;
  /** Without `https://doi.org/`. */
  readonly doi: string | null;
  /** Of `http` or `https`. */
  readonly url: string | null;
}

/** A person, or an organisation by its whole name. */
export type Author =
  { readonly family: string; readonly given: string | null } | { readonly literal: string };

/** What was changed or left out on the way: `code` names the message, `details` fills it. */
export interface ReferenceWarning {
  /** From 1. */
  readonly line: number;
  readonly code: string;
  readonly details: Readonly<Record<string, string | number>>;
}

export interface ReferencesFile {
  readonly references: readonly Reference[];
  readonly warnings: readonly ReferenceWarning[];
}

/** What a file of references may hold. Longer texts are cut and told, all else is refused. */
export const REFERENCE_LIMITS = {
  megabytes: 10,
  references: 10_000,
  authors: 500,
  /** Characters (UTF-16 code units) of any text. */
  text: 2_000,
} as const;
