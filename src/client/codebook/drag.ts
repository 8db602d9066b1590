import { handOver } from '../outbox/hand-over.ts';
import { isReading } from '../reading.ts';
import { t } from '../words.ts';
import { idOf, indexOf, isWithin, levelOf, nameOf, parentIdOf, rowOf, rows } from './rows.ts';

type Zone = 'before' | 'into' | 'after';

let dragged: HTMLElement | null = null;
let marked: HTMLElement | null = null;

/** Themes are dragged before, into and after one another; the keyboard has Alt and the arrows. */
export function letThemesBeDragged(): void {
  if (isReading) return;
  document.addEventListener('dragstart', (event) => {
    dragged = rowOf(event.target);
    if (!dragged) return;
    dragged.classList.add('dragged');
    event.dataTransfer?.setData('text/plain', nameOf(dragged));
  });
  document.addEventListener('dragover', (event) => {
    const row = rowOf(event.target);
    clear();
    if (!row || !dragged || isWithin(row, dragged)) return;
    event.preventDefault();
    row.classList.add(`drop-${zoneOf(row, event.clientY)}`);
    marked = row;
  });
  document.addEventListener('drop', (event) => {
    const row = rowOf(event.target);
    if (!row || !dragged || isWithin(row, dragged)) return;
    event.preventDefault();
    move(dragged, placeAt(row, zoneOf(row, event.clientY), dragged));
  });
  document.addEventListener('dragend', () => {
    clear();
    dragged?.classList.remove('dragged');
    dragged = null;
  });
}

function clear(): void {
  marked?.classList.remove('drop-before', 'drop-into', 'drop-after');
  marked = null;
}

function zoneOf(row: HTMLElement, y: number): Zone {
  const { top, height } = row.getBoundingClientRect();
  const share = (y - top) / height;
  return share < 0.28 ? 'before' : share > 0.72 ? 'after' : 'into';
}

interface Place {
  readonly parentId: string | null;
  readonly index: number;
}

/** A line below a theme whose sub-themes are shown stands above the first of them. */
function placeAt(row: HTMLElement, zone: Zone, theme: HTMLElement): Place {
  const next = row.nextElementSibling;
  const opens = next instanceof HTMLElement && !next.hidden && levelOf(next) > levelOf(row);
  if (zone === 'into') return { parentId: idOf(row), index: childCount(row, theme) };
  if (zone === 'after' && opens) return { parentId: idOf(row), index: 0 };
  const index = indexOf(row) + (zone === 'after' ? 1 : 0);
  const isSibling = parentIdOf(theme) === parentIdOf(row);
  // The theme itself is not counted at its new place.
  const shift = isSibling && indexOf(theme) < indexOf(row) ? 1 : 0;
  return { parentId: parentIdOf(row) || null, index: index - shift };
}

const childCount = (row: HTMLElement, without: HTMLElement): number =>
  rows().filter((one) => one !== without && parentIdOf(one) === idOf(row)).length;

const move = (theme: HTMLElement, place: Place): void =>
  handOver({
    method: 'POST',
    path: `/themes/${idOf(theme)}/move`,
    body: place,
    says: t('unsent.move', { what: nameOf(theme) }),
  });
