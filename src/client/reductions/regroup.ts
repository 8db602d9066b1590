import { byId } from '../dom.ts';
import { isReading } from '../reading.ts';

type Kind = 'row' | 'theme';

/** What is dragged, or moved by the dialog. */
interface Moved {
  readonly kind: Kind;
  readonly id: string;
  /** The theme a row stands under. */
  readonly from: string;
  readonly name: string;
}

/** A row or a category is dragged by its grip onto another; a click on the grip asks where to. */
export function letRowsBeRegrouped(): void {
  if (isReading) return;
  let dragged: Moved | null = null;
  document.addEventListener('dragstart', (event) => {
    const grip = gripOf(event.target);
    dragged = grip && movedBy(grip);
    if (dragged) event.dataTransfer?.setData('text/plain', dragged.name);
  });
  document.addEventListener('dragover', (event) => {
    const place = dragged && placeFor(dragged, event.target);
    clear();
    if (!place) return;
    event.preventDefault();
    place.classList.add('drop');
  });
  document.addEventListener('drop', (event) => {
    const place = dragged && placeFor(dragged, event.target);
    if (!dragged || !place) return;
    event.preventDefault();
    fill(dragged, place.dataset['theme'] ?? '').requestSubmit();
  });
  document.addEventListener('dragend', () => {
    clear();
    dragged = null;
  });
  listenForDialog();
}

function listenForDialog(): void {
  const dialog = byId<HTMLDialogElement>('regroup');
  document.addEventListener('click', (event) => {
    const grip = gripOf(event.target);
    if (grip) {
      event.preventDefault();
      const moved = movedBy(grip);
      fill(moved, moved.from);
      for (const kind of ['row', 'theme'] as const)
        byId(`regroup-${kind}`).hidden = kind !== moved.kind;
      if (!dialog.open) dialog.showModal();
    } else if (event.target instanceof Element && event.target.closest('[data-close]')) {
      event.preventDefault();
      dialog.close();
    }
  });
  dialog.addEventListener('submit', () => dialog.close());
}

const gripOf = (target: EventTarget | null): HTMLElement | null =>
  target instanceof Element ? target.closest<HTMLElement>('.grip') : null;

function movedBy(grip: HTMLElement): Moved {
  const kind = grip.dataset['drag'] === 'theme' ? 'theme' : 'row';
  const place = grip.closest<HTMLElement>(kind === 'row' ? 'tr' : 'td');
  const { row = '', theme = '' } = place?.dataset ?? {};
  const name = (kind === 'row' ? place?.querySelector('.chain-quote') : place)?.textContent ?? '';
  return { kind, id: kind === 'row' ? row : theme, from: kind === 'row' ? theme : '', name };
}

/** The category or the row that something can be dropped on: one of another theme. */
function placeFor(moved: Moved, target: EventTarget | null): HTMLElement | null {
  const place =
    target instanceof Element
      ? target.closest<HTMLElement>('.chain td[data-theme], .chain tr[data-theme]')
      : null;
  const theme = place?.dataset['theme'];
  const own = moved.kind === 'row' ? moved.from : moved.id;
  return place && theme && theme !== own ? place : null;
}

function clear(): void {
  for (const place of document.querySelectorAll('.chain .drop')) place.classList.remove('drop');
}

/** Makes the form say what goes where. */
function fill({ kind, id, from, name }: Moved, to: string): HTMLFormElement {
  const form = byId<HTMLFormElement>(`regroup-${kind}`);
  const root = form.dataset['root'] ?? '';
  form.action = kind === 'row' ? `${root}/${id}/theme` : `${root}/themes/${id}/move`;
  const field = (part: string): HTMLInputElement | HTMLSelectElement =>
    form.elements.namedItem(part) as HTMLInputElement | HTMLSelectElement;
  field('from').value = from;
  offerThemes(field('to') as HTMLSelectElement);
  if (to) field('to').value = to;
  const what = form.querySelector('.regroup-what');
  if (what) what.textContent = name;
  return form;
}

/** The themes as the page has them now: a long list is sent once, and the page may have been drawn anew. */
function offerThemes(select: HTMLSelectElement): void {
  const top = select.querySelector('option[value=""]');
  const options = byId<HTMLSelectElement>('filter-theme').querySelectorAll(
    'option[value]:not([value=""])',
  );
  select.replaceChildren(
    ...(top ? [top] : []),
    ...[...options].map(
      (option) => new Option(option.textContent, option.getAttribute('value') ?? ''),
    ),
  );
}
