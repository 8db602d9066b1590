import type { ProjectId } from '../domain/ids.ts';
import { applyEvent } from '../domain/project/evolve.ts';
import { emptyProject, type Project } from '../domain/project/project.ts';
import { Rejection } from '../domain/rejection.ts';
import type { Workspace } from './workspace.ts';

export type Codebook = Pick<Project, 'themes' | 'types' | 'frameworks' | 'concepts' | 'settings'>;

/** Codebooks are small beside the journals they are folded from; the last few are compared again. */
const KEPT = 8;
const kept = new WeakMap<Workspace, Map<string, Codebook>>();

/** Excerpts and texts are many and no part of the codebook. */
const OF_CODEBOOK = /^(?:project|theme|type|framework|concept)-/;

/**
 * The codebook as it stood at a revision, folded from the journal; at the newest, the one in memory.
 *
 * @throws Rejection `revision-not-found` for one the journal does not reach
 */
export async function codebookAt(
  workspace: Workspace,
  id: ProjectId,
  revision: number,
): Promise<Codebook> {
  const now = await workspace.read(id);
  if (revision === now.revision) return now;
  if (revision < 1 || revision > now.revision)
    throw new Rejection('not-found', 'revision-not-found', { revision });
  const known = kept.get(workspace) ?? new Map<string, Codebook>();
  kept.set(workspace, known);
  const key = `${id} ${revision}`;
  const codebook = known.get(key) ?? (await folded(workspace, id, revision));
  known.delete(key);
  known.set(key, codebook);
  const [oldest] = known.keys();
  if (known.size > KEPT && oldest !== undefined) known.delete(oldest);
  return codebook;
}

async function folded(workspace: Workspace, id: ProjectId, revision: number): Promise<Codebook> {
  const project = emptyProject(id);
  for (const event of await workspace.store.events(id, 1, revision))
    if (OF_CODEBOOK.test(event.kind)) applyEvent(project, event);
  const { themes, types, frameworks, concepts, settings } = project;
  return { themes, types, frameworks, concepts, settings };
}
