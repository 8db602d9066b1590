import { t } from './words.ts';

const saved = document.getElementById('saved');
let pending = 0;
let offline = false;
let waiting = 0;

function show(): void {
  if (!saved) return;
  if (waiting > 0) {
    saved.dataset['state'] = 'offline';
    saved.textContent = t('status.waiting', { count: waiting });
    return;
  }
  const state = offline ? 'offline' : pending > 0 ? 'saving' : 'saved';
  const words = t(`status.${state}`);
  if (saved.dataset['state'] === state && saved.textContent === words) return;
  saved.dataset['state'] = state;
  saved.textContent = words;
}

/** Whether the line to the app is known to be down. */
export const isOffline = (): boolean => offline || !navigator.onLine;

export function setOffline(value: boolean): void {
  offline = value;
  show();
}

/** So many changes cannot be sent just now. */
export function setWaiting(count: number): void {
  waiting = count;
  show();
}

/** Shows "saving" until the promise ends, where it takes longer than a blink. */
export async function whileSaving<T>(work: Promise<T>): Promise<T> {
  const count = (by: number): void => {
    pending += by;
    show();
  };
  const late = { shown: false };
  const timer = setTimeout(() => {
    late.shown = true;
    count(1);
  }, 150);
  try {
    return await work;
  } finally {
    clearTimeout(timer);
    if (late.shown) count(-1);
  }
}
