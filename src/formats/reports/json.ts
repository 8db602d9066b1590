import type { ReportModel } from '../../domain/reports/report-model.ts';

/** The report model itself, for scripts: numbers are numbers, what is not there is null. */
export const writeJson = (model: ReportModel): string => `${JSON.stringify(model, null, 2)}\n`;
