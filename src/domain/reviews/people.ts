import type { Project } from '../project/project.ts';

/** Everybody who codes, reviews or has said something, by name. */
export function peopleOf({ coders, reviews, comments }: Project): string[] {
  const names = new Set<string>();
  for (const { name } of coders.values()) names.add(name);
  for (const { reviewer } of reviews.values()) names.add(reviewer);
  for (const { author } of comments.values()) names.add(author);
  return [...names].sort((a, b) => a.localeCompare(b));
}
