import { readGuide } from '../../src/domain/guide/read-guide.ts';
import { readCodebook } from '../../src/formats/codebooks/registry.ts';
import { readCodingsCsv } from '../../src/formats/codings/read-codings-csv.ts';
import { decodeText } from '../../src/formats/decode-text.ts';
import { readReferences } from '../../src/formats/references/read-references.ts';
import { readTable } from '../../src/formats/tables/read-table.ts';
import { filesInArchive } from '../../src/formats/transcripts/archive.ts';
import { WorkerReader } from '../../src/formats/transcripts/worker-reader.ts';
import type { ReaderName } from './good-files.ts';

const HANG_SECONDS = 10;

/** As the app reads transcripts: in the built thread, which is ended when it takes too long. */
const threads = new WorkerReader(new URL('../../dist/read-worker.js', import.meta.url), {
  workers: 1,
  seconds: HANG_SECONDS,
  atOnceBytes: 0,
});

/** What reads each kind of file; a wrong result is thrown as what it is. */
export const READERS: Readonly<Record<ReaderName, (name: string, bytes: Uint8Array) => unknown>> = {
  transcript: readTranscripts,
  codings: (name, bytes) => readCodingsCsv(name, bytes),
  codebook: (name, bytes) => readCodebook(name, bytes),
  references: (name, bytes) => readReferences(name, bytes),
  table: (name, bytes) => readTable(name, bytes),
  guide: (name, bytes) => readGuide(decodeText(name, bytes)),
};

async function readTranscripts(name: string, bytes: Uint8Array): Promise<void> {
  const packed = filesInArchive(name, bytes);
  if (!packed) return readOne(name, bytes);
  for (const file of packed) await readOne(file.name, await file.unpack());
}

async function readOne(name: string, bytes: Uint8Array): Promise<void> {
  const { text, turns } = await threads.read(name, bytes);
  let last = 0;
  for (const { start, end, body } of turns) {
    if (start !== last || start >= end || body < start || body > end)
      throw new RangeError('turns that do not tile the text');
    last = end;
  }
  if (last !== text.length) throw new RangeError('turns that end before the text does');
}
