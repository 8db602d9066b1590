import type { Response } from 'express';
import { projectWithTexts } from '../../app/project-with-texts.ts';
import type { ProjectId } from '../../domain/ids.ts';
import { goneSignal } from '../middleware/gone-signal.ts';
import type { Services } from '../services.ts';
import type { FileTask } from './file-task.ts';
import { needsTexts } from './make-file.ts';

/** Sends a file of a project to be saved, in the project's own language and under its name. */
export async function sendFile(
  services: Services,
  id: ProjectId,
  task: FileTask,
  { extension, mime }: { readonly extension: string; readonly mime: string },
  res: Response,
): Promise<void> {
  const { bytes, project } = await madeFile(services, id, task, res);
  asDownload(res, project, extension);
  res.type(mime).send(bytes);
}

/** The file, of which project's name and revision; not made to its end where nobody waits for the answer any more. */
export async function madeFile(
  { workspace, makeFile }: Services,
  id: ProjectId,
  task: FileTask,
  res: Response,
): Promise<{ bytes: Buffer; project: string; revision: number }> {
  const gone = goneSignal(res);
  const material = needsTexts(task)
    ? await projectWithTexts(workspace, id)
    : { project: await workspace.read(id), texts: new Map<never, never>() };
  const { settings, revision } = material.project;
  const made = await makeFile(task, material, gone);
  const bytes =
    typeof made === 'string'
      ? Buffer.from(made)
      : Buffer.from(made.buffer, made.byteOffset, made.byteLength);
  return { bytes, project: settings.name, revision };
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
