import { Router, type Response } from 'express';
import * as z from 'zod';
import { importCodebook, previewCodebook } from '../../app/import-codebook.ts';
import type { CodebookFile } from '../../domain/codebook/codebook-file.ts';
import { CONFLICT_CHOICES } from '../../domain/codebook/plan-import.ts';
import type { ProjectId } from '../../domain/ids.ts';
import { Rejection } from '../../domain/rejection.ts';
import { projectParams } from '../api/schemas.ts';
import { actorOf } from '../middleware/identify.ts';
import { localsOf } from '../middleware/language.ts';
import { fileOf, upload } from '../middleware/upload.ts';
import { PendingFiles } from '../pending-files.ts';
import type { Services } from '../services.ts';
import { exchangePage, importPreview, notesOf, planSummary } from '../view-models/exchange-page.ts';
import { render } from './render.ts';

const decision = z.object({ token: z.string().max(100), choice: z.enum(CONFLICT_CHOICES) });

interface Waiting {
  readonly name: string;
  readonly file: CodebookFile;
}

/** Codebooks in from and out to other programs. */
export function exchangePages(services: Services): Router {
  const { workspace, codebooks, limits } = services;
  const router = Router();
  const waiting = new PendingFiles<Waiting>(() => workspace.newId());

  const show = async (res: Response, p: ProjectId, model: object = {}): Promise<void> => {
    const { t } = localsOf(res);
    const project = await workspace.read(p);
    const frame = {
      title: t('nav.exchange'),
      project,
      place: 'codebook' as const,
      tab: 'exchange',
      styles: ['pages', 'exchange'],
    };
    const page = exchangePage(project, codebooks.formats, t);
    render(services, res, 'exchange', frame, { page, preview: null, taken: null, ...model });
  };

  router.get('/projects/:p/exchange', async (req, res) => {
    await show(res, projectParams.parse(req.params).p);
  });

  router.post('/projects/:p/exchange', upload('file', limits), async (req, res) => {
    const { p } = projectParams.parse(req.params);
    const { name, bytes } = fileOf(req, 'file');
    const file = await codebooks.read(name, bytes);
    const plan = await previewCodebook(workspace, p, file, 'keep');
    const token = waiting.keep(p, { name, file });
    await show(res, p, {
      preview: importPreview(token, name, plan, await workspace.read(p), localsOf(res).t),
    });
  });

  router.post('/projects/:p/exchange/take', async (req, res) => {
    const { p } = projectParams.parse(req.params);
    const { t } = localsOf(res);
    const { token, choice } = decision.parse(req.body ?? {});
    const kept = waiting.get(p, token);
    if (!kept) throw new Rejection('conflict', 'file-forgotten');
    const plan = await importCodebook(workspace, p, kept.file, choice, actorOf(res));
    waiting.forget(token);
    const taken = {
      summary: t('exchange.taken', { file: kept.name }),
      counts: planSummary(plan, t),
      notes: notesOf(plan.losses, t),
    };
    await show(res, p, { taken });
  });

  return router;
}
