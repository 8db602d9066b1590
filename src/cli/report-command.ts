import { writeFile } from 'node:fs/promises';
import path from 'node:path';
import { UsageError, type CliCommand } from './arguments.ts';
import { findProject } from './find-project.ts';
import { CommandFailed, type World } from './world.ts';

/** What a report can be written as. */
export const REPORT_ENDINGS = ['docx', 'html', 'md', 'xlsx', 'csv', 'json'];
/** Those that are text: a terminal can show them. */
const TEXT = new Set(['html', 'md', 'csv', 'json']);

/** Writes the report of a project into a file or to the standard output. */
export async function reportCommand(
  { project: wanted, format, out }: Extract<CliCommand, { name: 'report' }>,
  world: World,
): Promise<void> {
  const ending = (format ?? endingOf(out) ?? 'docx').toLowerCase();
  if (!REPORT_ENDINGS.includes(ending))
    throw new UsageError('unknown-format', { format: ending, formats: REPORT_ENDINGS.join(', ') });
  if (out === '-' && world.isTerminal && !TEXT.has(ending))
    throw new CommandFailed('not-for-a-terminal', { format: ending });
  const client = await world.client();
  const project = await findProject(client, wanted);
  const bytes = await client.report(project.id, ending);
  if (out === '-') return world.out(bytes);
  const file = path.resolve(world.folder, out ?? `${fileName(project.name)}.${ending}`);
  await writeFile(file, bytes);
  world.say(world.words('written', { file, kilobytes: Math.ceil(bytes.length / 1024) }));
}

const endingOf = (out: string | null): string | null =>
  out === null || out === '-' ? null : path.extname(out).slice(1) || null;

/** A name that every file system takes. */
const fileName = (name: string): string =>
  name
    .replace(/[\p{Cc}\p{Cf}\\/:*?"<>|]+/gu, ' ')
    .replace(/\s+/g, ' ')
    .replace(/^[. ]+|[. ]+$/g, '')
    .slice(0, 80) || 'Teema';
