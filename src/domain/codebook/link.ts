import type { Theme } from '../project/records.ts';

/**
 * The theme with what its link to a concept makes of its origin. A theme that grew from the data and
 * then meets a concept becomes abductive, with the date; it never silently becomes deductive. Without
 * a concept it is inductive again. An origin that `stated` names stays as stated.
 */
export function linkedTheme(theme: Theme, stated: Partial<Theme>, at: string): Theme {
  if (theme.conceptId === null)
    return {
      ...theme,
      origin: stated.origin ?? (theme.origin === 'abductive' ? 'inductive' : theme.origin),
      ...{ linkedAt: null, linkRationale: null, linkPage: null },
      ...{ relation: null, relationNote: null },
    };
  const origin = stated.origin ?? (theme.origin === 'inductive' ? 'abductive' : theme.origin);
  return { ...theme, origin, linkedAt: origin === 'abductive' ? (theme.linkedAt ?? at) : null };
}
