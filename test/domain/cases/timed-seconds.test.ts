import { describe, expect, it } from 'vitest';
import { timedSeconds } from '../../../src/domain/cases/timed-seconds.ts';
import { splitTurns } from '../../../src/domain/text/turns.ts';

describe('the duration by the times in a text', () => {
  it('adds to the last time what the last turn takes at the pace of speech', () => {
    const turns = splitTurns(`[00:00:00] H1: one two\n[00:01:00] H2: ${'a'.repeat(140)}`);
    expect(turns.map(({ at }) => at)).toEqual([0, 60]);
    expect(timedSeconds(turns)).toBe(70);
  });

  it('is unknown without two times', () => {
    expect(timedSeconds([])).toBeNull();
    expect(timedSeconds(splitTurns('H1: one\nH2: two'))).toBeNull();
    expect(timedSeconds(splitTurns('[00:05:00] H1: one\nH2: two'))).toBeNull();
  });

  it('ends with the latest time, where speakers overlap', () => {
    const turns = splitTurns(
      '[00:00:00] H1: one two\n[00:10:00] H2: two three\n[00:09:59] H1: three',
    );
    expect(timedSeconds(turns)).toBeGreaterThanOrEqual(600);
  });

  it('is unknown where the times start anew', () => {
    expect(timedSeconds(splitTurns('[00:10:00] H1: one two\n[00:00:00] H2: two'))).toBeNull();
  });
});
