import type { Command } from '../project/commands.ts';
import type { Project } from '../project/project.ts';
import { summaryId } from '../project/summary-records.ts';
import { Rejection } from '../rejection.ts';
import { hiddenFrom, type Hidden } from './hidden.ts';

/**
 * What somebody does not see they cannot change either, nor find out by trying: whatever names a
 * hidden record is answered as if there were none.
 *
 * @throws Rejection `<entity>-not-found`, and `summary-hidden`, `theme-holds-hidden` where words of
 * the framework matrix would be lost
 */
export function ensureSeen(project: Project, person: string, command: Command): void {
  const hidden = hiddenFrom(project, person);
  if (!hidden) return;
  for (const id of stringsIn(command)) {
    const entity = hidden.named(id);
    if (entity) throw new Rejection('not-found', `${entity}-not-found`, { id });
  }
  ensureSummariesKept(project, hidden, command);
}

/** Hidden words are neither written over nor put where they are not hidden. */
function ensureSummariesKept({ summaries }: Project, hidden: Hidden, command: Command): void {
  if (command.kind === 'write-summary') {
    const there = summaries.get(summaryId(command.themeId, command.caseId));
    if (there && hidden.summary(there)) throw new Rejection('conflict', 'summary-hidden');
  } else if (command.kind === 'remove-theme') {
    for (const one of summaries.values())
      if (one.themeId === command.id && hidden.summary(one))
        throw new Rejection('conflict', 'theme-holds-hidden');
  }
}

function* stringsIn(value: unknown): Generator<string> {
  if (typeof value === 'string') yield value;
  else if (typeof value === 'object' && value !== null)
    for (const [key, field] of Object.entries(value)) {
      yield key;
      yield* stringsIn(field);
    }
}
