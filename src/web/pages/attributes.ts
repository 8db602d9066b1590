import { Router, type Response } from 'express';
import * as z from 'zod';
import type { AttributeId, ProjectId } from '../../domain/ids.ts';
import { found } from '../../domain/project/found.ts';
import { projectParams } from '../api/schemas.ts';
import * as schema from '../api/schemas-cases.ts';
import { actorOf } from '../middleware/identify.ts';
import { localsOf } from '../middleware/language.ts';
import type { Services } from '../services.ts';
import { attributePage } from '../view-models/attribute-page.ts';
import { attributeFields, attributeOf } from './attribute-fields.ts';
import { seeOther } from './form.ts';
import { render } from './render.ts';

const moveFields = z.object({ index: z.coerce.number().int().min(0) });

/** Making and changing what is known of every interviewee. */
export function attributePages(services: Services): Router {
  const { workspace } = services;
  const router = Router();

  const show = async (res: Response, p: ProjectId, id: AttributeId | null): Promise<void> => {
    const { t } = localsOf(res);
    const project = await workspace.read(p);
    const attribute = id === null ? null : found(project.attributes, id, 'attribute');
    const frame = {
      title: attribute?.name ?? t('attributes.new'),
      project,
      place: 'transcripts' as const,
      tab: 'cases',
      styles: ['pages', 'cases'],
    };
    render(services, res, 'attribute', frame, { page: attributePage(project, attribute, t) });
  };

  router.get('/projects/:p/attributes/new', (req, res) =>
    show(res, projectParams.parse(req.params).p, null),
  );

  router.post('/projects/:p/attributes', async (req, res) => {
    const { p } = projectParams.parse(req.params);
    const { renamed: _, unfit: __, ...attribute } = attributeOf(attributeFields.parse(req.body));
    const checked = schema.newAttribute.parse(attribute);
    await workspace.execute(p, { kind: 'add-attribute', attribute: checked }, actorOf(res));
    seeOther(res, `/projects/${p}/cases`);
  });

  router.get('/projects/:p/attributes/:id', async (req, res) => {
    const { p, id } = schema.attributeParams.parse(req.params);
    await show(res, p, id);
  });

  router.post('/projects/:p/attributes/:id', async (req, res) => {
    const { p, id } = schema.attributeParams.parse(req.params);
    const given = attributeOf(attributeFields.parse(req.body ?? {}));
    const { renamed = [], unfit, ...changes } = schema.attributeChanges.parse(given);
    const command = { kind: 'change-attribute', id, changes, renamed, unfit } as const;
    await workspace.execute(p, command, actorOf(res));
    seeOther(res, `/projects/${p}/cases`);
  });

  router.post('/projects/:p/attributes/:id/move', async (req, res) => {
    const { p, id } = schema.attributeParams.parse(req.params);
    const { index } = moveFields.parse(req.body ?? {});
    await workspace.execute(p, { kind: 'move-attribute', id, index }, actorOf(res));
    seeOther(res, `/projects/${p}/attributes/${id}`);
  });

  router.post('/projects/:p/attributes/:id/remove', async (req, res) => {
    const { p, id } = schema.attributeParams.parse(req.params);
    await workspace.execute(p, { kind: 'remove-attribute', id }, actorOf(res));
    seeOther(res, `/projects/${p}/cases`);
  });

  return router;
}
