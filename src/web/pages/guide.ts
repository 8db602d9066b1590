import { Router, type Response } from 'express';
import * as z from 'zod';
import { setGuide } from '../../app/set-guide.ts';
import { readGuide } from '../../domain/guide/read-guide.ts';
import type { ProjectId } from '../../domain/ids.ts';
import { transcriptsInOrder } from '../../domain/project/project.ts';
import { projectParams } from '../api/schemas.ts';
import { guideText, mark } from '../api/schemas-guide.ts';
import { actorOf } from '../middleware/identify.ts';
import { localsOf } from '../middleware/language.ts';
import type { Services } from '../services.ts';
import { formatsOf } from '../view-models/formats.ts';
import { guidePage, type GuideView } from '../view-models/guide-page.ts';
import { idOrNone, line, prose, readForm, seeOther } from './form.ts';
import { render } from './render.ts';

const view = z
  .object({ question: z.string(), theme: z.string(), transcript: z.string() })
  .partial()
  .catch({});
const textFields = z.object({ text: prose });
const markFields = z.object({ transcriptId: line, start: line, questionId: idOrNone });

export function guidePages(services: Services): Router {
  const { workspace } = services;
  const router = Router();

  const show = async (res: Response, p: ProjectId, asked: GuideView, written?: string) => {
    const { t, language } = localsOf(res);
    const transcripts = transcriptsInOrder(await workspace.read(p));
    const shown = transcripts.find(({ id }) => id === asked.transcript) ?? transcripts[0];
    const text = shown ? await workspace.text(p, shown.id) : '';
    const project = await workspace.read(p);
    const frame = {
      title: t('nav.guide'),
      project,
      place: 'codebook' as const,
      tab: 'guide',
      styles: ['pages', 'guide'],
      scripts: ['guide'],
    };
    const page = guidePage(project, asked, () => text, t, formatsOf(language), written);
    render(services, res, 'guide', frame, { page });
  };

  router.get('/projects/:p/guide', async (req, res) => {
    const { p } = projectParams.parse(req.params);
    await show(res, p, view.parse(req.query));
  });

  router.post('/projects/:p/guide', async (req, res) => {
    const { p } = projectParams.parse(req.params);
    const { text } = readForm(textFields, guideText, req.body);
    await setGuide(workspace, p, () => readGuide(text), actorOf(res));
    seeOther(res, `/projects/${p}/guide`);
  });

  // What was understood is shown before it is kept; a page that came so is reloaded as the plain one.
  router.get(['/projects/:p/guide/preview', '/projects/:p/guide/asked'], (req, res) => {
    seeOther(res, `/projects/${projectParams.parse(req.params).p}/guide`);
  });
  router.post('/projects/:p/guide/preview', async (req, res) => {
    const { p } = projectParams.parse(req.params);
    const { text } = readForm(textFields, guideText, req.body);
    await show(res, p, {}, text);
  });

  router.post('/projects/:p/guide/asked', async (req, res) => {
    const { p } = projectParams.parse(req.params);
    const marked = readForm(markFields, mark, req.body);
    await workspace.execute(p, { kind: 'mark-question', ...marked }, actorOf(res));
    seeOther(res, `/projects/${p}/guide?transcript=${marked.transcriptId}#turns`);
  });

  return router;
}
