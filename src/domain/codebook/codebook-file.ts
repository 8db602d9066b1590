import type { Origin, Relation, TypeKind } from '../project/records.ts';

/** A codebook as files carry it, whatever their format. */
export interface Codebook {
  /** The top themes, in order. */
  readonly themes: readonly CodebookEntry[];
  readonly sets: readonly CodebookSet[];
}

/** A codebook that was read, with all that could not be taken as it stood. */
export interface CodebookFile extends Codebook {
  readonly losses: readonly Loss[];
}

/** A codebook as a file's text, with all that the format could not carry. */
export interface WrittenCodebook {
  readonly text: string;
  readonly losses: readonly Loss[];
}

/** What was changed or left out on the way: `code` names the message, `details` fills it. */
export interface Loss {
  /** As a spreadsheet numbers it: the header is 1. Null where the file has no rows. */
  readonly row: number | null;
  readonly code: string;
  readonly details: Readonly<Record<string, string | number>>;
}

/** A theme, or a type where `type` is set. Texts are canonical, never blank. */
export interface CodebookEntry {
  /** Lower case, without braces. */
  readonly guid: string | null;
  /** One line. */
  readonly name: string;
  /** Its number, e.g. "4.1.1"; one line. */
  readonly label: string | null;
  /** One line, e.g. "main category". */
  readonly level: string | null;
  readonly definition: string | null;
  readonly include: string | null;
  readonly exclude: string | null;
  readonly example: string | null;
  readonly memo: string | null;
  /** One line. */
  readonly concept: string | null;
  /** Where the concept is from, e.g. "Lemon & Verhoef 2016". */
  readonly citation: string | null;
  /** Why the theme was linked to the concept. */
  readonly rationale: string | null;
  readonly relation: Relation | null;
  readonly relationNote: string | null;
  /** The research questions the theme answers, one a line. */
  readonly questions: string | null;
  /** Of a type: the themes that make it, one a line, each with its note after a colon. */
  readonly features: string | null;
  /** `#rrggbb`, lower case. */
  readonly colour: string | null;
  readonly origin: Origin | null;
  readonly type: TypeKind | null;
  /** Whether passages may be coded with it; else it only gathers what is below. */
  readonly codable: boolean;
  readonly retired: boolean;
  readonly children: readonly CodebookEntry[];
  /** The row of the file it was read from; null where the file has no rows. */
  readonly row: number | null;
}

/** Themes that belong together across the tree. */
export interface CodebookSet {
  readonly guid: string | null;
  readonly name: string;
  readonly description: string | null;
  readonly memberGuids: readonly string[];
}

/** The texts of a theme besides its name. */
export const TEXT_FIELDS = [
  'label',
  'level',
  'definition',
  'include',
  'exclude',
  'example',
  'memo',
  'concept',
  'citation',
  'rationale',
  'relationNote',
  'questions',
  'features',
] as const satisfies readonly (keyof CodebookEntry)[];

export type TextField = (typeof TEXT_FIELDS)[number];

/** A theme of which only this is known. */
export const codebookEntry = (
  known: Partial<CodebookEntry> & Pick<CodebookEntry, 'name'>,
): CodebookEntry => ({
  guid: null,
  label: null,
  level: null,
  definition: null,
  include: null,
  exclude: null,
  example: null,
  memo: null,
  concept: null,
  citation: null,
  rationale: null,
  relation: null,
  relationNote: null,
  questions: null,
  features: null,
  colour: null,
  origin: null,
  type: null,
  codable: true,
  retired: false,
  children: [],
  row: null,
  ...known,
});
