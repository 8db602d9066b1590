import { completedSettings, DEFAULTS } from '../../src/domain/project/defaults.ts';
import type { CoderId, ExcerptId, ThemeId, TranscriptId } from '../../src/domain/ids.ts';
import type { Envelope, JournalEvent, ProjectEvent } from '../../src/domain/project/events.ts';
import type { Excerpt, Theme } from '../../src/domain/project/records.ts';

const AT = '2026-03-01T10:00:00.000Z';

/** The journal of commands, each given as its events, that follow on a revision. */
export function journalOf(
  commands: readonly (readonly ProjectEvent[])[],
  after = 0,
): JournalEvent[] {
  let revision = after;
  return commands.flatMap((events) => {
    const step = revision + 1;
    return events.map((event, i): JournalEvent => {
      const more = i < events.length - 1 ? { more: true as const } : {};
      const envelope: Envelope = {
        revision: ++revision,
        at: AT,
        actor: 'anna',
        command: 'c',
        step,
      };
      return { ...envelope, ...more, ...event };
    });
  });
}

/** A project's first event. */
export const created = (name = 'Kuntoutus'): JournalEvent[] => journalOf([[creation(name)]]);

/** One command of one event that follows on a revision. */
export const codedAfter = (revision: number, quote = 'ei minuun sattunut'): JournalEvent[] =>
  journalOf([[excerptAdded(revision + 1, quote)]], revision);

/** A project of `count` events. */
export const journalOfLength = (count: number): JournalEvent[] =>
  journalOf(
    Array.from({ length: count }, (_, i) => [
      i === 0 ? creation('Pitkä') : excerptAdded(i + 1, `ote ${i}`),
    ]),
  );

export const creation = (name: string): ProjectEvent => ({
  kind: 'project-created',
  settings: completedSettings({
    ...{ name, language: 'fi', approach: 'theory-guided', researchQuestions: ['Miksi?'] },
  }),
});

export const excerptAdded = (n: number, quote: string): ProjectEvent => ({
  kind: 'excerpt-added',
  record: excerpt(n, quote),
});

export const themeAdded = (n: number, name: string): ProjectEvent => ({
  kind: 'theme-added',
  record: theme(n, name),
});

export const theme = (n: number, name: string): Theme => ({
  id: `theme-${n}` as ThemeId,
  name,
  ...DEFAULTS.theme,
  parentId: null,
  order: n,
  colour: 1,
  origin: 'inductive',
});

export const excerpt = (n: number, quote: string): Excerpt => ({
  id: `excerpt-${n}` as ExcerptId,
  transcriptId: `transcript-${n % 3}` as TranscriptId,
  coderId: 'anna' as CoderId,
  start: n,
  end: n + 10,
  quote,
  prefix: '',
  suffix: '',
  status: 'anchored',
  themeIds: [],
  typeIds: [],
  reduction: null,
  memo: null,
  stance: null,
  deviant: false,
  deviantReason: null,
  question: null,
  createdAt: AT,
  appliedAt: null,
});

/** The events command by command, as a use-case hands them over. */
export function byCommand(events: readonly JournalEvent[]): JournalEvent[][] {
  const commands = new Map<number, JournalEvent[]>();
  for (const event of events)
    commands.set(event.step, [...(commands.get(event.step) ?? []), event]);
  return [...commands.values()];
}
