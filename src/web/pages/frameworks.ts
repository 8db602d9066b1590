import { Router, type Response } from 'express';
import * as z from 'zod';
import { makeThemes } from '../../app/make-themes.ts';
import { stepTo, STEPS } from '../../domain/codebook/step.ts';
import type { ConceptId, ProjectId } from '../../domain/ids.ts';
import type { Command } from '../../domain/project/commands.ts';
import { found } from '../../domain/project/found.ts';
import { conceptOutline } from '../../domain/theory/concept-outline.ts';
import { conceptsOf } from '../../domain/theory/concepts-in-order.ts';
import {
  conceptChanges,
  conceptParams,
  frameworkChanges,
  frameworkParams,
  newConcepts,
  themesChoice,
} from '../api/schemas-theory.ts';
import { actorOf } from '../middleware/identify.ts';
import { localsOf } from '../middleware/language.ts';
import type { Services } from '../services.ts';
import { formatsOf } from '../view-models/formats.ts';
import { frameworkPage } from '../view-models/framework-page.ts';
import { makeThemesPage } from '../view-models/make-themes-page.ts';
import { line, prose, readForm, seeOther } from './form.ts';
import { render } from './render.ts';
import { dimensionsOf, THEORY } from './theory.ts';

/** Checkboxes of one name: none, one or several. */
const several = z
  .union([z.string(), z.array(z.string())])
  .default([])
  .transform((value) => [value].flat());
const frameworkFields = z
  .object({
    name: line,
    citation: line,
    note: prose,
    first: line,
    second: line,
    sourceIds: several,
  })
  .transform(({ first, second, ...rest }) => ({
    ...rest,
    dimensions: dimensionsOf(rest.name, first, second),
  }));
const conceptFields = z.object({ name: line, definition: prose });
const outlineFields = z.object({ at: z.string(), concepts: prose });
const step = z.object({ to: z.enum([...STEPS, 'other']) });
const choiceFields = z
  .object({ conceptIds: several, typesFrom: line })
  .transform(({ conceptIds, typesFrom }) => ({
    conceptIds,
    typesFrom: typesFrom === '' ? null : Number(typesFrom),
  }));
const shown = z.object({
  row: z.string().optional(),
  column: z.string().optional(),
  themes: z.coerce.number().int().min(0).optional(),
  types: z.coerce.number().int().min(0).default(0),
  skipped: z.coerce.number().int().min(0).default(0),
});

export function frameworkPages(services: Services): Router {
  const { workspace } = services;
  const router = Router();
  const run = (res: Response, p: ProjectId, command: Command) =>
    workspace.execute(p, command, actorOf(res));

  router.get('/projects/:p/theory/:id', async (req, res) => {
    const { p, id } = frameworkParams.parse(req.params);
    const { t, language } = localsOf(res);
    const project = await workspace.read(p);
    const framework = found(project.frameworks, id, 'framework');
    const query = shown.parse(req.query);
    const page = frameworkPage(project, framework, query, t, formatsOf(language));
    // Once the themes are undone, or more was done, there is nothing to take back here.
    const isFresh = project.undo.at(-1)?.command === 'add-codebook';
    const made = query.themes !== undefined && (isFresh || query.themes + query.types === 0);
    const frame = { title: framework.name, project, ...THEORY };
    render(services, res, 'theory-framework', frame, { page, made: made ? query : null });
  });

  router.post('/projects/:p/theory/:id', async (req, res) => {
    const { p, id } = frameworkParams.parse(req.params);
    const changes = readForm(frameworkFields, frameworkChanges, req.body);
    await run(res, p, { kind: 'change-framework', id, changes });
    seeOther(res, `/projects/${p}/theory/${id}`);
  });

  router.post('/projects/:p/theory/:id/concepts', async (req, res) => {
    const { p, id } = frameworkParams.parse(req.params);
    const { at, concepts } = outlineFields.parse(req.body ?? {});
    const outlined = conceptOutline(concepts, () => workspace.newId<ConceptId>());
    const top = /^[01]$/.test(at) ? { dimension: Number(at) } : { parentId: at };
    const added = newConcepts.parse({
      concepts: outlined.map((one) => (one.parentId === null ? { ...one, ...top } : one)),
    });
    await run(res, p, { kind: 'add-concepts', frameworkId: id, ...added });
    seeOther(res, `/projects/${p}/theory/${id}#concept-${outlined[0]?.id ?? ''}`);
  });

  router.post('/projects/:p/theory/:id/concepts/:cid', async (req, res) => {
    const { p, id, cid } = conceptParams.parse(req.params);
    const changes = readForm(conceptFields, conceptChanges, req.body);
    await run(res, p, { kind: 'change-concept', id: cid, changes });
    seeOther(res, `/projects/${p}/theory/${id}#concept-${cid}`);
  });

  router.post('/projects/:p/theory/:id/concepts/:cid/move', async (req, res) => {
    const { p, id, cid } = conceptParams.parse(req.params);
    const { to } = step.parse(req.body ?? {});
    const project = await workspace.read(p);
    const { dimension } = found(project.concepts, cid, 'concept');
    const place =
      to === 'other'
        ? { parentId: null, index: Number.MAX_SAFE_INTEGER, dimension: 1 - dimension }
        : stepTo(conceptsOf(project, id, dimension), cid, to, 'concept');
    if (place) await run(res, p, { kind: 'move-concept', id: cid, ...place });
    seeOther(res, `/projects/${p}/theory/${id}#concept-${cid}`);
  });

  router.post('/projects/:p/theory/:id/concepts/:cid/remove', async (req, res) => {
    const { p, id, cid } = conceptParams.parse(req.params);
    await run(res, p, { kind: 'remove-concept', id: cid });
    seeOther(res, `/projects/${p}/theory/${id}`);
  });

  router.get('/projects/:p/theory/:id/themes', async (req, res) => {
    const { p, id } = frameworkParams.parse(req.params);
    const { t } = localsOf(res);
    const project = await workspace.read(p);
    const framework = found(project.frameworks, id, 'framework');
    const page = makeThemesPage(project, framework, t);
    render(
      services,
      res,
      'theory-themes',
      { title: t('theory.make'), project, ...THEORY },
      { page },
    );
  });

  router.post('/projects/:p/theory/:id/themes', async (req, res) => {
    const { p, id } = frameworkParams.parse(req.params);
    const choice = readForm(choiceFields, themesChoice, req.body);
    const made = await makeThemes(workspace, p, { frameworkId: id, ...choice }, actorOf(res));
    const { themes, types, skipped } = made;
    const counts = `themes=${themes.length}&types=${types.length}&skipped=${skipped.length}`;
    seeOther(res, `/projects/${p}/theory/${id}?${counts}`);
  });

  return router;
}
