import { Router } from 'express';
import * as z from 'zod';
import type { TypeId } from '../../domain/ids.ts';
import { found } from '../../domain/project/found.ts';
import { byOrder } from '../../domain/project/project.ts';
import { TYPE_KINDS } from '../../domain/project/records.ts';
import { LOCAL_ACTOR } from '../api/route.ts';
import { newType, projectParams, typeChanges, typeParams } from '../api/schemas.ts';
import { localsOf } from '../middleware/language.ts';
import type { Services } from '../services.ts';
import { formatsOf } from '../view-models/formats.ts';
import { typesPage } from '../view-models/types-page.ts';
import { choice, line, prose, readForm, seeOther } from './form.ts';
import { render } from './render.ts';

const newTypeFields = z.object({ name: line, kind: z.enum(TYPE_KINDS), description: prose });
const typeFields = newTypeFields.extend({ colour: choice });
const step = z.object({ to: z.enum(['up', 'down']) });

export function typePages(services: Services): Router {
  const { workspace } = services;
  const router = Router();

  router.get('/projects/:p/types', async (req, res) => {
    const { p } = projectParams.parse(req.params);
    const { t, language } = localsOf(res);
    const project = await workspace.read(p);
    const frame = {
      title: t('nav.types'),
      project,
      place: 'types' as const,
      styles: ['pages'],
      scripts: ['types'],
    };
    render(services, res, 'types', frame, { page: typesPage(project, t, formatsOf(language)) });
  });

  router.post('/projects/:p/types', async (req, res) => {
    const { p } = projectParams.parse(req.params);
    const type = readForm(newTypeFields, newType, req.body);
    const id = workspace.newId<TypeId>();
    await workspace.execute(p, { kind: 'add-type', type: { ...type, id } }, LOCAL_ACTOR);
    seeOther(res, `/projects/${p}/types#type-${id}`);
  });

  router.post('/projects/:p/types/:id', async (req, res) => {
    const { p, id } = typeParams.parse(req.params);
    const changes = readForm(typeFields, typeChanges, req.body);
    await workspace.execute(p, { kind: 'change-type', id, changes }, LOCAL_ACTOR);
    seeOther(res, `/projects/${p}/types#type-${id}`);
  });

  router.post('/projects/:p/types/:id/move', async (req, res) => {
    const { p, id } = typeParams.parse(req.params);
    const { to } = step.parse(req.body ?? {});
    const { types } = await workspace.read(p);
    found(types, id, 'type');
    const at = [...types.values()].sort(byOrder).findIndex((type) => type.id === id);
    const index = to === 'up' ? at - 1 : at + 1;
    if (index >= 0 && index < types.size)
      await workspace.execute(p, { kind: 'move-type', id, index }, LOCAL_ACTOR);
    seeOther(res, `/projects/${p}/types#type-${id}`);
  });

  router.post('/projects/:p/types/:id/remove', async (req, res) => {
    const { p, id } = typeParams.parse(req.params);
    await workspace.execute(p, { kind: 'remove-type', id }, LOCAL_ACTOR);
    seeOther(res, `/projects/${p}/types`);
  });

  return router;
}
