import { linkedTheme } from '../codebook/link.ts';
import { changeOf, type ProjectEvent } from './events.ts';
import { ENTITIES, recordsOf, type Project } from './project.ts';
import { Rejection } from '../rejection.ts';
import type { Entity, Feature, Records, Theme } from './records.ts';

export interface Reference {
  readonly entity: Entity;
  readonly id: string;
}

/** Where a reference leads from now on; null where nowhere. */
export type Redirect = <I extends string>(entity: Entity, id: I) => I | null;

/** What a record cannot be without. */
const NEEDS: { readonly [E in Entity]?: (record: Records[E]) => Reference[] } = {
  transcript: ({ caseId }) => [{ entity: 'case', id: caseId }],
  theme: ({ parentId }) => refs('theme', parentId),
  concept: ({ frameworkId, parentId }) => [
    { entity: 'framework', id: frameworkId },
    ...refs('concept', parentId),
  ],
  excerpt: ({ transcriptId, coderId, themeIds, typeIds }) => [
    { entity: 'transcript', id: transcriptId },
    { entity: 'coder', id: coderId },
    ...themeIds.flatMap((id) => refs('theme', id)),
    ...typeIds.flatMap((id) => refs('type', id)),
  ],
  comment: ({ reviewId }) => [{ entity: 'review', id: reviewId }],
  decision: ({ roundId }) => [{ entity: 'round', id: roundId }],
  summary: ({ themeId, caseId }) => [
    { entity: 'theme', id: themeId },
    { entity: 'case', id: caseId },
  ],
};

const refs = (entity: Entity, id: string | null): Reference[] =>
  id === null ? [] : [{ entity, id }];

/** What a record points to and can be without: the fields, as the redirect makes them. */
const POINTS: {
  readonly [E in Entity]?: (record: Records[E], to: Redirect) => Partial<Records[E]>;
} = {
  transcript: ({ speakerCases }, to) => ({
    speakerCases: speakerCases.flatMap((one) => {
      const caseId = to('case', one.caseId);
      return caseId === null ? [] : [{ ...one, caseId }];
    }),
  }),
  case: ({ typeIds, attributes }, to) => ({
    typeIds: each('type', typeIds, to),
    attributes: Object.fromEntries(
      Object.entries(attributes).filter(([id]) => to('attribute', id) !== null),
    ),
  }),
  theme: (theme, to) => ({
    anchorId: theme.anchorId && to('excerpt', theme.anchorId),
    ...relinked(theme, to),
  }),
  type: ({ conceptId, features, exemplarExcerptId, exemplarCaseId }, to) => ({
    conceptId: conceptId && to('concept', conceptId),
    features: features.reduce<Feature[]>((list, feature) => {
      const themeId = to('theme', feature.themeId);
      const evidenceIds = each('excerpt', feature.evidenceIds, to);
      return themeId === null ? list : withFeature(list, { ...feature, themeId, evidenceIds });
    }, []),
    exemplarExcerptId: exemplarExcerptId && to('excerpt', exemplarExcerptId),
    exemplarCaseId: exemplarCaseId && to('case', exemplarCaseId),
  }),
  // A review goes where its excerpt goes; with an excerpt that is removed it goes in the same step.
  review: ({ excerptId }, to) => ({ excerptId: to('excerpt', excerptId) ?? excerptId }),
  framework: ({ sourceIds }, to) => ({ sourceIds: each('source', sourceIds, to) }),
};

/** A theme whose concept is gone is what one without a concept is: not abductive, not linked. */
function relinked(theme: Theme, to: Redirect): Partial<Theme> {
  const conceptId = theme.conceptId && to('concept', theme.conceptId);
  if (theme.conceptId === null || conceptId !== null) return { conceptId };
  const { origin, linkedAt, linkRationale, linkPage, relation, relationNote } = linkedTheme(
    { ...theme, conceptId },
    {},
    '',
  );
  return { conceptId, origin, linkedAt, linkRationale, linkPage, relation, relationNote };
}

/** A theme is a feature once: what a second says goes to the first. */
function withFeature(list: readonly Feature[], added: Feature): Feature[] {
  const twin = list.findIndex(({ themeId }) => themeId === added.themeId);
  const same = list[twin];
  if (!same) return [...list, added];
  const evidenceIds = [...new Set([...same.evidenceIds, ...added.evidenceIds])];
  const note = [same.note, added.note].filter(Boolean).join('\n') || null;
  return list.with(twin, { ...same, evidenceIds, note });
}

function each<I extends string>(entity: Entity, ids: readonly I[], to: Redirect): I[] {
  return [...new Set(ids.map((id) => to(entity, id)).filter((id) => id !== null))];
}

/** Everything a record refers to. */
export function referencesOf<E extends Entity>(entity: E, record: Records[E]): Reference[] {
  const found = NEEDS[entity]?.(record) ?? [];
  POINTS[entity]?.(record, (to, id) => {
    found.push({ entity: to, id });
    return id;
  });
  return found;
}

/** The changes of all records that point to what `to` leads elsewhere. */
export function redirected(project: Project, to: Redirect): ProjectEvent[] {
  return ENTITIES.flatMap((entity) => redirectedOf(project, entity, to));
}

function redirectedOf<E extends Entity>(project: Project, entity: E, to: Redirect): ProjectEvent[] {
  const points = POINTS[entity];
  if (!points) return [];
  return [...recordsOf(project, entity).values()].flatMap((record) => {
    const change = changeOf(entity, record, points(record, to));
    return change ? [change as ProjectEvent] : [];
  });
}

/** The changes of all records that point to what is about to be gone. */
export const pointersTo = (
  project: Project,
  gone: Entity,
  ids: ReadonlySet<string>,
): ProjectEvent[] =>
  ids.size === 0
    ? []
    : redirected(project, (entity, id) => (entity === gone && ids.has(id) ? null : id));

/** The changes of all records that point to `old`, to point to `by`; null takes the pointer away. */
export const replacePointers = <I extends string>(
  project: Project,
  of: Entity,
  old: I,
  by: I | null,
): ProjectEvent[] =>
  redirected(project, (entity, id) =>
    entity === of && (id as string) === old ? (by as typeof id | null) : id,
  );

/** @throws Rejection `<entity>-not-found` where a record refers to what is not there. */
export function checkReferences<E extends Entity>(
  project: Project,
  entity: E,
  record: Records[E],
): Records[E] {
  for (const { entity: of, id } of referencesOf(entity, record))
    if (!recordsOf(project, of).has(id as never))
      throw new Rejection('not-found', `${of}-not-found`, { id });
  return record;
}
