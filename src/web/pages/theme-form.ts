import * as z from 'zod';
import type { ThemeId } from '../../domain/ids.ts';
import { found } from '../../domain/project/found.ts';
import type { Project } from '../../domain/project/project.ts';
import { themeChanges } from '../api/schemas.ts';
import { readForm } from './form.ts';

const sent = z
  .string()
  .transform((text) => text.replace(/\r\n?/g, '\n'))
  .optional();
/** A choice that may be none. */
const chosen = z
  .string()
  .transform((value) => value || null)
  .optional();

/** The fields of a theme as its form sends them; what is not sent stays as it is. */
const fields = z
  .object({
    name: sent,
    label: sent,
    definition: sent,
    include: sent,
    exclude: sent,
    memo: sent,
    level: sent,
    /** A level's name of the project's own, instead of one from the list. */
    ownLevel: sent,
    colour: z.coerce.number().int().optional(),
    origin: sent,
    conceptId: chosen,
    linkRationale: sent,
    linkPage: sent,
    relation: chosen,
    relationNote: sent,
    anchorId: chosen,
    retired: z
      .enum(['yes', 'no'])
      .transform((value) => value === 'yes')
      .optional(),
    researchQuestionIds: z
      .union([z.string(), z.array(z.string())])
      .transform((ids) => [ids].flat().filter((id) => id !== ''))
      .optional(),
  })
  .transform(({ ownLevel, ...theme }) => ({
    ...theme,
    ...(ownLevel?.trim() ? { level: ownLevel } : {}),
  }));

/** What a theme's form changes. An origin that was left as it was is not stated: a link decides it. */
export function changesOf(
  project: Project,
  id: ThemeId,
  body: unknown,
): z.output<typeof themeChanges> {
  const { origin, ...changes } = readForm(fields, themeChanges, body);
  const isStated = origin !== undefined && origin !== found(project.themes, id, 'theme').origin;
  return isStated ? { ...changes, origin } : changes;
}
