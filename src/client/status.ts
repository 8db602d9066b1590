import { t } from './words.ts';

const saved = document.getElementById('saved');
let pending = 0;
let offline = false;

function show(): void {
  if (!saved) return;
  const state = offline ? 'offline' : pending > 0 ? 'saving' : 'saved';
  if (saved.dataset['state'] === state) return;
  saved.dataset['state'] = state;
  saved.textContent = t(`status.${state}`);
}

export function setOffline(value: boolean): void {
  offline = value;
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
