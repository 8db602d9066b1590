import { existsSync } from 'node:fs';
import { Worker } from 'node:worker_threads';
import type { ProjectId } from '../../domain/ids.ts';
import type { Disk } from './disk.ts';
import { makeSnapshot, type SnapshotTask } from './make-snapshot.ts';

/**
 * The worker that the build puts beside the module at `base`. Null where there is none, as when
 * TypeScript is run from its sources: snapshots are then folded in this process, between other work.
 */
export function builtWorker(base: string): URL | null {
  const url = new URL('./snapshot-worker.js', base);
  return existsSync(url) ? url : null;
}

/** Makes snapshots one at a time; a project that waits for one is not queued again. */
export class SnapshotMaker {
  readonly #disk: Disk;
  readonly #worker: URL | null;
  readonly #running = new Map<ProjectId, Promise<void>>();
  readonly #made = new Map<ProjectId, number>();
  #last: Promise<void> = Promise.resolve();

  constructor(disk: Disk, worker: URL | null) {
    this.#disk = disk;
    this.#worker = worker;
  }

  /** Asks for the task when its turn has come, so that the snapshot is of the newest revision. */
  save(id: ProjectId, task: () => SnapshotTask): Promise<void> {
    const running = this.#running.get(id);
    if (running) return running;
    const saved = this.#last.then(() => this.#make(task()));
    const done = () => void this.#running.delete(id);
    this.#last = saved.then(done, done);
    this.#running.set(id, saved);
    return saved;
  }

  async #make(task: SnapshotTask): Promise<void> {
    if (this.#made.get(task.id) === task.head.revision) return;
    if (this.#worker) await runWorker(this.#worker, task);
    else await makeSnapshot(task, this.#disk);
    this.#made.set(task.id, task.head.revision);
  }
}

function runWorker(url: URL, task: SnapshotTask): Promise<void> {
  return new Promise((resolve, reject) => {
    const worker = new Worker(url, { workerData: task, execArgv: [] });
    worker.once('error', reject);
    worker.once('exit', (code) => {
      if (code === 0) resolve();
      else reject(new Error(`the snapshot worker ended with ${code}`));
    });
  });
}
