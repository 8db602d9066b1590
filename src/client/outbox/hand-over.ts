import { newId } from '../new-id.ts';
import type { Ending, Write } from './write.ts';

/** A change that is handed to the outbox of the page: each page has one, whatever scripts it has. */
export interface HandedOver {
  readonly write: Write;
  readonly ending: Ending;
}

/** Gives a change to the outbox, which sends it after those before it and as soon as it can be sent. */
export function handOver(write: Omit<Write, 'id' | 'events'>, ending: Ending = {}): void {
  const detail: HandedOver = { write: { id: newId(), events: [], ...write }, ending };
  document.dispatchEvent(new CustomEvent('teema:write', { detail }));
}
