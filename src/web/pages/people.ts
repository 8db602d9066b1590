import { Router } from 'express';
import * as z from 'zod';
import {
  changeRole,
  INVITATION_DAYS,
  invitationsOf,
  invite,
  takeBackInvitation,
} from '../../app/people/members.ts';
import { removeAccount } from '../../app/people/remove-account.ts';
import { changePassword, endSessions, makeToken, removeToken } from '../../app/people/sign-in.ts';
import type { AccountId } from '../../domain/people/people.ts';
import {
  invitationParams,
  memberParams,
  newInvitation,
  newToken,
  passwordChange,
  roleChange,
} from '../api/schemas-people.ts';
import { projectParams } from '../api/schemas.ts';
import { invitationLink } from '../invitation-link.ts';
import { actorOf, identityOf } from '../middleware/identify.ts';
import { localsOf } from '../middleware/language.ts';
import type { Services } from '../services.ts';
import { clearSession } from '../session-cookie.ts';
import { accountPage } from '../view-models/account-page.ts';
import { formatsOf } from '../view-models/formats.ts';
import { membersPage } from '../view-models/members-page.ts';
import { seeOther } from './form.ts';
import { render } from './render.ts';

const idParams = z.object({ id: z.string().max(64) });
const STYLES = ['pages', 'people'];

/** One's own account, and who is in a project. */
export function peoplePages(services: Services): Router {
  const { directory, workspace } = services;
  const router = Router();
  if (!directory) return router;

  router.get('/account', (_req, res) => {
    const { t, language } = localsOf(res);
    const page = accountPage(directory, identityOf(res), formatsOf(language));
    render(
      services,
      res,
      'account',
      { title: t('people.account.title'), styles: STYLES },
      { page },
    );
  });

  router.post('/account/password', async (req, res) => {
    const change = passwordChange.parse(req.body ?? {});
    const session = identityOf(res).sessionId;
    await changePassword(directory, actorOf(res).id, { ...change, session });
    seeOther(res, '/account');
  });

  router.post('/account/sessions/:id/end', async (req, res) => {
    const { id } = idParams.parse(req.params);
    const which = id === 'others' ? { allBut: identityOf(res).sessionId } : { only: id };
    await endSessions(directory, actorOf(res).id, which);
    seeOther(res, '/account');
  });

  router.post('/account/tokens', async (req, res) => {
    const { name } = newToken.parse(req.body ?? {});
    const { t, language } = localsOf(res);
    const madeToken = await makeToken(directory, actorOf(res).id, name);
    const page = accountPage(directory, identityOf(res), formatsOf(language));
    const frame = { title: t('people.account.title'), styles: STYLES };
    render(services, res, 'account', frame, { page: { ...page, madeToken } });
  });

  router.post('/account/tokens/:id/remove', async (req, res) => {
    await removeToken(directory, actorOf(res).id, idParams.parse(req.params).id);
    seeOther(res, '/account');
  });

  router.post('/account/remove', async (_req, res) => {
    const actor = actorOf(res);
    await removeAccount(directory, actor.id as AccountId, actor);
    clearSession(services, res);
    seeOther(res, '/sign-in');
  });

  router.get('/projects/:p/people', async (req, res) => {
    const { p } = projectParams.parse(req.params);
    await showMembers(p, res, null);
  });

  router.post('/projects/:p/invitations', async (req, res) => {
    const { p } = projectParams.parse(req.params);
    const { secret } = await invite(
      directory,
      p,
      newInvitation.parse(req.body ?? {}),
      actorOf(res),
    );
    await showMembers(p, res, invitationLink(services, secret));
  });

  router.post('/projects/:p/invitations/:id/remove', async (req, res) => {
    const { p, id } = invitationParams.parse(req.params);
    await takeBackInvitation(directory, p, id, actorOf(res));
    seeOther(res, `/projects/${p}/people`);
  });

  router.post('/projects/:p/members/:id', async (req, res) => {
    const { p, id } = memberParams.parse(req.params);
    await changeRole(directory, p, id, roleChange.parse(req.body ?? {}).role, actorOf(res));
    seeOther(res, `/projects/${p}/people`);
  });

  router.post('/projects/:p/members/:id/remove', async (req, res) => {
    const { p, id } = memberParams.parse(req.params);
    await changeRole(directory, p, id, null, actorOf(res));
    seeOther(res, `/projects/${p}/people`);
  });

  router.post('/projects/:p/leave', async (req, res) => {
    const { p } = projectParams.parse(req.params);
    const actor = actorOf(res);
    await changeRole(directory, p, actor.id as AccountId, null, actor);
    seeOther(res, '/');
  });

  async function showMembers(
    p: z.infer<typeof projectParams>['p'],
    res: Parameters<typeof render>[1],
    link: string | null,
  ): Promise<void> {
    const { t, language } = localsOf(res);
    const project = await workspace.read(p);
    const { people } = directory!;
    const page = membersPage(
      { people, invitations: invitationsOf(directory!, p) },
      project,
      actorOf(res),
      t,
      formatsOf(language),
    );
    const frame = { title: t('nav.people'), project, place: 'people' as const, styles: STYLES };
    render(services, res, 'people', frame, { page: { ...page, link, days: INVITATION_DAYS } });
  }

  return router;
}
