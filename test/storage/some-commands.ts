import fc from 'fast-check';
import type { ThemeId } from '../../src/domain/ids.ts';
import type { ProjectEvent } from '../../src/domain/project/events.ts';
import { creation, excerpt, excerptAdded, theme, themeAdded } from './journal-events.ts';

const text = fc.string({ unit: 'binary', maxLength: 40 });
const small = fc.integer({ min: 1, max: 12 });

const someEvent: fc.Arbitrary<ProjectEvent> = fc.oneof(
  fc.tuple(small, text).map(([n, quote]) => excerptAdded(n, quote)),
  fc.tuple(small, text).map(([n, name]) => themeAdded(n, name)),
  small.map((n): ProjectEvent => ({ kind: 'excerpt-removed', record: excerpt(n, '') })),
  small.map((n): ProjectEvent => ({ kind: 'theme-removed', record: theme(n, '') })),
  fc.tuple(small, text).map(([n, name]): ProjectEvent => ({
    kind: 'theme-changed',
    id: `theme-${n}` as ThemeId,
    before: { name: '' },
    after: { name },
  })),
  text.map((name): ProjectEvent => ({ kind: 'project-changed', before: {}, after: { name } })),
);

/** Commands as lists of events, of a project that is created first. */
export const someCommands: fc.Arbitrary<ProjectEvent[][]> = fc
  .array(fc.array(someEvent, { minLength: 1, maxLength: 4 }), { maxLength: 12 })
  .map((commands) => [[creation('Arvottu')], ...commands]);
