import { createServer, type Server } from 'node:http';
import path from 'node:path';
import { fileURLToPath } from 'node:url';
import { DataFolderInUse } from './app/errors.ts';
import type { Workspace } from './app/workspace.ts';
import { runCommandLine } from './command-line.ts';
import { composeServices, localHosts } from './compose.ts';
import { openFileStore } from './storage/files/open-file-store.ts';
import { openBrowser } from './system/open-browser.ts';
import { removeServedAddress, writeServedAddress } from './system/served-address.ts';
import { createApp } from './web/app.ts';

const root = path.dirname(path.dirname(fileURLToPath(import.meta.url)));
const LOOPBACK = new Set(['127.0.0.1', 'localhost', '::1']);

/** Everything the environment may say; the README's table is checked against it. */
const settings = {
  port: Number(process.env['PORT'] ?? 4310),
  host: process.env['HOST'] ?? '127.0.0.1',
  dataFolder: path.resolve(root, process.env['DATA_DIR'] ?? 'data'),
  noOpen: process.env['NO_OPEN'] !== undefined,
};

const log = (what: string, error: unknown): void =>
  console.error(new Date().toISOString(), what, error);

async function start(): Promise<void> {
  if (!LOOPBACK.has(settings.host))
    throw new Refusal(
      `HOST=${settings.host} would let other computers in, and nobody signs in: use 127.0.0.1.`,
    );
  if (!Number.isInteger(settings.port) || settings.port < 1 || settings.port > 65_535)
    throw new Refusal(
      `PORT=${process.env['PORT'] ?? ''} is not a port: use a number from 1 to 65535.`,
    );
  const store = await openFileStore(settings.dataFolder);
  const services = await composeServices({
    root,
    store,
    allowedHosts: localHosts(settings.port),
    log,
  });
  const server = createServer(createApp(services));
  await listen(server);
  const name = settings.host.includes(':') ? `[${settings.host}]` : settings.host;
  const address = `http://${name}:${settings.port}`;
  await writeServedAddress(settings.dataFolder, address);
  console.log(`Teema is ready at ${address}`);
  if (!settings.noOpen) openBrowser(address);
  closeOnSignal(server, services.workspace);
}

function listen(server: Server): Promise<void> {
  return new Promise((resolve, reject) => {
    server.once('error', reject);
    server.listen(settings.port, settings.host, resolve);
  });
}

function closeOnSignal(server: Server, workspace: Workspace): void {
  let closing = false;
  const close = (): void => {
    if (closing) return;
    closing = true;
    server.close();
    server.closeAllConnections();
    void removeServedAddress(settings.dataFolder)
      .then(() => workspace.close())
      .finally(() => process.exit(0));
  };
  for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP'] as const) process.on(signal, close);
}

/** A start that cannot be, in a sentence a person can act on. */
class Refusal extends Error {}

function sentence(error: unknown): string {
  if (error instanceof DataFolderInUse)
    return `Teema is already running on ${error.folder} (process ${error.pid}). Use that window, or stop it first.`;
  const { code } = error as NodeJS.ErrnoException;
  if (code === 'EADDRINUSE')
    return `Port ${settings.port} is taken by another program. Choose another: PORT=4311 npm start`;
  if (code === 'EACCES' || code === 'EROFS')
    return `Teema cannot write to ${settings.dataFolder}. Choose a folder of your own: DATA_DIR=~/teema npm start`;
  if (error instanceof Refusal) return error.message;
  return error instanceof Error ? (error.stack ?? error.message) : String(error);
}

const args = process.argv.slice(2);
const running =
  args.length === 0
    ? start()
    : runCommandLine(args, { root, dataFolder: settings.dataFolder, log }).then((code) => {
        process.exitCode = code;
      });
running.catch((error: unknown) => {
  console.error(sentence(error));
  process.exit(1);
});
