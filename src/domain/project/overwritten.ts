import type { JournalEvent } from './events.ts';
import type { Obstacle } from './ensure-applicable.ts';
import { touches } from './touches.ts';

/** Words of somebody that were written over by who had not read them. */
export interface Overwritten {
  /** The first revision of the step that wrote over them: taken back, they stand again. */
  readonly step: number;
  readonly about: Obstacle;
  readonly field: string;
  /** Who wrote the words that are gone, and when. */
  readonly actor: string;
  readonly at: string;
  readonly theirs: string;
  readonly mine: string;
}

/** The fields somebody writes; what follows from others is not told. */
const WORDS: ReadonlySet<string> = new Set([
  ...['name', 'label', 'title', 'text', 'number', 'citation', 'description', 'introduction'],
  ...['definition', 'include', 'exclude', 'example', 'memo', 'note', 'about'],
  ...['reduction', 'deviantReason', 'linkRationale', 'linkPage', 'relationNote'],
]);

interface Written {
  readonly about: Obstacle;
  readonly field: string;
  readonly before: string;
  readonly after: string;
}

/**
 * The words which an actor's changes took the place of, and which others (or the actor, in another
 * window) wrote among the same events.
 *
 * @param events all that happened after what the actor had read, in order
 */
export function overwritten(events: readonly JournalEvent[], actor: string): Overwritten[] {
  return events.flatMap((event, at) =>
    event.actor !== actor || event.undoes !== undefined || event.redoes !== undefined
      ? []
      : wordsIn(event).flatMap(({ about, field, before, after }) => {
          if (before.trim() === '') return [];
          const from = events
            .slice(0, at)
            .findLast((earlier) => earlier.step !== event.step && touches(earlier, about));
          const written = from && wordsIn(from).find((one) => one.field === field);
          if (!from || written?.after !== before) return [];
          const { step } = event;
          return [
            { step, about, field, actor: from.actor, at: from.at, theirs: before, mine: after },
          ];
        }),
  );
}

/** The texts an event changes. */
function wordsIn(event: JournalEvent): Written[] {
  if (event.kind === 'report-entry-changed') {
    const { map, key, before, after } = event;
    if (map !== 'texts' && map !== 'answers') return [];
    const about: Obstacle = { entity: 'report', id: key };
    return [{ about, field: map, before: wordsOf(before), after: wordsOf(after) }];
  }
  if (!('before' in event) || 'ids' in event) return [];
  const about = aboutOf(event);
  const after: Readonly<Record<string, unknown>> = event.after;
  return Object.entries(event.before).flatMap(([field, before]) =>
    WORDS.has(field) && isWords(before) && isWords(after[field])
      ? [{ about, field, before: wordsOf(before), after: wordsOf(after[field]) }]
      : [],
  );
}

function aboutOf(event: Extract<JournalEvent, { before: object }>): Obstacle {
  const entity = event.kind.slice(0, event.kind.lastIndexOf('-'));
  if (entity === 'project') return { entity: 'settings', id: '' };
  return { entity: entity as Obstacle['entity'], id: 'id' in event ? event.id : '' };
}

const isWords = (value: unknown): boolean => value === null || typeof value === 'string';
const wordsOf = (value: unknown): string => (typeof value === 'string' ? value : '');
