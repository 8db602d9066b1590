import { setImmediate as pause } from 'node:timers/promises';
import type { TextOf } from '../domain/analysis/text-of.ts';
import type { TranscriptId } from '../domain/ids.ts';
import { COLLECTIONS, ENTITIES, type Project } from '../domain/project/project.ts';
import { fromSnapshot, toSnapshot, type Snapshot } from '../domain/project/snapshot.ts';
import type { Post } from './worker-pool.ts';

export type Texts = ReadonlyMap<TranscriptId, string>;

/** A project, and the texts where somebody asked for them. */
export interface Material {
  readonly project: Project;
  readonly texts: Texts;
}

type Collection = (typeof COLLECTIONS)[keyof typeof COLLECTIONS];
const LISTS: readonly Collection[] = ENTITIES.map((entity) => COLLECTIONS[entity]);

/** A part of a project on its way to a thread; the heads come last, the lists in them empty. */
export type ProjectPart =
  | { readonly list: Collection; readonly records: readonly unknown[] }
  | { readonly texts: readonly (readonly [TranscriptId, string])[] }
  | { readonly heads: Snapshot; readonly task: unknown };

/** So many take a millisecond or two to hand over. */
const RECORDS_AT_ONCE = 250;
const TEXTS_AT_ONCE = 10;

/** A project as it stood when it was packed: what is done to it afterwards does not come along. */
export interface Packed {
  readonly snapshot: Snapshot;
  readonly texts: Texts;
}

/** What could be undone stays here. */
export const packed = ({ project, texts }: Material): Packed => ({
  snapshot: toSnapshot({ ...project, undo: [], redo: [] }),
  texts,
});

/** Posts a project and what is to be done with it, in parts: others are answered in between. */
export async function sendProject(
  post: Post,
  { snapshot, texts }: Packed,
  task: unknown,
): Promise<void> {
  for (const list of LISTS)
    for (const records of partsOf<unknown>(snapshot[list], RECORDS_AT_ONCE)) {
      post({ list, records } satisfies ProjectPart);
      await pause();
    }
  for (const some of partsOf([...texts], TEXTS_AT_ONCE)) {
    post({ texts: some } satisfies ProjectPart);
    await pause();
  }
  const empty = Object.fromEntries(LISTS.map((list) => [list, []]));
  post({ heads: { ...snapshot, ...empty }, task } satisfies ProjectPart);
}

function* partsOf<T>(all: readonly T[], size: number): Generator<readonly T[]> {
  for (let i = 0; i < all.length; i += size) yield all.slice(i, i + size);
}

/** Puts the parts of one project after another together again. */
export class ProjectReceiver {
  #lists = new Map<Collection, unknown[]>();
  #texts = new Map<TranscriptId, string>();

  /** The project and its task with the last part, null before. */
  take(part: ProjectPart): { project: Project; textOf: TextOf; task: unknown } | null {
    if ('list' in part) {
      const list = this.#lists.get(part.list) ?? [];
      for (const record of part.records) list.push(record);
      this.#lists.set(part.list, list);
      return null;
    }
    if ('texts' in part) {
      for (const [id, text] of part.texts) this.#texts.set(id, text);
      return null;
    }
    const lists = Object.fromEntries(this.#lists) as Partial<Snapshot>;
    const texts = this.#texts;
    this.#lists = new Map();
    this.#texts = new Map();
    return {
      project: fromSnapshot({ ...part.heads, ...lists }),
      textOf: (id) => texts.get(id) ?? '',
      task: part.task,
    };
  }
}
