import type { JournalEvent } from '../domain/project/events.ts';

/**
 * A writer's mistakes, told before they reach a journal that would be refused when it is read.
 *
 * @throws RangeError when the revisions do not follow on `expectedRevision` one by one, or when the
 *   last event announces another of its command
 */
export function checkAppend(expectedRevision: number, events: readonly JournalEvent[]): void {
  if (!Number.isSafeInteger(expectedRevision) || expectedRevision < 0)
    throw new RangeError(`not a revision: ${expectedRevision}`);
  events.forEach(({ revision }, i) => {
    const due = expectedRevision + i + 1;
    if (revision !== due) throw new RangeError(`revision ${revision} where ${due} is due`);
  });
  if (events.at(-1)?.more) throw new RangeError('the last event of a command announces another');
}
