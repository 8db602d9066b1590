/** The journal stands at another revision than the writer believed. */
export class StaleRevision extends Error {
  constructor(
    readonly expected: number,
    readonly actual: number,
  ) {
    super(`revision ${expected} expected, ${actual} found`);
    this.name = 'StaleRevision';
  }
}

/** The store could not keep what it was given: a full disk, a lost folder. Nothing was kept. */
export class StorageFailed extends Error {
  constructor(cause: unknown) {
    super(`storage failed: ${cause instanceof Error ? cause.message : String(cause)}`, { cause });
    this.name = 'StorageFailed';
  }
}

/** What is wrong with a line of a journal, for those who do not read the log. */
export type JournalFault = 'cut' | 'unreadable' | 'misplaced' | 'altered' | 'other';

/** A journal that was cut, altered or holds what cannot be read; the files are left as they are. */
export class JournalBroken extends Error {
  constructor(
    readonly file: string,
    readonly line: number,
    readonly why: string,
    readonly fault: JournalFault = 'other',
  ) {
    super(`${file}, line ${line}: ${why}`);
    this.name = 'JournalBroken';
  }
}

/** Another process holds the data folder. */
export class DataFolderInUse extends Error {
  constructor(
    readonly folder: string,
    readonly pid: number,
  ) {
    super(`${folder} is in use by another process (${pid})`);
    this.name = 'DataFolderInUse';
  }
}
