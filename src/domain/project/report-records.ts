import type { ExcerptId } from '../ids.ts';

export const SECTION_KINDS = ['theme', 'question'] as const;
/** What the report's chapters are: the themes, or the research questions with the themes below. */
export type SectionsBy = (typeof SECTION_KINDS)[number];

export const QUOTE_RULES = ['all', 'one-per-case', 'shortest', 'anchor-first', 'hand'] as const;
export type QuoteRule = (typeof QUOTE_RULES)[number];

export const FIGURES = ['none', 'table', 'chart'] as const;
export type Figure = (typeof FIGURES)[number];

export const APPENDICES = [
  'interviews',
  'guide',
  'codebook',
  'reductions',
  'frequencies',
  'coreq',
  'srqr',
  'braun-clarke',
  'references',
] as const;
export type AppendixId = (typeof APPENDICES)[number];

/** The parts of a report beside its sections; each can be hidden, and `method` has a text. */
export const REPORT_PARTS = ['method', 'table', 'types', 'without-theme'] as const;
export type ReportPart = (typeof REPORT_PARTS)[number];

export const FOOTNOTES = ['none', 'place', 'omissions'] as const;
/**
 * What the foot of the page tells of a quote that was edited or altered: nothing, where it stands and
 * what was done to it, or the words left out as well.
 */
export type Footnotes = (typeof FOOTNOTES)[number];

export const TABLE_COUNTS = ['excerpts', 'cases', 'both'] as const;
/**
 * What tables of themes by interviewee count: excerpts; who has any, and how many have; or excerpts,
 * with the number of interviewees beside their total.
 */
export type TableCounts = (typeof TABLE_COUNTS)[number];

export const BRACKETS = ['square', 'round', 'double'] as const;

/** How quotes are printed. */
export interface QuoteStyle {
  /** What stands for words left out, e.g. "– –" or "[…]". */
  readonly omission: string;
  /** What a clarification stands in: [ ], ( ) or [[ ]]. */
  readonly brackets: (typeof BRACKETS)[number];
  /** Words; a longer quote stands apart, whatever else is chosen. */
  readonly inlineWords: number;
  /** Whether quotes within the limit stand in the line, between quotation marks. */
  readonly shortInline: boolean;
  readonly italics: boolean;
  readonly indent: boolean;
  /** Whether quotes that stand apart have quotation marks too. */
  readonly marks: boolean;
  /** What the interviewee's name stands in, "(H2)" or "[H2]", and on which side of a full stop. */
  readonly tagBrackets: 'round' | 'square';
  readonly tagPlace: 'after' | 'before';
}

export interface ReportSettings {
  readonly sectionsBy: SectionsBy;
  /** For sections that do not choose for themselves. */
  readonly quotes: Pick<QuoteChoice, 'rule' | 'max'>;
  /** Null: as is usual in the project's language. */
  readonly style: QuoteStyle | null;
  /** Whether each section tells its number of excerpts and interviewees, and the definition. */
  readonly counts: boolean;
  readonly definitions: boolean;
  readonly tableCounts: TableCounts;
  readonly footnotes: Footnotes;
  /** In the order they are printed in. */
  readonly appendices: readonly AppendixId[];
}

/** Which of its excerpts a section prints, and in what order. */
export interface QuoteChoice {
  readonly rule: QuoteRule;
  /** At most so many; null for no limit. */
  readonly max: number | null;
  /** By hand: these and no others. With `all`: these first, in this order. */
  readonly ids: readonly ExcerptId[];
}

/** What was chosen for a section; one of which nothing is said has `NO_CHOICE`. */
export interface SectionChoice {
  /** Left out of the report, with all that is below it. */
  readonly hidden: boolean;
  readonly figure: Figure;
  /** Null: as the report's settings say. */
  readonly quotes: QuoteChoice | null;
  /** The drafted sentence as it was put into the text, to be found there when figures change. */
  readonly drafted: string | null;
}

export const NO_CHOICE: SectionChoice = {
  hidden: false,
  figure: 'none',
  quotes: null,
  drafted: null,
};

/**
 * What a report prints otherwise than it was said: words left out, words put in for clarity. The
 * span is of UTF-16 code units of the verbatim quote; an `insert` over words stands in their place.
 */
export interface QuoteEdit {
  readonly kind: 'omit' | 'insert';
  readonly start: number;
  readonly end: number;
  /** Of an `insert`, without its brackets; else empty. */
  readonly text: string;
}

export interface QuoteEdits {
  /** The verbatim quote that the spans are of: the excerpt may have changed since. */
  readonly of: string;
  /** By place, apart from each other. */
  readonly edits: readonly QuoteEdit[];
}

/** What the report says and shows beyond the data. Sections are known by their theme or question. */
export interface ReportText {
  readonly title: string | null;
  /** Markdown. */
  readonly introduction: string;
  /** Markdown, by section; of the part `method` too. */
  readonly texts: Readonly<Record<string, string>>;
  /** By section or part. */
  readonly sections: Readonly<Record<string, SectionChoice>>;
  /** Sections moved by hand; those not named follow the codebook. */
  readonly order: readonly string[];
  /** By excerpt. */
  readonly quotes: Readonly<Record<string, QuoteEdits>>;
  readonly settings: ReportSettings;
  /** Why what a check found is meant so, by the check's key. */
  readonly answers: Readonly<Record<string, string>>;
}

/** The parts of `ReportText` of which each entry is changed by itself. */
export const REPORT_MAPS = ['texts', 'sections', 'quotes', 'answers'] as const;
export type ReportMap = (typeof REPORT_MAPS)[number];

const DEFAULT_SETTINGS: ReportSettings = {
  sectionsBy: 'theme',
  quotes: { rule: 'all', max: null },
  style: null,
  counts: true,
  definitions: true,
  tableCounts: 'both',
  footnotes: 'place',
  appendices: [],
};

/** The report's record with every field of today; journals of earlier versions name fewer. */
export const completedReport = (report: Partial<ReportText>): ReportText => ({
  title: null,
  introduction: '',
  texts: {},
  sections: {},
  order: [],
  quotes: {},
  answers: {},
  ...report,
  settings: { ...DEFAULT_SETTINGS, ...report.settings },
});

/** An entry of a map keyed by what people send: never one of the prototype's. */
export const entryOf = <T>(map: Readonly<Record<string, T>>, key: string): T | undefined =>
  Object.hasOwn(map, key) ? map[key] : undefined;
