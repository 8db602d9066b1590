import { createHash, randomBytes, scrypt, timingSafeEqual } from 'node:crypto';
import type { PasswordHasher, Secrets } from '../app/ports.ts';

interface Cost {
  readonly N: number;
  readonly r: number;
  readonly p: number;
}

/** OWASP's first choice for scrypt: 128 MB and some tenths of a second for each guess. */
export const STRONG: Cost = { N: 2 ** 17, r: 8, p: 1 };
const KEY_BYTES = 32;
const SALT_BYTES = 16;
/** Each hash in the making takes 128 MB. */
const AT_ONCE = 2;

/** Passwords as `scrypt$N$r$p$salt$key`, in base64url. */
export function scryptHasher(cost: Cost = STRONG): PasswordHasher {
  const inTurn = atMost(AT_ONCE);
  const keyOf = (password: string, salt: Buffer, { N, r, p }: Cost): Promise<Buffer> =>
    inTurn(
      () =>
        new Promise((resolve, reject) => {
          const options = { N, r, p, maxmem: 256 * N * r };
          scrypt(password.normalize('NFKC'), salt, KEY_BYTES, options, (error, key) =>
            error ? reject(error) : resolve(key),
          );
        }),
    );
  return {
    async hash(password) {
      const salt = randomBytes(SALT_BYTES);
      const key = await keyOf(password, salt, cost);
      const { N, r, p } = cost;
      return ['scrypt', N, r, p, salt.toString('base64url'), key.toString('base64url')].join('$');
    },
    async matches(password, hash) {
      const [kind, N, r, p, salt = '', key = ''] = hash.split('$');
      if (kind !== 'scrypt') return false;
      const expected = Buffer.from(key, 'base64url');
      const cost = { N: Number(N), r: Number(r), p: Number(p) };
      const found = await keyOf(password, Buffer.from(salt, 'base64url'), cost);
      return expected.length === found.length && timingSafeEqual(expected, found);
    },
  };
}

/** Runs at most so many pieces of work at once; the others wait in the order they came. */
function atMost(count: number): <T>(work: () => Promise<T>) => Promise<T> {
  const waiting: (() => void)[] = [];
  let running = 0;
  return async (work) => {
    if (running >= count) await new Promise<void>((resolve) => waiting.push(resolve));
    else running++;
    try {
      return await work();
    } finally {
      const next = waiting.shift();
      // Whoever waited takes the place over.
      if (next) next();
      else running--;
    }
  };
}

/** 256 bits of chance; as they cannot be guessed, a quick hash hides them well enough. */
export const randomSecrets: Secrets = {
  newSecret: () => randomBytes(32).toString('base64url'),
  hash: (secret) => createHash('sha256').update(secret).digest('hex'),
};

/** Without letters and figures that look alike. */
const CODE_SIGNS = 'ABCDEFGHJKMNPQRSTUVWXYZ23456789';

/** A code that a person reads off a terminal: 12 signs, about 59 bits. */
export function readableCode(): string {
  const signs = Array.from(randomBytes(12), (byte) => CODE_SIGNS[byte % CODE_SIGNS.length]);
  return signs.join('').replace(/(.{4})(?=.)/g, '$1-');
}
