import { api, Refused } from './api.ts';
import { whileSaving } from './status.ts';
import { toast } from './toast.ts';

type Zone = 'before' | 'into' | 'after';

let dragged: HTMLElement | null = null;

/** Themes are dragged before, into and after one another; the keyboard has buttons for it. */
export function letThemesBeDragged(): void {
  markDraggable();
  document.addEventListener('teema:redrawn', markDraggable);
  document.addEventListener('dragstart', (event) => {
    dragged = rowOf(event.target);
    if (!dragged) return;
    dragged.classList.add('dragged');
    event.dataTransfer?.setData(
      'text/plain',
      dragged.querySelector('.node-title')?.textContent ?? '',
    );
  });
  document.addEventListener('dragover', (event) => {
    const row = rowOf(event.target);
    clear();
    if (!row || !dragged || isWithin(row, dragged)) return;
    event.preventDefault();
    row.classList.add(`drop-${zoneOf(row, event.clientY)}`);
  });
  document.addEventListener('drop', (event) => {
    const row = rowOf(event.target);
    if (!row || !dragged || isWithin(row, dragged)) return;
    event.preventDefault();
    void move(dragged, placeAt(row, zoneOf(row, event.clientY), dragged));
  });
  document.addEventListener('dragend', () => {
    clear();
    dragged?.classList.remove('dragged');
    dragged = null;
  });
}

function markDraggable(): void {
  for (const row of document.querySelectorAll<HTMLElement>('#themes .node-main'))
    row.draggable = true;
}

const rowOf = (target: EventTarget | null): HTMLElement | null =>
  target instanceof Element ? target.closest<HTMLElement>('#themes > .node') : null;

function clear(): void {
  for (const row of document.querySelectorAll('#themes > .node'))
    row.classList.remove('drop-before', 'drop-into', 'drop-after');
}

const levelOf = (row: HTMLElement): number => Number(row.dataset['level']);
const indexOf = (row: HTMLElement): number => Number(row.dataset['index']);

/** Whether a row is the theme itself or below it: the rows that follow it, as long as they are deeper. */
function isWithin(row: Element, theme: HTMLElement): boolean {
  if (row === theme) return true;
  for (let below = theme.nextElementSibling; below; below = below.nextElementSibling) {
    if (levelOf(below as HTMLElement) <= levelOf(theme)) return false;
    if (below === row) return true;
  }
  return false;
}

function zoneOf(row: HTMLElement, y: number): Zone {
  const { top, height } = (row.querySelector('.node-main') ?? row).getBoundingClientRect();
  const share = (y - top) / height;
  return share < 0.28 ? 'before' : share > 0.72 ? 'after' : 'into';
}

interface Place {
  readonly parentId: string | null;
  readonly index: number;
}

/** A line below a theme that has sub-themes stands above the first of them. */
function placeAt(row: HTMLElement, zone: Zone, theme: HTMLElement): Place {
  const next = row.nextElementSibling;
  const opens = next instanceof HTMLElement && levelOf(next) > levelOf(row);
  if (zone === 'into')
    return { parentId: row.dataset['id'] ?? null, index: childCount(row, theme) };
  if (zone === 'after' && opens) return { parentId: row.dataset['id'] ?? null, index: 0 };
  const index = indexOf(row) + (zone === 'after' ? 1 : 0);
  const isSibling = theme.dataset['parent'] === row.dataset['parent'];
  // The theme itself is not counted at its new place.
  const shift = isSibling && indexOf(theme) < indexOf(row) ? 1 : 0;
  return { parentId: row.dataset['parent'] || null, index: index - shift };
}

const childCount = (row: HTMLElement, without: HTMLElement): number =>
  [...document.querySelectorAll<HTMLElement>('#themes > .node')].filter(
    (one) => one !== without && one.dataset['parent'] === row.dataset['id'],
  ).length;

async function move(theme: HTMLElement, place: Place): Promise<void> {
  try {
    await whileSaving(api('POST', `/themes/${theme.dataset['id'] ?? ''}/move`, place));
  } catch (error) {
    if (!(error instanceof Refused)) throw error;
    toast(error.message, { bad: true });
  }
}
