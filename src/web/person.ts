import type { Request, Response } from 'express';
import type { Actor } from '../app/workspace.ts';
import type { Language } from '../domain/project/records.ts';
import { name } from './api/schemas.ts';
import type { Services } from './services.ts';

const COOKIE = 'person';
const YEAR_MS = 365 * 24 * 3600 * 1000;

/** Under which name somebody acts: their own where they signed in, else the one given, or none in particular. */
export const personOf = (
  services: Pick<Services, 'translate'>,
  actor: Actor,
  language: Language,
  given?: string,
): string => actor.name ?? given ?? services.translate(language)('common.default-coder');

/** The coder under whose name the consensus of a round stands. */
export const consensusName = (
  { translate }: Pick<Services, 'translate'>,
  language: Language,
  round: string,
): string => translate(language)('double.consensus', { round }).slice(0, 200);

/** Without accounts: the name somebody last said they work under in this browser. */
export function keptName(req: Request): string | undefined {
  const kept = new RegExp(`(?:^|;\\s*)${COOKIE}=([^;]*)`).exec(req.headers.cookie ?? '')?.[1];
  const given = name.safeParse(decoded(kept));
  return given.success ? given.data : undefined;
}

export const keepName = (res: Response, given: string): void =>
  void res.cookie(COOKIE, given, { maxAge: YEAR_MS, sameSite: 'lax' });

function decoded(text: string | undefined): string | undefined {
  try {
    return text === undefined ? undefined : decodeURIComponent(text);
  } catch {
    return undefined;
  }
}
