import type { AttributeValue } from '../cases/attribute-value.ts';
import type { GuideDraft } from '../guide/keep-ids.ts';
import type { AttributeId, CaseId } from '../ids.ts';
import type { NamedSpeaker, NewTranscript } from './commands.ts';
import type { Attribute } from './records.ts';

/** Text where no kind is given; a measure needs its scale. */
export type NewAttribute = Pick<Attribute, 'name'> & Partial<Omit<Attribute, 'order'>>;
export type AttributeChanges = {
  readonly [K in 'name' | 'kind' | 'choices' | 'measure']?: Attribute[K] | undefined;
};

/** Null takes the value away. */
export interface CaseValue {
  readonly caseId: CaseId;
  readonly attributeId: AttributeId;
  readonly value: AttributeValue | null;
}

export interface NewCase {
  readonly id: CaseId;
  readonly name: string;
}

/** Values of many cases, with the attributes and cases that come with them, in one step. */
export interface SetValues {
  readonly kind: 'set-values' | 'import-attributes';
  readonly newAttributes?: readonly (NewAttribute & { readonly id: AttributeId })[];
  readonly newCases?: readonly NewCase[];
  readonly values: readonly CaseValue[];
  /** What becomes of a choice that is not on the attribute's list. */
  readonly newChoices: 'add' | 'refuse';
}

export interface NewSurveyTranscript extends Omit<NewTranscript, 'said'> {
  readonly speakers: readonly NamedSpeaker[];
  /** Which question of the guide, by its number, the turn that starts there asks. */
  readonly asks: readonly { readonly start: number; readonly number: string }[];
}

/** A survey's answers as transcripts, with its respondents' values and, where wanted, its questions. */
export interface ImportSurvey extends Pick<SetValues, 'newAttributes' | 'newCases' | 'values'> {
  readonly kind: 'import-survey';
  readonly transcripts: readonly NewSurveyTranscript[];
  readonly guide: GuideDraft | null;
}

export type CaseCommand =
  | { readonly kind: 'add-case'; readonly id?: CaseId; readonly name: string }
  /** Two spellings of one: what the first has goes to the other, whose own values stay. */
  | { readonly kind: 'merge-case'; readonly id: CaseId; readonly into: CaseId }
  /** A case that no transcript is of. */
  | { readonly kind: 'remove-case'; readonly id: CaseId }
  | { readonly kind: 'add-attribute'; readonly attribute: NewAttribute }
  | {
      readonly kind: 'change-attribute';
      readonly id: AttributeId;
      readonly changes: AttributeChanges;
      /** Choices that go by another name: two of the same become one. */
      readonly renamed?: readonly { readonly from: string; readonly to: string }[];
      /** Values the changed attribute cannot take. */
      readonly unfit: 'refuse' | 'clear';
    }
  | { readonly kind: 'move-attribute'; readonly id: AttributeId; readonly index: number }
  | { readonly kind: 'remove-attribute'; readonly id: AttributeId }
  | SetValues
  | ImportSurvey;
