import type { ProjectEvent } from '../../domain/project/events.ts';

/** A change on its way to the server. What it asks can be asked twice: the second is answered as done. */
export interface Write {
  readonly id: string;
  readonly method: 'POST' | 'PATCH' | 'DELETE';
  /** Below the project's address. */
  readonly path: string;
  readonly body?: object;
  /** What the page shows already. */
  readonly events: readonly ProjectEvent[];
  /** The change in words, for whoever has to decide about it. */
  readonly says: string;
  /** Of written words: the revision of what the writer had read. */
  readonly since?: number;
}

/** A change the server did not take, and why. */
export interface RefusedWrite extends Write {
  readonly why: string;
}

export interface Unsent {
  readonly waiting: readonly Write[];
  readonly refused: readonly RefusedWrite[];
}
