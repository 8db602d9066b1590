import * as z from 'zod';
import { APPROACHES, LANGUAGES } from '../../domain/project/records.ts';
import type { Translate } from '../i18n.ts';
import { line, linesOf } from './form.ts';

/** A project's settings as a form sends them. */
export const projectFields = z.object({
  name: line,
  language: z.enum(LANGUAGES),
  approach: z.enum(APPROACHES),
  researchQuestions: linesOf,
});

/** Why the settings cannot be taken, by the field that is to blame. */
export const projectFieldsError = ({ issues }: z.ZodError, t: Translate): string =>
  issues.some(({ path }) => path[0] === 'name') ? t('home.name-needed') : t('home.questions-long');
