import { unzipSync } from 'fflate';
import { expect, it } from 'vitest';
import { zipped } from '../../../src/formats/reports/zipped.ts';

it('a zip holds its files as they were, in their order', async () => {
  const files: Readonly<Record<string, Uint8Array>> = {
    'word/document.xml': Buffer.from('<a>ä</a>'.repeat(50_000)),
    'empty.txt': new Uint8Array(),
    'nimi äö.bin': Uint8Array.from({ length: 999 }, (_, i) => (i * i * 31) % 256),
  };
  const read = unzipSync(await zipped(files));
  expect(Object.keys(read)).toEqual(Object.keys(files));
  for (const [name, content] of Object.entries(files))
    expect([name, Buffer.compare(read[name] ?? Buffer.from('?'), content)]).toEqual([name, 0]);
});
