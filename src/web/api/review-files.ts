import { previewAnswers, takeInAnswers } from '../../app/take-in-answers.ts';
import type { AnswersPlan } from '../../domain/reviews/plan-answers.ts';
import { answersOf, MOST_ANSWER_BYTES } from '../answers-file.ts';
import { upload } from '../middleware/upload.ts';
import { sendReviewBundle } from '../send-review-bundle.ts';
import type { Services } from '../services.ts';
import { route, type ApiRoute } from './route.ts';
import * as reviews from './schemas-reviews.ts';
import { projectParams } from './schemas.ts';

/** Reviews that travel as files: the excerpts out as a page that needs no network, the answers back in. */
export function reviewFileRoutes(services: Services): ApiRoute[] {
  const { workspace } = services;
  const limits = { ...services.limits, fileBytes: MOST_ANSWER_BYTES };
  return [
    route({
      method: 'get',
      path: '/projects/:p/export/review.html',
      summary: 'A queue as one page that is reviewed offline and saves its answers as a file',
      params: projectParams,
      query: reviews.queueFilter,
      produces: 'text/html',
      handle: async ({ params, query: { reviewer = '', ...filter }, res }) => {
        await sendReviewBundle(services, params.p, filter, reviewer, res);
        return undefined;
      },
    }),
    route({
      method: 'post',
      path: '/projects/:p/import/reviews/preview',
      summary: 'What taking in a file of answers would do; nothing is changed',
      params: projectParams,
      upload: { field: 'file', parse: upload('file', limits) },
      response: reviews.answersPlan,
      handle: async ({ params: { p }, req, actor }) => {
        const { answers: file } = answersOf(req);
        const { fromFile } = reviews.answerChoices.parse(req.body ?? {});
        return planJson(await previewAnswers(workspace, p, file, new Set(fromFile), actor));
      },
    }),
    route({
      method: 'post',
      path: '/projects/:p/import/reviews',
      summary:
        'Take in a reviewer’s answers as one step; `fromFile` names the excerpts whose conflict the file wins',
      params: projectParams,
      upload: { field: 'file', parse: upload('file', limits) },
      response: reviews.answersTaken,
      handle: async ({ params: { p }, req, actor }) => {
        const { answers: file } = answersOf(req);
        const { fromFile } = reviews.answerChoices.parse(req.body ?? {});
        const taken = await takeInAnswers(workspace, p, file, new Set(fromFile), actor);
        const { plan, isNothing, revision } = taken;
        return { ...planJson(plan), nothing: isNothing, revision };
      },
    }),
  ];
}

const planJson = ({ reviewer, answers, verdicts, comments }: AnswersPlan): object => ({
  reviewer,
  verdicts: verdicts.length,
  comments: comments.length,
  answers: answers.map(({ answer, fate, isOlder, known, lost }) => ({
    excerptId: answer.excerptId,
    quote: answer.judged.quote,
    verdict: answer.verdict,
    ...{ fate, older: isOlder },
    known: known && { verdict: known.verdict, at: known.at },
    lost: lost.map(({ text }) => text),
  })),
});
