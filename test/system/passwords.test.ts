import { describe, expect, it } from 'vitest';
import { readableCode, scryptHasher, STRONG } from '../../src/system/passwords.ts';

describe('a password', () => {
  it('matches its own hash and no other, however its letters are composed', async () => {
    const hasher = scryptHasher({ N: 16, r: 8, p: 1 });
    const hash = await hasher.hash('kissa pöydällä');
    expect(hash).not.toContain('kissa');
    expect(await hasher.matches('kissa pöydällä'.normalize('NFD'), hash)).toBe(true);
    expect(await hasher.matches('kissa pöydälla', hash)).toBe(false);
    expect(await hasher.hash('kissa pöydällä')).not.toBe(hash);
    expect(await hasher.matches('anything', 'garbage')).toBe(false);
  });

  it('is checked at the strength it was kept with', async () => {
    const weak = await scryptHasher({ N: 16, r: 8, p: 1 }).hash('four words in all');
    expect(await scryptHasher(STRONG).matches('four words in all', weak)).toBe(true);
  });

  it('is slow by default', async () => {
    expect(STRONG.N).toBe(2 ** 17);
    const hasher = scryptHasher();
    const hashes = await Promise.all(['a', 'b', 'c'].map((one) => hasher.hash(one)));
    expect(await hasher.matches('b', hashes[1]!)).toBe(true);
  });
});

it('a code of the terminal has no signs that look alike', () => {
  for (let i = 0; i < 50; i++)
    expect(readableCode()).toMatch(/^([A-HJKMNP-Z2-9]{4}-){2}[A-HJKMNP-Z2-9]{4}$/);
});
