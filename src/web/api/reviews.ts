import type * as z from 'zod';
import { mentionsIn } from '../../domain/reviews/mentions.ts';
import { peopleOf } from '../../domain/reviews/people.ts';
import { lastVisit } from '../../domain/reviews/last-visit.ts';
import { reviewQueue } from '../../domain/reviews/queue.ts';
import { openThreadsIn, threadsOf, type Thread } from '../../domain/reviews/threads.ts';
import type { ProjectId, ReviewId } from '../../domain/ids.ts';
import type { Actor } from '../../app/workspace.ts';
import { found } from '../../domain/project/found.ts';
import type { Project } from '../../domain/project/project.ts';
import type { ReviewCommand } from '../../domain/project/review-commands.ts';
import { personOf } from '../person.ts';
import type { Services } from '../services.ts';
import { route, type ApiRoute } from './route.ts';
import * as reviews from './schemas-reviews.ts';
import * as schema from './schemas.ts';

/** Verdicts on excerpts, the threads below them, and the meetings they are spoken of in. */
export function reviewRoutes(services: Services): ApiRoute[] {
  const { workspace } = services;
  const nameOf = (project: Project, actor: Actor, given?: string): string =>
    personOf(services, actor, project.settings.language, given);
  const threadAfter = async (
    p: ProjectId,
    id: ReviewId,
    revision: number,
    part: ThreadPart,
  ): Promise<object> => ({ ...threadIn(await workspace.read(p), id, part), revision });
  const run = async (
    p: ProjectId,
    command: ReviewCommand,
    actor: Actor,
    expectedRevision: number | undefined,
  ): Promise<number> => (await workspace.execute(p, command, actor, expectedRevision)).revision;

  return [
    route({
      method: 'get',
      path: '/projects/:p/reviews',
      summary: 'Verdicts on excerpts with their threads, in reading order',
      params: schema.projectParams,
      query: reviews.reviewFilter,
      response: reviews.threadsAnswer,
      handle: async ({ params, query }) => {
        const { excerpt, comments, limit = Infinity, cursor, ...filter } = query;
        const project = await workspace.read(params.p);
        const threads = threadsOf(project, { ...filter, excerptId: excerpt });
        const people = peopleOf(project);
        const end = cursor + limit;
        return {
          reviews: threads
            .slice(cursor, end)
            .map((thread) => threadJson(thread, people, { comments })),
          cursor: end < threads.length ? String(end) : null,
          revision: project.revision,
        };
      },
    }),
    route({
      method: 'get',
      path: '/projects/:p/reviews/open',
      summary: 'How many threads wait for somebody, by excerpt of a transcript',
      params: schema.projectParams,
      query: reviews.openFilter,
      response: reviews.openAnswer,
      handle: async ({ params, query: { transcript } }) => {
        const project = await workspace.read(params.p);
        return { excerpts: openThreadsIn(project, transcript), revision: project.revision };
      },
    }),
    route({
      method: 'get',
      path: '/projects/:p/reviews/queue',
      summary: 'The excerpts for a reviewer, in reading order, and what each waits for',
      params: schema.projectParams,
      query: reviews.queueFilter,
      response: reviews.queueAnswer,
      handle: async ({ params, query: { reviewer, ...filter }, actor }) => {
        const project = await workspace.read(params.p);
        const person = nameOf(project, actor, reviewer);
        const now = workspace.now();
        return {
          since: lastVisit(project, person, now),
          items: reviewQueue(project, person, filter, now).map((item) => ({
            excerptId: item.excerpt.id,
            transcriptId: item.excerpt.transcriptId,
            waiting: item.waiting,
            since: item.isSince,
            verdict: item.verdict,
          })),
        };
      },
    }),
    route({
      method: 'get',
      path: '/projects/:p/reviews/:id',
      summary:
        'A verdict with its thread, or a part of it: the newest comments, or those before one',
      params: reviews.reviewParams,
      query: reviews.threadPart,
      response: reviews.reviewAnswer,
      handle: async ({ params: { p, id }, query }) => {
        const project = await workspace.read(p);
        return { ...threadIn(project, id, query), revision: project.revision };
      },
    }),
    route({
      method: 'post',
      path: '/projects/:p/reviews',
      summary:
        'Accept, question or dispute an excerpt; a reviewer’s next verdict replaces the last',
      params: schema.projectParams,
      query: reviews.commentsPart,
      body: reviews.newReview,
      response: reviews.reviewAnswer,
      status: 201,
      handle: async ({ params: { p }, query, body, actor, expectedRevision }) => {
        const project = await workspace.read(p);
        const reviewer = nameOf(project, actor, body.reviewer);
        const id = body.id ?? workspace.newId<ReviewId>();
        const command = { kind: 'give-verdict', ...body, id, reviewer } as const;
        const revision = await run(p, command, actor, expectedRevision);
        const own = threadsOf(await workspace.read(p), { reviewer, excerptId: body.excerptId });
        return threadAfter(p, own.at(-1)?.review.id ?? id, revision, query);
      },
    }),
    route({
      method: 'patch',
      path: '/projects/:p/reviews/:id',
      summary: 'Change a verdict, resolve its thread or open it again',
      params: reviews.reviewParams,
      query: reviews.commentsPart,
      body: reviews.reviewChanges,
      response: reviews.reviewAnswer,
      handle: async ({ params: { p, id }, query, body, actor, expectedRevision }) => {
        const project = await workspace.read(p);
        const { excerptId, reviewer } = found(project.reviews, id, 'review');
        const command: ReviewCommand =
          'verdict' in body
            ? { kind: 'give-verdict', excerptId, reviewer, verdict: body.verdict }
            : {
                kind: 'resolve-review',
                id,
                resolved: body.resolved,
                by: nameOf(project, actor, body.by),
              };
        const revision = await run(p, command, actor, expectedRevision);
        return threadAfter(p, id, revision, query);
      },
    }),
    route({
      method: 'delete',
      path: '/projects/:p/reviews/:id',
      summary: 'Take back a verdict with its thread; can be undone',
      params: reviews.reviewParams,
      response: schema.revision,
      handle: async ({ params: { p, id }, actor, expectedRevision }) => ({
        revision: await run(p, { kind: 'remove-review', id }, actor, expectedRevision),
      }),
    }),
    route({
      method: 'post',
      path: '/projects/:p/reviews/:id/comments',
      summary: 'Answer in a thread; @ and a name speaks to somebody',
      params: reviews.reviewParams,
      query: reviews.commentsPart,
      body: reviews.newComment,
      response: reviews.reviewAnswer,
      status: 201,
      handle: async ({ params: { p, id }, query, body, actor, expectedRevision }) => {
        const author = nameOf(await workspace.read(p), actor, body.author);
        const { text } = body;
        const command = { kind: 'add-comment', id: body.id, reviewId: id, author, text } as const;
        return threadAfter(p, id, await run(p, command, actor, expectedRevision), query);
      },
    }),
    route({
      method: 'patch',
      path: '/projects/:p/comments/:id',
      summary: 'Change what a comment says',
      params: reviews.commentParams,
      query: reviews.commentsPart,
      body: reviews.commentChanges,
      response: reviews.reviewAnswer,
      handle: async ({ params: { p, id }, query, body, actor, expectedRevision }) => {
        const { reviewId } = found((await workspace.read(p)).comments, id, 'comment');
        const command = { kind: 'change-comment', id, text: body.text } as const;
        return threadAfter(p, reviewId, await run(p, command, actor, expectedRevision), query);
      },
    }),
    route({
      method: 'delete',
      path: '/projects/:p/comments/:id',
      summary: 'Remove a comment; can be undone',
      params: reviews.commentParams,
      response: schema.revision,
      handle: async ({ params: { p, id }, actor, expectedRevision }) => ({
        revision: await run(p, { kind: 'remove-comment', id }, actor, expectedRevision),
      }),
    }),
  ];
}

type ThreadPart = z.infer<typeof reviews.threadPart>;

/** @throws Rejection `review-not-found` */
function threadIn(project: Project, id: ReviewId, part: ThreadPart): object {
  const { excerptId } = found(project.reviews, id, 'review');
  const thread = threadsOf(project, { excerptId }).find(({ review }) => review.id === id);
  return thread ? threadJson(thread, peopleOf(project), part) : {};
}

function threadJson(
  { review, comments, isOlder, isOpen, lastAt }: Thread,
  people: readonly string[],
  { comments: most = comments.length, before }: ThreadPart,
): object {
  const at = before === undefined ? -1 : comments.findIndex(({ id }) => id === before);
  const end = at === -1 ? comments.length : at;
  return {
    ...review,
    older: isOlder,
    open: isOpen,
    lastAt,
    comments: comments.slice(Math.max(0, end - most), end).map((comment) => ({
      ...comment,
      mentions: mentionsIn(comment.text, people),
    })),
    commentCount: comments.length,
  };
}
