import type { Response } from 'express';
import type { ProjectId } from '../../domain/ids.ts';
import type { Project } from '../../domain/project/project.ts';
import type { Services } from '../services.ts';
import { madeFile } from './send-file.ts';

const kept = new WeakMap<Project, { readonly revision: number; readonly bytes: Buffer }>();

/** The report as the API answers it: made again only where the project has changed since. */
export async function keptAnswer(
  services: Services,
  id: ProjectId,
  res: Response,
): Promise<Buffer> {
  const project = await services.workspace.read(id);
  const known = kept.get(project);
  if (known?.revision === project.revision) return known.bytes;
  const made = await madeFile(services, id, { kind: 'report-answer' }, res);
  kept.set(project, made);
  return made.bytes;
}
