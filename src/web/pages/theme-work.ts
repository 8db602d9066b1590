import { Router } from 'express';
import * as z from 'zod';
import { OUTSIDE, outsideTheme } from '../../domain/codebook/notes.ts';
import type { ThemeId } from '../../domain/ids.ts';
import { LEVELS } from '../../domain/project/records.ts';
import { confirmation, themeMerge, themeSplit } from '../api/schemas-codebook.ts';
import { projectChanges, projectParams, themeParams } from '../api/schemas.ts';
import { actorOf } from '../middleware/identify.ts';
import type { Services } from '../services.ts';
import { line, readForm, seeOther } from './form.ts';

const ids = z
  .union([z.string(), z.array(z.string())])
  .default([])
  .transform((sent) => [sent].flat());
const splitFields = z.object({ name: line, excerptIds: ids });
/** No id: all of them. */
const confirmFields = z.object({ excerptId: z.string().optional() }).transform(({ excerptId }) => ({
  excerptIds: excerptId ? [excerptId] : undefined,
}));
const levelFields = z
  .object(Object.fromEntries(LEVELS.map((level) => [level, line])))
  .transform((names) => ({
    levelNames: Object.fromEntries(Object.entries(names).filter(([, name]) => name.trim() !== '')),
  }));

/** What is done to a theme as a whole, and to the levels of all. */
export function themeWorkPages(services: Services): Router {
  const { workspace, translate } = services;
  const router = Router();
  const at = (p: string, id: string): string => `/projects/${p}/themes?theme=${id}#theme-${id}`;

  router.post('/projects/:p/themes/:id/merge', async (req, res) => {
    const { p, id } = themeParams.parse(req.params);
    const { into } = themeMerge.parse(req.body);
    await workspace.execute(p, { kind: 'merge-theme', id, into }, actorOf(res));
    seeOther(res, at(p, into));
  });

  router.post('/projects/:p/themes/:id/split', async (req, res) => {
    const { p, id } = themeParams.parse(req.params);
    const { excerptIds, ...rest } = readForm(splitFields, themeSplit, req.body);
    const theme = { ...rest, id: workspace.newId<ThemeId>() };
    await workspace.execute(p, { kind: 'split-theme', id, theme, excerptIds }, actorOf(res));
    seeOther(res, at(p, theme.id));
  });

  router.post('/projects/:p/themes/:id/confirm', async (req, res) => {
    const { p, id } = themeParams.parse(req.params);
    const { excerptIds } = readForm(confirmFields, confirmation, req.body);
    const command = { kind: 'confirm-codings', id, ...(excerptIds && { excerptIds }) } as const;
    await workspace.execute(p, command, actorOf(res));
    seeOther(res, at(p, id));
  });

  router.post('/projects/:p/codebook/outside', async (req, res) => {
    const { p } = projectParams.parse(req.params);
    const project = await workspace.read(p);
    const known = outsideTheme(project);
    const id = known?.id ?? workspace.newId<ThemeId>();
    const words = translate(project.settings.language);
    const theme = {
      ...{ id, level: OUTSIDE, origin: 'inductive' as const },
      ...{ name: words('themes.outside.name'), definition: words('themes.outside.definition') },
    };
    if (!known) await workspace.execute(p, { kind: 'add-theme', theme }, actorOf(res));
    seeOther(res, at(p, id));
  });

  router.post('/projects/:p/codebook/levels', async (req, res) => {
    const { p } = projectParams.parse(req.params);
    const changes = readForm(levelFields, projectChanges, req.body);
    await workspace.execute(p, { kind: 'change-project', changes }, actorOf(res));
    seeOther(res, `/projects/${p}/themes`);
  });

  return router;
}
