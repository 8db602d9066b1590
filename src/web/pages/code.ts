import { Router } from 'express';
import { found } from '../../domain/project/found.ts';
import { transcriptsInOrder } from '../../domain/project/project.ts';
import { projectParams, transcriptParams } from '../api/schemas.ts';
import { keptName, personOf } from '../person.ts';
import { actorOf } from '../middleware/identify.ts';
import { localsOf } from '../middleware/language.ts';
import type { Services } from '../services.ts';
import { codePage } from '../view-models/code-page.ts';
import { formatsOf } from '../view-models/formats.ts';
import { interviewFacts } from '../view-models/interview-facts.ts';
import { KEY_GROUPS } from '../view-models/key-groups.ts';
import { whoCodes } from '../view-models/who-codes.ts';
import { render } from './render.ts';

export function codePages(services: Services): Router {
  const { workspace } = services;
  const router = Router();

  router.get('/projects/:p/code', async (req, res) => {
    const { p } = projectParams.parse(req.params);
    const project = await workspace.read(p);
    const [first] = transcriptsInOrder(project);
    if (first) res.redirect(302, `/projects/${p}/code/${first.id}`);
    else
      render(services, res, 'code-empty', {
        title: localsOf(res).t('nav.code'),
        project,
        place: 'code',
      });
  });

  router.get('/projects/:p/code/:t', async (req, res) => {
    const { p, t } = transcriptParams.parse(req.params);
    const text = await workspace.text(p, t);
    const project = await workspace.read(p);
    const transcript = found(project.transcripts, t, 'transcript');
    const coder = personOf(services, actorOf(res), project.settings.language, keptName(req));
    const page = codePage(project, transcript, text, coder);
    const { t: words, language } = localsOf(res);
    const facts = interviewFacts(project, transcript, words, formatsOf(language)).line;
    const asksName = actorOf(res).name === undefined;
    const who = whoCodes(project, transcript, { person: coder, asksName }, words);
    const frame = {
      title: page.title,
      project,
      place: 'code' as const,
      styles: ['code', 'who-codes'],
      scripts: ['code'],
    };
    render(services, res, 'code', frame, { page, facts, who, keyGroups: KEY_GROUPS });
  });

  return router;
}
