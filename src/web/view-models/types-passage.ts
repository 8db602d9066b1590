import { themeTitle } from '../../domain/codebook/tree.ts';
import type { ThemeId } from '../../domain/ids.ts';
import type { Project } from '../../domain/project/project.ts';
import { turnIndexAt } from '../../domain/text/turns.ts';
import type { CodedExcerpt } from '../../domain/types/coded-excerpts.ts';
import type { Translate } from '../i18n.ts';

/** A theme as a coloured dot and its name. */
export interface NamedTheme {
  readonly id: string;
  readonly title: string;
  readonly colour: number;
}

/** An excerpt as a page cites it. */
export interface Passage {
  readonly id: string;
  /** Word for word; line breaks are kept by the style. */
  readonly text: string;
  readonly caseName: string;
  /** "turn 4". */
  readonly place: string;
  readonly href: string;
  readonly themes: readonly NamedTheme[];
}

export const namedTheme = (project: Project, id: ThemeId): NamedTheme[] => {
  const theme = project.themes.get(id);
  return theme ? [{ id, title: themeTitle(theme), colour: theme.colour }] : [];
};

export const passageMaker =
  (project: Project, t: Translate) =>
  ({ excerpt, transcript, caseId }: CodedExcerpt): Passage => ({
    id: excerpt.id,
    text: excerpt.quote,
    caseName: project.cases.get(caseId)?.name ?? transcript.title,
    place: t('types.turn', { turn: turnIndexAt(transcript.turns, excerpt.start) + 1 }),
    href: `/projects/${project.id}/code/${transcript.id}#e-${excerpt.id}`,
    themes: excerpt.themeIds.flatMap((id) => namedTheme(project, id)),
  });
