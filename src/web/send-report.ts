import type { Response } from 'express';
import { textsOf } from '../app/texts-of.ts';
import type { ProjectId, TranscriptId } from '../domain/ids.ts';
import { reportModel } from '../domain/reports/report-model.ts';
import type { ReportFormat } from '../formats/reports/registry.ts';
import type { Services } from './services.ts';

/** Sends the report to be saved, in the project's own language and under its name. */
export async function sendReport(
  services: Services,
  id: ProjectId,
  format: ReportFormat,
  res: Response,
): Promise<void> {
  const { bytes, project } = await writeReport(services, id, format);
  asDownload(res, project, format.extension);
  res.type(format.mime).send(bytes);
}

/** The file, and the project's name. */
export async function writeReport(
  { workspace, translate }: Services,
  id: ProjectId,
  format: ReportFormat,
): Promise<{ bytes: Buffer; project: string }> {
  const texts = await textsOf(workspace, id);
  const project = await workspace.read(id);
  const words = translate(project.settings.language);
  const textOf = (transcript: TranscriptId): string => texts.get(transcript) ?? '';
  const bytes = await format.write(reportModel(project, { words, textOf }), words);
  return { bytes: Buffer.from(bytes), project: project.settings.name };
}

/** Sent to be saved, under the project's name; the plain name is for clients that know no other. */
export function asDownload(res: Response, project: string, extension: string): void {
  const name = encodeURIComponent(`${fileStem(project)}.${extension}`);
  res.set(
    'Content-Disposition',
    `attachment; filename="report.${extension}"; filename*=UTF-8''${name}`,
  );
}

/** A name that every file system takes. */
const fileStem = (name: string): string =>
  name
    .replace(/[\p{Cc}\p{Cf}\\/:*?"<>|]+/gu, ' ')
    .replace(/\s+/g, ' ')
    .replace(/^[. ]+|[. ]+$/g, '')
    .slice(0, 80) || 'Teema';
