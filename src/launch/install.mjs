import { spawn } from 'node:child_process';
import { existsSync, readFileSync } from 'node:fs';
import { basename, join } from 'node:path';
import { LaunchFailure, root } from './ensure.mjs';
import { outputOf } from './output-of.mjs';

/**
 * Whether node_modules holds what package-lock.json names, whoever installed it.
 *
 * @param {{ dev: boolean }} needs
 */
export function matchesLockfile({ dev }) {
  // npm writes the hidden lockfile last, so an install that was cut short does not match.
  const hiddenLockfile = join(root, 'node_modules/.package-lock.json');
  if (!existsSync(hiddenLockfile)) return false;
  const installed = packagesOf(hiddenLockfile);
  const wanted = packagesOf(join(root, 'package-lock.json'));
  return [...wanted].every(([path, { version, optional, devOptional, dev: onlyDev }]) => {
    if (path === '' || optional || devOptional || (onlyDev && !dev)) return true;
    return installed.get(path)?.version === version && existsSync(join(root, path));
  });
}

/**
 * @typedef {{ version: string, optional?: boolean, dev?: boolean, devOptional?: boolean }} LockedPackage
 * @param {string} lockfile
 * @returns {Map<string, LockedPackage>}
 */
function packagesOf(lockfile) {
  return new Map(Object.entries(JSON.parse(readFileSync(lockfile, 'utf8')).packages));
}

/** @param {{ dev: boolean }} needs */
export async function install({ dev }) {
  process.stderr.write('Installing …\n');
  const { code, output } = await npm([
    'ci',
    dev ? '--include=dev' : '--omit=dev',
    // No dependency needs a script of its own, and nobody else's code should run at installation.
    '--ignore-scripts',
    // `npm start --silent` would silence this npm too, and hide what went wrong.
    '--loglevel=error',
  ]);
  if (code === 0) return;
  throw new LaunchFailure(
    `${output.trim()}\n\nInstalling did not succeed; what npm said is above. ` +
      'Check the network connection and the free disk space, then start again.',
  );
}

/** @param {string[]} args */
async function npm(args) {
  const [command, ...first] = npmCommand();
  const child = spawn(command, [...first, ...args], {
    cwd: root,
    stdio: ['ignore', 'pipe', 'pipe'],
    shell: process.platform === 'win32' && first.length === 0,
  });
  const stop = () => {
    child.kill();
    process.exit(1);
  };
  process.once('SIGINT', stop).once('SIGTERM', stop);
  try {
    return await outputOf(child);
  } catch (cause) {
    throw new LaunchFailure(
      'npm was not found. It comes with Node.js: install that from https://nodejs.org and start again.',
      { cause },
    );
  } finally {
    process.off('SIGINT', stop).off('SIGTERM', stop);
  }
}

/** @returns {[string, ...string[]]} */
function npmCommand() {
  const running = process.env.npm_execpath;
  return running && basename(running) === 'npm-cli.js' ? [process.execPath, running] : ['npm'];
}
