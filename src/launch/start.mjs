#!/usr/bin/env node
import { ensureBuilt, ensureInstalled, launch } from './ensure.mjs';

await launch(async () => {
  process.env.NODE_ENV ??= 'production';
  await ensureInstalled({ dev: false });
  await ensureBuilt();
  // The same process serves, so signals and the exit code are the server's own.
  await import(new URL('../../dist/main.js', import.meta.url).href);
  if (process.env.npm_lifecycle_event) endWithParent();
});

/** Stopping npm ends its shell, but some shells do not pass the signal on: the server would keep port and data. */
function endWithParent() {
  const parent = process.ppid;
  const watch = setInterval(() => {
    if (process.ppid === parent) return;
    clearInterval(watch);
    process.kill(process.pid, 'SIGTERM');
  }, 500).unref();
  process.once('SIGTERM', () => clearInterval(watch));
}
