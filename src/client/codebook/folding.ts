import { folded } from '../../domain/codebook/search-codebook.ts';
import { projectId } from '../api.ts';
import { idOf, nameOf, parentIdOf, rowById, rows, tree } from './rows.ts';

/** The themes whose sub-themes are hidden, remembered for the project in this browser. */
const store = `codebook-closed ${projectId}`;
const closed = new Set<string>(JSON.parse(localStorage.getItem(store) ?? '[]') as string[]);
let words = '';

export const isClosed = (row: HTMLElement): boolean =>
  row.getAttribute('aria-expanded') === 'false';
export const isFoldable = (row: HTMLElement): boolean => row.hasAttribute('aria-expanded');

/** Shows or hides the sub-themes of a theme. */
export function fold(row: HTMLElement, close: boolean): void {
  if (!isFoldable(row)) return;
  if (close) closed.add(idOf(row));
  else closed.delete(idOf(row));
  remember();
  showFolded();
}

export function foldAll(close: boolean): void {
  closed.clear();
  if (close) for (const row of rows().filter(isFoldable)) closed.add(idOf(row));
  remember();
  showFolded();
}

/** Opens everything above a theme. */
export function reveal(row: HTMLElement): void {
  let above = rowById(parentIdOf(row));
  const hidden = row.hidden;
  for (; above; above = rowById(parentIdOf(above))) closed.delete(idOf(above));
  if (hidden) showFolded();
}

/** Only themes that hold the words, and those above them; a filter opens what is closed. */
export function filterBy(query: string): void {
  words = folded(query.trim());
  showFolded();
}

/** Brings the rows to what is closed and looked for: after either changed, and on a page drawn anew. */
export function showFolded(): void {
  const all = rows();
  const found = words ? foundWith(all) : null;
  const shown = new Set<string>(['']);
  for (const row of all) {
    const id = idOf(row);
    const close = closed.has(id) && !found;
    const visible = found ? found.has(id) : shown.has(parentIdOf(row));
    if (row.hidden === visible) row.hidden = !visible;
    if (isFoldable(row)) row.setAttribute('aria-expanded', String(!close));
    if (visible && !close) shown.add(id);
  }
  tree()?.toggleAttribute('data-filtered', found !== null);
}

function foundWith(all: readonly HTMLElement[]): Set<string> {
  const parents = new Map(all.map((row) => [idOf(row), parentIdOf(row)]));
  const found = new Set<string>();
  for (const row of all)
    if (folded(nameOf(row)).includes(words))
      for (let id = idOf(row); id && !found.has(id); id = parents.get(id) ?? '') found.add(id);
  return found;
}

const remember = (): void => localStorage.setItem(store, JSON.stringify([...closed]));
