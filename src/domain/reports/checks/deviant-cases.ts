import { themeTitle } from '../../codebook/tree.ts';
import { codedExcerpts } from '../../types/coded-excerpts.ts';
import { casesOutside } from '../../types/outside.ts';
import { beginningOf, type CheckedReport } from './checked-report.ts';
import type { Finding } from './report-check.ts';

/** Excerpts that contradict their theme and cases outside every type, as long as nobody says why. */
export function deviantCaseFindings({ project }: CheckedReport): Finding[] {
  const isDeviant = [...project.excerpts.values()].some(({ deviant }) => deviant);
  if (!isDeviant && project.types.size === 0) return [];
  const coded = codedExcerpts(project);
  const excerpts = coded
    .filter(({ excerpt }) => excerpt.deviant && !excerpt.deviantReason?.trim())
    .map(({ excerpt, caseId }): Finding => {
      const themes = excerpt.themeIds.flatMap((id) => project.themes.get(id) ?? []);
      return {
        ...{ kind: 'deviant-unexplained', level: 'warning', excerptId: excerpt.id },
        sectionId: themes[0]?.id ?? null,
        facts: {
          name: project.cases.get(caseId)?.name ?? '',
          theme: themes.map(themeTitle).join(', '),
          text: beginningOf(excerpt.quote),
        },
      };
    });
  if (project.types.size === 0) return excerpts;
  const cases = casesOutside(project, coded)
    .filter(({ deviantReason }) => !deviantReason?.trim())
    .map(({ id, name }): Finding => ({
      ...{ kind: 'case-outside', level: 'note', about: id, facts: { name } },
    }));
  return [...excerpts, ...cases];
}
