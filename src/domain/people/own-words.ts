import type { Command } from '../project/commands.ts';
import type { Project } from '../project/project.ts';

/**
 * Whether a command leaves other people's words alone: nobody speaks under another's name, and
 * what somebody said is changed or removed by themselves.
 */
export function keepsToOwnWords(project: Project, command: Command, person: string): boolean {
  switch (command.kind) {
    case 'give-verdict':
      return command.reviewer === person;
    case 'take-in-reviews':
      return (
        command.verdicts.every(({ reviewer }) => reviewer === person) &&
        command.comments.every(({ author }) => author === person)
      );
    case 'add-excerpts':
    case 'import-codings':
      return (
        command.coder === person &&
        command.excerpts.every(({ coder }) => coder === undefined || coder === person)
      );
    case 'add-comment':
      return command.author === person;
    case 'finish-coding':
      return command.coder === person;
    case 'write-summary':
      return command.by === undefined || command.by === person;
    case 'resolve-passages':
    case 'resolve-review':
      return command.by === person;
    case 'change-comment':
    case 'remove-comment':
      return isBy(project.comments.get(command.id)?.author, person);
    case 'remove-review':
      return isBy(project.reviews.get(command.id)?.reviewer, person);
    default:
      return true;
  }
}

/** What is not there is nobody's: the command itself will say so. */
const isBy = (author: string | undefined, person: string): boolean =>
  author === undefined || author === person;
