import { spawnSync } from 'node:child_process';
import { existsSync } from 'node:fs';
import { chmod, mkdir, rename, rm, writeFile } from 'node:fs/promises';
import { delimiter, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { chromium, type Browser } from 'playwright-core';

/** The Chromium that tests and screenshots drive: the named one, an installed one, or the packaged one. */
export async function browserExecutable(): Promise<string> {
  const named = process.env.CHROMIUM_PATH;
  if (named) {
    if (existsSync(named)) return named;
    throw new Error(`CHROMIUM_PATH names ${named}, which does not exist.`);
  }
  const found = installedBrowser() ?? (await packagedBrowser());
  if (found) return found;
  throw new Error(
    'No browser to test with: install Chromium or Google Chrome, or name one in CHROMIUM_PATH.',
  );
}

export async function launchBrowser(): Promise<Browser> {
  // Playwright itself keeps the browser from updating, syncing and, for containers, from its sandbox.
  return chromium.launch({
    executablePath: await browserExecutable(),
    args: ['--disable-gpu', '--disable-quic'],
  });
}

const NAMES = ['chromium', 'chromium-browser', 'google-chrome', 'google-chrome-stable', 'chrome'];

function installedBrowser(): string | undefined {
  const suffix = process.platform === 'win32' ? '.exe' : '';
  const folders = (process.env.PATH ?? '').split(delimiter).filter(Boolean);
  const onPath = NAMES.flatMap((name) => folders.map((folder) => join(folder, name + suffix)));
  return [...onPath, ...usualPlaces()].find((file) => existsSync(file));
}

function usualPlaces(): string[] {
  switch (process.platform) {
    case 'darwin': {
      const apps = ['Google Chrome', 'Chromium', 'Microsoft Edge'];
      return ['/Applications', join(process.env.HOME ?? '', 'Applications')].flatMap((folder) =>
        apps.map((app) => join(folder, `${app}.app/Contents/MacOS/${app}`)),
      );
    }
    case 'win32': {
      const { PROGRAMFILES, LOCALAPPDATA, 'PROGRAMFILES(X86)': x86 } = process.env;
      const folders = [PROGRAMFILES, x86, LOCALAPPDATA].filter((folder) => folder !== undefined);
      const programs = [
        'Google/Chrome/Application/chrome.exe',
        'Chromium/Application/chrome.exe',
        'Microsoft/Edge/Application/msedge.exe',
      ];
      return folders.flatMap((folder) => programs.map((program) => join(folder, program)));
    }
    default:
      return ['/snap/bin/chromium', '/opt/google/chrome/chrome'];
  }
}

const packageFolder = fileURLToPath(
  new URL('../../node_modules/@sparticuz/chromium', import.meta.url),
);
const unpackedFolder = fileURLToPath(
  new URL('../../node_modules/.cache/chromium', import.meta.url),
);

/** Unpacks the Chromium that lies in @sparticuz/chromium, with the libraries a bare container lacks. */
async function packagedBrowser(): Promise<string | undefined> {
  if (process.platform !== 'linux' || process.arch !== 'x64') return undefined;
  if (!existsSync(packageFolder)) return undefined;
  const start = join(unpackedFolder, 'start');
  if (!existsSync(start)) await unpack(start);
  return start;
}

async function unpack(start: string): Promise<void> {
  const unfinished = `${unpackedFolder}.${process.pid}`;
  await mkdir(unfinished, { recursive: true });
  // The package unpacks into the temporary folder, where it takes any file named chromium for its own;
  // and it unpacks the libraries only where it believes to be in Amazon's cloud.
  const script = "import('@sparticuz/chromium').then((m) => m.default.executablePath())";
  const { status, stderr } = spawnSync(process.execPath, ['--eval', script], {
    cwd: packageFolder,
    env: { ...process.env, TMPDIR: unfinished, AWS_LAMBDA_JS_RUNTIME: 'nodejs20.x' },
    encoding: 'utf8',
  });
  if (status !== 0) throw new Error(`The packaged Chromium could not be unpacked.\n${stderr}`);
  await writeFile(join(unfinished, 'fonts.conf'), fontsConfiguration);
  await writeFile(join(unfinished, 'start'), startScript);
  await chmod(join(unfinished, 'start'), 0o755);
  try {
    await rename(unfinished, unpackedFolder);
  } catch (error) {
    await rm(unfinished, { recursive: true, force: true });
    // Another process was quicker.
    if (!existsSync(start)) throw error;
  }
}

const startScript = `#!/bin/sh
here="\${0%/*}"
export LD_LIBRARY_PATH="$here/al2023/lib\${LD_LIBRARY_PATH:+:$LD_LIBRARY_PATH}"
[ -d /etc/fonts ] || export FONTCONFIG_FILE="$here/fonts.conf"
exec "$here/chromium" "$@"
`;

const fontsConfiguration = `<?xml version="1.0"?>
<!DOCTYPE fontconfig SYSTEM "fonts.dtd">
<fontconfig>
  <dir prefix="relative">fonts</dir>
  <cachedir prefix="xdg">fontconfig</cachedir>
</fontconfig>
`;
