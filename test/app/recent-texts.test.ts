import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { RecentTexts } from '../../src/app/recent-texts.ts';
import type { ProjectId } from '../../src/domain/ids.ts';

const P = 'p' as ProjectId;
const BYTES = 2;

/** A store of texts that counts how often each was read. */
function shelf(texts: Readonly<Record<string, string>>) {
  const reads: string[] = [];
  const read = (hash: string) => () => {
    reads.push(hash);
    return Promise.resolve(texts[hash] ?? null);
  };
  return { reads, read };
}

describe('texts read lately', () => {
  it('are read once for all who ask, even while they are being read', async () => {
    const { reads, read } = shelf({ a: 'text' });
    const recent = new RecentTexts(100);
    expect(await Promise.all([1, 2, 3].map(() => recent.get(P, 'a', read('a'))))).toEqual([
      'text',
      'text',
      'text',
    ]);
    expect(await recent.get(P, 'a', read('a'))).toBe('text');
    expect(reads).toEqual(['a']);
  });

  it('leave in the order in which they were last asked for, once there are too many bytes', async () => {
    const { reads, read } = shelf({ a: 'aaaa', b: 'bbbb', c: 'cccc' });
    const recent = new RecentTexts(2 * 4 * BYTES);
    for (const hash of ['a', 'b', 'a', 'c', 'a', 'b']) await recent.get(P, hash, read(hash));
    expect(reads).toEqual(['a', 'b', 'c', 'b']);
  });

  it('are asked for anew where they were missing or could not be read', async () => {
    const recent = new RecentTexts(100);
    const failing = () => Promise.reject(new Error('EMFILE'));
    await expect(recent.get(P, 'a', failing)).rejects.toThrow('EMFILE');
    expect(await recent.get(P, 'a', () => Promise.resolve(null))).toBeNull();
    expect(await recent.get(P, 'a', () => Promise.resolve('text'))).toBe('text');
  });

  it('are those of one project, and go with it', async () => {
    const { reads, read } = shelf({ a: 'text' });
    const recent = new RecentTexts(100);
    const other = 'p2' as ProjectId;
    for (const id of [P, other]) await recent.get(id, 'a', read('a'));
    recent.forget(P);
    for (const id of [P, other]) await recent.get(id, 'a', read('a'));
    expect(reads).toEqual(['a', 'a', 'a']);
  });

  it('that come when their project is gone are given, and not kept', async () => {
    const { reads, read } = shelf({ a: 'text' });
    const recent = new RecentTexts(100);
    const asked = recent.get(P, 'a', read('a'));
    recent.forget(P);
    expect(await asked).toBe('text');
    await recent.get(P, 'a', read('a'));
    expect(reads).toEqual(['a', 'a']);
  });

  it('are always the right ones and never more than the limit, in whatever order they are asked for', async () => {
    const lengths = fc.array(fc.nat(20), { minLength: 1, maxLength: 8 });
    const asked = fc.array(fc.tuple(fc.nat(7), fc.boolean()), { maxLength: 40 });
    await fc.assert(
      fc.asyncProperty(lengths, asked, fc.nat(60), async (sizes, calls, limit) => {
        const texts = Object.fromEntries(sizes.map((size, i) => [i, String(i).repeat(size)]));
        const { reads, read } = shelf(texts);
        const recent = new RecentTexts(limit * BYTES);
        let pending: Promise<void>[] = [];
        for (const [n, waits] of calls) {
          const hash = String(n % sizes.length);
          pending.push(
            recent.get(P, hash, read(hash)).then((text) => expect(text).toBe(texts[hash])),
          );
          if (waits) await Promise.all(pending.splice(0));
        }
        await Promise.all(pending);
        // What is still kept is not read again; together it fits.
        pending = [];
        const before = reads.length;
        let kept = 0;
        for (const hash of Object.keys(texts).reverse()) {
          const count = reads.length;
          await recent.get(P, hash, () => {
            reads.push(hash);
            return Promise.resolve(null);
          });
          if (reads.length === count) kept += texts[hash]?.length ?? 0;
        }
        expect(reads.length - before).toBeLessThanOrEqual(sizes.length);
        expect(kept).toBeLessThanOrEqual(limit);
      }),
    );
  });
});
