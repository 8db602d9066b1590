import type { Server } from 'node:http';
import path from 'node:path';
import { fileURLToPath } from 'node:url';
import { DataFolderInUse, JournalBroken } from './app/errors.ts';
import type { Workspace } from './app/workspace.ts';
import { runCommandLine } from './command-line.ts';
import { composeServices, localHosts } from './compose.ts';
import { Directory } from './app/people/directory.ts';
import { openFileStore } from './storage/files/open-file-store.ts';
import { PeopleFile } from './storage/files/people-file.ts';
import { systemClock, uuidSource } from './system/clock-and-ids.ts';
import { openBrowser } from './system/open-browser.ts';
import { randomSecrets, readableCode, scryptHasher } from './system/passwords.ts';
import { removeServedAddress, writeServedAddress } from './system/served-address.ts';
import { createApp } from './web/app.ts';
import { patientServer } from './web/patience.ts';

const root = path.dirname(path.dirname(fileURLToPath(import.meta.url)));
const LOOPBACK = new Set(['127.0.0.1', 'localhost', '::1']);

/** Everything the environment may say; the README's table is checked against it. */
const settings = {
  port: Number(process.env['PORT'] ?? 4310),
  host: process.env['HOST'] ?? '127.0.0.1',
  dataFolder: path.resolve(root, process.env['DATA_DIR'] ?? 'data'),
  noOpen: process.env['NO_OPEN'] !== undefined,
  // Nothing, or a bare slash, says no more than leaving it out.
  baseUrl: process.env['BASE_URL']?.replace(/\/+$/, '') || undefined,
  token: process.env['TEEMA_TOKEN'],
  isTeam: process.argv.includes('--team'),
};

const log = (what: string, error: unknown): void =>
  console.error(new Date().toISOString(), what, error);

async function start(): Promise<void> {
  if (!LOOPBACK.has(settings.host) && !settings.isTeam)
    throw new Refusal(
      `HOST=${settings.host} would let other computers in, and nobody signs in: use 127.0.0.1, or start with --team.`,
    );
  if (!LOOPBACK.has(settings.host) && settings.baseUrl === undefined)
    throw new Refusal(
      `HOST=${settings.host} lets other computers in: say under which address they find Teema, BASE_URL=https://…`,
    );
  if (settings.baseUrl !== undefined && !/^https?:\/\/[^/\s]+$/.test(settings.baseUrl))
    throw new Refusal(
      `BASE_URL=${settings.baseUrl} is not the address of a site: use https://name or http://name:port.`,
    );
  if (!Number.isInteger(settings.port) || settings.port < 1 || settings.port > 65_535)
    throw new Refusal(
      `PORT=${process.env['PORT'] ?? ''} is not a port: use a number from 1 to 65535.`,
    );
  const store = await openFileStore(settings.dataFolder);
  const served = `http://${reachableName(settings.host)}:${settings.port}`;
  const address = settings.baseUrl ?? served;
  const directory = settings.isTeam ? await openDirectory(settings.dataFolder) : undefined;
  const setupCode = directory?.people.accounts.length === 0 ? readableCode() : null;
  const services = await composeServices({
    root,
    store,
    ...(directory && { directory }),
    baseUrl: address,
    setupCode,
    dataFolder: settings.dataFolder,
    allowedHosts: new Set([
      ...localHosts(settings.port),
      ...[served, address].map((one) => new URL(one).host.toLowerCase()),
    ]),
    log,
  });
  const server = patientServer(createApp(services));
  await listen(server);
  await writeServedAddress(settings.dataFolder, served);
  console.log(`Teema is ready at ${address}`);
  if (setupCode !== null)
    console.log(`Make the first account at ${address}/setup with the code ${setupCode}`);
  if (!settings.noOpen) openBrowser(address);
  closeOnSignal(server, services.workspace);
}

/** The host in an address; where every network is listened to, this computer's own. */
const reachableName = (host: string): string =>
  host === '0.0.0.0' || host === '::' ? '127.0.0.1' : host.includes(':') ? `[${host}]` : host;

const openDirectory = (dataFolder: string): Promise<Directory> =>
  Directory.open({
    store: new PeopleFile(dataFolder),
    hasher: scryptHasher(),
    secrets: randomSecrets,
    clock: systemClock,
    ids: uuidSource,
  });

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
  if (error instanceof JournalBroken)
    return `${error.file} in ${settings.dataFolder} cannot be believed: ${error.why}. Nothing was changed. Put back a copy of it, or move it away to set up the accounts anew.`;
  const { code } = error as NodeJS.ErrnoException;
  if (code === 'EADDRINUSE')
    return `Port ${settings.port} is taken by another program. Choose another: PORT=4311 npm start`;
  if (code === 'EACCES' || code === 'EROFS')
    return `Teema cannot write to ${settings.dataFolder}. Choose a folder of your own: DATA_DIR=~/teema npm start`;
  if (error instanceof Refusal) return error.message;
  return error instanceof Error ? (error.stack ?? error.message) : String(error);
}

const args = process.argv.slice(2).filter((one) => one !== '--team');
const running =
  args.length === 0
    ? start()
    : runCommandLine(args, { ...settings, root, log }).then((code) => {
        process.exitCode = code;
      });
running.catch((error: unknown) => {
  console.error(sentence(error));
  process.exit(1);
});
