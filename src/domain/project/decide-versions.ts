import type { VersionId } from '../ids.ts';
import { Rejection } from '../rejection.ts';
import type { Command } from './commands.ts';
import type { Context } from './decide.ts';
import { changeOf, someOf, type ProjectEvent } from './events.ts';
import { found } from './found.ts';
import type { Project } from './project.ts';

type VersionCommand = Extract<
  Command,
  { kind: 'add-version' | 'change-version' | 'remove-version' }
>;

/** A version names the revision before it: the codebook as it stood. */
export function decideVersions(
  project: Project,
  command: VersionCommand,
  context: Context,
): ProjectEvent[] {
  switch (command.kind) {
    case 'add-version': {
      const { id = context.newId() as VersionId, name, note = null } = command.version;
      if (project.versions.has(id)) throw new Rejection('conflict', 'version-exists', { id });
      const record = { id, name, note, revision: project.revision, at: context.at };
      return [{ kind: 'version-added', record }];
    }
    case 'change-version':
      return someOf(
        changeOf('version', found(project.versions, command.id, 'version'), command.changes),
      );
    case 'remove-version':
      return [{ kind: 'version-removed', record: found(project.versions, command.id, 'version') }];
  }
}
