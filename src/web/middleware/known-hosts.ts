import type { RequestHandler } from 'express';
import { Rejection } from '../../domain/rejection.ts';

/**
 * Only the app's own names are answered (a foreign name that resolves here is DNS rebinding), and a
 * page of another site cannot write. A script that says nothing of where it comes from is let
 * through: in team mode it has to sign in.
 */
export function knownHosts(allowedHosts: ReadonlySet<string>): RequestHandler {
  return (req, _res, next) => {
    const host = (req.headers.host ?? '').toLowerCase();
    if (!allowedHosts.has(host)) throw new Rejection('invalid', 'host-foreign', { host });
    if (req.method !== 'GET' && req.method !== 'HEAD' && isForeign(req.headers, host))
      throw new Rejection('invalid', 'origin-foreign', { origin: req.headers.origin ?? '' });
    next();
  };
}

function isForeign(headers: Record<string, string | string[] | undefined>, host: string): boolean {
  const { origin } = headers;
  // A proxy that speaks HTTPS to the outside speaks HTTP to us: the host is what counts.
  if (typeof origin === 'string') return !/^https?:\/\//.test(origin) || hostOf(origin) !== host;
  const site = headers['sec-fetch-site'];
  return site !== undefined && site !== 'same-origin' && site !== 'none';
}

const hostOf = (origin: string): string => origin.toLowerCase().replace(/^https?:\/\//, '');
