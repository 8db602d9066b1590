import type { ReportModel } from '../../domain/reports/report-model.ts';
import type { ReportWords } from '../../domain/reports/report-words.ts';

export type { ReportWords };

/** One kind of file a report can be. */
export interface ReportFormat {
  readonly id: string;
  /** Without the dot. */
  readonly extension: string;
  readonly mime: string;
  write(model: ReportModel, words: ReportWords): Promise<Uint8Array | string>;
}
