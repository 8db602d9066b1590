import { Router, type Request, type Response } from 'express';
import * as z from 'zod';
import { newRound } from '../../app/new-round.ts';
import { resolvePassages, takeAgreed } from '../../app/resolve-passages.ts';
import type { DecisionId, ProjectId, ThemeId, TranscriptId } from '../../domain/ids.ts';
import { permits } from '../../domain/people/roles.ts';
import { found } from '../../domain/project/found.ts';
import type { RoundCommand } from '../../domain/project/round-commands.ts';
import { several } from '../api/schemas-frequencies.ts';
import { percent, roundParams, seed } from '../api/schemas-rounds.ts';
import { name, projectParams } from '../api/schemas.ts';
import { actorOf } from '../middleware/identify.ts';
import { localsOf } from '../middleware/language.ts';
import { consensusName, keepName, keptName, personOf } from '../person.ts';
import type { Services } from '../services.ts';
import { doublePage, roundPage } from '../view-models/double-page.ts';
import { formatsOf } from '../view-models/formats.ts';
import { linesOf, seeOther } from './form.ts';
import { render } from './render.ts';

const number = z.coerce.number().int().min(0);
const roundFields = z.object({
  name,
  coders: linesOf.pipe(z.array(name)),
  which: z.enum(['chosen', 'drawn']).default('chosen'),
  transcripts: several(z.string().max(64)),
  percent: z.union([z.literal('').transform(() => undefined), percent]).optional(),
  seed: z.union([z.literal('').transform(() => undefined), seed]).optional(),
});
const doneFields = z.object({ done: z.enum(['yes', 'no']) });
const resolveFields = z.object({
  transcriptId: z.string().transform((id) => id as TranscriptId),
  themeId: z.string().transform((id) => id as ThemeId),
  start: number,
  end: number,
  taken: linesOf,
  after: number.default(0),
});
const reopenFields = z.object({
  id: z.string().transform((id) => id as DecisionId),
  at: number.default(0),
});
const at = z.coerce.number().int().min(0).nullable().catch(null);

/** Rounds of double coding: begun, finished by each, and talked through passage by passage. */
export function doublePages(services: Services): Router {
  const { workspace } = services;
  const router = Router();
  const personIn = async (req: Request, res: Response, p: ProjectId): Promise<string> =>
    personOf(services, actorOf(res), (await workspace.read(p)).settings.language, keptName(req));
  const run = (res: Response, p: ProjectId, command: RoundCommand) =>
    workspace.execute(p, command, actorOf(res));
  const frameOf = (res: Response) => ({
    title: localsOf(res).t('nav.double'),
    place: 'review' as const,
    tab: 'double',
    styles: ['pages', 'review', 'agreement', 'double'],
    scripts: ['review'],
  });

  router.get('/projects/:p/double', async (req, res) => {
    const { p } = projectParams.parse(req.params);
    const { t, language } = localsOf(res);
    const looking = {
      person: await personIn(req, res, p),
      asksName: actorOf(res).name === undefined,
      mayEnd: permits(workspace.access.roleOf(actorOf(res), p) ?? 'guest', 'own'),
    };
    const project = await workspace.read(p);
    const page = doublePage(project, looking, t, formatsOf(language));
    render(services, res, 'double', { ...frameOf(res), project }, { page });
  });

  router.post('/projects/:p/double/name', async (req, res) => {
    const { p } = projectParams.parse(req.params);
    const given = z.object({ as: name, back: z.string().max(300).default('') }).parse(req.body);
    keepName(res, given.as);
    await workspace.read(p);
    const back = /^code\/[\w-]+$/.test(given.back) ? given.back : 'double';
    seeOther(res, `/projects/${p}/${back}`);
  });

  router.post('/projects/:p/double', async (req, res) => {
    const { p } = projectParams.parse(req.params);
    const {
      which,
      transcripts,
      percent: share = 10,
      ...fields
    } = roundFields.parse(req.body ?? {});
    const { language } = (await workspace.read(p)).settings;
    const plan = {
      ...{ name: fields.name, coders: fields.coders, by: await personIn(req, res, p) },
      consensus: consensusName(services, language, fields.name),
      ...(which === 'drawn'
        ? { share: { percent: share, seed: fields.seed } }
        : { transcripts: transcripts as TranscriptId[] }),
    };
    await newRound(workspace, p, plan, actorOf(res));
    seeOther(res, `/projects/${p}/double`);
  });

  router.get('/projects/:p/double/:id', async (req, res) => {
    const { p, id } = roundParams.parse(req.params);
    const { t, language } = localsOf(res);
    const person = await personIn(req, res, p);
    const project = await workspace.read(p);
    const round = found(project.rounds, id, 'round');
    const looking = { person, asksName: false, at: at.parse(req.query['at'] ?? null) };
    const textOf = (transcript: TranscriptId) => workspace.text(p, transcript);
    const page = await roundPage(project, round, looking, textOf, t, formatsOf(language));
    const frame = { ...frameOf(res), title: round.name, project };
    render(services, res, 'double-round', frame, { page });
  });

  router.post('/projects/:p/double/:id/done', async (req, res) => {
    const { p, id } = roundParams.parse(req.params);
    const done = doneFields.parse(req.body ?? {}).done === 'yes';
    const coder = await personIn(req, res, p);
    await run(res, p, { kind: 'finish-coding', id, coder, done });
    seeOther(res, `/projects/${p}/double`);
  });

  router.post('/projects/:p/double/:id/close', async (req, res) => {
    const { p, id } = roundParams.parse(req.params);
    await run(res, p, { kind: 'close-round', id, closed: true });
    seeOther(res, `/projects/${p}/double`);
  });

  router.post('/projects/:p/double/:id/remove', async (req, res) => {
    const { p, id } = roundParams.parse(req.params);
    await run(res, p, { kind: 'remove-round', id });
    seeOther(res, `/projects/${p}/double`);
  });

  router.post('/projects/:p/double/:id/agreed', async (req, res) => {
    const { p, id } = roundParams.parse(req.params);
    await takeAgreed(workspace, p, id, await personIn(req, res, p), actorOf(res));
    seeOther(res, `/projects/${p}/double/${id}`);
  });

  router.post('/projects/:p/double/:id/resolve', async (req, res) => {
    const { p, id } = roundParams.parse(req.params);
    const { after, ...choice } = resolveFields.parse(req.body ?? {});
    const by = await personIn(req, res, p);
    await resolvePassages(workspace, p, id, [choice], by, actorOf(res));
    seeOther(res, `/projects/${p}/double/${id}?at=${after}`);
  });

  router.post('/projects/:p/double/:id/reopen', async (req, res) => {
    const { p, id } = roundParams.parse(req.params);
    const decision = reopenFields.parse(req.body ?? {});
    await run(res, p, { kind: 'reopen-passage', id: decision.id });
    seeOther(res, `/projects/${p}/double/${id}?at=${decision.at}`);
  });

  return router;
}
