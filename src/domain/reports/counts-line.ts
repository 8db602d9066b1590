import type { ReportModel, ReportSection } from './report-model.ts';
import { oneLine, type ReportWords } from './report-words.ts';

/** Where there are more interviewees than these, their number says more than their names. */
const NAMED_CASES = 12;

/** "10 excerpts · 5 of 7 interviewees (H2, H3, H4, H5, H7)", of a section or a type. */
export function countsLine(
  {
    excerptCount,
    caseCount,
    caseNames,
  }: Pick<ReportSection, 'excerptCount' | 'caseCount' | 'caseNames'>,
  { method }: Pick<ReportModel, 'method'>,
  words: ReportWords,
): string {
  if (excerptCount === 0) return words('report.section.none');
  const excerpts = words('report.count.excerpts', { count: excerptCount });
  const names =
    caseNames.length > NAMED_CASES || caseNames.length === 0
      ? ''
      : ` (${caseNames.map(oneLine).join(', ')})`;
  return `${excerpts} · ${casesOf(caseCount, method.caseCount, words)}${names}`;
}

function casesOf(part: number, all: number, words: ReportWords): string {
  if (all === 1) return words('report.count.cases', { count: part });
  return part === all
    ? words('report.count.casesAll', { count: all })
    : words('report.count.casesOf', { part, all });
}
