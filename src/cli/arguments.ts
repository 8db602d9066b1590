import { parseArgs } from 'node:util';
import { LANGUAGES, type Language } from '../domain/project/records.ts';

export const IMPORT_KINDS = ['transcripts', 'codings', 'codebook', 'sources'] as const;
export type ImportKind = (typeof IMPORT_KINDS)[number];

/** What a command line asks for. */
export type CliCommand =
  | { readonly name: 'help'; readonly of: string | null }
  | { readonly name: 'version' }
  | { readonly name: 'list'; readonly json: boolean }
  | {
      readonly name: 'report';
      readonly project: string;
      /** As the file's ending says where it is not named. */
      readonly format: string | null;
      /** "-" is the standard output; null names the file by the project. */
      readonly out: string | null;
    }
  | {
      readonly name: 'import';
      readonly project: string;
      readonly files: readonly string[];
      readonly as: ImportKind | null;
      readonly create: boolean;
      /** Of a project that is made; as its transcripts are where it is not named. */
      readonly language: Language | null;
    };

/** A command line that cannot be understood; told with how it is meant. */
export class UsageError extends Error {
  /** @param key of the words below `cli.usage` */
  constructor(
    readonly key: string,
    readonly details: Readonly<Record<string, string>> = {},
  ) {
    super(key);
    this.name = 'UsageError';
  }
}

const HELP = { type: 'boolean', short: 'h' } as const;
const PROJECT = { type: 'string', short: 'p' } as const;

/** @throws UsageError */
export function parseCommand(args: readonly string[]): CliCommand {
  const [name = 'help', ...rest] = args;
  switch (name) {
    case 'help':
    case '--help':
    case '-h':
      return { name: 'help', of: rest[0] ?? null };
    case 'version':
    case '--version':
    case '-v':
      return { name: 'version' };
    case 'list':
      return listCommand(rest);
    case 'report':
      return reportCommand(rest);
    case 'import':
      return importCommand(rest);
    default:
      throw new UsageError('unknown-command', { command: name });
  }
}

function listCommand(args: readonly string[]): CliCommand {
  const { values } = understood(() =>
    parseArgs({ args: [...args], options: { help: HELP, json: { type: 'boolean' } } }),
  );
  return values.help ? { name: 'help', of: 'list' } : { name: 'list', json: values.json ?? false };
}

function reportCommand(args: readonly string[]): CliCommand {
  const { values } = understood(() =>
    parseArgs({
      args: [...args],
      options: {
        help: HELP,
        project: PROJECT,
        format: { type: 'string', short: 'f' },
        out: { type: 'string', short: 'o' },
      },
    }),
  );
  if (values.help) return { name: 'help', of: 'report' };
  return {
    name: 'report',
    project: named(values.project),
    format: values.format ?? null,
    out: values.out ?? null,
  };
}

function importCommand(args: readonly string[]): CliCommand {
  const { values, positionals } = understood(() =>
    parseArgs({
      args: [...args],
      allowPositionals: true,
      options: {
        help: HELP,
        project: PROJECT,
        as: { type: 'string' },
        create: { type: 'boolean' },
        language: { type: 'string', short: 'l' },
      },
    }),
  );
  if (values.help) return { name: 'help', of: 'import' };
  const project = named(values.project);
  if (positionals.length === 0) throw new UsageError('no-files');
  const as = IMPORT_KINDS.find((kind) => kind === values.as) ?? null;
  if (values.as !== undefined && as === null)
    throw new UsageError('unknown-kind', { kind: values.as, kinds: IMPORT_KINDS.join(', ') });
  const language = LANGUAGES.find((one) => one === values.language) ?? null;
  if (values.language !== undefined && language === null)
    throw new UsageError('unknown-language', {
      language: values.language,
      languages: LANGUAGES.join(', '),
    });
  const create = values.create ?? false;
  return { name: 'import', project, files: positionals, as, create, language };
}

function named(project: string | undefined): string {
  if (project === undefined || project.trim() === '') throw new UsageError('no-project');
  return project;
}

function understood<T>(parse: () => T): T {
  try {
    return parse();
  } catch (error) {
    const { code, message } = error as NodeJS.ErrnoException;
    if (code?.startsWith('ERR_PARSE_ARGS') !== true) throw error;
    throw new UsageError('not-understood', { why: message.split('. ')[0] ?? message });
  }
}
