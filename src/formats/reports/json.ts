import type { ReportModel } from '../../domain/reports/report-model.ts';

/**
 * The report model itself, for scripts: numbers are numbers, what is not there is null. A quote in
 * the parts of a section is named by its excerpt: it stands among the section's quotes.
 */
export function writeJson(model: ReportModel): string {
  const sections = model.sections.map((section) => ({
    ...section,
    parts: section.parts.map((part) =>
      part.kind === 'text'
        ? { ...part, inline: part.inline.map(({ excerptId }) => excerptId) }
        : { kind: part.kind, excerptId: part.quote.excerptId },
    ),
  }));
  return `${JSON.stringify({ ...model, sections }, null, 2)}\n`;
}
