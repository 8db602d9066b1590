import type { TextOf } from '../../analysis/text-of.ts';
import type { Project } from '../../project/project.ts';
import type { ReportModel } from '../report-model.ts';
import { alteredQuoteFindings } from './altered-quotes.ts';
import { checkedReport, type CheckedReport } from './checked-report.ts';
import { deviantCaseFindings } from './deviant-cases.ts';
import { doubleCodedFindings } from './double-coded.ts';
import { excerptCountFindings } from './excerpt-counts.ts';
import { identifiabilityFindings } from './identifiability.ts';
import { longQuoteFindings } from './long-quotes.ts';
import { quantifierFindings } from './quantifiers.ts';
import { quoteSpreadFindings } from './quote-spread.ts';
import { rareAttributeFindings } from './rare-attributes.ts';
import { asChecks, type Finding, type ReportCheck } from './report-check.ts';
import { singleCaseFindings } from './single-case.ts';
import { uncitedConceptFindings } from './uncited-concepts.ts';
import { unfoundQuoteFindings } from './unfound-quotes.ts';
import { unknownCaseFindings } from './unknown-cases.ts';

const CHECKS: readonly ((report: CheckedReport) => Finding[])[] = [
  quantifierFindings,
  excerptCountFindings,
  unknownCaseFindings,
  unfoundQuoteFindings,
  identifiabilityFindings,
  rareAttributeFindings,
  alteredQuoteFindings,
  uncitedConceptFindings,
  deviantCaseFindings,
  singleCaseFindings,
  doubleCodedFindings,
  quoteSpreadFindings,
  longQuoteFindings,
];

/** Everything in a report to be looked at before it is handed in, warnings first. */
export function reportChecks(project: Project, model: ReportModel, textOf: TextOf): ReportCheck[] {
  const report = checkedReport(project, model, textOf);
  const checks = asChecks(
    CHECKS.flatMap((findings) => findings(report)),
    project.report.answers,
  );
  return [
    ...checks.filter(({ level }) => level === 'warning'),
    ...checks.filter(({ level }) => level === 'note'),
  ];
}
