/** The rows of the tree as the page holds them, in order. */
export const tree = (): HTMLElement | null => document.getElementById('themes');

export const rows = (): HTMLElement[] => [
  ...document.querySelectorAll<HTMLElement>('#themes > .row'),
];

export const rowOf = (target: EventTarget | null): HTMLElement | null =>
  target instanceof Element ? target.closest<HTMLElement>('#themes > .row') : null;

export const idOf = (row: HTMLElement): string => row.id.slice('theme-'.length);
export const parentIdOf = (row: HTMLElement): string => row.dataset['parent'] ?? '';
export const levelOf = (row: HTMLElement): number => Number(row.getAttribute('aria-level'));
/** Place among the siblings, from 0. */
export const indexOf = (row: HTMLElement): number => Number(row.getAttribute('aria-posinset')) - 1;
export const rowById = (id: string): HTMLElement | null => document.getElementById(`theme-${id}`);
export const parentOf = (row: HTMLElement): HTMLElement | null => rowById(parentIdOf(row));
export const nameOf = (row: HTMLElement): string =>
  row.querySelector('.row-name')?.textContent ?? '';

/** Whether a row is the theme itself or below it: the rows that follow it, as long as they are deeper. */
export function isWithin(row: Element, theme: HTMLElement): boolean {
  if (row === theme) return true;
  for (let below = theme.nextElementSibling; below; below = below.nextElementSibling) {
    if (levelOf(below as HTMLElement) <= levelOf(theme)) return false;
    if (below === row) return true;
  }
  return false;
}
