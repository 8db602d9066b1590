import type { ProjectId } from '../../domain/ids.ts';

/** Somebody who has a page of a project open. */
export interface Visitor {
  /** What tells people apart: the account, in local mode the name. */
  readonly key: string;
  readonly name: string;
  /** Which page, by its name in the navigation. */
  readonly page: string;
  readonly transcriptId: string | null;
}

/** One person, with every page they have open; two windows are one person. */
export interface Person extends Pick<Visitor, 'key' | 'name'> {
  readonly places: readonly Pick<Visitor, 'page' | 'transcriptId'>[];
}

type Listener = (people: readonly Person[]) => void;

interface Room {
  readonly visitors: Map<Listener, Visitor>;
  timer: NodeJS.Timeout | null;
}

/** Those who come at once are told of at once. */
const ENTER_MS = 60;
/** Who goes from one page to the next is not said to have left. */
const LEAVE_MS = 1_500;

/** Who is where just now. Known only to this process and kept nowhere. */
export class Presence {
  readonly #rooms = new Map<ProjectId, Room>();

  /**
   * Lets somebody in and tells them, and everybody else there, who is there.
   *
   * @returns lets them out
   */
  enter(project: ProjectId, visitor: Visitor, listener: Listener): () => void {
    const room = this.#rooms.get(project) ?? {
      visitors: new Map<Listener, Visitor>(),
      timer: null,
    };
    this.#rooms.set(project, room);
    room.visitors.set(listener, visitor);
    this.#tellSoon(room, ENTER_MS);
    return () => {
      if (!room.visitors.delete(listener)) return;
      if (room.visitors.size > 0) this.#tellSoon(room, LEAVE_MS);
      else if (this.#rooms.get(project) === room) this.#rooms.delete(project);
    };
  }

  #tellSoon(room: Room, ms: number): void {
    if (room.timer && ms === LEAVE_MS) return;
    if (room.timer) clearTimeout(room.timer);
    room.timer = setTimeout(() => {
      room.timer = null;
      const people = peopleOf(room.visitors.values());
      for (const listener of room.visitors.keys()) listener(people);
    }, ms).unref();
  }
}

/** By name. */
function peopleOf(visitors: Iterable<Visitor>): Person[] {
  const people = new Map<string, Person>();
  for (const { key, name, page, transcriptId } of visitors) {
    const places = people.get(key)?.places ?? [];
    const known = places.some((one) => one.page === page && one.transcriptId === transcriptId);
    people.set(key, { key, name, places: known ? places : [...places, { page, transcriptId }] });
  }
  return [...people.values()].sort((a, b) => a.name.localeCompare(b.name));
}
