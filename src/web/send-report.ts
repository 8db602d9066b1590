import type { Response } from 'express';
import type { ProjectId } from '../domain/ids.ts';
import { reportModel } from '../domain/reports/report-model.ts';
import type { ReportFormat } from '../formats/reports/registry.ts';
import type { Services } from './services.ts';

/** The report in the project's own language, under the project's name. */
export async function sendReport(
  { workspace, translate }: Services,
  id: ProjectId,
  format: ReportFormat,
  res: Response,
): Promise<void> {
  const project = await workspace.read(id);
  const bytes = await format.write(reportModel(project), translate(project.settings.language));
  const name = `${fileStem(project.settings.name)}.${format.extension}`;
  res.set(
    'Content-Disposition',
    `attachment; filename="report.${format.extension}"; filename*=UTF-8''${encodeURIComponent(name)}`,
  );
  res.type(format.mime).send(typeof bytes === 'string' ? bytes : Buffer.from(bytes));
}

/** A name that every file system takes. */
const fileStem = (name: string): string =>
  name
    .replace(/[\p{Cc}\p{Cf}\\/:*?"<>|]+/gu, ' ')
    .replace(/\s+/g, ' ')
    .replace(/^[. ]+|[. ]+$/g, '')
    .slice(0, 80) || 'Teema';
