import type { Language } from '../domain/project/records.ts';
import type { Services } from './services.ts';

/** The name codings stand under where nobody gave one. */
export const defaultCoder = (services: Pick<Services, 'translate'>, language: Language): string =>
  services.translate(language)('common.default-coder');
