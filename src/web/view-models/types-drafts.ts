import type { CaseId } from '../../domain/ids.ts';
import { TYPE_KINDS } from '../../domain/project/records.ts';
import { draftOf, type Draft } from '../../domain/types/drafts.ts';
import type { Shown } from './types-detail.ts';
import { namedTheme, type NamedTheme } from './types-passage.ts';

export interface DraftCard {
  readonly kind: string;
  readonly name: string;
  /** How it is made. */
  readonly rule: string;
  /** Of the kind that the type is. */
  readonly isOwn: boolean;
  readonly features: readonly (NamedTheme & {
    readonly members: string;
    /** No feature of the type yet. */
    readonly isNew: boolean;
  })[];
  /** Features that would go; null where none would. */
  readonly going: string | null;
  /** Members without a theme; null where there are none. */
  readonly leftOut: string | null;
  /** The type is what the draft says already. */
  readonly isTaken: boolean;
  readonly takeLabel: string;
}

export interface ShareChoice {
  /** Percent. */
  readonly value: number;
  readonly title: string;
  readonly chosen: boolean;
}

const SHARES = [50, 60, 75, 90, 100];

/** The share in percent that may be asked for, the one asked for among them. */
export function shareChoices({ share, formats }: Shown): ShareChoice[] {
  const asked = Math.round(share * 100);
  return [...new Set([...SHARES, asked])]
    .sort((a, b) => a - b)
    .map((value) => ({ value, title: formats.percent(value / 100), chosen: value === asked }));
}

/** What the members draft, the type's own kind first. */
export function draftsOf(shown: Shown): DraftCard[] {
  const { type, members, share } = shown;
  const kinds = [type.kind, ...TYPE_KINDS.filter((kind) => kind !== type.kind)];
  return kinds.map((kind) => draftCard(shown, draftOf(kind, members, share)));
}

function draftCard(shown: Shown, draft: Draft): DraftCard {
  const { project, type, t, formats } = shown;
  const now = new Set(type.features.map(({ themeId }) => themeId));
  const then = new Set(draft.features.map(({ themeId }) => themeId));
  const going = [...now].filter((id) => !then.has(id));
  const name = t(`kinds.${draft.kind}.name`);
  return {
    kind: draft.kind,
    name,
    rule: ruleOf(shown, draft),
    isOwn: draft.kind === type.kind,
    features: draft.features.flatMap(({ themeId, memberCount }) =>
      namedTheme(project, themeId).map((theme) => ({
        ...theme,
        members: `${formats.number(memberCount)}/${formats.number(draft.memberCount)}`,
        isNew: !now.has(themeId),
      })),
    ),
    going:
      going.length === 0 || then.size === 0
        ? null
        : t('types.drafts.going', {
            themes: going
              .flatMap((id) => namedTheme(project, id).map(({ title }) => title))
              .join(', '),
          }),
    leftOut:
      draft.leftOutCount === 0 ? null : t('types.drafts.left-out', { count: draft.leftOutCount }),
    isTaken: going.length === 0 && now.size === then.size && isExemplar(shown, draft),
    takeLabel: t('types.drafts.take-of', { kind: name }),
  };
}

/** Taking an authentic draft over also makes its member the exemplar. */
function isExemplar({ type }: Shown, { kind, medoid }: Draft): boolean {
  if (kind !== 'authentic' || !medoid) return true;
  return 'caseId' in medoid
    ? medoid.caseId === type.exemplarCaseId
    : medoid.excerptId === type.exemplarExcerptId;
}

function ruleOf({ project, coded, share, t, formats }: Shown, { kind, medoid }: Draft): string {
  if (kind === 'general') return t('types.drafts.general', { share: formats.percent(share) });
  if (kind === 'broadest') return t('types.drafts.broadest');
  if (!medoid) return t('types.drafts.authentic-none');
  const nameOf = (id: CaseId | undefined): string => (id && project.cases.get(id)?.name) ?? '';
  if ('caseId' in medoid) return t('types.drafts.authentic', { name: nameOf(medoid.caseId) });
  const found = coded.find(({ excerpt }) => excerpt.id === medoid.excerptId);
  return t('types.drafts.authentic-excerpt', { name: nameOf(found?.caseId) });
}
