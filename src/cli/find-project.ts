import type { ApiClient } from './api-client.ts';
import { CommandFailed } from './world.ts';

/**
 * The project of that id or name; capitals do not matter.
 *
 * @throws CommandFailed where there is none, or several of the name
 */
export async function findProject(client: ApiClient, wanted: string): Promise<FoundProject> {
  const found = await searchProject(client, wanted);
  if (found) return found;
  const names = (await client.projects()).map(({ name }) => name);
  throw names.length === 0
    ? new CommandFailed('no-projects')
    : new CommandFailed('project-not-found', { project: wanted, names: names.join('\n  ') });
}

export interface FoundProject {
  readonly id: string;
  readonly name: string;
}

export async function searchProject(
  client: ApiClient,
  wanted: string,
): Promise<FoundProject | null> {
  const projects = await client.projects();
  const byId = projects.find(({ id }) => id === wanted);
  if (byId) return byId;
  const byName = projects.filter(({ name }) => folded(name) === folded(wanted));
  if (byName.length > 1)
    throw new CommandFailed('project-ambiguous', {
      project: wanted,
      ids: byName.map(({ id }) => id).join('\n  '),
    });
  return byName[0] ?? null;
}

const folded = (name: string): string => name.normalize('NFC').toLowerCase().trim();
