import { isField } from './is-field.ts';
import { keepView } from './keep-view.ts';
import { follow } from './live.ts';

const REST_MS = 120;

/** Told by `teema:redrawing`, right before the page's main part is put in place of the old one. */
export interface Redrawing {
  readonly old: HTMLElement;
  readonly fresh: HTMLElement;
}

/**
 * Keeps a page that the server draws true to the project: after a change its main part is fetched
 * and put in place of the old, once nobody is typing, pressing or dragging in it.
 */
export function keepPageLive(): void {
  let timer: ReturnType<typeof setTimeout> | undefined;
  const later = (): void => {
    clearTimeout(timer);
    timer = setTimeout(() => void redraw(later), REST_MS);
  };
  follow(Number(document.body.dataset['revision']), later);
  heedHands(later);
  for (const moment of ['focusout', 'visibilitychange'])
    document.addEventListener(moment, () => {
      if (waiting) later();
    });
}

let waiting = false;

async function redraw(later: () => void): Promise<void> {
  const main = document.getElementById('main');
  // Nobody looks at a hidden page: it is drawn once, when it is looked at again.
  waiting = isBusy(main) || document.hidden;
  if (!main || waiting) return;
  const address = location.href;
  const response = await fetch(wholeOf(main, address)).catch(() => null);
  if (!response?.ok) return;
  const fresh = new DOMParser().parseFromString(await response.text(), 'text/html');
  // Who has gone on to another part of the page meanwhile does not want this one back.
  if (isBusy(main) || location.href !== address) {
    later();
    return;
  }
  const open = new Set([...main.querySelectorAll('details[open][id]')].map((one) => one.id));
  const focused = document.activeElement?.id;
  const part = fresh.getElementById('main');
  if (!part) return;
  const putBack = keepView(main);
  document.adoptNode(part);
  const detail: Redrawing = { old: main, fresh: part };
  document.dispatchEvent(new CustomEvent('teema:redrawing', { detail }));
  main.replaceWith(part);
  for (const id of open) document.getElementById(id)?.setAttribute('open', '');
  if (focused) document.getElementById(focused)?.focus({ preventScroll: true });
  document.body.dataset['revision'] = fresh.body.dataset['revision'] ?? '';
  const before = document.activeElement;
  document.dispatchEvent(new CustomEvent('teema:redrawn'));
  // The page is as long as it will be, and can be scrolled as far as it was.
  putBack(part);
  if (document.activeElement !== before)
    document.activeElement?.scrollIntoView({ block: 'nearest', behavior: 'instant' });
}

/**
 * The page with all its rows, where it comes with the first of them; where a form was answered with
 * a page, that page's own address.
 */
function wholeOf({ dataset }: HTMLElement, address: string): string {
  const url = new URL(document.body.dataset['here'] ?? address, location.href);
  for (const [name, value] of new URLSearchParams(dataset['whole']))
    url.searchParams.set(name, value);
  return url.href;
}

/** What is drawn anew under a pressed button is not clicked, and what is dragged is dropped. */
const hands = { press: false, drag: false };

const HANDS: Readonly<Record<string, Partial<typeof hands>>> = {
  pointerdown: { press: true, drag: false },
  pointerup: { press: false },
  // A drag that begins takes the pointer away.
  pointercancel: { press: false },
  dragstart: { drag: true },
  drop: { drag: false },
  dragend: { drag: false },
};

function heedHands(later: () => void): void {
  for (const [moment, change] of Object.entries(HANDS))
    document.addEventListener(
      moment,
      () => {
        Object.assign(hands, change);
        if (waiting && !hands.press && !hands.drag) later();
      },
      { capture: true },
    );
}

/** Somebody writes or points here or has chosen a file, or the page holds its main part back (an upload is running). */
const isBusy = (main: HTMLElement | null): boolean =>
  hands.press || hands.drag || (main !== null && isWrittenIn(main));

const isWrittenIn = (main: HTMLElement): boolean =>
  main.dataset['busy'] !== undefined ||
  hasChosenFile(main) ||
  (isField(document.activeElement) && main.contains(document.activeElement));

const hasChosenFile = (main: HTMLElement): boolean =>
  [...main.querySelectorAll<HTMLInputElement>('input[type="file"]')].some(
    ({ files }) => files !== null && files.length > 0,
  );
