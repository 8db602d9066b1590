import type { JournalEvent, ProjectEvent } from './events.ts';
import { spanKey, type Project, type Step } from './project.ts';
import type { Excerpt } from './records.ts';

/**
 * Folds one journal event into the project, in place, and returns it. Total: an event about a
 * record that is not there (a client holds only part of a project) changes nothing but the revision.
 */
export function evolve(project: Project, event: JournalEvent): Project {
  applyEvent(project, event);
  project.revision = event.revision;
  project.changedAt = event.at;
  if (event.kind === 'project-created') project.createdAt = event.at;
  else if (!event.more) keepStep(project, event);
  return project;
}

/** What the event does to the records, the history aside. */
export function applyEvent(project: Project, event: ProjectEvent): void {
  switch (event.kind) {
    case 'project-created':
      project.settings = event.settings;
      return;
    case 'project-changed':
      project.settings = { ...project.settings, ...event.after };
      return;
    case 'report-changed':
      project.report = { ...project.report, ...event.after };
      return;
    case 'excerpt-added':
      return putExcerpt(project, event.record);
    case 'excerpt-removed':
      return dropExcerpt(project, event.record.id);
    case 'excerpt-changed': {
      const excerpt = project.excerpts.get(event.id);
      if (excerpt) putExcerpt(project, { ...excerpt, ...event.after });
      return;
    }
    case 'transcript-added':
      return put(project.transcripts, event.record);
    case 'transcript-changed':
      return patch(project.transcripts, event);
    case 'transcript-removed':
      return drop(project.transcripts, event.record);
    case 'case-added':
      return put(project.cases, event.record);
    case 'case-changed':
      return patch(project.cases, event);
    case 'case-removed':
      return drop(project.cases, event.record);
    case 'coder-added':
      return put(project.coders, event.record);
    case 'coder-changed':
      return patch(project.coders, event);
    case 'coder-removed':
      return drop(project.coders, event.record);
    case 'theme-added':
      return put(project.themes, event.record);
    case 'theme-changed':
      return patch(project.themes, event);
    case 'theme-removed':
      return drop(project.themes, event.record);
    case 'type-added':
      return put(project.types, event.record);
    case 'type-changed':
      return patch(project.types, event);
    case 'type-removed':
      return drop(project.types, event.record);
  }
}

function put<T extends { readonly id: string }>(records: Map<T['id'], T>, record: T): void {
  records.set(record.id, record);
}

function drop<T extends { readonly id: string }>(records: Map<T['id'], T>, record: T): void {
  records.delete(record.id);
}

function patch<T extends { readonly id: string }>(
  records: Map<T['id'], T>,
  change: { readonly id: T['id']; readonly after: Partial<T> },
): void {
  const record = records.get(change.id);
  if (record) records.set(record.id, { ...record, ...change.after });
}

export function putExcerpt(project: Project, excerpt: Excerpt): void {
  const old = project.excerpts.get(excerpt.id);
  if (old && spanKey(old) !== spanKey(excerpt)) dropExcerpt(project, excerpt.id);
  project.excerpts.set(excerpt.id, excerpt);
  let bySpan = project.excerptsBySpan.get(excerpt.transcriptId);
  if (!bySpan)
    project.excerptsBySpan.set(excerpt.transcriptId, (bySpan = new Map<string, Excerpt['id']>()));
  bySpan.set(spanKey(excerpt), excerpt.id);
}

function dropExcerpt(project: Project, id: Excerpt['id']): void {
  const old = project.excerpts.get(id);
  if (!old) return;
  project.excerpts.delete(id);
  const bySpan = project.excerptsBySpan.get(old.transcriptId);
  if (bySpan?.get(spanKey(old)) === id) bySpan.delete(spanKey(old));
  if (bySpan?.size === 0) project.excerptsBySpan.delete(old.transcriptId);
}

/** Steps one can still go back: months of work, and a bound on memory. */
const KEPT_STEPS = 20_000;

function keepStep(project: Project, event: JournalEvent): void {
  const step: Step = {
    first: event.step,
    last: event.revision,
    actor: event.actor,
    command: event.command,
    at: event.at,
  };
  if (event.undoes !== undefined) {
    const undone = take(project.undo, event.undoes);
    if (undone) project.redo.push(undone);
  } else {
    if (event.redoes === undefined)
      project.redo = project.redo.filter((s) => s.actor !== event.actor);
    else take(project.redo, event.redoes);
    project.undo.push(step);
    if (project.undo.length > KEPT_STEPS * 1.1) project.undo = project.undo.slice(-KEPT_STEPS);
  }
}

/** Takes the step that begins at `first` off the stack, from the top down. */
function take(steps: Step[], first: number): Step | undefined {
  const at = steps.findLastIndex((step) => step.first === first);
  return at < 0 ? undefined : steps.splice(at, 1)[0];
}
