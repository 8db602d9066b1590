import { createHash } from 'node:crypto';
import { existsSync, readdirSync, readFileSync, statSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';

// Runs before anything is installed and on every start: Node built-ins only, the rest is imported when needed.

export const root = fileURLToPath(new URL('../..', import.meta.url));

const installStamp = join(root, 'node_modules/.teema-installed.json');
const buildStamp = join(root, 'dist/.stamp.json');

/** What keeps the app from starting, in a sentence for the person who started it. */
export class LaunchFailure extends Error {}

/**
 * Runs a launch script: its `LaunchFailure` is printed as a sentence, anything else keeps its stack.
 *
 * @param {() => Promise<void>} script
 */
export async function launch(script) {
  try {
    requireNode(20);
    await script();
  } catch (error) {
    if (!(error instanceof LaunchFailure)) throw error;
    process.stderr.write(`${error.message}\n`);
    process.exit(1);
  }
}

/** @param {number} major */
function requireNode(major) {
  const version = process.versions.node;
  if (Number.parseInt(version, 10) >= major) return;
  throw new LaunchFailure(
    `Teema needs Node.js ${major} or newer, this is ${version}. Install it from https://nodejs.org and start again.`,
  );
}

/**
 * Installs what package-lock.json names, unless it is there already. A development install serves every script.
 *
 * @param {{ dev: boolean }} needs
 */
export async function ensureInstalled({ dev }) {
  if (isInstalled(dev)) return;
  const { exclusively } = await import('./lock.mjs');
  await exclusively(async () => {
    if (isInstalled(dev)) return;
    const { install, matchesLockfile } = await import('./install.mjs');
    if (!matchesLockfile({ dev })) await install({ dev });
    const hash = installHash();
    writeFileSync(installStamp, JSON.stringify({ hash, dev: matchesLockfile({ dev: true }) }));
  });
}

/** @param {boolean} dev */
function isInstalled(dev) {
  const stamp = readJson(installStamp);
  return stamp !== undefined && (stamp.dev || !dev) && stamp.hash === installHash();
}

function installHash() {
  const hash = createHash('sha256');
  for (const name of ['package-lock.json', 'package.json']) hash.update(contentOf(name));
  return hash.digest('hex');
}

/** Bundles the server into dist/ and the client into public/, unless nothing has changed since the last time. */
export async function ensureBuilt() {
  if (isBuilt()) return;
  const { exclusively } = await import('./lock.mjs');
  await exclusively(async () => {
    if (isBuilt()) return;
    // Taken before the build: a file saved meanwhile makes the next start build again.
    const fingerprint = sourceFingerprint();
    const { build } = await import('./build.mjs');
    process.stderr.write('Building …\n');
    const outputs = await build();
    writeFileSync(buildStamp, JSON.stringify({ fingerprint, outputs }));
  });
}

function isBuilt() {
  const stamp = readJson(buildStamp);
  if (stamp?.fingerprint !== sourceFingerprint()) return false;
  return stamp.outputs.every((/** @type {string} */ file) => existsSync(join(root, file)));
}

function sourceFingerprint() {
  const hash = createHash('sha256');
  const files = [...filesUnder('src'), 'package.json', 'package-lock.json', 'tsconfig.json'];
  for (const file of files) {
    const { size, mtimeMs } = statSync(join(root, file));
    hash.update(`${file}\0${size}\0${mtimeMs}\n`);
  }
  return hash.digest('hex');
}

/**
 * The files below a folder in the same order on every machine, as paths from the root with forward slashes.
 *
 * @param {string} folder
 * @returns {string[]}
 */
export function filesUnder(folder) {
  return readdirSync(join(root, folder), { withFileTypes: true })
    .sort((a, b) => (a.name < b.name ? -1 : 1))
    .flatMap((entry) => {
      const path = `${folder}/${entry.name}`;
      return entry.isDirectory() ? filesUnder(path) : [path];
    });
}

/** @param {string} name */
function contentOf(name) {
  try {
    return readFileSync(join(root, name));
  } catch {
    throw new LaunchFailure(`${name} is missing: this copy of Teema is incomplete. Get a new one.`);
  }
}

/**
 * @param {string} file
 * @returns {any} undefined when the file is missing or torn, which only costs the work again
 */
function readJson(file) {
  try {
    return JSON.parse(readFileSync(file, 'utf8'));
  } catch {
    return undefined;
  }
}
