import type { CookieOptions, Response } from 'express';
import { SESSION_COOKIE } from './middleware/identify.ts';
import type { Services } from './services.ts';

const MONTH_MS = 30 * 24 * 3600 * 1000;

/** No script reads it and no other site's form sends it; over HTTPS only, where that is spoken. */
const options = ({ baseUrl }: Pick<Services, 'baseUrl'>): CookieOptions => ({
  httpOnly: true,
  sameSite: 'lax',
  secure: baseUrl.startsWith('https:'),
  path: '/',
});

export const setSession = (services: Services, res: Response, secret: string): unknown =>
  res.cookie(SESSION_COOKIE, secret, { ...options(services), maxAge: MONTH_MS });

export const clearSession = (services: Services, res: Response): unknown =>
  res.clearCookie(SESSION_COOKIE, options(services));
