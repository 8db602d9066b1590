import { describe, expect, it } from 'vitest';
import type { Command } from '../../../src/domain/project/commands.ts';
import { lastVisit } from '../../../src/domain/reviews/last-visit.ts';
import { mentionsIn } from '../../../src/domain/reviews/mentions.ts';
import { reviewQueue, type QueueFilter } from '../../../src/domain/reviews/queue.ts';
import { openThreads, threadsOf } from '../../../src/domain/reviews/threads.ts';
import type { Project } from '../../../src/domain/project/project.ts';
import { buildProject } from '../../support/build-project.ts';

const given = () =>
  buildProject({
    texts: [{ title: 'H1', text: 'H1: one two three four five six seven eight' }],
    codings: [
      { transcript: 'H1', quote: 'one two', themes: ['Trust'], coder: 'Anna' },
      { transcript: 'H1', quote: 'four five', themes: ['Ease'], coder: 'Anna' },
      { transcript: 'H1', quote: 'seven', themes: ['Ease'], coder: 'Ben' },
    ],
  });

const NOW = '2100-01-01T00:00:00.000Z';

const waiting = (project: Project, filter: QueueFilter = {}, now = NOW) =>
  reviewQueue(project, 'Siiri', filter, now).map(({ excerpt, waiting: why }) => [
    excerpt.quote,
    why,
  ]);

const verdict = (
  excerptId: Extract<Command, { kind: 'give-verdict' }>['excerptId'],
  given: 'accept' | 'question' | 'dispute',
  more: { reviewer?: string; comment?: string } = {},
): Command => ({ kind: 'give-verdict', excerptId, verdict: given, reviewer: 'Siiri', ...more });

describe('a verdict', () => {
  it('is one per reviewer and excerpt: the next takes its place and keeps the thread', () => {
    const { project, run, excerptIds } = given();
    run(verdict(excerptIds[0]!, 'question', { comment: 'Why?' }));
    run(verdict(excerptIds[0]!, 'accept', { comment: 'I see.' }));
    run(verdict(excerptIds[0]!, 'dispute', { reviewer: 'Timo' }));
    const threads = threadsOf(project);
    expect(threads.map(({ review }) => [review.reviewer, review.verdict])).toEqual([
      ['Siiri', 'accept'],
      ['Timo', 'dispute'],
    ]);
    expect(threads[0]!.comments.map(({ text }) => text)).toEqual(['Why?', 'I see.']);
  });

  it('is told to be older once the excerpt has other themes, and is not when it is given anew', () => {
    const { project, run, excerptIds, themeId } = given();
    const [id] = excerptIds;
    run(verdict(id!, 'accept'));
    expect(threadsOf(project)[0]!.isOlder).toBe(false);
    const themeIds = [themeId('Trust'), themeId('Ease')];
    run({ kind: 'change-excerpt', id: id!, changes: { themeIds } });
    expect(threadsOf(project)[0]!.isOlder).toBe(true);
    run(verdict(id!, 'accept'));
    expect(threadsOf(project)[0]!.isOlder).toBe(false);
  });

  it('that asks or disputes is open until it is resolved; a new one opens it again', () => {
    const { project, run, excerptIds } = given();
    run(verdict(excerptIds[0]!, 'accept'));
    run(verdict(excerptIds[1]!, 'dispute'));
    expect([...openThreads(project)]).toEqual([[excerptIds[1], 1]]);
    const { id } = threadsOf(project, { state: 'open' })[0]!.review;
    run({ kind: 'resolve-review', id, resolved: true, by: 'Anna' });
    expect(openThreads(project).size).toBe(0);
    expect(threadsOf(project, { state: 'resolved' })).toHaveLength(2);
    run(verdict(excerptIds[1]!, 'question'));
    expect(threadsOf(project, { state: 'open' })[0]!.review.resolvedBy).toBeNull();
  });

  it('goes with its thread when the excerpt is removed, and moves to the excerpt it merges into', () => {
    const { project, run, excerptIds } = given();
    run(verdict(excerptIds[2]!, 'question', { comment: 'Sure?' }));
    run(verdict(excerptIds[0]!, 'dispute', { comment: 'No.' }));
    run({ kind: 'remove-excerpt', id: excerptIds[2]! });
    expect(project.reviews.size).toBe(1);
    expect(project.comments.size).toBe(1);
    const target = project.excerpts.get(excerptIds[1]!)!;
    const { start, end, quote, prefix, suffix } = target;
    const { textHash } = project.transcripts.get(target.transcriptId)!;
    const anchor = { start, end, quote, prefix, suffix };
    run({ kind: 'change-excerpt', id: excerptIds[0]!, changes: { anchor, textHash } });
    expect(threadsOf(project).map(({ review, isOlder }) => [review.excerptId, isOlder])).toEqual([
      [excerptIds[1], true],
    ]);
  });

  it('needs an excerpt, and a comment needs words', () => {
    const { run, excerptIds, project } = given();
    expect(() => run(verdict('nowhere' as (typeof excerptIds)[0], 'accept'))).toThrow(
      'excerpt-not-found',
    );
    run(verdict(excerptIds[0]!, 'question', { comment: '  ' }));
    expect(project.comments.size).toBe(0);
    const reviewId = [...project.reviews.keys()][0]!;
    expect(() => run({ kind: 'add-comment', reviewId, author: 'Anna', text: ' \n' })).toThrow(
      'comment-empty',
    );
  });
});

describe('the queue of a reviewer', () => {
  it('holds every excerpt in reading order, with what it waits for', () => {
    const { project, run, excerptIds, themeId } = given();
    expect(waiting(project)).toEqual([
      ['one two', 'new'],
      ['four five', 'new'],
      ['seven', 'new'],
    ]);
    for (const id of excerptIds) run(verdict(id, 'question'));
    const review = threadsOf(project, { excerptId: excerptIds[1] })[0]!.review;
    run({ kind: 'add-comment', reviewId: review.id, author: 'Anna', text: 'Because.' });
    run({
      kind: 'change-excerpt',
      id: excerptIds[2]!,
      changes: { themeIds: [themeId('Trust')] },
    });
    expect(waiting(project)).toEqual([
      ['one two', 'done'],
      ['four five', 'answered'],
      ['seven', 'changed'],
    ]);
    expect(waiting(project, { show: 'waiting' })).toHaveLength(2);
  });

  it('is filtered by theme, coder, verdict and open threads', () => {
    const { project, run, excerptIds, themeId } = given();
    run(verdict(excerptIds[1]!, 'dispute', { reviewer: 'Timo' }));
    expect(waiting(project, { theme: themeId('Ease'), coder: 'Anna' })).toEqual([
      ['four five', 'new'],
    ]);
    expect(waiting(project, { verdict: 'none' })).toHaveLength(2);
    expect(waiting(project, { verdict: 'dispute' })).toHaveLength(1);
    expect(waiting(project, { show: 'open' })).toHaveLength(1);
  });

  it('tells what came since the last visit: not since the last verdict of the same sitting', () => {
    const { project, run, excerptIds } = given();
    expect(lastVisit(project, 'Siiri', NOW)).toBeNull();
    run(verdict(excerptIds[0]!, 'accept'));
    const { at } = threadsOf(project)[0]!.review;
    const soon = new Date(Date.parse(at) + 60_000).toISOString();
    expect(lastVisit(project, 'Siiri', soon)).toBeNull();
    expect(lastVisit(project, 'Siiri', NOW)).toBe(at);
    expect(waiting(project, { show: 'since' }, soon)).toHaveLength(2);
  });
});

describe('a comment', () => {
  it.each([
    ['@Anna look', ['Anna']],
    ['ask @anna maria!', ['Anna Maria']],
    ['anna@ben.fi', []],
    ['@Annakaisa', []],
    ['@Ben, @Anna', ['Ben', 'Anna']],
    ['nobody @ all', []],
  ])('%j speaks to %j', (text, people) => {
    expect(mentionsIn(text, ['Anna', 'Anna Maria', 'Ben'])).toEqual(people);
  });
});
