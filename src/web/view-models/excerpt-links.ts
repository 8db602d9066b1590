import { caseOf } from '../../domain/cases/case-of.ts';
import type { CaseId, ExcerptId } from '../../domain/ids.ts';
import type { Project } from '../../domain/project/project.ts';
import type { Excerpt } from '../../domain/project/records.ts';

export interface ExcerptLinks {
  readonly links: readonly {
    readonly text: string;
    /** Whose words they are. */
    readonly who: string;
    readonly href: string;
  }[];
  readonly count: number;
  /** How many are not among the links. */
  readonly more: number;
}

const SHOWN = 20;
const LONGEST = 220;

/** Excerpts to be opened in their text, in the order of the interviews. */
export function excerptLinks(
  project: Project,
  ids: ReadonlySet<ExcerptId>,
  shown = SHOWN,
): ExcerptLinks {
  const orderOf = ({ transcriptId }: Excerpt): number =>
    project.transcripts.get(transcriptId)?.order ?? 0;
  const nameOf = (id: CaseId | undefined): string => (id && project.cases.get(id)?.name) ?? '';
  const excerpts = [...ids]
    .flatMap((id) => project.excerpts.get(id) ?? [])
    .sort((a, b) => orderOf(a) - orderOf(b) || a.start - b.start);
  return {
    links: excerpts.slice(0, shown).map((excerpt) => ({
      text: shortened(excerpt.quote),
      who: nameOf(caseOf(project, excerpt)),
      href: `/projects/${project.id}/code/${excerpt.transcriptId}#e-${excerpt.id}`,
    })),
    count: excerpts.length,
    more: Math.max(0, excerpts.length - shown),
  };
}

function shortened(quote: string): string {
  const flat = quote.replace(/\s+/g, ' ');
  if (flat.length <= LONGEST) return flat;
  return `${flat.slice(0, flat.lastIndexOf(' ', LONGEST))} …`;
}
