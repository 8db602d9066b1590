import type { Actor } from '../app/workspace.ts';
import type { Language } from '../domain/project/records.ts';
import type { Services } from './services.ts';

/** Under which name somebody acts: their own where they signed in, else the one given, or none in particular. */
export const personOf = (
  services: Pick<Services, 'translate'>,
  actor: Actor,
  language: Language,
  given?: string,
): string => actor.name ?? given ?? services.translate(language)('common.default-coder');
