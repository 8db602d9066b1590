import { Router, type Response } from 'express';
import * as z from 'zod';
import type { ProjectId } from '../../domain/ids.ts';
import type { CaseValue } from '../../domain/project/case-commands.ts';
import { found } from '../../domain/project/found.ts';
import { attributesInOrder } from '../../domain/project/project.ts';
import { caseChanges, caseParams, projectParams } from '../api/schemas.ts';
import * as schema from '../api/schemas-cases.ts';
import { actorOf } from '../middleware/identify.ts';
import { localsOf } from '../middleware/language.ts';
import type { Services } from '../services.ts';
import { casePage } from '../view-models/case-page.ts';
import { casesPage } from '../view-models/cases-page.ts';
import { formatsOf } from '../view-models/formats.ts';
import type { ListQuery } from '../view-models/list-part.ts';
import { line, prose, readForm, seeOther } from './form.ts';
import { listQuery } from './list-query.ts';
import { render } from './render.ts';

const caseFields = z.object({ name: line, memo: prose });
const valueFields = z.record(z.string(), z.string());

/** The interviewees: all of them in a grid, and one on a page of their own. */
export function casePages(services: Services): Router {
  const { workspace } = services;
  const router = Router();
  const frame = { place: 'transcripts' as const, tab: 'cases', styles: ['pages', 'cases'] };

  const showAll = async (res: Response, p: ProjectId, query: ListQuery): Promise<void> => {
    const { t, language } = localsOf(res);
    const project = await workspace.read(p);
    const page = casesPage(project, query, t, formatsOf(language));
    const title = t('nav.cases');
    render(services, res, 'cases', { ...frame, title, project, scripts: ['cases'] }, { page });
  };

  router.get('/projects/:p/cases', async (req, res) => {
    const { p } = projectParams.parse(req.params);
    await showAll(res, p, listQuery.parse(req.query));
  });

  router.post('/projects/:p/cases', async (req, res) => {
    const { p } = projectParams.parse(req.params);
    const { name } = schema.newCase.parse(req.body ?? {});
    await workspace.execute(p, { kind: 'add-case', name }, actorOf(res));
    seeOther(res, `/projects/${p}/cases`);
  });

  router.get('/projects/:p/cases/:id', async (req, res) => {
    const { p, id } = caseParams.parse(req.params);
    const { t, language } = localsOf(res);
    const project = await workspace.read(p);
    const one = found(project.cases, id, 'case');
    const page = casePage(project, one, t, formatsOf(language));
    const shown = { ...frame, title: one.name, project, scripts: ['cases'] };
    render(services, res, 'case', shown, { page });
  });

  router.post('/projects/:p/cases/:id', async (req, res) => {
    const { p, id } = caseParams.parse(req.params);
    const changes = readForm(caseFields, caseChanges, req.body);
    await workspace.execute(p, { kind: 'change-case', id, ...changes }, actorOf(res));
    seeOther(res, `/projects/${p}/cases/${id}`);
  });

  router.post('/projects/:p/cases/:id/values', async (req, res) => {
    const { p, id } = caseParams.parse(req.params);
    const fields = valueFields.parse(req.body ?? {});
    const values = attributesInOrder(await workspace.read(p)).flatMap(
      ({ id: attributeId }): CaseValue[] => {
        const value = fields[attributeId];
        return value === undefined ? [] : [{ caseId: id, attributeId, value }];
      },
    );
    await workspace.execute(p, { kind: 'set-values', values, newChoices: 'refuse' }, actorOf(res));
    seeOther(res, `/projects/${p}/cases/${id}`);
  });

  router.post('/projects/:p/cases/:id/merge', async (req, res) => {
    const { p, id } = caseParams.parse(req.params);
    const { into } = schema.caseMerge.parse(req.body ?? {});
    await workspace.execute(p, { kind: 'merge-case', id, into }, actorOf(res));
    seeOther(res, `/projects/${p}/cases/${into}`);
  });

  router.post('/projects/:p/cases/:id/remove', async (req, res) => {
    const { p, id } = caseParams.parse(req.params);
    await workspace.execute(p, { kind: 'remove-case', id }, actorOf(res));
    seeOther(res, `/projects/${p}/cases`);
  });

  return router;
}
