import { Rejection } from '../../domain/rejection.ts';
import type { ProjectId } from '../../domain/ids.ts';
import {
  accountOf,
  roleIn,
  type AccountId,
  type Invitation,
  type InvitationId,
  type People,
} from '../../domain/people/people.ts';
import type { Role } from '../../domain/people/roles.ts';
import { ensurePermitted, type Actor } from '../access.ts';
import type { Directory } from './directory.ts';
import { newAccount, withAccount } from './sign-in.ts';

const DAY_MS = 24 * 3600 * 1000;
export const INVITATION_DAYS = { least: 1, usual: 7, most: 60 } as const;
const MOST_INVITATIONS = 500;

export interface Member {
  readonly accountId: AccountId;
  readonly name: string;
  readonly role: Role;
}

/** Who is in a project, owners first. */
export function membersOf(people: People, projectId: ProjectId): Member[] {
  return people.accounts
    .flatMap(({ id, name }) => {
      const role = roleIn(people, id, projectId);
      return role ? [{ accountId: id, name, role }] : [];
    })
    .sort((a, b) => Number(b.role === 'owner') - Number(a.role === 'owner') || byName(a, b));
}

const byName = (a: Member, b: Member): number => a.name.localeCompare(b.name);

/**
 * Gives a member another role, or none. Decided on the state that the change before it left: of
 * two owners who demote each other only the first does.
 *
 * @throws Rejection `last-owner` where nobody would own the project
 */
export async function changeRole(
  directory: Directory,
  projectId: ProjectId,
  accountId: AccountId,
  role: Role | null,
  actor: Actor,
): Promise<void> {
  await directory.change((people) => {
    const own = roleIn(people, actor.id, projectId);
    // Whoever is in a project may leave it.
    if (!(role === null && actor.id === accountId && own !== null))
      ensurePermitted(directory, actor, projectId, 'own');
    const members = membersOf(people, projectId);
    if (!members.some((one) => one.accountId === accountId))
      throw new Rejection('not-found', 'member-not-found', { id: accountId });
    const changed = members.flatMap((one) => {
      if (one.accountId !== accountId) return [one];
      return role === null ? [] : [{ ...one, role }];
    });
    if (!changed.some((one) => one.role === 'owner')) throw new Rejection('conflict', 'last-owner');
    return {
      ...people,
      memberships: [
        ...people.memberships.filter((one) => one.projectId !== projectId),
        ...changed.map((one) => ({ projectId, accountId: one.accountId, role: one.role })),
      ],
    };
  });
}

/** @returns the secret of the link; it is shown once */
export async function invite(
  directory: Directory,
  projectId: ProjectId,
  { role, days }: { role: Role; days: number },
  actor: Actor,
): Promise<{ secret: string; invitation: Invitation }> {
  const secret = directory.secrets.newSecret();
  const invitation: Invitation = {
    id: directory.newId<InvitationId>(),
    projectId,
    role,
    secretHash: directory.secrets.hash(secret),
    by: actor.id as AccountId,
    createdAt: directory.at(),
    expiresAt: directory.at(days * DAY_MS),
  };
  await directory.change((people) => {
    ensurePermitted(directory, actor, projectId, 'own');
    const alive = people.invitations.filter(({ expiresAt }) => expiresAt > directory.at());
    if (alive.length >= MOST_INVITATIONS) throw new Rejection('conflict', 'invitations-many');
    return { ...people, invitations: [...alive, invitation] };
  });
  return { secret, invitation };
}

export const invitationsOf = (directory: Directory, projectId: ProjectId): Invitation[] =>
  directory.people.invitations.filter(
    (one) => one.projectId === projectId && one.expiresAt > directory.at(),
  );

export async function takeBackInvitation(
  directory: Directory,
  projectId: ProjectId,
  id: string,
  actor: Actor,
): Promise<void> {
  await directory.change((people) => {
    ensurePermitted(directory, actor, projectId, 'own');
    return {
      ...people,
      invitations: people.invitations.filter((one) => one.id !== id || one.projectId !== projectId),
    };
  });
}

/**
 * The invitation a link carries.
 *
 * @throws Rejection `invitation-void` for one that was used, taken back, has expired or never was;
 * also where whoever gave it no longer owns the project
 */
export function invitationBy(
  directory: Directory,
  secret: string,
  people = directory.people,
): Invitation {
  const hash = directory.secrets.hash(secret);
  const invitation = people.invitations.find(({ secretHash }) => secretHash === hash);
  const isAlive = invitation && invitation.expiresAt > directory.at();
  if (!isAlive || roleIn(people, invitation.by, invitation.projectId) !== 'owner')
    throw new Rejection('not-found', 'invitation-void');
  return invitation;
}

/** Joins by a link, with an account or by making one; a link is good once. */
export async function acceptInvitation(
  directory: Directory,
  secret: string,
  who: Actor | { readonly newName: string; readonly password: string },
): Promise<{ accountId: AccountId; projectId: ProjectId }> {
  invitationBy(directory, secret);
  const made = 'newName' in who ? await newAccount(directory, who.newName, who.password) : null;
  const accountId = made?.id ?? ((who as Actor).id as AccountId);
  let projectId: ProjectId | undefined;
  await directory.change((people) => {
    const invitation = invitationBy(directory, secret, people);
    projectId = invitation.projectId;
    const joined = made ? withAccount(people, made) : people;
    if (!accountOf(joined, accountId)) throw new Rejection('unauthenticated', 'sign-in-needed');
    return withMember(
      { ...joined, invitations: joined.invitations.filter((one) => one !== invitation) },
      invitation,
      accountId,
    );
  });
  return { accountId, projectId: projectId! };
}

/** A link never takes rights away: whoever is in the project already keeps what they are. */
function withMember(
  people: People,
  { projectId, role, by }: Invitation,
  accountId: AccountId,
): People {
  if (roleIn(people, accountId, projectId) !== null) return people;
  const isAnybodyIn = people.memberships.some((one) => one.projectId === projectId);
  // A project from before accounts was the first account's by default: with others in it, it is so by name.
  const owner = isAnybodyIn ? [] : [{ projectId, accountId: by, role: 'owner' as const }];
  return {
    ...people,
    memberships: [...people.memberships, ...owner, { projectId, accountId, role }],
  };
}
