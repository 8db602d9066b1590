import { spawn, type ChildProcess } from 'node:child_process';
import { once } from 'node:events';
import { rmSync } from 'node:fs';
import { mkdtemp } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

const PATIENCE_MS = 20_000;

/** A temporary folder, what was made in it once, and the processes that work on it. */
export class Scratch {
  readonly #children = new Set<ChildProcess>();
  readonly #made = new Map<string, Promise<unknown>>();

  private constructor(readonly folder: string) {
    // However this process ends, even by an error nobody foresaw.
    process.once('exit', () => this.#removeAtOnce());
  }

  static async make(): Promise<Scratch> {
    return new Scratch(await mkdtemp(join(tmpdir(), 'teema-bench-')));
  }

  path(name: string): string {
    return join(this.folder, name);
  }

  /** Makes data the first time it is asked for; scenarios share it. */
  once<T>(name: string, make: (folder: string) => Promise<T>): Promise<T> {
    const made = this.#made.get(name) ?? make(this.path(name));
    this.#made.set(name, made);
    return made as Promise<T>;
  }

  /** Runs a JavaScript file with this Node. */
  spawn(args: readonly string[], env: NodeJS.ProcessEnv = {}): ChildProcess {
    const child = spawn(process.execPath, args, {
      env: { ...process.env, NODE_ENV: 'production', ...env },
      stdio: ['ignore', 'ignore', 'pipe'],
    });
    this.#children.add(child);
    child.once('exit', () => this.#children.delete(child));
    return child;
  }

  async stop(child: ChildProcess, signal: NodeJS.Signals = 'SIGTERM'): Promise<void> {
    if (!this.#children.has(child)) return;
    const ended = once(child, 'exit');
    child.kill(signal);
    const late = setTimeout(() => child.kill('SIGKILL'), PATIENCE_MS);
    await ended;
    clearTimeout(late);
  }

  async remove(): Promise<void> {
    await Promise.all([...this.#children].map((child) => this.stop(child, 'SIGKILL')));
    this.#removeAtOnce();
  }

  #removeAtOnce(): void {
    for (const child of this.#children) child.kill('SIGKILL');
    rmSync(this.folder, { recursive: true, force: true, maxRetries: 5 });
  }
}
