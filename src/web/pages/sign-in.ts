import { timingSafeEqual } from 'node:crypto';
import { Router, type Request, type Response } from 'express';
import * as z from 'zod';
import type { Directory } from '../../app/people/directory.ts';
import { acceptInvitation, invitationBy } from '../../app/people/members.ts';
import {
  endSessions,
  LEAST_PASSWORD,
  makeFirstAccount,
  openSession,
  signIn,
} from '../../app/people/sign-in.ts';
import type { AccountId } from '../../domain/people/people.ts';
import { Rejection } from '../../domain/rejection.ts';
import { credentials, newAccount, secretParams, setup } from '../api/schemas-people.ts';
import { actorOf, identityOf } from '../middleware/identify.ts';
import { localsOf } from '../middleware/language.ts';
import { limitTries } from '../middleware/limit-tries.ts';
import type { Services } from '../services.ts';
import { clearSession, setSession } from '../session-cookie.ts';
import { seeOther } from './form.ts';
import { render } from './render.ts';
import { orSaidAbove } from './said-above.ts';

const inPlace = z.object({ to: z.string().max(2_000).optional().catch(undefined) });

/** Signing in and out, the first account, and joining by a link. */
export function signInPages(services: Services): Router {
  const { directory } = services;
  const router = Router();
  if (!directory) return router;
  const guarded = limitTries();
  const enter = async (req: Request, res: Response, account: AccountId, to: string) => {
    setSession(services, res, await openSession(directory, account, deviceOf(req)));
    seeOther(res, to);
  };

  router.get('/sign-in', (req, res) => {
    const { to } = inPlace.parse(req.query);
    if (identityOf(res).actor) seeOther(res, ownPath(to));
    else if (directory.people.accounts.length === 0) seeOther(res, '/setup');
    else showForm(services, res, 'sign-in', { to: ownPath(to), name: '', problem: null });
  });

  router.post('/sign-in', guarded, async (req, res) => {
    const { name, password } = credentials.parse(req.body ?? {});
    const to = ownPath(inPlace.parse(req.body ?? {}).to);
    await trying(services, res, 'sign-in', { to, name }, async () => {
      const device = deviceOf(req);
      setSession(services, res, await signIn(directory, { name, password, device }));
      seeOther(res, to);
    });
  });

  router.post('/sign-out', async (_req, res) => {
    const { sessionId } = identityOf(res);
    if (sessionId) await endSessions(directory, actorOf(res).id, { only: sessionId });
    clearSession(services, res);
    seeOther(res, '/sign-in');
  });

  router.get('/setup', (_req, res) => {
    if (directory.people.accounts.length > 0) throw new Rejection('conflict', 'setup-done');
    showForm(services, res, 'setup', { name: '', code: '', problem: null });
  });

  router.post('/setup', guarded, async (req, res) => {
    const { name, password, code } = setup.parse(req.body ?? {});
    await trying(services, res, 'setup', { name, code }, async () => {
      if (!services.setupCode || !sameCode(code, services.setupCode))
        throw new Rejection('forbidden', 'setup-code-wrong');
      const account = await makeFirstAccount(directory, name, password);
      await enter(req, res, account.id, '/');
    });
  });

  router.get('/invitation/:secret', (req, res) => {
    showInvitation(services, directory, req, res, { name: '', problem: null });
  });

  router.post('/invitation/:secret', guarded, async (req, res) => {
    const { secret } = secretParams.parse(req.params);
    const { actor } = identityOf(res);
    if (actor) {
      const { projectId } = await acceptInvitation(directory, secret, actor);
      seeOther(res, `/projects/${projectId}`);
      return;
    }
    const { name, password } = newAccount.parse(req.body ?? {});
    const show = (problem: string): void => {
      showInvitation(services, directory, req, res, { name, problem });
    };
    await orSaidAbove(res, show, async () => {
      const joined = await acceptInvitation(directory, secret, { newName: name, password });
      await enter(req, res, joined.accountId, `/projects/${joined.projectId}`);
    });
  });

  return router;
}

async function trying(
  services: Services,
  res: Response,
  view: 'sign-in' | 'setup',
  fields: object,
  work: () => Promise<void>,
): Promise<void> {
  const show = (problem: string): void => {
    showForm(services, res, view, { ...fields, problem });
  };
  await orSaidAbove(res, show, work);
}

function showForm(services: Services, res: Response, view: string, page: object): void {
  const title = localsOf(res).t(`people.${view}.title`);
  const frame = { title, styles: ['pages', 'people'] };
  render(services, res, view, frame, { page: { ...page, least: LEAST_PASSWORD } });
}

function showInvitation(
  services: Services,
  directory: Directory,
  req: Request,
  res: Response,
  fields: { name: string; problem: string | null },
): void {
  const { secret } = secretParams.parse(req.params);
  const { t } = localsOf(res);
  const { role, by } = invitationBy(directory, secret);
  showForm(services, res, 'invitation', {
    ...fields,
    action: `/invitation/${secret}`,
    // The project's name is told to members only: a link may have gone astray.
    about: t('people.invitation.about', {
      by: directory.account(by).name,
      role: t(`people.role.${role}`),
    }),
    signedInAs: identityOf(res).actor?.name ?? null,
    signIn: `/sign-in?to=${encodeURIComponent(`/invitation/${secret}`)}`,
  });
}

/** Where to go after signing in: a place of this app, never another site's. */
const ownPath = (to: string | undefined): string =>
  to !== undefined && /^\/(?![/\\])[^\s\\]*$/.test(to) ? to : '/';

const deviceOf = (req: Request): string => req.headers['user-agent'] ?? '';

function sameCode(typed: string, code: string): boolean {
  const bare = (text: string): Buffer =>
    Buffer.from(
      text
        .toUpperCase()
        .replace(/[^A-Z0-9]/g, '')
        .padEnd(20)
        .slice(0, 20),
    );
  return timingSafeEqual(bare(typed), bare(code));
}
