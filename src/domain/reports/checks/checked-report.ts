import type { TextOf } from '../../analysis/text-of.ts';
import type { ExcerptId } from '../../ids.ts';
import type { Project } from '../../project/project.ts';
import type { ReportModel, ReportSection } from '../report-model.ts';
import type { ReportQuote } from '../report-quote.ts';

/** What every check looks at. */
export interface CheckedReport {
  readonly project: Project;
  readonly model: ReportModel;
  readonly textOf: TextOf;
  /** Every quote that is printed, once, with the section it is printed in first. */
  readonly printed: readonly PrintedAt[];
}

export interface PrintedAt {
  readonly quote: ReportQuote;
  /** Null outside the sections. */
  readonly sectionId: string | null;
}

export function checkedReport(project: Project, model: ReportModel, textOf: TextOf): CheckedReport {
  const byId = new Map<ExcerptId, PrintedAt>();
  const see = (quotes: readonly ReportQuote[], sectionId: string | null): void => {
    for (const quote of quotes)
      if (!byId.has(quote.excerptId)) byId.set(quote.excerptId, { quote, sectionId });
  };
  for (const { id, quotes } of model.sections) see(quotes, id);
  for (const { quotes } of model.types) see(quotes, null);
  see(model.withoutTheme, null);
  return { project, model, textOf, printed: [...byId.values()] };
}

/** What somebody wrote in the report, and where. Markdown. */
export interface OwnText {
  /** "introduction" and "method" are places too. */
  readonly sectionId: string;
  readonly text: string;
  readonly section: ReportSection | null;
}

export const ownTexts = ({ introduction, methodText, sections }: ReportModel): OwnText[] =>
  [
    { sectionId: 'introduction', text: introduction, section: null },
    { sectionId: 'method', text: methodText, section: null },
    ...sections.map((section) => ({ sectionId: section.id, text: section.text, section })),
  ].filter(({ text }) => text.trim() !== '');

/** Number and name, as the section's heading has them. */
export const sectionTitle = ({ label, name }: Pick<ReportSection, 'label' | 'name'>): string =>
  label === null ? name : `${label} ${name}`;

/** The beginning of a text, to know it by. */
export function beginningOf(text: string, length = 60): string {
  const flat = text.replace(/\s+/g, ' ').trim();
  if (flat.length <= length) return flat;
  const cut = flat.slice(0, length);
  return `${cut.slice(0, Math.max(cut.lastIndexOf(' '), length / 2)).trimEnd()}…`;
}
