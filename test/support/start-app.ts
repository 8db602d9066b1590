import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import path from 'node:path';
import { fileURLToPath } from 'node:url';
import type { ProjectStore } from '../../src/app/ports.ts';
import { composeServices, localHosts } from '../../src/compose.ts';
import { MemoryStore } from '../../src/storage/memory.ts';
import { Directory } from '../../src/app/people/directory.ts';
import { MemoryPeople } from '../../src/storage/memory-people.ts';
import { systemClock, uuidSource } from '../../src/system/clock-and-ids.ts';
import { randomSecrets, scryptHasher } from '../../src/system/passwords.ts';
import { createApp } from '../../src/web/app.ts';
import type { Services } from '../../src/web/services.ts';

export const root = path.resolve(path.dirname(fileURLToPath(import.meta.url)), '../..');

export interface RunningApp {
  /** `http://127.0.0.1:<port>` */
  readonly base: string;
  readonly services: Services;
  /** Errors the app logged: a test that expects none can say so. */
  readonly logged: unknown[];
  close(): Promise<void>;
}

/** The app as main composes it, on a free port of this computer; kept in memory unless a store is given. */
export async function startApp(
  store: ProjectStore = new MemoryStore(),
  changes: Partial<Services> = {},
  team: { directory: Directory; setupCode: string | null } | null = null,
): Promise<RunningApp> {
  const server = createServer();
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const { port } = server.address() as AddressInfo;
  const logged: unknown[] = [];
  const composed = await composeServices({
    root,
    store,
    allowedHosts: localHosts(port),
    baseUrl: `http://127.0.0.1:${port}`,
    ...team,
    log: (_what, error) => logged.push(error),
  });
  const services = { ...composed, ...changes };
  server.on('request', createApp(services));
  return {
    base: `http://127.0.0.1:${port}`,
    services,
    logged,
    close: async () => {
      server.closeAllConnections();
      await new Promise((resolve) => server.close(resolve));
      await services.workspace.close();
    },
  };
}

/** Accounts in memory, with passwords that are quick to check. */
export const memoryDirectory = (): Promise<Directory> =>
  Directory.open({
    store: new MemoryPeople(),
    hasher: scryptHasher({ N: 16, r: 8, p: 1 }),
    secrets: randomSecrets,
    clock: systemClock,
    ids: uuidSource,
  });
