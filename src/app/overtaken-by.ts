import type { Obstacle, StepOvertaken } from '../domain/project/ensure-applicable.ts';
import type { JournalEvent } from '../domain/project/events.ts';
import { COLLECTIONS, recordsOf, type Project, type Step } from '../domain/project/project.ts';
import { recordTitle, titleOf } from '../domain/project/record-title.ts';
import type { Entity } from '../domain/project/records.ts';
import { touches } from '../domain/project/touches.ts';
import { Rejection } from '../domain/rejection.ts';
import type { Access } from './access.ts';

/**
 * Says of a step that was overtaken which record is in its way and who worked on it since; of a
 * record that is hidden from whoever asks, only that.
 *
 * @param seen the project as they see it
 * @param since what happened after the step; of a very long time, its end
 */
export function overtakenBy(
  { obstacle }: StepOvertaken,
  { actor }: Step,
  { project, seen }: { readonly project: Project; readonly seen: Project },
  since: readonly JournalEvent[],
  access: Access,
): Rejection {
  if (isThere(project, obstacle) && !isThere(seen, obstacle))
    return new Rejection('conflict', 'step-overtaken_hidden');
  const last = since.findLast((event) => touches(event, obstacle));
  const gone = last && 'record' in last ? recordTitle(obstacle.entity as Entity, last.record) : '';
  const title = titleOf(seen, obstacle) || gone;
  const who = last && last.actor !== actor ? access.nameOf(last.actor) : null;
  const details = { entity: obstacle.entity, title: title && ` ”${title}”` };
  return who
    ? new Rejection('conflict', 'step-overtaken_by', { ...details, who })
    : new Rejection('conflict', 'step-overtaken_here', details);
}

const isThere = (project: Project, { entity, id }: Obstacle): boolean =>
  entity in COLLECTIONS && recordsOf(project, entity as Entity).has(id as never);
