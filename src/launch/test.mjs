import { spawn } from 'node:child_process';
import { availableParallelism } from 'node:os';
import { join } from 'node:path';
import { ensureBuilt, ensureInstalled, launch, root } from './ensure.mjs';
import { outputOf } from './output-of.mjs';

// `npm test` checks everything; `npm test -- FILTER…` runs only the tests vitest finds with these arguments.

/** @typedef {{ heading: string, command: [file: string, ...args: string[]] }} Check */

/** @type {Check[]} Slowest first: they run side by side. */
const staticChecks = [
  {
    heading: 'ESLint',
    command: [
      'eslint/bin/eslint.js',
      '--config',
      '.config/eslint.config.mjs',
      '--max-warnings=0',
      '.',
    ],
  },
  { heading: 'Types: tests', command: ['typescript/bin/tsc', '--project', 'test/tsconfig.json'] },
  { heading: 'Types: server', command: ['typescript/bin/tsc', '--project', 'tsconfig.json'] },
  {
    heading: 'Types: client',
    command: ['typescript/bin/tsc', '--project', 'src/client/tsconfig.json'],
  },
  {
    heading: 'Prettier',
    command: ['prettier/bin/prettier.cjs', '--check', '--log-level=warn', '.'],
  },
  {
    heading: 'Knip',
    command: ['knip/bin/knip.js', '--config', '.config/knip.json', '--no-progress'],
  },
];

/** @param {string[]} args @returns {Check} */
const vitest = (args) => ({
  heading: 'Vitest',
  command: ['vitest/vitest.mjs', 'run', '--config', '.config/vitest.config.ts', ...args],
});

await launch(async () => {
  await ensureInstalled({ dev: true });
  await ensureBuilt();
  const args = process.argv.slice(2);
  const passed =
    (args.length > 0 || (await runSideBySide(staticChecks))) && (await run(vitest(args)));
  process.exitCode = passed ? 0 : 1;
});

/**
 * Each check's output appears in one piece; the first failure stops the others.
 *
 * @param {Check[]} checks
 */
async function runSideBySide(checks) {
  const waiting = [...checks];
  const stopped = new AbortController();
  const lane = async () => {
    for (let check = waiting.shift(); check; check = waiting.shift()) {
      const child = start(check, ['ignore', 'pipe', 'pipe'], stopped.signal);
      const { code, output } = await outputOf(child);
      printHeading(check);
      process.stdout.write(output);
      if (code !== 0) stopped.abort();
    }
  };
  try {
    await Promise.all(Array.from({ length: availableParallelism() }, lane));
  } catch (error) {
    if (!stopped.signal.aborted) throw error;
  }
  return !stopped.signal.aborted;
}

/** @param {Check} check */
async function run(check) {
  printHeading(check);
  const child = start(check, 'inherit');
  return (await new Promise((resolve) => child.once('close', resolve))) === 0;
}

/**
 * @param {Check} check
 * @param {import('node:child_process').StdioOptions} stdio
 * @param {AbortSignal} [signal]
 */
function start({ command: [file, ...args] }, stdio, signal) {
  const env = process.stdout.isTTY ? { ...process.env, FORCE_COLOR: '1' } : process.env;
  return spawn(process.execPath, [join(root, 'node_modules', file), ...args], {
    cwd: root,
    stdio,
    env,
    ...(signal && { signal }),
  });
}

/** @param {Check} check */
function printHeading({ heading }) {
  process.stdout.write(`── ${heading}\n`);
}
