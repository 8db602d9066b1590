import { agreedView } from '../../double-coding/agreed-view.ts';
import type { ThemeId } from '../../ids.ts';
import { excerptsOf } from '../../project/project.ts';
import type { Excerpt } from '../../project/records.ts';
import { bySpan, overlaps } from '../../text/span.ts';
import { sectionTitle, type CheckedReport } from './checked-report.ts';
import type { Finding } from './report-check.ts';

/**
 * Themes that several coders gave to the same passage without having agreed on it: each of them counts
 * and is quoted. One note for each theme that is printed.
 */
export function doubleCodedFindings({ project, model }: CheckedReport): Finding[] {
  if (project.coders.size < 2) return [];
  const counted = agreedView(project);
  const counts = new Map<ThemeId, number>();
  for (const { id } of project.transcripts.values())
    for (const themeId of codedTwice([...excerptsOf(counted, id)].sort(bySpan)))
      counts.set(themeId, (counts.get(themeId) ?? 0) + 1);
  return model.sections.flatMap((section): Finding[] => {
    const count = section.themeId === null ? 0 : (counts.get(section.themeId) ?? 0);
    if (count === 0) return [];
    const facts = { theme: sectionTitle(section), passageCount: count };
    return [{ kind: 'double-coded', level: 'note', sectionId: section.id, facts }];
  });
}

/** For each excerpt that overlaps an earlier one of another coder, the themes they share. */
function codedTwice(excerpts: readonly Excerpt[]): ThemeId[] {
  const found: ThemeId[] = [];
  let open: Excerpt[] = [];
  for (const excerpt of excerpts) {
    open = open.filter(({ end }) => end > excerpt.start);
    const others = open.filter(
      (other) => other.coderId !== excerpt.coderId && overlaps(other, excerpt),
    );
    found.push(
      ...excerpt.themeIds.filter((id) => others.some(({ themeIds }) => themeIds.includes(id))),
    );
    open.push(excerpt);
  }
  return found;
}
