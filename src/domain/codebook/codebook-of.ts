import type { Project } from '../project/project.ts';
import type { Settings, Theme, Type } from '../project/records.ts';
import { byOrder } from './place.ts';
import { codebookEntry, type Codebook, type CodebookEntry } from './codebook-file.ts';
import { hexOf } from './palette.ts';
import { levelWord } from './level-words.ts';
import { childrenByParent, themeTitle } from './tree.ts';

/** A project's themes, and its types after them, as files carry them. */
export function codebookOf(project: Project): Codebook {
  const children = childrenByParent(project.themes);
  const entryOf = (theme: Theme): CodebookEntry => ({
    ...themeEntry(project, theme),
    children: (children.get(theme.id) ?? []).map(entryOf),
  });
  const types = [...project.types.values()].sort(byOrder).map((type) => typeEntry(project, type));
  return { themes: [...(children.get(null) ?? []).map(entryOf), ...types], sets: [] };
}

function themeEntry(project: Project, theme: Theme): CodebookEntry {
  const { guid, name, label, definition, include, exclude, memo, origin, retired } = theme;
  const concept = theme.conceptId === null ? undefined : project.concepts.get(theme.conceptId);
  const framework = concept && project.frameworks.get(concept.frameworkId);
  const source = framework?.citation ?? framework?.name;
  return codebookEntry({
    ...{ guid, name, label, definition, include, exclude, memo, origin, retired },
    level: theme.level && levelWord(theme.level, project.settings),
    example: theme.anchorId === null ? null : (project.excerpts.get(theme.anchorId)?.quote ?? null),
    concept: concept?.name ?? null,
    citation: source ? [source, theme.linkPage].filter(Boolean).join(', ') : null,
    rationale: theme.linkRationale,
    relation: theme.relation,
    relationNote: theme.relationNote,
    questions: linesOf(questionsOf(project.settings, theme)),
    colour: hexOf(theme.colour),
  });
}

const questionsOf = (
  { researchQuestions, researchQuestionIds }: Settings,
  theme: Theme,
): string[] =>
  researchQuestions.filter((_, i) =>
    theme.researchQuestionIds.some((id) => id === researchQuestionIds[i]),
  );

/** A type as files carry it. */
export const typeEntry = (project: Project, type: Type): CodebookEntry =>
  codebookEntry({
    ...{ name: type.name, memo: type.memo },
    definition: type.description,
    colour: hexOf(type.colour),
    type: type.kind,
    features: linesOf(
      type.features.flatMap(({ themeId, note }) => {
        const theme = project.themes.get(themeId);
        return theme ? [[themeTitle(theme), note].filter(Boolean).join(': ')] : [];
      }),
    ),
  });

/** One a line. */
const linesOf = (lines: readonly string[]): string | null =>
  lines.map((line) => line.replace(/\s+/g, ' ').trim()).join('\n') || null;
