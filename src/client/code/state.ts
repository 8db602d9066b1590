import type { ExcerptId } from '../../domain/ids.ts';
import type { Span } from '../../domain/text/span.ts';

type Listener = () => void;

/** What the person is at: the passage selected, the excerpt opened. */
class State {
  passage: Span | null = null;
  current: ExcerptId | null = null;
  /** The excerpt whose ends are being moved. */
  movingEnds: ExcerptId | null = null;
  readonly #listeners = new Set<Listener>();

  onChange(listener: Listener): void {
    this.#listeners.add(listener);
  }

  set(changes: Partial<Pick<State, 'passage' | 'current' | 'movingEnds'>>): void {
    Object.assign(this, changes);
    for (const listener of this.#listeners) listener();
  }
}

export const state = new State();
