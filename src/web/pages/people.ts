import { Router, type Response } from 'express';
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
import type { ProjectId } from '../../domain/ids.ts';
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
import { limitTries } from '../middleware/limit-tries.ts';
import type { Services } from '../services.ts';
import { clearSession } from '../session-cookie.ts';
import { accountPage } from '../view-models/account-page.ts';
import { formatsOf } from '../view-models/formats.ts';
import { membersPage } from '../view-models/members-page.ts';
import { seeOther } from './form.ts';
import { render } from './render.ts';
import { orSaidAbove } from './said-above.ts';

/** Sentences by the form they belong to. */
type Problems = Readonly<Record<string, string>>;

interface AccountExtras {
  /** The key that was just made: shown now and never again. */
  readonly madeToken: string;
  readonly problems: Problems;
  /** The password was, a moment ago. */
  readonly changed: boolean;
}

const idParams = z.object({ id: z.string().max(64) });
const STYLES = ['pages', 'people'];

/** One's own account, and who is in a project. */
export function peoplePages(services: Services): Router {
  const { directory, workspace } = services;
  const router = Router();
  if (!directory) return router;

  const guarded = limitTries();

  /** What went wrong is said where it was asked. */
  const showAccount = (res: Response, more: Partial<AccountExtras> = {}): void => {
    const { t, language } = localsOf(res);
    const page = accountPage(directory, identityOf(res), formatsOf(language));
    const frame = { title: t('people.account.title'), styles: STYLES, here: '/account' };
    const extras = { ...page, problems: {}, changed: false, ...more };
    render(services, res, 'account', frame, { page: extras });
  };
  const saidIn =
    (res: Response, place: string) =>
    (problem: string): void =>
      showAccount(res, { problems: { [place]: problem } });

  router.get('/account', (req, res) => {
    showAccount(res, { changed: req.query['changed'] === '1' });
  });

  router.post('/account/password', guarded, async (req, res) => {
    await orSaidAbove(res, saidIn(res, 'password'), async () => {
      const change = passwordChange.parse(req.body ?? {});
      const session = identityOf(res).sessionId;
      await changePassword(directory, actorOf(res).id, { ...change, session });
      seeOther(res, '/account?changed=1');
    });
  });

  router.post('/account/sessions/:id/end', async (req, res) => {
    const { id } = idParams.parse(req.params);
    const which = id === 'others' ? { allBut: identityOf(res).sessionId } : { only: id };
    await endSessions(directory, actorOf(res).id, which);
    seeOther(res, '/account');
  });

  router.post('/account/tokens', async (req, res) => {
    await orSaidAbove(res, saidIn(res, 'token'), async () => {
      const { name } = newToken.parse(req.body ?? {});
      showAccount(res, { madeToken: await makeToken(directory, actorOf(res).id, name) });
    });
  });

  router.post('/account/tokens/:id/remove', async (req, res) => {
    await removeToken(directory, actorOf(res).id, idParams.parse(req.params).id);
    seeOther(res, '/account');
  });

  router.post('/account/remove', async (_req, res) => {
    await orSaidAbove(res, saidIn(res, 'remove'), async () => {
      const actor = actorOf(res);
      await removeAccount(directory, actor.id as AccountId, actor);
      clearSession(services, res);
      seeOther(res, '/sign-in');
    });
  });

  router.get('/projects/:p/people', async (req, res) => {
    const { p } = projectParams.parse(req.params);
    await showMembers(p, res);
  });

  router.post('/projects/:p/invitations', async (req, res) => {
    const { p } = projectParams.parse(req.params);
    await orSaidAbove(res, saidOf(p, res, 'invite'), async () => {
      const asked = newInvitation.parse(req.body ?? {});
      const { secret } = await invite(directory, p, asked, actorOf(res));
      await showMembers(p, res, { link: invitationLink(services, secret) });
    });
  });

  router.post('/projects/:p/invitations/:id/remove', async (req, res) => {
    const { p, id } = invitationParams.parse(req.params);
    await takeBackInvitation(directory, p, id, actorOf(res));
    seeOther(res, `/projects/${p}/people`);
  });

  router.post('/projects/:p/members/:id', async (req, res) => {
    const { p, id } = memberParams.parse(req.params);
    await orSaidAbove(res, saidOf(p, res, 'members'), async () => {
      await changeRole(directory, p, id, roleChange.parse(req.body ?? {}).role, actorOf(res));
      seeOther(res, `/projects/${p}/people`);
    });
  });

  router.post('/projects/:p/members/:id/remove', async (req, res) => {
    const { p, id } = memberParams.parse(req.params);
    await orSaidAbove(res, saidOf(p, res, 'members'), async () => {
      const actor = actorOf(res);
      await changeRole(directory, p, id, null, actor);
      seeOther(res, actor.id === id ? '/' : `/projects/${p}/people`);
    });
  });

  router.post('/projects/:p/leave', async (req, res) => {
    const { p } = projectParams.parse(req.params);
    const actor = actorOf(res);
    const leave = (): Promise<void> =>
      changeRole(directory, p, actor.id as AccountId, null, actor).then(() => seeOther(res, '/'));
    // A guest has no page of people to be told on.
    if (workspace.access.roleOf(actor, p) === 'guest') await leave();
    else await orSaidAbove(res, saidOf(p, res, 'members'), leave);
  });

  const saidOf =
    (p: ProjectId, res: Response, place: string) =>
    (problem: string): Promise<void> =>
      showMembers(p, res, { problems: { [place]: problem } });

  async function showMembers(
    p: ProjectId,
    res: Response,
    more: { link?: string; problems?: Problems } = {},
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
    const here = `/projects/${p}/people`;
    const frame = {
      title: t('nav.people'),
      project,
      place: 'people' as const,
      styles: STYLES,
      here,
    };
    const extras = { link: null, problems: {}, days: INVITATION_DAYS, ...more };
    render(services, res, 'people', frame, { page: { ...page, ...extras } });
  }

  return router;
}
