declare const brand: unique symbol;

/** An opaque, sortable, unguessable identifier. Parsed once at the edge, a plain string in JSON. */
export type Id<K extends string> = string & { readonly [brand]: K };

export type ProjectId = Id<'project'>;
export type TranscriptId = Id<'transcript'>;
export type CaseId = Id<'case'>;
export type CoderId = Id<'coder'>;
export type ThemeId = Id<'theme'>;
export type TypeId = Id<'type'>;
export type ExcerptId = Id<'excerpt'>;
export type FrameworkId = Id<'framework'>;
export type ConceptId = Id<'concept'>;
export type SourceId = Id<'source'>;
export type AttributeId = Id<'attribute'>;
export type VersionId = Id<'version'>;
export type ResearchQuestionId = Id<'research-question'>;
export type ReviewId = Id<'review'>;
export type CommentId = Id<'comment'>;
export type MeetingId = Id<'meeting'>;
export type RoundId = Id<'round'>;
export type DecisionId = Id<'decision'>;
export type SummaryId = Id<'summary'>;
export type GuideQuestionId = Id<'guide-question'>;
