import { completed, completedSettings } from './defaults.ts';
import type { JournalEvent, ProjectEvent, RecordEvent } from './events.ts';
import { unmarkExcerpts } from './excerpts-mark.ts';
import { completedReport, type ReportText } from './report-records.ts';
import { recordsOf, spanKey, type Project, type Step } from './project.ts';
import type { Entity, Excerpt, Records } from './records.ts';

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
      project.settings = completedSettings(event.settings);
      return;
    case 'project-changed':
      project.settings = { ...project.settings, ...event.after };
      return;
    case 'report-changed':
      project.report = completedReport({ ...project.report, ...event.after });
      return;
    case 'report-entry-changed':
      project.report = withEntry(project.report, event);
      return;
    case 'guide-changed':
      project.guide = { ...project.guide, ...event.after };
      return;
    case 'excerpts-changed':
      for (const id of event.ids) change(project, 'excerpt', id, event.after);
      return;
    default:
      return applyToRecord(project, event);
  }
}

function withEntry(
  report: ReportText,
  { map, key, after }: Extract<ProjectEvent, { kind: 'report-entry-changed' }>,
): ReportText {
  const entries = new Map<string, unknown>(Object.entries(report[map]));
  if (after === null) entries.delete(key);
  else entries.set(key, after);
  return { ...report, [map]: Object.fromEntries(entries) };
}

function applyToRecord(project: Project, event: RecordEvent): void {
  const entity = event.kind.slice(0, event.kind.lastIndexOf('-')) as Entity;
  if (event.kind.endsWith('-removed')) drop(project, entity, idOf(event));
  else if ('record' in event) putRecord(project, entity, completed(entity, event.record));
  else change(project, entity, event.id, event.after);
}

function change<E extends Entity>(
  project: Project,
  entity: E,
  id: Records[E]['id'],
  after: Partial<Records[E]>,
): void {
  const record = recordsOf(project, entity).get(id);
  if (record) putRecord(project, entity, { ...record, ...after });
}

const idOf = (event: RecordEvent): Records[Entity]['id'] =>
  'record' in event ? event.record.id : event.id;

export function putRecord<E extends Entity>(project: Project, entity: E, record: Records[E]): void {
  if (entity === 'excerpt') putExcerpt(project, record as Excerpt);
  else recordsOf(project, entity).set(record.id, record);
}

function drop<E extends Entity>(project: Project, entity: E, id: Records[E]['id']): void {
  if (entity === 'excerpt') dropExcerpt(project, id as Excerpt['id']);
  else recordsOf(project, entity).delete(id);
}

function putExcerpt(project: Project, excerpt: Excerpt): void {
  const { id, transcriptId } = excerpt;
  const old = project.excerpts.get(id);
  const stays = old !== undefined && isSamePlace(old, excerpt);
  if (old && !stays) dropExcerpt(project, id);
  project.excerpts.set(id, excerpt);
  let bySpan = project.excerptsBySpan.get(transcriptId);
  if (!bySpan)
    project.excerptsBySpan.set(transcriptId, (bySpan = new Map<string, Excerpt['id']>()));
  if (!stays) bySpan.set(spanKey(excerpt), id);
  unmarkExcerpts(bySpan);
}

/** Most changes are of what an excerpt carries: then `excerptsBySpan` holds it already. */
export const isSamePlace = (a: Excerpt, b: Excerpt): boolean =>
  a.start === b.start &&
  a.end === b.end &&
  a.coderId === b.coderId &&
  a.transcriptId === b.transcriptId;

function dropExcerpt(project: Project, id: Excerpt['id']): void {
  const old = project.excerpts.get(id);
  if (!old) return;
  project.excerpts.delete(id);
  const bySpan = project.excerptsBySpan.get(old.transcriptId);
  if (bySpan?.get(spanKey(old)) === id) bySpan.delete(spanKey(old));
  if (bySpan) unmarkExcerpts(bySpan);
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
