import { Refused } from './api-client.ts';
import { parseCommand, UsageError, type CliCommand } from './arguments.ts';
import { importCommand } from './import-command.ts';
import { listCommand } from './list-command.ts';
import { reportCommand } from './report-command.ts';
import { CommandFailed, type World } from './world.ts';

/** Done; something was refused or failed; the command line was not understood. */
export const EXIT = { done: 0, failed: 1, usage: 2 } as const;

/**
 * Runs what a command line asks for; never throws for what a person can mend.
 *
 * @returns the exit code
 */
export async function runCommand(args: readonly string[], world: World): Promise<number> {
  try {
    return (await perform(parseCommand(args), world)) ? EXIT.done : EXIT.failed;
  } catch (error) {
    if (error instanceof UsageError) {
      world.say(world.words(`usage.${error.key}`, error.details));
      world.say(world.words('see-help'));
      return EXIT.usage;
    }
    const message = toldOf(error, world);
    if (message === null) throw error;
    world.say(message);
    return EXIT.failed;
  }
}

async function perform(command: CliCommand, world: World): Promise<boolean> {
  switch (command.name) {
    case 'help':
      await world.out(`${world.words(`help.${helpOf(command.of)}`)}\n`);
      return true;
    case 'version':
      await world.out(`${world.version}\n`);
      return true;
    case 'list':
      await listCommand(command, world);
      return true;
    case 'report':
      await reportCommand(command, world);
      return true;
    case 'import':
      return importCommand(command, world);
  }
}

const helpOf = (of: string | null): string =>
  of !== null && ['list', 'report', 'import'].includes(of) ? of : 'all';

function toldOf(error: unknown, world: World): string | null {
  if (error instanceof CommandFailed) return world.words(`failed.${error.key}`, error.details);
  if (error instanceof Refused) return error.message;
  const { code, path } = error as NodeJS.ErrnoException;
  if (code === undefined || path === undefined) return null;
  return code === 'EISDIR'
    ? world.words('failed.is-folder', { file: path })
    : world.words('failed.file-unwritable', { file: path, why: code });
}
