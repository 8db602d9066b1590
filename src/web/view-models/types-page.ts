import { typeCounts } from '../../domain/analysis/coded-counts.ts';
import { byOrder, type Project } from '../../domain/project/project.ts';
import { TYPE_KINDS, type TypeKind } from '../../domain/project/records.ts';
import type { Translate } from '../i18n.ts';
import type { Formats } from './formats.ts';
import { swatches, type Swatch } from './swatches.ts';

interface TypeRow {
  readonly id: string;
  readonly name: string;
  readonly kind: TypeKind;
  readonly kindName: string;
  readonly colour: number;
  readonly description: string;
  readonly count: string;
  readonly steps: readonly { readonly id: 'up' | 'down'; readonly possible: boolean }[];
  readonly farewell: string;
}

interface Kind {
  readonly value: TypeKind;
  readonly name: string;
  readonly about: string;
}

export interface TypesPage {
  readonly base: string;
  readonly sizes: string;
  readonly rows: readonly TypeRow[];
  readonly isEmpty: boolean;
  readonly kinds: readonly Kind[];
  readonly swatches: readonly Swatch[];
}

export function typesPage(project: Project, t: Translate, formats: Formats): TypesPage {
  const counts = typeCounts(project);
  const types = [...project.types.values()].sort(byOrder);
  return {
    base: `/projects/${project.id}`,
    sizes: t('common.types', { count: types.length }),
    rows: types.map(({ id, name, kind, colour, description }, i) => ({
      id,
      name,
      kind,
      kindName: t(`kinds.${kind}.name`),
      colour,
      description: description ?? '',
      count: t('themes.count', {
        excerpts: t('common.excerpts', { count: counts.get(id)?.excerptCount ?? 0 }),
        cases: `${formats.number(counts.get(id)?.caseCount ?? 0)}/${formats.number(project.cases.size)}`,
      }),
      steps: [
        { id: 'up', possible: i > 0 },
        { id: 'down', possible: i < types.length - 1 },
      ],
      farewell: t('types.removed', { name }),
    })),
    isEmpty: types.length === 0,
    kinds: TYPE_KINDS.map((value) => ({
      value,
      name: t(`kinds.${value}.name`),
      about: t(`kinds.${value}.about`),
    })),
    swatches: swatches(t),
  };
}
