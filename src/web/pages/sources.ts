import { Router } from 'express';
import * as z from 'zod';
import { importSources } from '../../app/import-sources.ts';
import { projectParams } from '../api/schemas.ts';
import { newSource, sourceChanges, sourceParams } from '../api/schemas-theory.ts';
import { actorOf } from '../middleware/identify.ts';
import { localsOf } from '../middleware/language.ts';
import { fileOf, upload } from '../middleware/upload.ts';
import type { Services } from '../services.ts';
import { sourcesReport } from '../view-models/sources-report.ts';
import { showTheory } from './theory.ts';
import { line, linesOf, readForm, seeOther } from './form.ts';

const fields = z.object({
  authors: linesOf,
  year: line,
  title: line,
  container: line,
  volume: line,
  issue: line,
  pages: line,
  publisher: line,
  doi: line,
  url: line,
  // A blank key is none: a new source gets one, an old one keeps its own.
  key: line.transform((key) => key.trim() || undefined),
});

export function sourcePages(services: Services): Router {
  const { workspace, references, limits } = services;
  const router = Router();

  router.post('/projects/:p/theory/sources', async (req, res) => {
    const { p } = projectParams.parse(req.params);
    const source = readForm(fields, newSource, req.body);
    await workspace.execute(p, { kind: 'add-sources', sources: [source] }, actorOf(res));
    seeOther(res, `/projects/${p}/theory#sources`);
  });

  router.post('/projects/:p/theory/sources/import', upload('file', limits), async (req, res) => {
    const { p } = projectParams.parse(req.params);
    const { name, bytes } = fileOf(req, 'file');
    const { sources, problems } = references.read(name, bytes);
    const imported = await importSources(workspace, p, sources, actorOf(res));
    await showTheory(services, res, p, sourcesReport(name, imported, problems, localsOf(res).t));
  });

  router.post('/projects/:p/theory/sources/:id', async (req, res) => {
    const { p, id } = sourceParams.parse(req.params);
    const changes = readForm(fields, sourceChanges, req.body);
    await workspace.execute(p, { kind: 'change-source', id, changes }, actorOf(res));
    seeOther(res, `/projects/${p}/theory#source-${id}`);
  });

  router.post('/projects/:p/theory/sources/:id/remove', async (req, res) => {
    const { p, id } = sourceParams.parse(req.params);
    await workspace.execute(p, { kind: 'remove-source', id }, actorOf(res));
    seeOther(res, `/projects/${p}/theory#sources`);
  });

  return router;
}
