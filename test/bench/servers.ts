import type { ChildProcess } from 'node:child_process';
import { once } from 'node:events';
import { createServer, type AddressInfo } from 'node:net';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { setTimeout as sleep } from 'node:timers/promises';
import { Client } from './client.ts';
import type { Scratch } from './scratch.ts';

const root = join(import.meta.dirname, '../..');

const KEPT_MEMORY = pathToFileURL(join(import.meta.dirname, 'kept-memory.mjs')).href;

export interface RunningServer {
  readonly client: Client;
  readonly pid: number;
  /** From the start of its process to its first answer. */
  readonly startMs: number;
  /** SIGKILL for an end without goodbye. */
  readonly stop: (signal?: NodeJS.Signals) => Promise<void>;
}

/** Flags of the command line, handed to the app's Node: `npm run bench -- coding --cpu-prof`. */
const nodeFlags = process.argv
  .slice(2)
  .filter((arg) => arg.startsWith('--') && !arg.startsWith('--minutes='));

/** Notes into a file, each so many milliseconds, how many bytes a collection leaves. */
export interface KeptMemory {
  readonly file: string;
  readonly pauseMs: number;
}

/** The built app on a data folder. */
export async function startApp(
  scratch: Scratch,
  dataFolder: string,
  args: readonly string[] = [],
  kept: KeptMemory | null = null,
): Promise<RunningServer> {
  const port = await freePort();
  const env = {
    ...{ PORT: String(port), HOST: '127.0.0.1', DATA_DIR: dataFolder, NO_OPEN: '1' },
    ...(kept && { KEPT_MEMORY_FILE: kept.file, KEPT_MEMORY_MS: String(kept.pauseMs) }),
  };
  const watching = kept ? ['--expose-gc', '--import', KEPT_MEMORY] : [];
  const run = [...nodeFlags, ...watching, join(root, 'dist/main.js'), ...args];
  return serve(scratch, port, '/api/v1/health', run, env);
}

/** The yardstick: a server that does nothing but what no server can leave out. */
export async function startBareServer(scratch: Scratch): Promise<RunningServer> {
  const port = await freePort();
  const file = scratch.path(`bare-${port}.log`);
  const script = join(import.meta.dirname, 'bare-server.mjs');
  return serve(scratch, port, '/', [script, String(port), file], {});
}

async function serve(
  scratch: Scratch,
  port: number,
  firstPath: string,
  args: readonly string[],
  env: NodeJS.ProcessEnv,
): Promise<RunningServer> {
  const client = new Client(`http://127.0.0.1:${port}`);
  const begun = performance.now();
  const child = scratch.spawn(args, env);
  await firstAnswer(child, client, firstPath);
  const startMs = performance.now() - begun;
  const stop = async (signal?: NodeJS.Signals): Promise<void> => {
    client.close();
    await scratch.stop(child, signal);
  };
  return { client, pid: child.pid ?? 0, startMs, stop };
}

const GIVE_UP_MS = 30_000;
const PAUSE_MS = 3;

async function firstAnswer(child: ChildProcess, client: Client, path: string): Promise<void> {
  let said = '';
  child.stderr?.setEncoding('utf8').on('data', (text: string) => (said += text));
  const last = performance.now() + GIVE_UP_MS;
  for (;;) {
    try {
      await client.ask(path);
      return;
    } catch (error) {
      if ((error as NodeJS.ErrnoException).code !== 'ECONNREFUSED') throw error;
      if (child.exitCode !== null) throw new Error(`${child.spawnargs.join(' ')} ended: ${said}`);
      if (performance.now() > last) throw error;
    }
    await sleep(PAUSE_MS);
  }
}

async function freePort(): Promise<number> {
  const server = createServer().listen(0, '127.0.0.1');
  await once(server, 'listening');
  const { port } = server.address() as AddressInfo;
  server.close();
  await once(server, 'close');
  return port;
}
