import type { ExcerptId } from '../ids.ts';
import type { Changed, ExcerptsChanged, ProjectEvent } from './events.ts';

/**
 * Changes of excerpts, one of each, with every change told once however many excerpts it is of: a
 * theme's thousands of codings, recoded, are an event or two instead of thousands.
 */
export function sharedChanges(changes: readonly Changed<'excerpt'>[]): ProjectEvent[] {
  const groups = new Map<string, Changed<'excerpt'>[]>();
  for (const change of changes) {
    const key = JSON.stringify([change.before, change.after]);
    const group = groups.get(key);
    if (group) group.push(change);
    else groups.set(key, [change]);
  }
  return [...groups.values()].map(asOne);
}

function asOne(group: readonly Changed<'excerpt'>[]): Changed<'excerpt'> | ExcerptsChanged {
  const [first] = group;
  if (!first) throw new RangeError('a change of no excerpt');
  if (group.length === 1) return first;
  const { before, after } = first;
  return { kind: 'excerpts-changed', ids: group.map(({ id }) => id), before, after };
}

/** The excerpts an event changes; none where it is of something else. */
export function changedExcerpts(event: ProjectEvent): readonly ExcerptId[] {
  if (event.kind === 'excerpts-changed') return event.ids;
  return event.kind === 'excerpt-changed' ? [event.id] : [];
}
