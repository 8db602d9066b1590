import type { Project } from '../../domain/project/project.ts';
import type { Framework } from '../../domain/project/records.ts';
import { frameworkAnswers } from '../../domain/theory/framework-answers.ts';
import type { Translate } from '../i18n.ts';
import { indentOf } from './indent.ts';

interface ConceptChoice {
  readonly id: string;
  readonly name: string;
  readonly definition: string;
  readonly indent: string;
  readonly level: number;
  /** The themes and types it has already: no more are made of it. */
  readonly has: string | null;
}

export interface MakeThemesPage {
  readonly action: string;
  readonly back: string;
  readonly name: string;
  readonly about: string;
  readonly warning: string | null;
  readonly groups: readonly {
    readonly name: string | null;
    readonly rows: readonly ConceptChoice[];
  }[];
  /** Which dimension may become types; empty where there is one. */
  readonly uses: readonly {
    readonly value: string;
    readonly name: string;
    readonly chosen: boolean;
  }[];
  readonly isDone: boolean;
}

export function makeThemesPage(
  project: Project,
  framework: Framework,
  t: Translate,
): MakeThemesPage {
  const { id, dimensions } = framework;
  const { approach } = project.settings;
  const back = `/projects/${project.id}/theory/${id}`;
  const rows = frameworkAnswers(project, id).map(({ concept, depth, themes, types }) => ({
    dimension: concept.dimension,
    id: concept.id,
    name: concept.name,
    definition: concept.definition ?? '',
    indent: indentOf(depth),
    level: depth + 1,
    has: [...themes, ...types].map(({ name }) => name).join(', ') || null,
  }));
  return {
    action: `${back}/themes`,
    back,
    name: framework.name,
    about: t(`theory.make-about.${approach}`),
    warning: approach === 'data-driven' ? t('theory.make-data-driven') : null,
    groups: dimensions.map((name, dimension) => ({
      name: dimensions.length > 1 ? name : null,
      rows: rows.filter((row) => row.dimension === dimension),
    })),
    uses: usesOf(dimensions, t),
    isDone: rows.every(({ has }) => has !== null),
  };
}

function usesOf(dimensions: readonly string[], t: Translate): MakeThemesPage['uses'] {
  const [first, second] = dimensions;
  if (first === undefined || second === undefined) return [];
  const uses = [
    { value: '1', name: t('theory.uses.types', { themes: first, types: second }) },
    { value: '0', name: t('theory.uses.types', { themes: second, types: first }) },
    { value: '', name: t('theory.uses.themes') },
  ];
  return uses.map((one, i) => ({ ...one, chosen: i === 0 }));
}
