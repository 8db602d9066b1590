import type { CaseId, CoderId, ExcerptId, ThemeId, TranscriptId, TypeId } from '../ids.ts';
import type { Anchor } from '../text/quote.ts';
import type { Turn } from '../text/turns.ts';

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

/** What is fixed about a project as a whole. */
export interface Settings {
  readonly name: string;
  readonly language: Language;
  readonly approach: Approach;
  readonly researchQuestions: readonly string[];
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
}

/** An interviewee. */
export interface Case {
  readonly id: CaseId;
  readonly name: string;
  readonly order: number;
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
}

export interface Type {
  readonly id: TypeId;
  readonly name: string;
  readonly kind: TypeKind;
  readonly description: string | null;
  readonly colour: number;
  readonly order: number;
}

export type AnchorStatus = 'anchored' | 'altered' | 'lost';

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
}

/** What the report says beyond the data: Markdown, by theme. */
export interface ReportText {
  readonly title: string | null;
  readonly introduction: string;
  readonly texts: Readonly<Record<string, string>>;
}

/** The records a project holds, by the name events use for them. */
export interface Records {
  transcript: Transcript;
  case: Case;
  coder: Coder;
  theme: Theme;
  type: Type;
  excerpt: Excerpt;
}
export type Entity = keyof Records;
