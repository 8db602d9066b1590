import type { ReportModel } from '../../domain/reports/report-model.ts';

/** The words a report prints, in the report's language; the keys begin with `report.`. */
export type ReportWords = (
  key: string,
  values?: Readonly<Record<string, string | number>>,
) => string;

/** One kind of file a report can be. */
export interface ReportFormat {
  readonly id: string;
  /** Without the dot. */
  readonly extension: string;
  readonly mime: string;
  write(model: ReportModel, words: ReportWords): Promise<Uint8Array | string>;
}
