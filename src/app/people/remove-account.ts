import { Rejection } from '../../domain/rejection.ts';
import { accountOf, type AccountId, type People } from '../../domain/people/people.ts';
import type { Actor } from '../access.ts';
import type { Directory } from './directory.ts';
import { membersOf } from './members.ts';

/**
 * Removes an account with its sessions, keys and invitations; what it coded stays, under its name.
 * One's own, or any by the first account, which itself stays.
 *
 * @throws Rejection `last-owner-of` where a project would have people in it and no owner
 */
export async function removeAccount(
  directory: Directory,
  accountId: AccountId,
  actor: Actor,
): Promise<void> {
  await directory.change((people) => {
    const account = accountOf(people, accountId);
    if (!account) throw new Rejection('not-found', 'member-not-found', { id: accountId });
    const isByFirst = accountOf(people, actor.id as AccountId)?.isFirst ?? false;
    if (account.isFirst || !(isByFirst || actor.id === accountId))
      throw new Rejection('forbidden', 'account-not-yours');
    if (leavesOrphans(people, accountId))
      throw new Rejection('conflict', 'last-owner-of', { name: account.name });
    const others = <T extends { accountId: AccountId }>(list: readonly T[]): T[] =>
      list.filter((one) => one.accountId !== accountId);
    return {
      accounts: people.accounts.filter((one) => one !== account),
      sessions: others(people.sessions),
      tokens: others(people.tokens),
      memberships: others(people.memberships),
      invitations: people.invitations.filter(({ by }) => by !== accountId),
    };
  });
}

/** Whether some project has other people in it and no other owner. */
function leavesOrphans(people: People, accountId: AccountId): boolean {
  const owned = people.memberships.filter(
    (one) => one.accountId === accountId && one.role === 'owner',
  );
  return owned.some(({ projectId }) => {
    const others = membersOf(people, projectId).filter((one) => one.accountId !== accountId);
    return others.length > 0 && !others.some(({ role }) => role === 'owner');
  });
}
