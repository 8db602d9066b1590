import type { Workspace } from '../../app/workspace.ts';
import type { ProjectId } from '../../domain/ids.ts';
import type { JournalEvent } from '../../domain/project/events.ts';

/** Changes that reached the disk at about the same time, and the same as text for every reader. */
export interface Batch {
  readonly events: readonly JournalEvent[];
  readonly text: string;
}

type Listener = (batch: Batch) => void;

interface Channel {
  readonly listeners: Set<Listener>;
  readonly unsubscribe: () => void;
}

/** Short enough that nobody sees it, long enough that a burst is a few writes to each reader. */
const GATHER_MS = 15;

/** The changes of open projects for all who follow them: written as text once, however many they are. */
export class Feed {
  readonly #workspace: Workspace;
  readonly #channels = new Map<ProjectId, Channel>();

  constructor(workspace: Workspace) {
    this.#workspace = workspace;
  }

  subscribe(id: ProjectId, listener: Listener): () => void {
    const channel = this.#channels.get(id) ?? this.#open(id);
    channel.listeners.add(listener);
    return () => {
      channel.listeners.delete(listener);
      if (channel.listeners.size > 0) return;
      channel.unsubscribe();
      if (this.#channels.get(id) === channel) this.#channels.delete(id);
    };
  }

  #open(id: ProjectId): Channel {
    const listeners = new Set<Listener>();
    let gathered: JournalEvent[] = [];
    const tell = (): void => {
      const events = gathered;
      gathered = [];
      const batch = { events, text: changesText(events) };
      for (const listener of listeners) listener(batch);
    };
    const hear = (events: readonly JournalEvent[]): void => {
      if (gathered.length === 0) setTimeout(tell, GATHER_MS);
      for (const event of events) gathered.push(event);
    };
    // All of it: what a reader may see of a batch is told apart where it is sent to them.
    const unsubscribe = this.#workspace.subscribe(id, hear, () => null);
    const channel = { listeners, unsubscribe };
    this.#channels.set(id, channel);
    return channel;
  }
}

export const changesText = (events: readonly JournalEvent[]): string =>
  events.map(changeText).join('');

const changeText = (event: JournalEvent): string =>
  `id: ${event.revision}\nevent: change\ndata: ${JSON.stringify(event)}\n\n`;
