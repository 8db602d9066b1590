import type { RequestHandler } from 'express';
import { Rejection } from '../../domain/rejection.ts';

/**
 * Local mode's guard: only this computer's own names are answered (a foreign name that resolves
 * here is DNS rebinding), and a page of another site cannot write. A script that says nothing of
 * where it comes from is let through.
 */
export function localOnly(allowedHosts: ReadonlySet<string>): RequestHandler {
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
  if (typeof origin === 'string') return origin.toLowerCase() !== `http://${host}`;
  const site = headers['sec-fetch-site'];
  return site !== undefined && site !== 'same-origin' && site !== 'none';
}
