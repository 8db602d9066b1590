import type {
  AttributeId,
  CaseId,
  CoderId,
  ConceptId,
  ExcerptId,
  FrameworkId,
  GuideQuestionId,
  ResearchQuestionId,
  SourceId,
  ThemeId,
  TranscriptId,
  TypeId,
  VersionId,
} from '../ids.ts';
import type { Anchor } from '../text/quote.ts';
import type { Comment, Meeting, Review } from './review-records.ts';
import type { Decision, Round } from './round-records.ts';
import type { Summary } from './summary-records.ts';
import type { Turn } from '../text/turns.ts';

export type { ReportText } from './report-records.ts';

export const LANGUAGES = ['fi', 'en', 'sv'] as const;
export type Language = (typeof LANGUAGES)[number];

export const APPROACHES = ['data-driven', 'theory-driven', 'theory-guided'] as const;
export type Approach = (typeof APPROACHES)[number];

export const TYPE_KINDS = ['authentic', 'general', 'broadest'] as const;
export type TypeKind = (typeof TYPE_KINDS)[number];

export const ORIGINS = ['inductive', 'deductive', 'abductive'] as const;
export type Origin = (typeof ORIGINS)[number];

export const STANCES = ['supports', 'contradicts'] as const;
export type Stance = (typeof STANCES)[number];

/** The usual levels of a theme, lowest first; a project may name them otherwise or use its own. */
export const LEVELS = ['code', 'sub', 'upper', 'main', 'uniting'] as const;

/** What a theme does to the concept it is linked to; `none` says that somebody looked. */
export const RELATIONS = ['supports', 'extends', 'contradicts', 'none'] as const;
export type Relation = (typeof RELATIONS)[number];

export const ATTRIBUTE_KINDS = ['text', 'number', 'date', 'choice', 'measure'] as const;
export type AttributeKind = (typeof ATTRIBUTE_KINDS)[number];

export const MEASURE_KINDS = ['nps', 'csat', 'ces'] as const;
export type MeasureKind = (typeof MEASURE_KINDS)[number];

/** What is fixed about a project as a whole. */
export interface Settings {
  readonly name: string;
  readonly language: Language;
  readonly approach: Approach;
  readonly researchQuestions: readonly string[];
  /** One for each research question, in the same order: themes keep theirs when the words change. */
  readonly researchQuestionIds: readonly ResearchQuestionId[];
  /** What the project calls a level, where it is not the usual word. */
  readonly levelNames: Readonly<Record<string, string>>;
  /** A transcript whose pages nobody counted has `wordCount` ÷ this many. */
  readonly wordsPerPage: number;
  /** What is left out of word counts; the usual words of the language where null. */
  readonly stopWords: readonly string[] | null;
  /** Words that are counted as one, beside the forms of each. */
  readonly wordMerges: readonly WordMerge[];
}

export interface WordMerge {
  readonly word: string;
  readonly others: readonly string[];
}

/** One interview. Its canonical text is kept by the store under `textHash`. */
export interface Transcript {
  readonly id: TranscriptId;
  readonly title: string;
  readonly caseId: CaseId;
  readonly order: number;
  readonly fileName: string;
  readonly format: string;
  readonly textHash: string;
  readonly originalHash: string;
  /** UTF-16 code units of the canonical text. */
  readonly length: number;
  /** Words the interviewees speak (all speech where nobody is named), labels left out. */
  readonly wordCount: number;
  readonly turns: readonly Turn[];
  readonly addedAt: string;
  /** In a group interview, whose case each speaker is; empty where all of it is `caseId`'s. */
  readonly speakerCases: readonly SpeakerCase[];
  /** What was doubted of the speakers and somebody found to be right, by `SpeakerDoubt.key`. */
  readonly settledDoubts: readonly string[];
  /** The turns that ask a question of the guide, by place in the text. */
  readonly asked: readonly AskedQuestion[];
  readonly durationSeconds: number | null;
  /** As typed; counted from the words where null. */
  readonly pages: number | null;
  /** ISO 8601 date. */
  readonly date: string | null;
  readonly place: string | null;
  readonly memo: string | null;
}

export interface SpeakerCase {
  readonly speaker: string;
  readonly caseId: CaseId;
  readonly wordCount: number;
}

export interface AskedQuestion {
  /** Where the turn starts. */
  readonly start: number;
  /** Null: somebody said that it asks none, whatever its words. */
  readonly questionId: GuideQuestionId | null;
  readonly by: 'number' | 'words' | 'hand';
}

/** An interviewee. */
export interface Case {
  readonly id: CaseId;
  readonly name: string;
  readonly order: number;
  readonly typeIds: readonly TypeId[];
  readonly attributes: Readonly<Record<AttributeId, string | number>>;
  /** Why it stands outside every type. */
  readonly deviantReason: string | null;
  readonly memo: string | null;
}

/** Something known about every case. */
export interface Attribute {
  readonly id: AttributeId;
  readonly name: string;
  readonly kind: AttributeKind;
  /** What may be chosen, of kind `choice`. */
  readonly choices: readonly string[];
  /** Of kind `measure`. */
  readonly measure: Measure | null;
  readonly order: number;
}

export interface Measure {
  readonly kind: MeasureKind;
  readonly min: number;
  readonly max: number;
  /** Which end of an effort scale is easy: wordings differ, so it is asked, never assumed. */
  readonly easyEnd: 'low' | 'high' | null;
}

export interface Coder {
  readonly id: CoderId;
  readonly name: string;
}

/** A node of the codebook tree. */
export interface Theme {
  readonly id: ThemeId;
  readonly name: string;
  /** The number it has in the report, e.g. "4.1.1". */
  readonly label: string | null;
  readonly parentId: ThemeId | null;
  readonly order: number;
  readonly level: string | null;
  readonly definition: string | null;
  readonly include: string | null;
  readonly exclude: string | null;
  /** 1–12, a place in the palette. */
  readonly colour: number;
  readonly origin: Origin;
  readonly memo: string | null;
  /** The excerpt that shows best what the theme is. */
  readonly anchorId: ExcerptId | null;
  readonly conceptId: ConceptId | null;
  /** When an abductive theme met its concept, and why; null where it was never asked for. */
  readonly linkedAt: string | null;
  readonly linkRationale: string | null;
  /** Where in the source the concept stands. */
  readonly linkPage: string | null;
  readonly relation: Relation | null;
  readonly relationNote: string | null;
  readonly researchQuestionIds: readonly ResearchQuestionId[];
  /** Hidden from the palette; its codings stay. */
  readonly retired: boolean;
  /** When definition, include or exclude last changed. */
  readonly definedAt: string;
  /** The identifier other programs know it by (REFI-QDA). */
  readonly guid: string | null;
}

/** A theory the analysis leans on. */
export interface Framework {
  readonly id: FrameworkId;
  readonly name: string;
  /** As it is cited in the text, e.g. "Hollyoake 2009, 148–149". */
  readonly citation: string | null;
  readonly note: string | null;
  /** One name for a tree of concepts, two for a table (phases × owners). */
  readonly dimensions: readonly string[];
  readonly sourceIds: readonly SourceId[];
  /** Which of the shipped frameworks it was made from. */
  readonly libraryId: string | null;
  readonly order: number;
}

export interface Concept {
  readonly id: ConceptId;
  readonly frameworkId: FrameworkId;
  readonly parentId: ConceptId | null;
  /** A place in the framework's `dimensions`. */
  readonly dimension: number;
  readonly name: string;
  readonly definition: string | null;
  readonly order: number;
}

/** A publication. */
export interface Source {
  readonly id: SourceId;
  readonly key: string;
  readonly kind: string;
  readonly authors: readonly string[];
  readonly year: string | null;
  readonly title: string;
  /** The journal or book it stands in. */
  readonly container: string | null;
  readonly volume: string | null;
  readonly issue: string | null;
  readonly pages: string | null;
  readonly publisher: string | null;
  readonly doi: string | null;
  readonly url: string | null;
}

/** The codebook as it stood at a revision, under a name. */
export interface Version {
  readonly id: VersionId;
  readonly name: string;
  readonly note: string | null;
  readonly revision: number;
  readonly at: string;
}

export interface Type {
  readonly id: TypeId;
  readonly name: string;
  readonly kind: TypeKind;
  readonly description: string | null;
  readonly colour: number;
  readonly order: number;
  /** The concept of a framework's other dimension that it was made from. */
  readonly conceptId: ConceptId | null;
  readonly features: readonly Feature[];
  /** The excerpt or the case that stands for it. */
  readonly exemplarExcerptId: ExcerptId | null;
  readonly exemplarCaseId: CaseId | null;
  readonly memo: string | null;
}

/** What a type is made of, and the passages that show it. */
export interface Feature {
  readonly themeId: ThemeId;
  readonly evidenceIds: readonly ExcerptId[];
  readonly note: string | null;
}

export const ANCHOR_STATUSES = ['anchored', 'altered', 'lost'] as const;
export type AnchorStatus = (typeof ANCHOR_STATUSES)[number];

/** One coder's passage of one transcript, with its themes and types. */
export interface Excerpt extends Anchor {
  readonly id: ExcerptId;
  readonly transcriptId: TranscriptId;
  readonly coderId: CoderId;
  readonly status: AnchorStatus;
  readonly themeIds: readonly ThemeId[];
  readonly typeIds: readonly TypeId[];
  readonly reduction: string | null;
  readonly memo: string | null;
  readonly stance: Stance | null;
  readonly deviant: boolean;
  readonly deviantReason: string | null;
  /** The guide question it answers, e.g. "7". */
  readonly question: string | null;
  readonly createdAt: string;
  /** When a theme was given that came after the excerpt, or was last confirmed. */
  readonly appliedAt: Readonly<Record<ThemeId, string>> | null;
}

/** What was to be asked: not the themes of the analysis. */
export interface Guide {
  readonly parts: readonly GuidePart[];
}

export interface GuidePart {
  readonly id: string;
  readonly name: string;
  readonly questions: readonly GuideQuestion[];
}

export interface GuideQuestion {
  readonly id: GuideQuestionId;
  /** As the guide numbers it, e.g. "7". */
  readonly number: string;
  readonly text: string;
}

/** The records a project holds, by the name events use for them. */
export interface Records {
  transcript: Transcript;
  case: Case;
  coder: Coder;
  theme: Theme;
  type: Type;
  excerpt: Excerpt;
  framework: Framework;
  concept: Concept;
  source: Source;
  attribute: Attribute;
  version: Version;
  review: Review;
  comment: Comment;
  meeting: Meeting;
  summary: Summary;
  round: Round;
  decision: Decision;
}
export type Entity = keyof Records;
