import type { Id, ProjectId } from '../ids.ts';
import type { Role } from './roles.ts';

export type AccountId = Id<'account'>;
export type SessionId = Id<'session'>;
export type InvitationId = Id<'invitation'>;
export type TokenId = Id<'token'>;

/** Somebody who signs in. Times are ISO 8601. */
export interface Account {
  readonly id: AccountId;
  /** What they sign in with, and what stands beside their codings; unique, whatever its case. */
  readonly name: string;
  /** Salted and slow; see the hasher. */
  readonly passwordHash: string;
  /** The first account: projects that are nobody's are theirs. */
  readonly isFirst: boolean;
  readonly createdAt: string;
}

/** A browser that is signed in; the secret is known only to its cookie. */
export interface Session {
  readonly id: SessionId;
  readonly accountId: AccountId;
  readonly secretHash: string;
  readonly device: string;
  readonly createdAt: string;
  readonly seenAt: string;
  readonly expiresAt: string;
}

/** A script's key; it does what its person may do. */
export interface PersonalToken {
  readonly id: TokenId;
  readonly accountId: AccountId;
  readonly secretHash: string;
  readonly name: string;
  readonly createdAt: string;
}

export interface Membership {
  readonly projectId: ProjectId;
  readonly accountId: AccountId;
  readonly role: Role;
}

/** A link by which one person joins a project. */
export interface Invitation {
  readonly id: InvitationId;
  readonly projectId: ProjectId;
  readonly role: Role;
  readonly secretHash: string;
  readonly by: AccountId;
  readonly createdAt: string;
  readonly expiresAt: string;
}

/** Everybody who may sign in, and where. A value: a change makes another. */
export interface People {
  readonly accounts: readonly Account[];
  readonly sessions: readonly Session[];
  readonly tokens: readonly PersonalToken[];
  readonly memberships: readonly Membership[];
  readonly invitations: readonly Invitation[];
}

export const NOBODY: People = {
  accounts: [],
  sessions: [],
  tokens: [],
  memberships: [],
  invitations: [],
};

/** Names that differ in case or in the spaces around them are one. */
export const sameName = (a: string, b: string): boolean => folded(a) === folded(b);

const folded = (name: string): string => name.normalize('NFC').trim().toLocaleLowerCase('en');

export const accountNamed = ({ accounts }: People, name: string): Account | undefined =>
  accounts.find((account) => sameName(account.name, name));

export const accountOf = ({ accounts }: People, id: AccountId): Account | undefined =>
  accounts.find((account) => account.id === id);

/** Null where the account has no part in the project. A project that nobody is in is the first account's. */
export function roleIn(people: People, accountId: string, projectId: ProjectId): Role | null {
  const members = people.memberships.filter((one) => one.projectId === projectId);
  const own = members.find((one) => one.accountId === accountId);
  if (own) return own.role;
  const isFirst = people.accounts.some(({ id, isFirst }) => isFirst && id === accountId);
  return isFirst && members.length === 0 ? 'owner' : null;
}
