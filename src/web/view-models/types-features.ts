import type { Feature } from '../../domain/project/records.ts';
import { evidenceFor } from '../../domain/types/evidence.ts';
import { themedMembers } from '../../domain/types/members.ts';
import type { Shown } from './types-detail.ts';
import { namedTheme, passageMaker, type NamedTheme, type Passage } from './types-passage.ts';

export interface FeatureRow {
  readonly theme: NamedTheme;
  /** In how many of the members: "3/4 members". */
  readonly members: string;
  readonly note: string;
  /** "2 excerpts as evidence", or that there is none. */
  readonly evidence: string;
  readonly isBare: boolean;
  /** What was chosen. */
  readonly shown: readonly Passage[];
  readonly candidates: readonly (Passage & { readonly chosen: boolean })[];
  /** Said once it is taken away. */
  readonly farewell: string;
}

/** More candidates than this nobody reads in a list; what was chosen is always among them. */
const CANDIDATES = 80;

export function featureRows(shown: Shown): FeatureRow[] {
  const members = themedMembers(shown.members);
  return shown.type.features.flatMap((feature) =>
    namedTheme(shown.project, feature.themeId).map((theme) => {
      const has = members.filter(({ featureIds }) => featureIds.includes(feature.themeId)).length;
      return featureRow(shown, feature, theme, has, members.length);
    }),
  );
}

function featureRow(
  { project, members, coded, t, formats }: Shown,
  { themeId, evidenceIds, note }: Feature,
  theme: NamedTheme,
  has: number,
  all: number,
): FeatureRow {
  const chosen = new Set(evidenceIds);
  const passage = passageMaker(project, t);
  const candidates = evidenceFor(project, members, themeId, evidenceIds, coded);
  const listed = candidates
    .filter(({ excerpt }, i) => i < CANDIDATES || chosen.has(excerpt.id))
    .map((one) => ({ ...passage(one), chosen: chosen.has(one.excerpt.id) }));
  return {
    theme,
    members: t('types.of-members', { part: formats.number(has), all: formats.number(all) }),
    note: note ?? '',
    evidence: t(chosen.size === 0 ? 'types.no-evidence' : 'types.evidence', { count: chosen.size }),
    isBare: chosen.size === 0,
    shown: listed.filter((one) => one.chosen),
    candidates: listed,
    farewell: t('types.feature-removed', { theme: theme.title }),
  };
}
