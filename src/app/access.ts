import { keepsToOwnWords } from '../domain/people/own-words.ts';
import { permissionFor, permits, type Permission, type Role } from '../domain/people/roles.ts';
import type { ProjectId } from '../domain/ids.ts';
import type { Command } from '../domain/project/commands.ts';
import type { Project } from '../domain/project/project.ts';
import { Rejection } from '../domain/rejection.ts';

/** Who does something, and the name under which their codings stand. */
export interface Actor {
  readonly id: string;
  /** Of an account; in local mode whoever is at the keyboard says under which name they work. */
  readonly name?: string;
}

/** Who may do what in which project. */
export interface Access {
  /** Null: the project is none of theirs, and they need not know that it is there. */
  roleOf(actor: Actor, project: ProjectId): Role | null;
  /** The name of whoever did something; null where nobody signs in, and for a removed account. */
  nameOf(actorId: string): string | null;
  /** A project was made: its maker is its owner. Durable when resolved. */
  made(actor: Actor, project: ProjectId): Promise<void>;
}

/** Local mode: whoever is at the keyboard owns everything. */
export const openAccess: Access = {
  roleOf: () => 'owner',
  nameOf: () => null,
  made: () => Promise.resolve(),
};

/**
 * @returns the actor's role
 * @throws Rejection `project-not-found` for a stranger, `not-permitted` where the role is too small
 */
export function ensurePermitted(
  access: Access,
  actor: Actor,
  project: ProjectId,
  permission: Permission,
): Role {
  const role = access.roleOf(actor, project);
  if (role === null) throw new Rejection('not-found', 'project-not-found', { id: project });
  if (!permits(role, permission)) throw new Rejection('forbidden', 'not-permitted', { role });
  return role;
}

/** @throws Rejection as `ensurePermitted`, and `not-your-words` for the words of others */
export function ensureMayExecute(
  access: Access,
  actor: Actor,
  project: Project,
  command: Command,
): void {
  const role = ensurePermitted(access, actor, project.id, permissionFor(command.kind));
  if (actor.name === undefined || role === 'owner') return;
  if (!keepsToOwnWords(project, command, actor.name))
    throw new Rejection('forbidden', 'not-your-words');
}
