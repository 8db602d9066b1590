import { projectId } from '../api.ts';

const KEY = `recent:${projectId}`;
const KEPT = 30;

/** Themes and types by last use, newest first; kept in the browser, because it is a habit of one person. */
let recent: string[] = read();

function read(): string[] {
  try {
    const kept: unknown = JSON.parse(localStorage.getItem(KEY) ?? '[]');
    return Array.isArray(kept) ? kept.filter((id) => typeof id === 'string') : [];
  } catch {
    return [];
  }
}

export function remember(id: string): void {
  recent = [id, ...recent.filter((other) => other !== id)].slice(0, KEPT);
  try {
    localStorage.setItem(KEY, JSON.stringify(recent));
  } catch {
    // A browser without storage forgets at the end of the page.
  }
}

/** Recent first, then frequent; the rest in the order given. */
export function byHabit<T extends { readonly id: string }>(
  items: readonly T[],
  countOf: (item: T) => number,
): T[] {
  const place = new Map(recent.map((id, i) => [id, i]));
  const of = (item: T): number => place.get(item.id) ?? KEPT;
  return [...items].sort((a, b) => of(a) - of(b) || countOf(b) - countOf(a));
}

export const lastUsed = (isTheme: (id: string) => boolean): string | undefined =>
  recent.find(isTheme);
