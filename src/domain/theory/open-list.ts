import { OUTSIDE } from '../codebook/notes.ts';
import { ancestors, themesInOrder } from '../codebook/tree.ts';
import { byOrder, type Project } from '../project/project.ts';
import type { Concept, Theme } from '../project/records.ts';
import { conceptsInOrder } from './concepts-in-order.ts';

/** Themes that met a concept later and do not say why. */
export const linksWithoutReason = ({ themes }: Project): Theme[] =>
  themesInOrder(themes).flatMap(({ theme }) =>
    theme.origin === 'abductive' && theme.conceptId !== null && !theme.linkRationale?.trim()
      ? [theme]
      : [],
  );

/**
 * Themes that are said to come from theory while neither they nor any theme above is linked to a
 * concept, as after the concept was removed. What lies outside the frame needs none.
 */
export const originsWithoutConcept = ({ themes }: Project): Theme[] =>
  themesInOrder(themes).flatMap(({ theme }) => {
    if (theme.origin === 'inductive' || theme.retired) return [];
    const above = ancestors(themes, theme.id).flatMap((id) => themes.get(id) ?? []);
    const hasNeed = [theme, ...above].every(
      ({ conceptId, level }) => conceptId === null && level !== OUTSIDE,
    );
    return hasNeed ? [theme] : [];
  });

/** Concepts that themes or types lean on, of frameworks that name neither a citation nor a source. */
export function conceptsWithoutSource(project: Project): Concept[] {
  const used = new Set(
    [...project.themes.values(), ...project.types.values()].map(({ conceptId }) => conceptId),
  );
  return [...project.frameworks.values()]
    .sort(byOrder)
    .filter(({ citation, sourceIds }) => !citation?.trim() && sourceIds.length === 0)
    .flatMap(({ id }) => conceptsInOrder(project, id).map(({ concept }) => concept))
    .filter(({ id }) => used.has(id));
}
