import { writeSync } from 'node:fs';
import type { FileHandle } from 'node:fs/promises';

/** The calls that put bytes on the disk; tests count them and let them fail. */
export interface Disk {
  /** Writes all of the bytes. */
  write(file: FileHandle, bytes: Uint8Array, position: number): Promise<void>;
  /** Durable when resolved: the content, and of the metadata only what reading it back needs. */
  datasync(file: FileHandle): Promise<void>;
  /** Durable when resolved: a new file's content, or the names in a folder. */
  sync(file: FileHandle): Promise<void>;
  truncate(file: FileHandle, length: number): Promise<void>;
}

const SMALL = 64 * 1024;

function writeAllSync(fd: number, bytes: Uint8Array, position: number): void {
  for (let done = 0; done < bytes.length;)
    done += writeSync(fd, bytes, done, bytes.length - done, position + done);
}

export const nodeDisk: Disk = {
  async write(file, bytes, position) {
    // Into the page cache: microseconds, where a trip to the thread pool takes ten times as long.
    if (bytes.length <= SMALL) {
      writeAllSync(file.fd, bytes, position);
      return;
    }
    for (let done = 0; done < bytes.length;) {
      const { bytesWritten } = await file.write(bytes, done, bytes.length - done, position + done);
      done += bytesWritten;
    }
  },
  datasync: (file) => file.datasync(),
  sync: (file) => file.sync(),
  truncate: (file, length) => file.truncate(length),
};
