import { Router, type Response } from 'express';
import * as z from 'zod';
import { previewAnswers, takeInAnswers } from '../../app/take-in-answers.ts';
import type { ProjectId } from '../../domain/ids.ts';
import { Rejection } from '../../domain/rejection.ts';
import type { ReviewAnswers } from '../../domain/reviews/bundle.ts';
import type { QueueFilter } from '../../domain/reviews/queue.ts';
import { answersOf, MOST_ANSWER_BYTES } from '../answers-file.ts';
import { projectParams } from '../api/schemas.ts';
import { actorOf } from '../middleware/identify.ts';
import { localsOf } from '../middleware/language.ts';
import { upload } from '../middleware/upload.ts';
import { PendingFiles } from '../pending-files.ts';
import type { Services } from '../services.ts';
import { formatsOf } from '../view-models/formats.ts';
import { answersPreview, answersTaken, reviewFilesPage } from '../view-models/review-files-page.ts';
import { refusalOf } from './case-import.ts';
import { render } from './render.ts';
import { queueQuery } from './review-query.ts';

const manyIds = z
  .union([z.string().transform((one) => [one]), z.array(z.string())])
  .default([])
  .transform((ids) => new Set(ids));
const takeFields = z.object({ token: z.string().max(100), fromFile: manyIds });

interface Waiting {
  readonly name: string;
  readonly answers: ReviewAnswers;
}

/** Reviews without an account or a network: a file to take along, and the answers that come back. */
export function reviewFilePages(services: Services): Router {
  const { workspace } = services;
  const router = Router();
  const waiting = new PendingFiles<Waiting>(() => workspace.newId());
  const limits = { ...services.limits, fileBytes: MOST_ANSWER_BYTES };

  const show = async (
    res: Response,
    p: ProjectId,
    model: object = {},
    filter: QueueFilter = {},
  ): Promise<void> => {
    const project = await workspace.read(p);
    const { t } = localsOf(res);
    const frame = {
      title: t('review-file.title'),
      project,
      place: 'review' as const,
      tab: 'review-files',
      styles: ['pages', 'review', 'review-files'],
    };
    const page = reviewFilesPage(project, actorOf(res).name ?? '', filter, t);
    const nothing = { preview: null, taken: null, refusal: null };
    render(services, res, 'review-files', frame, { page, ...nothing, ...model });
  };

  router.get('/projects/:p/review/files', (req, res) =>
    show(res, projectParams.parse(req.params).p, {}, queueQuery.parse(req.query)),
  );

  router.post('/projects/:p/review/files', upload('file', limits), async (req, res) => {
    const { p } = projectParams.parse(req.params);
    const { t, language } = localsOf(res);
    const project = await workspace.read(p);
    try {
      const file = answersOf(req);
      const { name } = file;
      const plan = await previewAnswers(workspace, p, file.answers, new Set(), actorOf(res));
      const token = waiting.keep(p, file);
      const preview = answersPreview(project, plan, { name, token }, t, formatsOf(language));
      await show(res, p, { preview });
    } catch (error) {
      await show(res.status(statusOf(error)), p, { refusal: refusalOf(error, t) });
    }
  });

  router.post('/projects/:p/review/files/take', async (req, res) => {
    const { p } = projectParams.parse(req.params);
    const { token, fromFile } = takeFields.parse(req.body ?? {});
    const kept = waiting.get(p, token);
    if (!kept) throw new Rejection('conflict', 'file-forgotten');
    const taken = await takeInAnswers(workspace, p, kept.answers, fromFile, actorOf(res));
    waiting.forget(token);
    const { t } = localsOf(res);
    await show(res, p, { taken: answersTaken(kept.name, taken, t) });
  });

  return router;
}

const statusOf = (error: unknown): number =>
  error instanceof Rejection && error.reason === 'forbidden' ? 403 : 422;
