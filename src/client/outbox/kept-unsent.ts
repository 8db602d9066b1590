import { projectId } from '../api.ts';
import { newId } from '../new-id.ts';
import type { Unsent } from './write.ts';

/** Unsent changes of one person in one project; of each window by itself. */
const prefix = `teema:unsent:${projectId}:${document.body.dataset['person'] ?? ''}:`;
const key = prefix + newId();

/** Keeps what is unsent over a reload; where the browser keeps nothing, it lasts as long as the page. */
export function keepUnsent({ waiting, refused }: Unsent): void {
  try {
    if (waiting.length + refused.length === 0) localStorage.removeItem(key);
    else localStorage.setItem(key, JSON.stringify({ waiting, refused }));
  } catch {
    // A full or forbidden storage: the page itself still holds it.
  }
}

/** Takes over what windows that are closed left behind, the oldest first. */
export async function takeOverUnsent(): Promise<Unsent[]> {
  const open = await openWindows();
  const taken: Unsent[] = [];
  for (const left of keysLeft()) {
    if (left === key || open.has(left)) continue;
    const text = localStorage.getItem(left);
    localStorage.removeItem(left);
    if (text) taken.push(JSON.parse(text) as Unsent);
  }
  return taken;
}

function keysLeft(): string[] {
  try {
    return Object.keys(localStorage)
      .filter((one) => one.startsWith(prefix))
      .sort();
  } catch {
    return [];
  }
}

/** A window holds the lock of its name as long as it is open. */
async function openWindows(): Promise<Set<string>> {
  // Without HTTPS there are none, save on this computer.
  if (!('locks' in navigator)) return new Set();
  const { locks } = navigator;
  void locks.request(key, () => new Promise(() => undefined)).catch(() => undefined);
  const { held = [] } = await locks.query();
  return new Set(held.map(({ name }) => name ?? ''));
}
