import type { ProjectEvent } from '../../domain/project/events.ts';

/** A change on its way to the server. What it asks can be asked twice: the second is answered as done. */
export interface Write {
  readonly id: string;
  readonly method: 'POST' | 'PUT' | 'PATCH' | 'DELETE';
  /** Below the project's API; of a form, the page it is sent to. */
  readonly path: string;
  readonly body?: object;
  /** Of a form: its fields, as a browser sends them. */
  readonly fields?: string;
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

/** What the page does once it is known how a change ended. */
export interface Ending {
  readonly done?: (answer: unknown) => void;
  /** It cannot be sent just now; the outbox keeps it. */
  readonly waits?: () => void;
  /** Answers true where the page still shows what was written, for the person to mend. */
  readonly refused?: (why: string) => boolean;
}
