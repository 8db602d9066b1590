import type { Request, RequestHandler, Response } from 'express';
import type { Directory } from '../../app/people/directory.ts';
import { actorBy, sessionOf, touchSession, type Credential } from '../../app/people/sign-in.ts';
import type { Actor } from '../../app/workspace.ts';
import { Rejection } from '../../domain/rejection.ts';

/** Local mode has one person at the keyboard. */
const LOCAL_ACTOR: Actor = { id: 'local' };

export const SESSION_COOKIE = 'teema-session';

interface Identity {
  /** Null where nobody signed in. */
  readonly actor: Actor | null;
  /** The session of the browser; null for a script's key and in local mode. */
  readonly sessionId: string | null;
  /** Whether the answer to "who is it?" would still be the same: a stream outlives its request. */
  readonly isStill: () => boolean;
}

const LOCAL: Identity = { actor: LOCAL_ACTOR, sessionId: null, isStill: () => true };

/** Says on whose behalf a request acts: by the cookie of a session or the key of a script. */
export function identify(directory: Directory | null): RequestHandler {
  return (req, res, next) => {
    Object.assign(res.locals, { identity: directory ? identityIn(directory, req) : LOCAL });
    next();
  };
}

function identityIn(directory: Directory, req: Request): Identity {
  const credential = credentialOf(req);
  const actor = credential && actorBy(directory, credential);
  const session =
    credential && 'cookie' in credential ? sessionOf(directory, credential.cookie) : null;
  if (session) touchSession(directory, session).catch(() => undefined);
  return {
    actor,
    sessionId: session?.id ?? null,
    isStill: () => credential !== null && actorBy(directory, credential)?.id === actor?.id,
  };
}

function credentialOf(req: Request): Credential | null {
  const bearer = /^Bearer ([\w-]{1,200})$/i.exec(req.headers.authorization ?? '')?.[1];
  if (bearer) return { bearer };
  const cookie = new RegExp(`(?:^|;\\s*)${SESSION_COOKIE}=([\\w-]{1,200})(?:;|$)`).exec(
    req.headers.cookie ?? '',
  )?.[1];
  return cookie ? { cookie } : null;
}

export const identityOf = (res: Response): Identity =>
  (res.locals as { identity: Identity }).identity;

/**
 * Who asked.
 *
 * @throws Rejection `sign-in-needed`
 */
export function actorOf(res: Response): Actor {
  const { actor } = identityOf(res);
  if (!actor) throw new Rejection('unauthenticated', 'sign-in-needed');
  return actor;
}
