import type { FileHandle } from 'node:fs/promises';
import { openLine, type JournalLine, type Mark } from './journal-line.ts';

/** Read and parsed in one go, about 10 ms: other requests are served in between. */
const CHUNK = 512 * 1024;
const NEWLINE = 0x0a;

/**
 * The whole lines of a journal from a place up to `end`, in bytes, checked against the hash chain;
 * an end without a newline is left out.
 *
 * @param name the file as errors name it
 * @throws JournalBroken naming the first line that cannot be trusted
 */
export async function* readJournal(
  file: FileHandle,
  name: string,
  from: Mark,
  end: number,
): AsyncGenerator<JournalLine[], void> {
  let mark = from;
  let rest: Buffer = Buffer.alloc(0);
  for (let position = from.bytes; position < end;) {
    const chunk = await readAt(file, position, Math.min(CHUNK, end - position));
    if (chunk.length === 0) return;
    position += chunk.length;
    const bytes = rest.length > 0 ? Buffer.concat([rest, chunk]) : chunk;
    const lines: JournalLine[] = [];
    let start = 0;
    for (let at = bytes.indexOf(NEWLINE); at >= 0; at = bytes.indexOf(NEWLINE, start)) {
      const line = openLine(name, mark, bytes.toString('utf8', start, at), at - start);
      lines.push(line);
      mark = line.mark;
      start = at + 1;
    }
    rest = bytes.subarray(start);
    if (lines.length > 0) yield lines;
  }
}

/** Whether a line that carries the place's hash ends there. */
export async function endsAt(file: FileHandle, { hash, bytes }: Mark): Promise<boolean> {
  const ending = `${hash}"}\n`;
  if (bytes < ending.length) return false;
  return (await readAt(file, bytes - ending.length, ending.length)).toString('latin1') === ending;
}

/** The bytes at a position; fewer at the end of the file. */
export async function readAt(file: FileHandle, position: number, length: number): Promise<Buffer> {
  const buffer = Buffer.allocUnsafe(length);
  let filled = 0;
  while (filled < length) {
    const { bytesRead } = await file.read(buffer, filled, length - filled, position + filled);
    if (bytesRead === 0) break;
    filled += bytesRead;
  }
  return buffer.subarray(0, filled);
}
