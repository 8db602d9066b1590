import type { StepOvertaken } from '../domain/project/ensure-applicable.ts';
import type { JournalEvent } from '../domain/project/events.ts';
import type { Project, Step } from '../domain/project/project.ts';
import { recordTitle, titleOf } from '../domain/project/record-title.ts';
import type { Entity } from '../domain/project/records.ts';
import { touches } from '../domain/project/touches.ts';
import { Rejection } from '../domain/rejection.ts';
import type { Access } from './access.ts';

/**
 * Says of a step that was overtaken which record is in its way and who worked on it since.
 *
 * @param since what happened after the step; of a very long time, its end
 */
export function overtakenBy(
  { obstacle }: StepOvertaken,
  { actor }: Step,
  project: Project,
  since: readonly JournalEvent[],
  access: Access,
): Rejection {
  const last = since.findLast((event) => touches(event, obstacle));
  const gone = last && 'record' in last ? recordTitle(obstacle.entity as Entity, last.record) : '';
  const title = titleOf(project, obstacle) || gone;
  const who = last && last.actor !== actor ? access.nameOf(last.actor) : null;
  const details = { entity: obstacle.entity, title: title && ` ”${title}”` };
  return who
    ? new Rejection('conflict', 'step-overtaken_by', { ...details, who })
    : new Rejection('conflict', 'step-overtaken_here', details);
}
