import { sectionTitle, type CheckedReport } from './checked-report.ts';
import type { Finding } from './report-check.ts';

/** Themes that rest on one interviewee; of a theme and those below it, the one that was coded. */
export function singleCaseFindings({ model }: CheckedReport): Finding[] {
  if (model.table.columns.length < 2) return [];
  return model.sections
    .filter(({ caseCount, ownExcerptCount }) => caseCount === 1 && ownExcerptCount > 0)
    .map((section) => ({
      kind: 'single-case',
      level: 'note',
      sectionId: section.id,
      facts: {
        theme: sectionTitle(section),
        name: section.caseNames[0] ?? '',
        excerptCount: section.excerptCount,
      },
    }));
}
