import type { Directory } from '../../app/people/directory.ts';
import {
  changeRole,
  invitationsOf,
  invite,
  membersOf,
  takeBackInvitation,
} from '../../app/people/members.ts';
import { makeToken } from '../../app/people/sign-in.ts';
import type { ProjectId } from '../../domain/ids.ts';
import type { Services } from '../services.ts';
import { invitationLink } from '../invitation-link.ts';
import { route, type ApiRoute } from './route.ts';
import * as people from './schemas-people.ts';
import * as schema from './schemas.ts';

/** Who is in a project; in local mode there is nobody to tell apart. */
export function peopleRoutes(services: Services): ApiRoute[] {
  const { directory } = services;
  const me = route({
    method: 'get',
    path: '/me',
    summary: 'Who is signed in; without a name in local mode',
    response: people.personAnswer,
    handle: ({ actor }) => ({ id: actor.id, name: actor.name ?? null }),
  });
  return directory ? [me, ...memberRoutes(services, directory)] : [me];
}

function memberRoutes(services: Services, directory: Directory): ApiRoute[] {
  const listOf = (p: ProjectId): object => ({
    members: membersOf(directory.people, p).map(({ accountId, ...member }) => ({
      id: accountId,
      ...member,
    })),
    invitations: invitationsOf(directory, p).map(({ id, role, createdAt, expiresAt }) => ({
      ...{ id, role, createdAt, expiresAt },
    })),
  });
  return [
    route({
      method: 'get',
      path: '/projects/:p/members',
      summary: 'Who is in a project, and which invitations are open',
      params: schema.projectParams,
      response: people.membersAnswer,
      handle: ({ params }) => listOf(params.p),
    }),
    route({
      method: 'patch',
      path: '/projects/:p/members/:id',
      summary: 'Give a member another role; a project keeps an owner',
      params: people.memberParams,
      body: people.roleChange,
      response: people.membersAnswer,
      handle: async ({ params: { p, id }, body, actor }) => {
        await changeRole(directory, p, id, body.role, actor);
        return listOf(p);
      },
    }),
    route({
      method: 'delete',
      path: '/projects/:p/members/:id',
      summary: 'Take a member out of a project; what they coded stays',
      params: people.memberParams,
      response: people.membersAnswer,
      handle: async ({ params: { p, id }, actor }) => {
        await changeRole(directory, p, id, null, actor);
        return listOf(p);
      },
    }),
    route({
      method: 'post',
      path: '/projects/:p/invitations',
      summary: 'Make a link by which one person joins a project',
      params: schema.projectParams,
      body: people.newInvitation,
      response: people.invitationAnswer,
      status: 201,
      handle: async ({ params: { p }, body, actor }) => {
        const { secret, invitation } = await invite(directory, p, body, actor);
        const { id, role, expiresAt } = invitation;
        return { id, role, expiresAt, link: invitationLink(services, secret) };
      },
    }),
    route({
      method: 'delete',
      path: '/projects/:p/invitations/:id',
      summary: 'Take an invitation back',
      params: people.invitationParams,
      response: people.membersAnswer,
      handle: async ({ params: { p, id }, actor }) => {
        await takeBackInvitation(directory, p, id, actor);
        return listOf(p);
      },
    }),
    route({
      method: 'post',
      path: '/me/tokens',
      summary: 'Make a key for scripts (`Authorization: Bearer …`); it is shown once',
      body: people.newToken,
      response: people.tokenAnswer,
      status: 201,
      handle: async ({ body, actor }) => ({
        token: await makeToken(directory, actor.id, body.name),
      }),
    }),
  ];
}
