import { completedSettings } from './defaults.ts';
import { putRecord } from './evolve.ts';
import { completedReport } from './report-records.ts';
import { COLLECTIONS, emptyProject, ENTITIES, recordsOf, type Project } from './project.ts';
import type { Entity, Records } from './records.ts';

type Heads = Pick<
  Project,
  'id' | 'revision' | 'createdAt' | 'changedAt' | 'settings' | 'report' | 'guide' | 'undo' | 'redo'
>;

type Lists = { readonly [E in Entity as (typeof COLLECTIONS)[E]]: readonly Records[E][] };

/** A project at one revision, as JSON. */
export type Snapshot = Readonly<Heads> & Lists;

export function toSnapshot(project: Project): Snapshot {
  const { id, revision, createdAt, changedAt, settings, report, guide } = project;
  const heads: Heads = {
    ...{ id, revision, createdAt, changedAt, settings, report, guide },
    undo: [...project.undo],
    redo: [...project.redo],
  };
  const lists = ENTITIES.map((entity) => [
    COLLECTIONS[entity],
    [...recordsOf(project, entity).values()],
  ]);
  return { ...heads, ...(Object.fromEntries(lists) as Lists) };
}

export function fromSnapshot(snapshot: Snapshot): Project {
  const { id, revision, createdAt, changedAt, guide } = snapshot;
  const settings = completedSettings(snapshot.settings);
  const report = completedReport(snapshot.report);
  const project = emptyProject(id);
  Object.assign(project, { revision, createdAt, changedAt, settings, report, guide });
  for (const entity of ENTITIES)
    for (const record of snapshot[COLLECTIONS[entity]]) putRecord(project, entity, record);
  project.undo = [...snapshot.undo];
  project.redo = [...snapshot.redo];
  return project;
}
