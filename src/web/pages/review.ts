import { Router, type Request, type Response } from 'express';
import * as z from 'zod';
import type { ExcerptId, ProjectId } from '../../domain/ids.ts';
import type { ReviewCommand } from '../../domain/project/review-commands.ts';
import { VERDICTS } from '../../domain/project/review-records.ts';
import { name, projectParams } from '../api/schemas.ts';
import { reviewParams } from '../api/schemas-reviews.ts';
import { actorOf } from '../middleware/identify.ts';
import { localsOf } from '../middleware/language.ts';
import { keepName, keptName, personOf } from '../person.ts';
import type { Services } from '../services.ts';
import { formatsOf } from '../view-models/formats.ts';
import { reviewPage } from '../view-models/review-page.ts';
import { prose, seeOther } from './form.ts';
import { render } from './render.ts';
import { reviewQuery } from './review-query.ts';

const back = z.string().max(2_000).default('');
const verdictFields = z.object({
  excerptId: z.string().transform((id) => id as ExcerptId),
  verdict: z.enum(VERDICTS),
  comment: prose,
  after: back,
  here: back,
});
const replyFields = z.object({ text: prose, here: back });
const resolveFields = z.object({ resolved: z.enum(['yes', 'no']), here: back });

/** A reviewer's queue: one excerpt at a time, in its context. */
export function reviewPages(services: Services): Router {
  const { workspace } = services;
  const router = Router();
  const run = (res: Response, p: ProjectId, command: ReviewCommand) =>
    workspace.execute(p, command, actorOf(res));

  router.get('/projects/:p/review', async (req, res) => {
    const { p } = projectParams.parse(req.params);
    const { t, language } = localsOf(res);
    const as = name.safeParse(req.query['as']);
    const project = await workspace.read(p);
    if (as.success) keepName(res, as.data);
    const page = await reviewPage(
      project,
      {
        query: reviewQuery.parse(req.query),
        reviewer: as.success ? as.data : await reviewerOf(services, req, res, p),
        asksName: actorOf(res).name === undefined,
        now: workspace.now(),
      },
      ({ transcriptId }) => workspace.text(p, transcriptId),
      t,
      formatsOf(language),
    );
    const frame = {
      title: t('nav.review'),
      project,
      place: 'review' as const,
      styles: ['pages', 'review'],
      scripts: ['review'],
      // The queue may move on meanwhile; the excerpt that is read stays.
      here: `${page.base}/review?${page.here}`,
    };
    render(services, res, 'review', frame, { page });
  });

  router.post('/projects/:p/review', async (req, res) => {
    const { p } = projectParams.parse(req.params);
    const { after, here, ...given } = verdictFields.parse(req.body ?? {});
    const reviewer = await reviewerOf(services, req, res, p);
    await run(res, p, { kind: 'give-verdict', ...given, reviewer });
    // Whoever asks something waits for the answer here; what is accepted is done with.
    seeOther(res, `/projects/${p}/review?${clean(given.verdict === 'accept' ? after : here)}`);
  });

  router.post('/projects/:p/review/:id/replies', async (req, res) => {
    const { p, id } = reviewParams.parse(req.params);
    const { text, here } = replyFields.parse(req.body ?? {});
    const author = await reviewerOf(services, req, res, p);
    await run(res, p, { kind: 'add-comment', reviewId: id, author, text });
    seeOther(res, `/projects/${p}/review?${clean(here)}#thread-${id}`);
  });

  router.post('/projects/:p/review/:id/resolve', async (req, res) => {
    const { p, id } = reviewParams.parse(req.params);
    const { resolved, here } = resolveFields.parse(req.body ?? {});
    const by = await reviewerOf(services, req, res, p);
    await run(res, p, { kind: 'resolve-review', id, resolved: resolved === 'yes', by });
    seeOther(res, `/projects/${p}/review?${clean(here)}#thread-${id}`);
  });

  return router;
}

/** A query that came back from a form, as a query and nothing else. */
const clean = (query: string): string => new URLSearchParams(query).toString();

/** Who reviews: who is signed in, else who the browser last said it is. */
async function reviewerOf(
  services: Services,
  req: Request,
  res: Response,
  p: ProjectId,
): Promise<string> {
  const { language } = (await services.workspace.read(p)).settings;
  return personOf(services, actorOf(res), language, keptName(req));
}
