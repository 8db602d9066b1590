import { Router, type Response } from 'express';
import * as z from 'zod';
import {
  importSurvey,
  previewSurvey,
  proposedPlan,
  type SurveyFile,
} from '../../app/import-survey.ts';
import { SURVEY_SHAPES, type SurveyPlan } from '../../domain/cases/survey-plan.ts';
import type { ProjectId } from '../../domain/ids.ts';
import { Rejection } from '../../domain/rejection.ts';
import { projectParams } from '../api/schemas.ts';
import { actorOf } from '../middleware/identify.ts';
import { goneSignal } from '../middleware/gone-signal.ts';
import { localsOf } from '../middleware/language.ts';
import { fileOf, upload } from '../middleware/upload.ts';
import { PendingFiles } from '../pending-files.ts';
import type { Services } from '../services.ts';
import { surveyWords } from '../survey-words.ts';
import { problemsIn } from '../view-models/case-import-page.ts';
import { surveyForm, surveySummary } from '../view-models/survey-page.ts';
import { refusalOf, unscaledIn } from './case-import.ts';
import { columnFields, sheetFields, usesOf } from './column-fields.ts';
import { render } from './render.ts';

const fields = columnFields.extend({
  token: z.string().max(100),
  shape: z.enum(SURVEY_SHAPES),
  guide: z.string().optional(),
});
const progressParams = projectParams.extend({ token: z.string().max(100) });

/** Answers of a survey in a few looks: what each column is, what would come of it, take it in. */
export function surveyPages(services: Services): Router {
  const { workspace, tables, limits } = services;
  const router = Router();
  const waiting = new PendingFiles<SurveyFile>(() => workspace.newId());
  /** By token, the share done of what is being taken in. */
  const shares = new Map<string, number>();

  const show = async (res: Response, p: ProjectId, model: object = {}): Promise<void> => {
    const project = await workspace.read(p);
    const frame = {
      title: localsOf(res).t('survey.title'),
      project,
      place: 'transcripts' as const,
      styles: ['pages', 'cases'],
      scripts: ['survey'],
    };
    const page = {
      base: `/projects/${p}`,
      accept: tables.extensions.map((one) => `.${one}`).join(','),
    };
    render(services, res, 'survey', frame, { page, form: null, taken: null, ...model });
  };

  const wordsFor = async (p: ProjectId): Promise<ReturnType<typeof surveyWords>> =>
    surveyWords(services.translate((await workspace.read(p)).settings.language));

  const look = async (
    res: Response,
    p: ProjectId,
    file: SurveyFile,
    token: string,
    plan: SurveyPlan,
    refused: string | null = null,
  ): Promise<void> => {
    const { t } = localsOf(res);
    const result = await previewSurvey(workspace, p, file.table, plan, await wordsFor(p)).then(
      (preview) => ({ preview, refusal: refused ?? unscaledIn(preview.values, t) }),
      (error: unknown) => ({ preview: null, refusal: refusalOf(error, t) }),
    );
    await show(res, p, {
      form: surveyForm(await workspace.read(p), file, token, plan, result, t),
    });
  };

  const takeUp = async (res: Response, p: ProjectId, file: SurveyFile): Promise<void> => {
    const plan = await proposedPlan(workspace, p, file.table);
    await look(res, p, file, waiting.keep(p, file), plan);
  };

  const kept = (p: ProjectId, token: string): SurveyFile => {
    const file = waiting.get(p, token);
    if (!file) throw new Rejection('conflict', 'file-forgotten');
    return file;
  };

  const chosen = (
    p: ProjectId,
    body: unknown,
  ): { file: SurveyFile; token: string; plan: SurveyPlan } => {
    const given = fields.parse(body ?? {});
    const file = kept(p, given.token);
    const uses = usesOf(given, file.table.columns.length);
    const plan = { uses, shape: given.shape, guide: given.guide !== undefined };
    return { file, token: given.token, plan };
  };

  router.get('/projects/:p/survey', (req, res) => show(res, projectParams.parse(req.params).p));

  router.post('/projects/:p/survey', upload('file', limits), async (req, res) => {
    const { p } = projectParams.parse(req.params);
    const { name, bytes } = fileOf(req, 'file');
    await workspace.read(p);
    await takeUp(res, p, {
      name,
      bytes,
      table: await tables.read(name, bytes, undefined, goneSignal(res)),
    });
  });

  router.post('/projects/:p/survey/look', async (req, res) => {
    const { p } = projectParams.parse(req.params);
    const { file, token, plan } = chosen(p, req.body);
    await look(res, p, file, token, plan);
  });

  router.post('/projects/:p/survey/sheet', async (req, res) => {
    const { p } = projectParams.parse(req.params);
    const { token, sheet } = sheetFields.parse(req.body ?? {});
    const { name, bytes } = kept(p, token);
    await takeUp(res, p, {
      name,
      bytes,
      table: await tables.read(name, bytes, sheet, goneSignal(res)),
    });
    waiting.forget(token);
  });

  router.get('/projects/:p/survey/progress/:token', (req, res) => {
    const { token } = progressParams.parse(req.params);
    res.set('Cache-Control', 'no-store').json({ share: shares.get(token) ?? null });
  });

  router.post('/projects/:p/survey/take', async (req, res) => {
    const { p } = projectParams.parse(req.params);
    const { t } = localsOf(res);
    const { file, token, plan } = chosen(p, req.body);
    if (shares.has(token)) throw new Rejection('conflict', 'survey-running');
    shares.set(token, 0);
    const told = (share: number): void => void shares.set(token, share);
    try {
      const words = await wordsFor(p);
      const result = await importSurvey(workspace, p, file, plan, words, actorOf(res), told);
      waiting.forget(token);
      const taken = {
        fileName: file.name,
        summary: surveySummary(result, t),
        problems: problemsIn(result.problems, t),
      };
      await show(res, p, { taken });
    } catch (error) {
      await look(res.status(422), p, file, token, plan, refusalOf(error, t));
    } finally {
      shares.delete(token);
    }
  });

  return router;
}
