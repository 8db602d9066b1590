import type { Project } from '../project/project.ts';
import type { Theme, Type } from '../project/records.ts';
import { byOrder } from './place.ts';
import { codebookEntry, type Codebook, type CodebookEntry } from './codebook-file.ts';
import { hexOf } from './palette.ts';
import { childrenByParent } from './tree.ts';

/** A project's themes, and its types after them, as files carry them. */
export function codebookOf(project: Project): Codebook {
  const children = childrenByParent(project.themes);
  const entryOf = (theme: Theme): CodebookEntry => ({
    ...themeEntry(project, theme),
    children: (children.get(theme.id) ?? []).map(entryOf),
  });
  const types = [...project.types.values()].sort(byOrder).map(typeEntry);
  return { themes: [...(children.get(null) ?? []).map(entryOf), ...types], sets: [] };
}

function themeEntry(project: Project, theme: Theme): CodebookEntry {
  const { guid, name, label, level, definition, include, exclude, memo, origin, retired } = theme;
  const concept = theme.conceptId === null ? undefined : project.concepts.get(theme.conceptId);
  const framework = concept && project.frameworks.get(concept.frameworkId);
  const source = framework?.citation ?? framework?.name;
  return codebookEntry({
    ...{ guid, name, label, level, definition, include, exclude, memo, origin, retired },
    example: theme.anchorId === null ? null : (project.excerpts.get(theme.anchorId)?.quote ?? null),
    concept: concept?.name ?? null,
    citation: source ? [source, theme.linkPage].filter(Boolean).join(', ') : null,
    colour: hexOf(theme.colour),
  });
}

const typeEntry = ({ name, kind, description, memo, colour }: Type): CodebookEntry =>
  codebookEntry({
    ...{ name, memo },
    definition: description,
    colour: hexOf(colour),
    type: kind,
  });
