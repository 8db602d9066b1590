import { Router, type Request, type Response } from 'express';
import * as z from 'zod';
import type { CaseId, ExcerptId, TypeId } from '../../domain/ids.ts';
import { found } from '../../domain/project/found.ts';
import { byOrder } from '../../domain/project/project.ts';
import { TYPE_KINDS } from '../../domain/project/records.ts';
import { exemplarAt } from '../../domain/types/drafts.ts';
import { draftChoice, featureChanges, featureParams, typedCases } from '../api/schemas-types.ts';
import { newType, projectParams, typeChanges, typeParams } from '../api/schemas.ts';
import { actorOf } from '../middleware/identify.ts';
import { localsOf } from '../middleware/language.ts';
import type { Services } from '../services.ts';
import { formatsOf } from '../view-models/formats.ts';
import { typesPage } from '../view-models/types-page.ts';
import { choice, line, prose, readForm, seeOther } from './form.ts';
import { render } from './render.ts';
import { shareQuery, ticked } from './types-fields.ts';

const newTypeFields = z.object({ name: line, kind: z.enum(TYPE_KINDS) });
const typeFields = newTypeFields.extend({ description: prose, memo: prose, colour: choice });
const step = z.object({ to: z.enum(['up', 'down']) });
const caseFields = z.object({ caseIds: ticked });
const featureFields = z.object({ evidenceIds: ticked, note: prose });
const newFeature = z.object({ themeId: z.string().min(1) });
const exemplarFields = z.object({ exemplar: line });

const addressOf = (p: string, id: string): string => `/projects/${p}/types/${id}`;

export function typePages(services: Services): Router {
  const { workspace } = services;
  const router = Router();

  const show = async (req: Request, res: Response, id: string | null): Promise<void> => {
    const { p } = projectParams.parse(req.params);
    const { t, language } = localsOf(res);
    const project = await workspace.read(p);
    // The page of a type that was deleted leads on: it may be open, and be drawn anew.
    if (id !== null && !project.types.has(id as TypeId)) {
      seeOther(res, `/projects/${p}/types`);
      return;
    }
    const frame = {
      title: id === null ? t('nav.types') : found(project.types, id as TypeId, 'type').name,
      project,
      place: 'types' as const,
      styles: ['pages', 'types'],
      scripts: ['types'],
    };
    const { share } = shareQuery.parse(req.query);
    const page = typesPage(project, id, share, t, formatsOf(language));
    render(services, res, 'types', frame, { page });
  };

  router.get('/projects/:p/types', (req, res) => show(req, res, null));
  router.get('/projects/:p/types/:id', (req, res) =>
    show(req, res, typeParams.parse(req.params).id),
  );

  router.post('/projects/:p/types', async (req, res) => {
    const { p } = projectParams.parse(req.params);
    const type = readForm(newTypeFields, newType, req.body);
    const id = workspace.newId<TypeId>();
    await workspace.execute(p, { kind: 'add-type', type: { ...type, id } }, actorOf(res));
    seeOther(res, addressOf(p, id));
  });

  router.post('/projects/:p/types/:id', async (req, res) => {
    const { p, id } = typeParams.parse(req.params);
    const changes = readForm(typeFields, typeChanges, req.body);
    await workspace.execute(p, { kind: 'change-type', id, changes }, actorOf(res));
    seeOther(res, addressOf(p, id));
  });

  router.post('/projects/:p/types/:id/move', async (req, res) => {
    const { p, id } = typeParams.parse(req.params);
    const { to } = step.parse(req.body ?? {});
    const { types } = await workspace.read(p);
    found(types, id, 'type');
    const at = [...types.values()].sort(byOrder).findIndex((type) => type.id === id);
    const index = to === 'up' ? at - 1 : at + 1;
    if (index >= 0 && index < types.size)
      await workspace.execute(p, { kind: 'move-type', id, index }, actorOf(res));
    seeOther(res, addressOf(p, id));
  });

  router.post('/projects/:p/types/:id/remove', async (req, res) => {
    const { p, id } = typeParams.parse(req.params);
    await workspace.execute(p, { kind: 'remove-type', id }, actorOf(res));
    seeOther(res, `/projects/${p}/types`);
  });

  router.post('/projects/:p/types/:id/cases', async (req, res) => {
    const { p, id } = typeParams.parse(req.params);
    const { caseIds } = readForm(caseFields, typedCases, req.body);
    await workspace.execute(p, { kind: 'type-cases', typeId: id, caseIds }, actorOf(res));
    seeOther(res, addressOf(p, id));
  });

  router.post('/projects/:p/types/:id/exemplar', async (req, res) => {
    const { p, id } = typeParams.parse(req.params);
    const [what, chosen = ''] = exemplarFields.parse(req.body ?? {}).exemplar.split(' ');
    const member =
      what === 'case'
        ? { caseId: chosen as CaseId }
        : what === 'excerpt'
          ? { excerptId: chosen as ExcerptId }
          : null;
    const changes = exemplarAt(member);
    await workspace.execute(p, { kind: 'change-type', id, changes }, actorOf(res));
    seeOther(res, addressOf(p, id));
  });

  router.post('/projects/:p/types/:id/draft', async (req, res) => {
    const { p, id } = typeParams.parse(req.params);
    const { kind: draft, share } = draftChoice.parse(req.body ?? {});
    await workspace.execute(p, { kind: 'draft-features', id, draft, share }, actorOf(res));
    seeOther(res, addressOf(p, id));
  });

  router.post('/projects/:p/types/:id/features', async (req, res) => {
    const { p, id } = typeParams.parse(req.params);
    const { themeId } = featureParams.parse({ p, id, ...newFeature.parse(req.body ?? {}) });
    await workspace.execute(p, { kind: 'set-feature', id, themeId }, actorOf(res));
    seeOther(res, `${addressOf(p, id)}#feature-${themeId}`);
  });

  router.post('/projects/:p/types/:id/features/:themeId', async (req, res) => {
    const { p, id, themeId } = featureParams.parse(req.params);
    const changes = readForm(featureFields, featureChanges, req.body);
    await workspace.execute(p, { kind: 'set-feature', id, themeId, ...changes }, actorOf(res));
    seeOther(res, `${addressOf(p, id)}#feature-${themeId}`);
  });

  router.post('/projects/:p/types/:id/features/:themeId/remove', async (req, res) => {
    const { p, id, themeId } = featureParams.parse(req.params);
    await workspace.execute(p, { kind: 'remove-feature', id, themeId }, actorOf(res));
    seeOther(res, addressOf(p, id));
  });

  return router;
}
