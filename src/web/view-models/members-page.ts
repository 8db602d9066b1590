import { membersOf } from '../../app/people/members.ts';
import type { Actor } from '../../app/workspace.ts';
import type { Invitation, People } from '../../domain/people/people.ts';
import { ROLES } from '../../domain/people/roles.ts';
import type { Project } from '../../domain/project/project.ts';
import { INVITED_ROLES } from '../api/schemas-people.ts';
import type { Translate } from '../i18n.ts';
import type { Formats } from './formats.ts';

interface RoleChoice {
  readonly value: string;
  readonly name: string;
  readonly about: string;
  readonly isChosen: boolean;
}

export interface MembersPage {
  readonly base: string;
  readonly mayChange: boolean;
  readonly members: readonly {
    readonly id: string;
    readonly name: string;
    readonly isYou: boolean;
    readonly role: string;
    readonly roles: readonly RoleChoice[];
  }[];
  readonly invitations: readonly {
    readonly id: string;
    readonly role: string;
    readonly expires: string;
  }[];
  readonly invitedRoles: readonly RoleChoice[];
}

export function membersPage(
  { people, invitations }: { people: People; invitations: readonly Invitation[] },
  project: Project,
  actor: Actor,
  t: Translate,
  formats: Formats,
): MembersPage {
  const members = membersOf(people, project.id);
  const choice = (role: string, chosen: string): RoleChoice => ({
    value: role,
    name: t(`people.role.${role}`),
    about: t(`people.role-about.${role}`),
    isChosen: role === chosen,
  });
  return {
    base: `/projects/${project.id}`,
    mayChange: members.some(({ accountId, role }) => accountId === actor.id && role === 'owner'),
    members: members.map(({ accountId, name, role }) => ({
      id: accountId,
      name,
      isYou: accountId === actor.id,
      role: t(`people.role.${role}`),
      roles: ROLES.map((one) => choice(one, role)),
    })),
    invitations: invitations.map(({ id, role, expiresAt }) => ({
      id,
      role: t(`people.role.${role}`),
      expires: t('people.members.expires', { when: formats.moment(expiresAt) }),
    })),
    invitedRoles: INVITED_ROLES.map((role) => choice(role, 'coder')),
  };
}
