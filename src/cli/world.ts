import type { Language } from '../domain/project/records.ts';
import type { ApiClient } from './api-client.ts';

/** What the commands need of the process they run in. */
export interface World {
  /** Files are named from here. */
  readonly folder: string;
  readonly language: Language;
  readonly version: string;
  /** @param key below `cli` */
  readonly words: (key: string, details?: Readonly<Record<string, string | number>>) => string;
  /** The app: the one that runs already, or one for this command alone. */
  readonly client: () => Promise<ApiClient>;
  /** Results; bytes where a file is asked for on the standard output. */
  readonly out: (what: string | Uint8Array) => Promise<void>;
  readonly isTerminal: boolean;
  /** What is told beside the result. */
  readonly say: (line: string) => void;
}

/** What keeps a command from its end, told in words. */
export class CommandFailed extends Error {
  /** @param key of the words below `cli.failed` */
  constructor(
    readonly key: string,
    readonly details: Readonly<Record<string, string | number>> = {},
  ) {
    super(key);
    this.name = 'CommandFailed';
  }
}
