import type { Response } from 'express';
import * as z from 'zod';
import type { Project } from '../../domain/project/project.ts';

const part = z.enum(['all', 'rest']).optional().catch(undefined);
const revision = z.coerce.number().int().optional().catch(undefined);

/** The query of a page that sends its first rows and has the others fetched. */
export const rowsQuery = { rows: part, revision };

/** The same of a page where `rows` says what stands in them. */
export const partQuery = z.object({ part, revision });

/** Sends the rows that the first part left; nothing where the project is no longer the one it was of. */
export function sendRest(
  res: Response,
  project: Project,
  { revision }: { readonly revision?: number | undefined },
  html: () => string,
): void {
  res.set('Cache-Control', 'no-store');
  if (revision === project.revision) res.type('html').send(html());
  else res.status(204).end();
}

/** The same, where the rows are drawn by a partial view. */
export function sendRestOf(
  res: Response,
  project: Project,
  { revision }: { readonly revision?: number | undefined },
  partial: string,
  locals: object,
): void {
  res.set('Cache-Control', 'no-store');
  if (revision === project.revision) res.render(`partials/${partial}`, locals);
  else res.status(204).end();
}
