import { setTimeout as wait } from 'node:timers/promises';
import { describe, expect, it } from 'vitest';
import { KeyedGate } from '../../src/storage/files/keyed-gate.ts';

/** Work that tells when it begins and ends. */
function diary() {
  const said: string[] = [];
  const work = (name: string, fails?: Error) => async () => {
    said.push(`${name} in`);
    await wait(5);
    said.push(`${name} out`);
    if (fails) throw fails;
    return name;
  };
  return { said, work };
}

describe('KeyedGate', () => {
  it('starts work in the turn in which it is called', () => {
    const { said, work } = diary();
    void new KeyedGate().run('k', work('a'));
    expect(said).toEqual(['a in']);
  });

  it('keeps exclusive work apart from all else on its key, in the order of the calls', async () => {
    const { said, work } = diary();
    const gate = new KeyedGate();
    const results = await Promise.all([
      gate.run('k', work('a')),
      gate.run('k', work('b')),
      gate.exclusive('k', work('move')),
      gate.run('k', work('c')),
      gate.exclusive('k', work('back')),
      gate.run('other', work('x')),
    ]);
    expect(results).toEqual(['a', 'b', 'move', 'c', 'back', 'x']);
    const here = said.filter((line) => !line.startsWith('x'));
    expect(here.slice(0, 6)).toEqual(['a in', 'b in', 'a out', 'b out', 'move in', 'move out']);
    expect(said.indexOf('x in')).toBeLessThan(said.indexOf('move in'));
    const alone = here.indexOf('back in');
    expect(here[alone + 1]).toBe('back out');
  });

  it('opens again after work that failed', async () => {
    const { work } = diary();
    const gate = new KeyedGate();
    const failure = new Error('no');
    const outcomes = await Promise.allSettled([
      gate.run('k', work('a', failure)),
      gate.exclusive('k', work('b', failure)),
      gate.run('k', work('c')),
    ]);
    expect(outcomes.map(({ status }) => status)).toEqual(['rejected', 'rejected', 'fulfilled']);
  });

  it('is idle when nothing is under way, what waits included', async () => {
    const { said, work } = diary();
    const gate = new KeyedGate();
    await gate.idle();
    void gate.run('k', work('a'));
    void gate.exclusive('k', work('b'));
    void gate.run('k', work('c'));
    await gate.idle();
    expect(said.at(-1)).toBe('c out');
  });
});
