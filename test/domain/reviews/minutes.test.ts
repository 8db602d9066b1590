import { describe, expect, it } from 'vitest';
import type { ExcerptId, MeetingId, ReviewId } from '../../../src/domain/ids.ts';
import { emptyProject } from '../../../src/domain/project/project.ts';
import type { Meeting, Review } from '../../../src/domain/project/review-records.ts';
import type { Excerpt } from '../../../src/domain/project/records.ts';
import { minutesOf } from '../../../src/domain/reviews/minutes.ts';

const meeting = (id: string, at: string): Meeting => ({
  ...{ id: id as MeetingId, name: id, at, people: [], notes: '', decisions: [] },
});
const review = (id: string, at: string, changes: Partial<Review> = {}): Review => ({
  ...{ id: id as ReviewId, excerptId: 'e' as ExcerptId, reviewer: id, verdict: 'question', at },
  judged: { quote: 'q', themeIds: [], typeIds: [] },
  ...{ resolvedAt: null, resolvedBy: null },
  ...changes,
});
const excerpt = {
  id: 'e',
  transcriptId: 't',
  start: 0,
  end: 1,
  quote: 'q',
  themeIds: [],
  typeIds: [],
};

function discussed(meetings: readonly Meeting[], reviews: readonly Review[]): string[][] {
  const project = emptyProject('p' as never);
  project.excerpts.set('e' as ExcerptId, excerpt as unknown as Excerpt);
  for (const one of meetings) project.meetings.set(one.id, one);
  for (const one of reviews) project.reviews.set(one.id, one);
  return meetings.map((one) =>
    minutesOf(project, one).groups.flatMap(({ threads }) =>
      threads.map(({ thread }) => String(thread.review.id)),
    ),
  );
}

describe('the minutes of a meeting', () => {
  const first = meeting('first', '2026-11-01T10:00:00.000Z');
  const second = meeting('second', '2026-11-15T10:00:00.000Z');

  it('tell of what is new since the meeting before, up to the end of this one', () => {
    const told = discussed(
      [first, second],
      [
        review('before', '2026-10-20T10:00:00.000Z'),
        review('meanwhile', '2026-11-01T10:30:00.000Z'),
        review('between', '2026-11-10T10:00:00.000Z'),
        review('later', '2026-11-20T10:00:00.000Z'),
      ],
    );
    expect(told).toEqual([['before', 'meanwhile'], ['between']]);
  });

  it('tell of a thread again where it was resolved since', () => {
    const old = review('old', '2026-10-20T10:00:00.000Z', {
      resolvedAt: '2026-11-15T10:20:00.000Z',
      resolvedBy: 'Mari',
    });
    expect(discussed([first, second], [old])).toEqual([['old'], ['old']]);
  });

  it('compare times of different zones as times', () => {
    const east = meeting('east', '2026-11-15T01:00:00+14:00');
    const told = discussed([first, east], [review('one', '2026-11-14T12:00:00.000Z')]);
    expect(told).toEqual([[], ['one']]);
  });
});
