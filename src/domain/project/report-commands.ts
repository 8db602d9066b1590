import type { ExcerptId } from '../ids.ts';
import type { QuoteEdit, ReportSettings, ReportText, SectionChoice } from './report-records.ts';

export type SectionChanges = {
  readonly [K in keyof SectionChoice]?: SectionChoice[K] | undefined;
} & {
  /** Markdown. */
  readonly text?: string | undefined;
};

/** Maps are replaced whole; of the settings, those that are named. */
export type ReportChanges = {
  readonly [K in Exclude<keyof ReportText, 'settings'>]?: ReportText[K] | undefined;
} & {
  readonly settings?:
    { readonly [K in keyof ReportSettings]?: ReportSettings[K] | undefined } | undefined;
};

export type ReportCommand =
  | { readonly kind: 'change-report'; readonly changes: ReportChanges }
  | {
      readonly kind: 'change-report-sections';
      readonly sections: readonly { readonly id: string; readonly changes: SectionChanges }[];
    }
  | {
      readonly kind: 'move-report-section';
      readonly id: string;
      /** Place among the sections beside it, the section itself not counted. */
      readonly index: number;
    }
  | {
      /** What is printed of an excerpt; none prints it word for word. */
      readonly kind: 'edit-quote';
      readonly excerptId: ExcerptId;
      readonly edits: readonly QuoteEdit[];
    }
  | {
      readonly kind: 'answer-check';
      readonly key: string;
      /** Why it is meant so; null takes the answer back. */
      readonly answer: string | null;
    };
