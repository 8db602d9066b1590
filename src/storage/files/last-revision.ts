import { open, type FileHandle } from 'node:fs/promises';
import type { JournalEvent } from '../../domain/project/events.ts';
import { orNull } from './fs-error.ts';
import { readAt } from './read-journal.ts';

const FIRST_READ = 4 * 1024;
const NEWLINE = 0x0a;

/**
 * The revision of a journal's last whole line, read from its end without checking anything before.
 * Null where no line is whole, or there is no file; NaN where it cannot be read.
 */
export async function lastRevision(journal: string): Promise<number | null> {
  try {
    const line = await readLastLine(journal);
    return line === null ? null : (JSON.parse(line) as JournalEvent).revision;
  } catch {
    return NaN;
  }
}

async function readLastLine(journal: string): Promise<string | null> {
  const file = await orNull(open(journal, 'r'));
  if (!file) return null;
  try {
    return await lastLine(file, (await file.stat()).size);
  } finally {
    await file.close();
  }
}

async function lastLine(file: FileHandle, size: number): Promise<string | null> {
  for (let length = FIRST_READ; ; length *= 8) {
    const start = Math.max(0, size - length);
    const bytes = await readAt(file, start, size - start);
    const end = bytes.lastIndexOf(NEWLINE);
    const before = end > 0 ? bytes.lastIndexOf(NEWLINE, end - 1) : -1;
    if (end >= 0 && (before >= 0 || start === 0)) return bytes.toString('utf8', before + 1, end);
    if (start === 0) return null;
  }
}
