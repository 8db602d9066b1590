import type { Command } from '../project/commands.ts';

/** What somebody is in a project. */
export const ROLES = ['owner', 'coder', 'supervisor', 'guest'] as const;
export type Role = (typeof ROLES)[number];

/** What a request or a command needs; each role has some of them. */
export type Permission =
  /** The finished report, and nothing else. */
  | 'read-report'
  /** Everything in the project. */
  | 'read'
  /** Verdicts, comments, meetings. */
  | 'review'
  /** Transcripts, codings, the codebook, the report's texts. */
  | 'code'
  /** The project as a whole and who is in it. */
  | 'own';

const PERMISSIONS: { readonly [R in Role]: readonly Permission[] } = {
  owner: ['read-report', 'read', 'review', 'code', 'own'],
  coder: ['read-report', 'read', 'review', 'code'],
  supervisor: ['read-report', 'read', 'review'],
  guest: ['read-report'],
};

export const permits = (role: Role, permission: Permission): boolean =>
  PERMISSIONS[role].includes(permission);

type Kind = Command['kind'];

const OF_REVIEW: ReadonlySet<Kind> = new Set<Kind>([
  'give-verdict',
  'take-in-reviews',
  'add-comment',
  'change-comment',
  'remove-comment',
  'resolve-review',
  'remove-review',
  'add-meeting',
  'change-meeting',
  'remove-meeting',
]);

const OF_OWNER: ReadonlySet<Kind> = new Set<Kind>(['close-round', 'remove-round']);

/** What a command needs; one that is not named here changes the analysis. */
export const permissionFor = (kind: string): Permission =>
  (OF_REVIEW as ReadonlySet<string>).has(kind)
    ? 'review'
    : (OF_OWNER as ReadonlySet<string>).has(kind)
      ? 'own'
      : 'code';

/** What taking a command back needs: to undo the beginning of a round would end its blindness. */
export const permissionToUndo = (kind: string): Permission =>
  kind === 'add-round' ? 'own' : permissionFor(kind);
