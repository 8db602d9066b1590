import { byOrder, type Project } from '../../domain/project/project.ts';
import { TYPE_KINDS, type Type, type TypeKind } from '../../domain/project/records.ts';
import { typeChecks } from '../../domain/types/checks.ts';
import { codedExcerpts } from '../../domain/types/coded-excerpts.ts';
import { membersOf, type Members } from '../../domain/types/members.ts';
import type { Translate } from '../i18n.ts';
import type { Formats } from './formats.ts';
import { swatches, type Swatch } from './swatches.ts';
import { typeDetail, type TypeDetail } from './types-detail.ts';

interface TypeLink {
  readonly id: string;
  readonly href: string;
  readonly name: string;
  readonly kindName: string;
  readonly colour: number;
  /** "3 excerpts · 2 interviewees". */
  readonly members: string;
  /** "2 to check"; null where nothing is. */
  readonly checks: string | null;
  readonly current: boolean;
}

interface Kind {
  readonly value: TypeKind;
  readonly name: string;
  readonly about: string;
}

export interface TypesPage {
  readonly base: string;
  readonly sizes: string;
  readonly links: readonly TypeLink[];
  readonly isEmpty: boolean;
  readonly kinds: readonly Kind[];
  readonly swatches: readonly Swatch[];
  readonly detail: TypeDetail | null;
}

/**
 * @param chosen the type whose details are shown; the first where it is none of them
 * @param share 0–1, of the members: what a general draft wants of a feature
 */
export function typesPage(
  project: Project,
  chosen: string | null,
  share: number,
  t: Translate,
  formats: Formats,
): TypesPage {
  const coded = codedExcerpts(project);
  const types = [...project.types.values()].sort(byOrder);
  const shown = types.find(({ id }) => id === chosen) ?? types[0] ?? null;
  const checks = typeChecks(project, coded);
  const members = new Map(types.map(({ id }) => [id, membersOf(project, id, coded)]));
  const shownMembers = shown && members.get(shown.id);
  return {
    base: `/projects/${project.id}`,
    sizes: t('common.types', { count: types.length }),
    links: types.map((type) => ({
      ...linkOf(project, type, t),
      members: membersText(members.get(type.id), t),
      checks: countOrNull('types.to-check', checks.get(type.id)?.length ?? 0, t),
      current: type === shown,
    })),
    isEmpty: types.length === 0,
    kinds: TYPE_KINDS.map((value) => ({
      value,
      name: t(`kinds.${value}.name`),
      about: t(`kinds.${value}.about`),
    })),
    swatches: swatches(t),
    detail:
      shown && shownMembers
        ? typeDetail(
            { project, type: shown, types, coded, members: shownMembers, share, t, formats },
            checks.get(shown.id) ?? [],
          )
        : null,
  };
}

const linkOf = (project: Project, { id, name, kind, colour }: Type, t: Translate) => ({
  id,
  href: `/projects/${project.id}/types/${id}`,
  name,
  kindName: t(`kinds.${kind}.name`),
  colour,
});

/** Excerpts with the type and how many interviewees say them; who is of the type as a whole, where anybody is. */
function membersText(members: Members | undefined, t: Translate): string {
  const excerpts = members?.excerpts ?? [];
  const said = t('common.excerpts', { count: excerpts.length });
  const caseCount = new Set(excerpts.map(({ caseId }) => caseId)).size;
  const whole = members?.cases.length ?? 0;
  return [
    caseCount === 0 ? said : t('types.from', { excerpts: said, count: caseCount }),
    ...(whole === 0 ? [] : [t('types.cases', { count: whole })]),
  ].join(' · ');
}

const countOrNull = (key: string, count: number, t: Translate): string | null =>
  count === 0 ? null : t(key, { count });
