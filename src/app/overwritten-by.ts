import type { ProjectId } from '../domain/ids.ts';
import { overwritten } from '../domain/project/overwritten.ts';
import { titleOf } from '../domain/project/record-title.ts';
import type { Actor, Workspace } from './workspace.ts';

export interface OverwrittenWords {
  /** Taken back by `undo` of this step. */
  readonly step: number;
  readonly entity: string;
  readonly id: string;
  readonly field: string;
  readonly title: string;
  /** Null where nobody signs in. */
  readonly by: string | null;
  readonly at: string;
  readonly theirs: string;
  readonly mine: string;
}

/** In so many of the last changes it is looked for what was overwritten. */
const LOOKED_BACK = 2_000;

/** Whose words an actor's changes after a revision took the place of. */
export async function overwrittenBy(
  workspace: Workspace,
  id: ProjectId,
  actor: Actor,
  since: number,
): Promise<OverwrittenWords[]> {
  const { revision } = await workspace.read(id);
  const events = await workspace.eventsSince(id, Math.max(since, revision - LOOKED_BACK));
  const project = await workspace.read(id);
  return overwritten(events, actor.id).map(({ about, actor: by, ...words }) => ({
    ...words,
    ...about,
    title: titleOf(project, about),
    by: workspace.access.nameOf(by),
  }));
}
