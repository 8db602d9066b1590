import type { Request, RequestHandler, Response } from 'express';
import { LANGUAGES, type Language } from '../../domain/project/records.ts';
import { isLanguage, type Translate } from '../i18n.ts';

interface Locals {
  language: Language;
  t: Translate;
}

const YEAR_MS = 365 * 24 * 3600 * 1000;

/** The language of the page: chosen in the header (kept in a cookie), else the browser's. */
export function language(translate: (language: Language) => Translate): RequestHandler {
  return (req, res, next) => {
    const asked = req.query['lang'];
    if (isLanguage(asked))
      res.cookie('lang', asked, { maxAge: YEAR_MS, httpOnly: true, sameSite: 'strict' });
    const chosen = isLanguage(asked) ? asked : (cookieLanguage(req) ?? acceptedLanguage(req));
    Object.assign(res.locals, { language: chosen, t: translate(chosen) });
    next();
  };
}

function cookieLanguage(req: Request): Language | undefined {
  const value = /(?:^|;\s*)lang=(\w\w)(?:;|$)/.exec(req.headers.cookie ?? '')?.[1];
  return isLanguage(value) ? value : undefined;
}

const acceptedLanguage = (req: Request): Language => {
  const accepted = req.acceptsLanguages(...LANGUAGES);
  return isLanguage(accepted) ? accepted : 'en';
};

export const localsOf = (res: Response): Locals => res.locals as Locals;
