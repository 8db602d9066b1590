import { agreedView } from '../double-coding/agreed-view.ts';
import { caseOf } from '../cases/case-of.ts';
import { ancestors } from '../codebook/tree.ts';
import type { CaseId, ConceptId, ExcerptId, FrameworkId } from '../ids.ts';
import { byOrder, type Project } from '../project/project.ts';
import type { Concept, Excerpt, Theme, Type } from '../project/records.ts';
import { conceptsInOrder } from './concepts-in-order.ts';

/** What the data say of a concept. */
export interface ConceptAnswer {
  readonly concept: Concept;
  /** 0 for a top concept. */
  readonly depth: number;
  /** Linked to the concept itself. */
  readonly themes: readonly Theme[];
  readonly types: readonly Type[];
  /** Coded with one of these themes, a sub-theme of one, or one of these types; each once. */
  readonly own: ReadonlySet<ExcerptId>;
  /** These, and those of the concepts below; each once. */
  readonly excerpts: ReadonlySet<ExcerptId>;
  readonly cases: ReadonlySet<CaseId>;
}

/** The concepts of a framework, in order, each with what answers it. */
export function frameworkAnswers(project: Project, id: FrameworkId): ConceptAnswer[] {
  const linked = linksOf(project);
  const answers = new Map(
    conceptsInOrder(project, id).map(({ concept, depth }) => {
      const { themes, types } = linked.get(concept.id) ?? { themes: [], types: [] };
      const sets = { own: new Set<ExcerptId>(), excerpts: new Set<ExcerptId>() };
      return [concept.id, { concept, depth, themes, types, ...sets, cases: new Set<CaseId>() }];
    }),
  );
  const conceptsOf = answeredBy(project);
  for (const excerpt of agreedView(project).excerpts.values()) {
    const caseId = caseOf(project, excerpt);
    for (const conceptId of conceptsOf(excerpt)) {
      answers.get(conceptId)?.own.add(excerpt.id);
      for (const at of [conceptId, ...ancestors(project.concepts, conceptId)]) {
        answers.get(at)?.excerpts.add(excerpt.id);
        if (caseId) answers.get(at)?.cases.add(caseId);
      }
    }
  }
  return [...answers.values()];
}

/** The concepts that nothing in the data answers, neither they nor what is below them. */
export const gapsIn = (answers: readonly ConceptAnswer[]): ConceptAnswer[] =>
  answers.filter(({ excerpts }) => excerpts.size === 0);

interface Links {
  readonly themes: Theme[];
  readonly types: Type[];
}

/** The themes and types by the concept they are linked to, in their orders. */
function linksOf({ themes, types }: Project): Map<ConceptId, Links> {
  const links = new Map<ConceptId, Links>();
  const at = (id: ConceptId): Links => {
    const known = links.get(id) ?? { themes: [], types: [] };
    links.set(id, known);
    return known;
  };
  for (const theme of [...themes.values()].sort(byOrder))
    if (theme.conceptId) at(theme.conceptId).themes.push(theme);
  for (const type of [...types.values()].sort(byOrder))
    if (type.conceptId) at(type.conceptId).types.push(type);
  return links;
}

/** What an excerpt answers: the concepts of its themes, of the themes above them, of its types. */
export function answeredBy({ themes, types }: Project): (excerpt: Excerpt) => Set<ConceptId> {
  const byTheme = new Map(
    [...themes.keys()].map((id) => [
      id,
      [id, ...ancestors(themes, id)].flatMap((one) => themes.get(one)?.conceptId ?? []),
    ]),
  );
  return ({ themeIds, typeIds }) =>
    new Set([
      ...themeIds.flatMap((id) => byTheme.get(id) ?? []),
      ...typeIds.flatMap((id) => types.get(id)?.conceptId ?? []),
    ]);
}
