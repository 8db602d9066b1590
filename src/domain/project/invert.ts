import type { ProjectEvent } from './events.ts';
import type { Entity } from './records.ts';

/**
 * The event that takes another back: `evolve(evolve(p, e), invert(e))` is `p`.
 *
 * @throws RangeError for the creation of a project, which nothing precedes.
 */
export function invert(event: ProjectEvent): ProjectEvent {
  if (event.kind === 'project-created')
    throw new RangeError('the creation of a project has no inverse');
  if ('before' in event)
    return { ...event, before: event.after, after: event.before } as ProjectEvent;
  const entity = event.kind.slice(0, event.kind.lastIndexOf('-')) as Entity;
  const verb = event.kind.endsWith('-added') ? 'removed' : 'added';
  return { kind: `${entity}-${verb}`, record: event.record } as ProjectEvent;
}
