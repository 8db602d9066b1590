import { readFile } from 'node:fs/promises';
import path from 'node:path';
import type { ApiClient } from './api-client.ts';
import type { CliCommand, ImportKind } from './arguments.ts';
import { guessLanguage } from '../domain/language/guess-language.ts';
import { findProject, searchProject, type FoundProject } from './find-project.ts';
import { CommandFailed, type World } from './world.ts';

interface ImportFile {
  readonly name: string;
  readonly bytes: Uint8Array;
  readonly kind: ImportKind;
}

/** Codings need their transcripts and fit into a codebook: they come last. */
const ORDER: readonly ImportKind[] = ['transcripts', 'sources', 'codebook', 'codings'];

/**
 * Takes files into a project, as an upload in the browser does.
 *
 * @returns whether everything was taken; what was not is told by file and row
 */
export async function importCommand(
  command: Extract<CliCommand, { name: 'import' }>,
  world: World,
): Promise<boolean> {
  const files = await Promise.all(command.files.map((file) => read(file, command.as, world)));
  const client = await world.client();
  const { made, ...project } = await projectFor(command, client, world);
  let complete = true;
  for (const kind of ORDER) {
    const own = files.filter((file) => file.kind === kind);
    if (own.length === 0) continue;
    if (kind === 'transcripts')
      complete =
        (await transcripts(client, project, own, made && command.language === null, world)) &&
        complete;
    else for (const file of own) complete = (await table(client, project, file, world)) && complete;
  }
  return complete;
}

async function projectFor(
  { project: wanted, create, language }: Extract<CliCommand, { name: 'import' }>,
  client: ApiClient,
  world: World,
): Promise<FoundProject & { readonly made: boolean }> {
  if (!create) return { ...(await findProject(client, wanted)), made: false };
  const found = await searchProject(client, wanted);
  if (found) return { ...found, made: false };
  const { id, name } = await client.createProject(wanted, language ?? world.language);
  world.say(world.words('created', { name, id }));
  return { id, name, made: true };
}

const UNREADABLE: Readonly<Record<string, string>> = {
  ENOENT: 'no-such-file',
  EISDIR: 'is-folder',
};

async function read(file: string, as: ImportKind | null, world: World): Promise<ImportFile> {
  const at = path.resolve(world.folder, file);
  const bytes = await readFile(at).catch((error: unknown) => {
    const { code } = error as NodeJS.ErrnoException;
    throw new CommandFailed(UNREADABLE[code ?? ''] ?? 'file-unreadable', {
      file,
      why: code ?? String(error),
    });
  });
  return { name: path.basename(file), bytes, kind: as ?? kindOf(file, bytes) };
}

/** A table is told by its first line: codings have a quote each, a codebook has none. */
function kindOf(file: string, bytes: Uint8Array): ImportKind {
  switch (path.extname(file).toLowerCase()) {
    case '.qdc':
      return 'codebook';
    case '.bib':
    case '.ris':
      return 'sources';
    case '.csv': {
      const head = Buffer.from(bytes.subarray(0, 2000)).toString('utf8').split('\n')[0] ?? '';
      return /\b(?:quote|sitaatti|citat)\b/iu.test(head) ? 'codings' : 'codebook';
    }
    default:
      return 'transcripts';
  }
}

interface Uploaded {
  readonly imported: readonly {
    readonly id: string;
    readonly title: string;
    readonly words: number;
    readonly warnings: readonly string[];
  }[];
  readonly rejected: readonly { readonly file: string; readonly reason: string }[];
}

async function transcripts(
  client: ApiClient,
  project: FoundProject,
  files: readonly ImportFile[],
  tellsLanguage: boolean,
  world: World,
): Promise<boolean> {
  const answer = await client.upload<Uploaded>(project.id, 'transcripts', 'files', files);
  for (const { title, words, warnings } of answer.imported) {
    world.say(world.words('transcript', { title, words }));
    for (const warning of warnings) world.say(`  ${warning}`);
  }
  for (const { file, reason } of answer.rejected)
    world.say(world.words('refused', { file, reason }));
  if (tellsLanguage) await takeLanguage(client, project, answer, world);
  return answer.rejected.length === 0;
}

/** A project that was made gets the language of its transcripts, whatever the terminal speaks. */
async function takeLanguage(
  client: ApiClient,
  { id }: FoundProject,
  { imported }: Uploaded,
  world: World,
): Promise<void> {
  const first = imported.slice(0, LOOKED_AT);
  const texts = await Promise.all(first.map((one) => client.transcriptText(id, one.id)));
  const language = guessLanguage(texts.join('\n\n'));
  if (language !== null && language !== world.language) await client.setLanguage(id, language);
  world.say(world.words(`language.${language ?? world.language}`));
}

/** Transcripts: enough to tell the language by. */
const LOOKED_AT = 5;

type Row = { readonly row: number | null; readonly reason: string };

interface Taken {
  readonly rows?: number;
  readonly excerpts?: number;
  readonly themes?: number;
  readonly sourceIds?: readonly string[];
  readonly misses?: readonly Row[];
  readonly warnings?: readonly Row[];
}

async function table(
  client: ApiClient,
  project: FoundProject,
  { kind, ...file }: ImportFile,
  world: World,
): Promise<boolean> {
  const answer = await client.upload<Taken>(project.id, `import/${kind}`, 'file', [file]);
  const { rows = 0, excerpts = 0, themes = 0, sourceIds = [], misses = [], warnings = [] } = answer;
  const { name } = file;
  world.say(world.words(kind, { file: name, rows, excerpts, themes, added: sourceIds.length }));
  for (const one of warnings) world.say(`  ${inWords(one, world)}`);
  for (const one of misses)
    world.say(world.words('refused', { file: name, reason: inWords(one, world) }));
  return misses.length === 0;
}

const inWords = ({ row, reason }: Row, world: World): string =>
  row === null ? reason : world.words('row', { row, reason });
