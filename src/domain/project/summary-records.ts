import type { CaseId, SummaryId, ThemeId } from '../ids.ts';

/** What an interviewee says of a theme, in the researcher's words: a cell of the framework matrix. */
export interface Summary {
  /** Of its theme and case: there is one summary of both. */
  readonly id: SummaryId;
  readonly themeId: ThemeId;
  readonly caseId: CaseId;
  readonly text: string;
  /** By name, whose words these are; nobody where it was not kept. */
  readonly writers: readonly string[];
  /** When it was last written (ISO 8601). */
  readonly updatedAt: string;
}

export const summaryId = (themeId: ThemeId, caseId: CaseId): SummaryId =>
  `${themeId}.${caseId}` as SummaryId;
