import { once } from 'node:events';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import path from 'node:path';
import { DataFolderInUse } from './app/errors.ts';
import { ApiClient } from './cli/api-client.ts';
import { runCommand } from './cli/run.ts';
import { CommandFailed } from './cli/world.ts';
import { composeServices, localHosts } from './compose.ts';
import { LANGUAGES, type Language } from './domain/project/records.ts';
import { openFileStore } from './storage/files/open-file-store.ts';
import { readCatalogues } from './system/read-catalogues.ts';
import { servedAddress } from './system/served-address.ts';
import { readFile } from 'node:fs/promises';
import { createApp } from './web/app.ts';
import { loadWords } from './web/i18n.ts';

interface Place {
  readonly root: string;
  readonly dataFolder: string;
  /** The key of a person, where the app asks everybody to sign in. */
  readonly token: string | undefined;
  readonly log: (what: string, error: unknown) => void;
}

/**
 * Runs a command beside the browser: it asks the app that holds the data folder, and where none
 * runs, one that answers this command alone. So commands and pages do the same.
 *
 * @returns the exit code
 */
export async function runCommandLine(args: readonly string[], place: Place): Promise<number> {
  const language = ownLanguage();
  const { translate } = await loadWords(await readCatalogues(path.join(place.root, 'src/locales')));
  const t = translate(language);
  let app: Promise<{ client: ApiClient; close: () => Promise<void> }> | null = null;
  try {
    return await runCommand(args, {
      folder: process.cwd(),
      language,
      version: await versionOf(place.root),
      words: (key, details) => t(`cli.${key}`, details),
      client: async () => (await (app ??= openApp(place, language))).client,
      out: written,
      isTerminal: process.stdout.isTTY,
      say: (line) => void process.stderr.write(`${line}\n`),
    });
  } finally {
    await (app as ReturnType<typeof openApp> | null)?.then(
      ({ close }) => close(),
      () => undefined,
    );
  }
}

async function openApp(
  { root, dataFolder, token, log }: Place,
  language: Language,
): Promise<{ client: ApiClient; close: () => Promise<void> }> {
  const opened = await openFileStore(dataFolder).catch((error: unknown) => inUse(error));
  if (typeof opened === 'string')
    return { client: new ApiClient(opened, language, token), close: () => Promise.resolve() };
  const server = createServer();
  server.listen(0, '127.0.0.1');
  await once(server, 'listening');
  const { port } = server.address() as AddressInfo;
  const services = await composeServices({
    root,
    store: opened,
    allowedHosts: localHosts(port),
    log,
  });
  server.on('request', createApp(services));
  const close = async (): Promise<void> => {
    server.close();
    server.closeAllConnections();
    await services.workspace.close();
  };
  return { client: new ApiClient(`http://127.0.0.1:${port}`, language), close };
}

/** Where the app that has the folder answers. */
async function inUse(error: unknown): Promise<string> {
  if (!(error instanceof DataFolderInUse)) throw error;
  const { folder, pid } = error;
  const address = await servedAddress(folder, pid);
  if (address === null) throw new CommandFailed('data-folder-in-use', { folder, pid });
  return address;
}

const versionOf = async (root: string): Promise<string> => {
  const about = JSON.parse(await readFile(path.join(root, 'package.json'), 'utf8')) as {
    version: string;
  };
  return about.version;
};

/** As the terminal says (LANG); English for languages without words here. */
function ownLanguage(): Language {
  const [code] = Intl.DateTimeFormat().resolvedOptions().locale.split('-');
  return LANGUAGES.find((one) => one === code) ?? 'en';
}

/** Waits for a pipe that is slow to read; one that was closed has read enough. */
function written(what: string | Uint8Array): Promise<void> {
  return new Promise((resolve, reject) => {
    process.stdout.write(what, (error) => {
      if (error && (error as NodeJS.ErrnoException).code !== 'EPIPE') reject(error);
      else resolve();
    });
  });
}
