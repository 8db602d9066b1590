import type { FrameworkId } from '../../ids.ts';
import type { CheckedReport } from './checked-report.ts';
import type { Finding } from './report-check.ts';

/** Frameworks that the printed themes lean on and that name no source: one finding for each. */
export function uncitedConceptFindings({ project, model }: CheckedReport): Finding[] {
  const found = new Map<FrameworkId, { sectionId: string; concepts: Set<string> }>();
  for (const { id, themeId } of model.sections) {
    const theme = themeId === null ? undefined : project.themes.get(themeId);
    const concept = theme?.conceptId ? project.concepts.get(theme.conceptId) : undefined;
    const framework = concept && project.frameworks.get(concept.frameworkId);
    if (!framework || framework.citation?.trim() || framework.sourceIds.length > 0) continue;
    const known = found.get(framework.id) ?? { sectionId: id, concepts: new Set<string>() };
    known.concepts.add(concept.name);
    found.set(framework.id, known);
  }
  return [...found].map(([frameworkId, { sectionId, concepts }]) => ({
    ...{ kind: 'no-source', level: 'warning', about: frameworkId, sectionId },
    facts: {
      framework: project.frameworks.get(frameworkId)?.name ?? '',
      concepts: [...concepts].join(', '),
    },
  }));
}
