import {
  mkdirSync,
  readdirSync,
  readFileSync,
  renameSync,
  rmSync,
  statSync,
  writeFileSync,
} from 'node:fs';
import { basename, dirname, join, relative } from 'node:path';
import * as esbuild from 'esbuild';
import { filesUnder, LaunchFailure, root } from './ensure.mjs';

// The server's libraries are bundled too: reading a few files instead of hundreds halves the time to the first answer.
// What is behind an `import()` becomes a file of its own and is read when it is needed.

/** @returns {esbuild.BuildOptions} */
function serverOptions() {
  return {
    ...commonOptions,
    entryPoints: namedEntries(['src/main.ts', ...filesUnder('src').filter(isWorker)], '.ts'),
    outdir: 'dist',
    platform: 'node',
    target: 'node20',
    splitting: true,
    // Holds machine code, which stays where it was installed.
    external: ['@resvg/resvg-js'],
    chunkNames: '[name]-[hash]',
    banner: {
      // CommonJS libraries call require for Node's own modules.
      js: "import { createRequire as createRequireHere } from 'node:module'; const require = createRequireHere(import.meta.url);",
    },
  };
}

/** @returns {esbuild.BuildOptions} */
function clientOptions() {
  return {
    ...commonOptions,
    entryPoints: namedEntries(filesUnder('src').filter(isClientEntry), '.entry.ts'),
    outdir: 'public/js',
    platform: 'browser',
    target: 'es2022',
    minify: true,
    tsconfig: 'src/client/tsconfig.json',
  };
}

/** @type {esbuild.BuildOptions} */
const commonOptions = {
  absWorkingDir: root,
  bundle: true,
  format: 'esm',
  sourcemap: true,
  write: false,
  logLevel: 'silent',
};

/** @param {string} file */
const isWorker = (file) => file.endsWith('-worker.ts');
/** @param {string} file */
const isClientEntry = (file) => /^src\/client\/[^/]+\.entry\.ts$/.test(file);

/**
 * @param {string[]} files
 * @param {string} suffix
 */
function namedEntries(files, suffix) {
  return files.map((file) => ({ in: file, out: basename(file, suffix) }));
}

/** Builds everything once and returns the files written, as paths from the root. */
export async function build() {
  try {
    const results = await Promise.all([serverOptions(), clientOptions()].map(esbuild.build));
    const outputs = [
      ...results.flatMap(({ outputFiles = [] }) => publish(outputFiles)),
      ...copyFonts(),
    ];
    for (const folder of ['dist', 'public/js']) removeOutdated(folder, outputs);
    return outputs;
  } catch (error) {
    throw new LaunchFailure(await describe(error), { cause: error });
  } finally {
    // Else its process lives as long as the server that is started next.
    await esbuild.stop();
  }
}

/**
 * Builds again whenever a source file is saved.
 *
 * @param {() => void} onServerBuilt
 */
export async function watch(onServerBuilt) {
  copyFonts();
  const contexts = await Promise.all([
    esbuild.context({ ...serverOptions(), plugins: [publishing(onServerBuilt)] }),
    esbuild.context({ ...clientOptions(), plugins: [publishing()] }),
  ]);
  await Promise.all(contexts.map((context) => context.watch()));
}

/**
 * @param {() => void} [onPublished]
 * @returns {esbuild.Plugin}
 */
function publishing(onPublished) {
  return {
    name: 'publish',
    setup(building) {
      building.onEnd(async ({ errors, outputFiles = [] }) => {
        if (errors.length > 0) {
          process.stderr.write(`${await describe({ errors })}\n`);
          return;
        }
        publish(outputFiles);
        onPublished?.();
      });
    },
  };
}

/** @param {unknown} error */
async function describe(error) {
  const { errors, message } = /** @type {Partial<esbuild.BuildFailure>} */ (error);
  const details = errors
    ? await esbuild.formatMessages(errors, { kind: 'error', color: process.stderr.isTTY })
    : [message];
  return `The source files could not be built.\n\n${details.join('\n').trim()}`;
}

/** @param {esbuild.OutputFile[]} files */
function publish(files) {
  return files.map(({ path, contents }) => {
    replaceFile(path, contents);
    return fromRoot(path);
  });
}

const FONTS = {
  inter: ['latin-wght-normal', 'latin-ext-wght-normal'],
  'source-serif-4': [
    'latin-wght-normal',
    'latin-ext-wght-normal',
    'latin-wght-italic',
    'latin-ext-wght-italic',
  ],
};

function copyFonts() {
  return Object.entries(FONTS).flatMap(([family, variants]) => {
    const source = join(root, 'node_modules/@fontsource-variable', family);
    /** @param {string} from @param {string} to */
    const copy = (from, to) => {
      replaceFile(join(root, 'public/fonts', to), readFileSync(join(source, from)));
      return `public/fonts/${to}`;
    };
    const files = variants.map((variant) => `${family}-${variant}.woff2`);
    return [
      copy('LICENSE', `${family}-LICENSE.txt`),
      ...files.map((file) => copy(`files/${file}`, file)),
    ];
  });
}

/**
 * Swapped in whole: a server that is starting never reads half a file.
 *
 * @param {string} path
 * @param {Uint8Array} contents
 */
function replaceFile(path, contents) {
  mkdirSync(dirname(path), { recursive: true });
  const temporary = `${path}.${process.pid}.tmp`;
  writeFileSync(temporary, contents);
  renameSync(temporary, path);
}

const WEEK_MS = 7 * 24 * 3600_000;

/**
 * Leaves recent files: a server started before this build may still import one of its chunks.
 *
 * @param {string} folder
 * @param {string[]} outputs
 */
function removeOutdated(folder, outputs) {
  const current = new Set(outputs);
  for (const name of readdirSync(join(root, folder))) {
    const file = join(root, folder, name);
    const isOutdated = !name.startsWith('.') && Date.now() - statSync(file).mtimeMs > WEEK_MS;
    if (isOutdated && !current.has(fromRoot(file))) rmSync(file, { recursive: true });
  }
}

/** @param {string} path */
const fromRoot = (path) => relative(root, path).replaceAll('\\', '/');
