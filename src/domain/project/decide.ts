import { Rejection } from '../rejection.ts';
import type { Command } from './commands.ts';
import { decideCodebook } from './decide-codebook.ts';
import { decideExcerpts } from './decide-excerpts.ts';
import { decideTranscripts } from './decide-transcripts.ts';
import { differenceOf, type ProjectEvent } from './events.ts';
import type { Project } from './project.ts';

/** What a decision needs from outside: the clock and the source of ids. */
export interface Context {
  readonly at: string;
  newId(): string;
}

/**
 * What a command does to a project, as events; none where nothing would change.
 *
 * @throws Rejection when the project cannot take it.
 */
export function decide(project: Project, command: Command, context: Context): ProjectEvent[] {
  switch (command.kind) {
    case 'create-project':
      if (project.revision > 0)
        throw new Rejection('conflict', 'project-exists', { id: project.id });
      return [{ kind: 'project-created', settings: command.settings }];
    case 'change-project': {
      const difference = differenceOf(project.settings, command.changes);
      return difference ? [{ kind: 'project-changed', ...difference }] : [];
    }
    case 'change-report': {
      const difference = differenceOf(project.report, command.changes);
      return difference ? [{ kind: 'report-changed', ...difference }] : [];
    }
    case 'add-transcripts':
    case 'change-transcript':
    case 'remove-transcript':
    case 'change-case':
      return decideTranscripts(project, command, context);
    case 'add-theme':
    case 'change-theme':
    case 'move-theme':
    case 'remove-theme':
    case 'add-type':
    case 'change-type':
    case 'move-type':
    case 'remove-type':
      return decideCodebook(project, command, context);
    case 'add-excerpts':
    case 'import-codings':
    case 'change-excerpt':
    case 'remove-excerpt':
      return decideExcerpts(project, command, context);
  }
}
