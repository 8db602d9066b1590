import { writeSync } from 'node:fs';
import type { ProjectId } from '../../../src/domain/ids.ts';
import { openFileStore } from '../../../src/storage/files/open-file-store.ts';
import { creation, excerptAdded, journalOf, themeAdded } from '../journal-events.ts';

// Usage: append-forever FOLDER PROJECT. Twenty writers write until the process is killed; what the
// store has confirmed is told at once, a revision per line.

const WRITERS = 20;

const store = await openFileStore(process.argv[2]!);
const id = process.argv[3]! as ProjectId;
const loaded = await store.load(id);
let revision = loaded?.project.revision ?? 0;

async function append(commands: Parameters<typeof journalOf>[0]): Promise<void> {
  const events = journalOf(commands, revision);
  const expected = revision;
  revision += events.length;
  await store.append(id, expected, events);
  writeSync(1, `${expected + events.length}\n`);
}

async function write(writer: number): Promise<never> {
  for (let n = 0; ; n++) {
    const added = excerptAdded(revision, `kirjoittaja ${writer}, ote ${n}`);
    await append([n % 7 === 0 ? [added, themeAdded(n, 'a'), themeAdded(n + 1, 'b')] : [added]]);
    if (writer === 0 && n % 50 === 0) await store.saveSnapshot(id);
  }
}

if (revision === 0) await append([[creation('Tapettava')]]);
await Promise.all(Array.from({ length: WRITERS }, (_, i) => write(i)));
