import { expect, it } from 'vitest';
import * as z from 'zod';
import { issueWords } from '../../src/web/input-issue.ts';

const t = (key: string, details: object = {}): string =>
  [key, ...Object.values(details).map(String)].join(' ');

const schema = z.object({
  name: z.string().min(1).max(3),
  colour: z.number().min(1).max(12),
  ids: z.array(z.string()).max(2),
  kind: z.enum(['a', 'b']),
});
const fine = { name: 'A', colour: 1, ids: [], kind: 'a' };

it.each([
  [{ name: '' }, 'input.empty'],
  [{ name: 'long' }, 'input.characters.most 3'],
  [{ name: undefined }, 'input.missing'],
  [{ name: 1 }, 'input.kind'],
  [{ colour: 99 }, 'input.number.most 12'],
  [{ colour: 0 }, 'input.number.least 1'],
  [{ ids: ['a', 'b', 'c'] }, 'input.entries.most 2'],
  [{ kind: 'x' }, 'input.choices a, b'],
])('says of %o why it is not taken', (input, words) => {
  const issue = schema.safeParse({ ...fine, ...input }).error?.issues[0];
  expect(issue && issueWords(issue, t)).toBe(words);
});
