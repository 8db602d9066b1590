import type { CaseId, ThemeId } from '../ids.ts';

export interface SummaryCommand {
  readonly kind: 'write-summary';
  readonly themeId: ThemeId;
  readonly caseId: CaseId;
  /** Null or blank: there is none any more. */
  readonly text: string | null;
  /** Who writes, by name. */
  readonly by?: string | undefined;
}
