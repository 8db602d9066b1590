import { spawn } from 'node:child_process';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { ensureBuilt, ensureInstalled, launch, LaunchFailure, root } from './ensure.mjs';

// Usage: node src/launch/task.mjs FILE.ts [arguments]

await launch(async () => {
  const [file, ...args] = process.argv.slice(2);
  if (file === undefined) throw new LaunchFailure('Name the TypeScript file to run.');
  await ensureInstalled({ dev: true });
  await ensureBuilt();
  const tsx = pathToFileURL(join(root, 'node_modules/tsx/dist/loader.mjs')).href;
  const task = spawn(process.execPath, ['--import', tsx, file, ...args], {
    cwd: root,
    stdio: 'inherit',
  });
  for (const signal of /** @type {const} */ (['SIGINT', 'SIGTERM'])) {
    process.on(signal, () => task.kill(signal));
  }
  task.once('exit', (code) => (process.exitCode = code ?? 1));
});
