import { Router } from 'express';
import { correctSpeakers } from '../../app/correct-speakers.ts';
import { settleDoubt } from '../../app/settle-doubt.ts';
import { surveySpeakers } from '../../app/survey-speakers.ts';
import { doubtSettled, speakersChange } from '../api/schemas-interviews.ts';
import { projectParams } from '../api/schemas.ts';
import { actorOf } from '../middleware/identify.ts';
import { localsOf } from '../middleware/language.ts';
import type { Services } from '../services.ts';
import { speakersPage } from '../view-models/speakers-page.ts';
import { seeOther } from './form.ts';
import { listQuery } from './list-query.ts';
import { render } from './render.ts';
import { quickCorrection, readSpeakersForm } from './speakers-form.ts';

export function speakerPages(services: Services): Router {
  const { workspace } = services;
  const router = Router();

  router.get('/projects/:p/speakers', async (req, res) => {
    const { p } = projectParams.parse(req.params);
    const { t } = localsOf(res);
    const query = listQuery.parse(req.query);
    const surveyed = await surveySpeakers(workspace, p);
    const project = await workspace.read(p);
    const frame = {
      title: t('nav.speakers'),
      project,
      place: 'transcripts' as const,
      tab: 'speakers',
      styles: ['pages', 'speakers'],
      scripts: ['speakers'],
    };
    render(services, res, 'speakers', frame, { page: speakersPage(project, surveyed, query, t) });
  });

  router.post('/projects/:p/speakers', async (req, res) => {
    const { p } = projectParams.parse(req.params);
    const written = readSpeakersForm(await workspace.read(p), req.body);
    const { transcripts, everywhere } = speakersChange.parse(written);
    const corrected = {
      transcripts: new Map(transcripts.map(({ id, ...corrections }) => [id, corrections])),
      everywhere,
    };
    await correctSpeakers(workspace, p, corrected, actorOf(res));
    seeOther(res, `/projects/${p}/speakers`);
  });

  router.post('/projects/:p/speakers/quick', async (req, res) => {
    const { p } = projectParams.parse(req.params);
    const { transcripts, everywhere } = speakersChange.parse(quickCorrection(req.body));
    const corrected = {
      transcripts: new Map(transcripts.map(({ id, ...corrections }) => [id, corrections])),
      everywhere,
    };
    await correctSpeakers(workspace, p, corrected, actorOf(res));
    seeOther(res, `/projects/${p}/speakers`);
  });

  router.post('/projects/:p/speakers/settled', async (req, res) => {
    const { p } = projectParams.parse(req.params);
    const { doubt } = doubtSettled.parse(req.body ?? {});
    await settleDoubt(workspace, p, doubt, actorOf(res));
    seeOther(res, `/projects/${p}/speakers`);
  });

  return router;
}
