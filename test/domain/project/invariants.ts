import { ancestors } from '../../../src/domain/codebook/tree.ts';
import {
  ENTITIES,
  excerptsOf,
  recordsOf,
  spanKey,
  type Project,
} from '../../../src/domain/project/project.ts';
import type { JournalEvent } from '../../../src/domain/project/events.ts';
import { referencesOf } from '../../../src/domain/project/references.ts';
import { casesIn } from '../../../src/domain/cases/case-of.ts';
import type { Concept, Entity, Excerpt, Theme } from '../../../src/domain/project/records.ts';

/** What is wrong with a project: nothing, after every command and whatever was taken back. */
export function faultsOf(project: Project): string[] {
  const { themes, excerpts, transcripts, cases } = project;
  const spans = [...excerpts.values()].map((one) => `${one.transcriptId} ${spanKey(one)}`);
  const indexed = [...project.excerptsBySpan.keys()].flatMap((id) => [...excerptsOf(project, id)]);
  return [
    ...ENTITIES.flatMap((entity) => dangling(project, entity)),
    ...[...themes.values()].flatMap((theme) => themeFaults(project, theme)),
    ...[...project.concepts.values()].flatMap((concept) => conceptFaults(project, concept)),
    ...[...excerpts.values()].flatMap((excerpt) => excerptFaults(project, excerpt)),
    ...spans
      .filter((span, i) => spans.indexOf(span) < i)
      .map((span) => `two excerpts of a coder over ${span}`),
    ...[...project.decisions.values()]
      .filter(({ roundId }) => !project.rounds.has(roundId))
      .map(({ id }) => `${id} is of a round that is not there`),
    ...(indexed.length === excerpts.size ? [] : ['the index by span holds what is not there']),
    ...[...transcripts.values()]
      .filter((t) => !cases.has(t.caseId))
      .map(({ id }) => `${id} has no case`),
  ];
}

const dangling = (project: Project, entity: Entity): string[] =>
  [...recordsOf(project, entity).values()].flatMap((record) =>
    referencesOf(entity, record)
      .filter((to) => !recordsOf(project, to.entity).has(to.id as never))
      .map((to) => `${record.id} refers to the ${to.entity} ${to.id}, which is not there`),
  );

const MADE_ALONE = new Set(['add-case', 'set-values']);

/** Cases that no transcript is of and of which nobody has ever said more than the name. */
export function emptyCases(
  { transcripts, cases }: Project,
  events: readonly JournalEvent[],
): string[] {
  const used = new Set<string>([...transcripts.values()].flatMap(casesIn));
  for (const event of events) {
    if (event.kind === 'case-changed' && event.after.name === undefined) used.add(event.id);
    if (event.kind === 'summary-added') used.add(event.record.caseId);
    // Somebody made it by itself.
    if (event.kind === 'case-added' && MADE_ALONE.has(event.command)) used.add(event.record.id);
  }
  return [...cases.keys()].filter((id) => !used.has(id));
}

function themeFaults({ themes }: Project, theme: Theme): string[] {
  const line = new Set([theme.id]);
  for (let id = theme.parentId; id !== null; id = themes.get(id)?.parentId ?? null) {
    if (!themes.has(id)) return [`${theme.id} has a parent that is not there`];
    if (line.has(id)) return [`${theme.id} is below itself`];
    line.add(id);
  }
  return [];
}

function conceptFaults({ concepts, frameworks }: Project, concept: Concept): string[] {
  const { id, frameworkId, dimension, parentId } = concept;
  const line = [id, ...ancestors(concepts, id)];
  const top = concepts.get(line.at(-1) ?? id);
  const parent = parentId === null ? null : concepts.get(parentId);
  return [
    ...(top?.parentId === null ? [] : [`${id} is below itself`]),
    ...(frameworks.get(frameworkId)?.dimensions[dimension] === undefined
      ? [`${id} has a dimension that its framework has not`]
      : []),
    ...(parent && (parent.frameworkId !== frameworkId || parent.dimension !== dimension)
      ? [`${id} stands elsewhere than what it is below`]
      : []),
  ];
}

function excerptFaults(project: Project, excerpt: Excerpt): string[] {
  const { id, themeIds, typeIds, memo, transcriptId, coderId } = excerpt;
  const missing = [
    ...themeIds.filter((one) => !project.themes.has(one)),
    ...typeIds.filter((one) => !project.types.has(one)),
    ...[transcriptId].filter((one) => !project.transcripts.has(one)),
    ...[coderId].filter((one) => !project.coders.has(one)),
  ];
  const carried = themeIds.length + typeIds.length;
  return [
    ...missing.map((one) => `${id} refers to ${one}, which is not there`),
    ...(carried > 0 || memo ? [] : [`${id} carries nothing`]),
    ...(new Set([...themeIds, ...typeIds]).size === carried
      ? []
      : [`${id} carries something twice`]),
    ...(project.excerptsBySpan.get(transcriptId)?.get(spanKey(excerpt)) === id
      ? []
      : [`${id} is not found by its span`]),
  ];
}
