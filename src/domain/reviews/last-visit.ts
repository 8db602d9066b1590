import type { Project } from '../project/project.ts';

/** A pause longer than this ends a sitting. */
const PAUSE_MS = 3 * 3600 * 1000;

/**
 * When a reviewer was last here before the sitting that is going on: the time (ISO 8601) of the
 * last thing they said or decided; null where they never did. What they only looked at is not kept.
 */
export function lastVisit(project: Project, reviewer: string, now: string): string | null {
  let sittingBegan = Date.parse(now);
  for (const at of traces(project, reviewer)) {
    const time = Date.parse(at);
    if (sittingBegan - time > PAUSE_MS) return at;
    sittingBegan = Math.min(sittingBegan, time);
  }
  return null;
}

/** The times at which a person did something in the review, newest first. */
function traces({ reviews, comments }: Project, person: string): string[] {
  const times: string[] = [];
  for (const { reviewer, at, resolvedBy, resolvedAt } of reviews.values()) {
    if (reviewer === person) times.push(at);
    if (resolvedBy === person && resolvedAt) times.push(resolvedAt);
  }
  for (const { author, at } of comments.values()) if (author === person) times.push(at);
  return times.sort().reverse();
}
