import { spawn, type ChildProcessWithoutNullStreams } from 'node:child_process';
import { once } from 'node:events';
import { join } from 'node:path';
import { createInterface } from 'node:readline';
import { fileURLToPath } from 'node:url';
import { build } from 'esbuild';
import { onTestFinished } from 'vitest';

/** Bundles a program into a folder, and resolves to the path of what Node can run at once. */
export async function buildChild(program: URL, folder: string): Promise<string> {
  const outfile = join(folder, 'child.mjs');
  await build({
    entryPoints: [fileURLToPath(program)],
    outfile,
    bundle: true,
    platform: 'node',
    format: 'esm',
    banner: {
      js: "import { createRequire } from 'node:module'; const require = createRequire(import.meta.url);",
    },
  });
  return outfile;
}

/** A process of its own, gone at the latest when the test is over. */
export class Child {
  readonly lines: string[] = [];
  readonly #process: ChildProcessWithoutNullStreams;
  readonly #output: AsyncIterator<string>;

  constructor(script: string, args: readonly string[]) {
    this.#process = spawn(process.execPath, [script, ...args]);
    this.#process.stderr.pipe(process.stderr);
    this.#output = createInterface(this.#process.stdout)[Symbol.asyncIterator]();
    onTestFinished(() => this.kill());
  }

  get pid(): number {
    return this.#process.pid!;
  }

  /** The next line it says; undefined when it has said its last. */
  async line(): Promise<string | undefined> {
    const { value, done } = await this.#output.next();
    if (done) return undefined;
    this.lines.push(value);
    return value;
  }

  tell(text: string): void {
    this.#process.stdin.write(text);
  }

  /** Lets it come to its own end. */
  async end(): Promise<void> {
    this.#process.stdin.end();
    await this.#exited();
  }

  /** Ends it in the middle of whatever it does, and takes what it had said before. */
  async kill(): Promise<void> {
    this.#process.kill('SIGKILL');
    await this.#exited();
    while ((await this.line()) !== undefined);
  }

  async #exited(): Promise<void> {
    if (this.#process.exitCode === null && this.#process.signalCode === null)
      await once(this.#process, 'exit');
  }
}
