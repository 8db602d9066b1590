import { remembered } from './remembered.ts';
import type { ReportFormat } from './report-format.ts';

export type { ReportFormat } from './report-format.ts';

/** Every kind of file a report can be. A writer and its library are loaded when first asked for. */
export const REPORT_FORMATS: readonly ReportFormat[] = [
  {
    id: 'docx',
    extension: 'docx',
    mime: 'application/vnd.openxmlformats-officedocument.wordprocessingml.document',
    write: async (model, words) => (await import('./docx.ts')).writeDocx(model, remembered(words)),
  },
  {
    id: 'html',
    extension: 'html',
    mime: 'text/html; charset=utf-8',
    write: async (model, words) => (await import('./html.ts')).writeHtml(model, remembered(words)),
  },
  {
    id: 'markdown',
    extension: 'md',
    mime: 'text/markdown; charset=utf-8',
    write: async (model, words) =>
      (await import('./markdown.ts')).writeMarkdown(model, remembered(words)),
  },
  {
    id: 'xlsx',
    extension: 'xlsx',
    mime: 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet',
    write: async (model, words) =>
      (await import('./xlsx.ts')).writeReportXlsx(model, remembered(words)),
  },
  {
    id: 'csv',
    extension: 'csv',
    mime: 'text/csv; charset=utf-8',
    write: async (model, words) =>
      (await import('./csv.ts')).writeReportCsv(model, remembered(words)),
  },
  {
    id: 'json',
    extension: 'json',
    mime: 'application/json; charset=utf-8',
    write: async (model) => (await import('./json.ts')).writeJson(model),
  },
];
