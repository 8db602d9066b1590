import type { ProjectId } from '../../../src/domain/ids.ts';
import { ensureApplicable } from '../../../src/domain/project/ensure-applicable.ts';
import type { Command } from '../../../src/domain/project/commands.ts';
import { decide } from '../../../src/domain/project/decide.ts';
import {
  payloadOf,
  type JournalEvent,
  type ProjectEvent,
} from '../../../src/domain/project/events.ts';
import { evolve } from '../../../src/domain/project/evolve.ts';
import { invert } from '../../../src/domain/project/invert.ts';
import { emptyProject, type Project } from '../../../src/domain/project/project.ts';
import { completedSettings } from '../../../src/domain/project/defaults.ts';
import { toSnapshot } from '../../../src/domain/project/snapshot.ts';
import { newTranscript } from './moves.ts';

export const SETTINGS = completedSettings({
  name: 'Test',
  language: 'en',
  approach: 'theory-guided',
  researchQuestions: ['Why?'],
});

/** A project and the journal it is the fold of, written the way the application writes it. */
export class Journal {
  readonly project: Project = emptyProject('p' as ProjectId);
  readonly events: JournalEvent[] = [];
  #ids = 0;

  constructor() {
    this.run({ kind: 'create-project', settings: SETTINGS });
  }

  run(command: Command, actor = 'anna'): ProjectEvent[] {
    const events = decide(this.project, command, { at: this.#at(), newId: () => this.newId() });
    this.#commit(events, { actor, command: command.kind });
    return events;
  }

  /** Ids in the order they were made. */
  newId = (): string => `id${String(++this.#ids).padStart(5, '0')}`;

  /** Takes back, or does again, the actor's last step; false where there is none. */
  step(direction: 'undo' | 'redo', actor = 'anna'): boolean {
    const step = this.project[direction].findLast((one) => one.actor === actor);
    if (!step) return false;
    const events = this.events.slice(step.first - 1, step.last).map(payloadOf);
    const again = direction === 'undo' ? events.reverse().map(invert) : events;
    ensureApplicable(this.project, again);
    const mark = direction === 'undo' ? { undoes: step.first } : { redoes: step.first };
    this.#commit(again, { actor, command: step.command, ...mark });
    return true;
  }

  #commit(
    events: readonly ProjectEvent[],
    mark: Pick<JournalEvent, 'actor' | 'command' | 'undoes' | 'redoes'>,
  ): void {
    const before = this.project.revision;
    events.forEach((event, i) => {
      const more = i + 1 < events.length ? { more: true as const } : {};
      const at = this.#at();
      const journalled: JournalEvent = {
        revision: before + i + 1,
        at,
        ...mark,
        step: before + 1,
        ...more,
        ...event,
      };
      // What is read back from a file shares nothing with what was written.
      this.events.push(JSON.parse(JSON.stringify(journalled)) as JournalEvent);
      evolve(this.project, journalled);
    });
  }

  #at(): string {
    return new Date(1_700_000_000_000 + this.events.length * 1_000).toISOString();
  }
}

/** A journal of two interviews, a small codebook and an excerpt, to do more with. */
export function begunJournal(): Journal {
  const journal = new Journal();
  journal.run({ kind: 'add-transcripts', transcripts: [newTranscript(1), newTranscript(2)] });
  for (const name of ['Work', 'Home']) {
    journal.run({ kind: 'add-theme', theme: { name } });
    journal.run({ kind: 'add-type', type: { name } });
    const parentId = [...journal.project.themes.keys()].at(-1) ?? null;
    journal.run({ kind: 'add-theme', theme: { name: `Below ${name}`, parentId } });
  }
  return journal;
}

/** The project's records as text, where neither they nor their fields stand in an order: what undo must bring back. */
export function recordsOf(project: Project): string {
  const { revision, changedAt, undo, redo, ...records } = toSnapshot(project);
  return Object.entries(records)
    .flatMap(([name, value]) =>
      [value].flat().map((record) => `${name} ${JSON.stringify(record, inOrder)}`),
    )
    .sort()
    .join('\n');
}

/** A record's fields by name; what is a list keeps its order. */
const inOrder = (_key: string, value: unknown): unknown =>
  typeof value === 'object' && value !== null && !Array.isArray(value)
    ? Object.fromEntries(Object.entries(value).sort(([a], [b]) => (a < b ? -1 : 1)))
    : value;
