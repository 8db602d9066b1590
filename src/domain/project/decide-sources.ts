import type { SourceId } from '../ids.ts';
import { Rejection } from '../rejection.ts';
import { sourceKey } from '../theory/source-key.ts';
import type { Context } from './decide.ts';
import { changeOf, someOf, type Added, type ProjectEvent } from './events.ts';
import { found } from './found.ts';
import type { FrameworkCommand, NewSource } from './framework-commands.ts';
import type { Project } from './project.ts';
import type { Source } from './records.ts';
import { pointersTo } from './references.ts';

type SourceCommand = Extract<
  FrameworkCommand,
  { kind: 'add-sources' | 'change-source' | 'remove-source' }
>;

export function decideSources(
  project: Project,
  command: SourceCommand,
  context: Context,
): ProjectEvent[] {
  switch (command.kind) {
    case 'add-sources':
      return newSources(project, command.sources, context);
    case 'change-source':
      return changeSource(project, command);
    case 'remove-source': {
      const record = found(project.sources, command.id, 'source');
      return [
        ...pointersTo(project, 'source', new Set([record.id])),
        { kind: 'source-removed', record },
      ];
    }
  }
}

const NOTHING = {
  kind: 'document',
  authors: [],
  year: null,
  container: null,
  volume: null,
  issue: null,
  pages: null,
  publisher: null,
  doi: null,
  url: null,
} as const satisfies Partial<Source>;

/** Each with a key of its own. */
export function newSources(
  project: Project,
  added: readonly NewSource[],
  context: Context,
): Added<'source'>[] {
  const ids = new Set(project.sources.keys());
  const keys = keysOf(project);
  return added.map((source) => {
    const id = source.id ?? (context.newId() as SourceId);
    if (ids.has(id)) throw new Rejection('conflict', 'source-exists', { id });
    const record: Source = { ...NOTHING, ...source, id, key: sourceKey(source, keys) };
    ids.add(id);
    keys.add(record.key);
    return { kind: 'source-added', record };
  });
}

function changeSource(
  project: Project,
  { id, changes }: Extract<SourceCommand, { kind: 'change-source' }>,
): ProjectEvent[] {
  const source = found(project.sources, id, 'source');
  const { key } = changes;
  if (key !== undefined && key !== source.key && keysOf(project).has(key))
    throw new Rejection('conflict', 'source-key-taken', { key });
  return someOf(changeOf('source', source, changes));
}

const keysOf = ({ sources }: Project): Set<string> =>
  new Set([...sources.values()].map(({ key }) => key));
