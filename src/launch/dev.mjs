import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { rmSync } from 'node:fs';
import { join } from 'node:path';
import { ensureInstalled, launch, root } from './ensure.mjs';

/** @type {import('node:child_process').ChildProcess | undefined} */
let server;
let restarting = Promise.resolve();

await launch(async () => {
  process.env.NODE_ENV ??= 'development';
  await ensureInstalled({ dev: true });
  // The watcher writes over what the last start built.
  rmSync(join(root, 'dist/.stamp.json'), { force: true });
  const { watch } = await import('./build.mjs');
  for (const signal of /** @type {const} */ (['SIGINT', 'SIGTERM'])) {
    process.once(signal, async () => {
      await stop();
      process.exit(0);
    });
  }
  await watch(() => (restarting = restarting.then(restart)));
});

async function restart() {
  await stop();
  server = spawn(process.execPath, ['--enable-source-maps', 'dist/main.js'], {
    cwd: root,
    stdio: 'inherit',
  });
  // One window is enough, however often the server starts again.
  process.env.NO_OPEN = '1';
}

async function stop() {
  if (server?.exitCode !== null || server.signalCode !== null) return;
  server.kill();
  await once(server, 'exit');
}
