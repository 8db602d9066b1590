import { readFile } from 'node:fs/promises';

/** The code of a file system's error, e.g. `ENOENT`. */
export const codeOf = (error: unknown): string | undefined =>
  error instanceof Error ? (error as NodeJS.ErrnoException).code : undefined;

/** The value, or null where the file or folder does not exist. */
export async function orNull<T>(value: Promise<T>): Promise<T | null> {
  try {
    return await value;
  } catch (error) {
    if (codeOf(error) === 'ENOENT') return null;
    throw error;
  }
}

export const readFileOrNull = (path: string): Promise<Buffer | null> => orNull(readFile(path));
