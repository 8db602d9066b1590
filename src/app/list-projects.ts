import type { ProjectId } from '../domain/ids.ts';
import type { Role } from '../domain/people/roles.ts';
import { JournalBroken } from './errors.ts';
import type { ProjectHead, ProjectSummary } from './ports.ts';
import { summaryOf } from './summary.ts';
import type { Actor, Workspace } from './workspace.ts';

export interface BrokenProject {
  readonly id: ProjectId;
  readonly file: string;
  readonly line: number;
  readonly why: string;
}

export interface ProjectList {
  /** Newest change first. */
  readonly projects: readonly (ProjectSummary & { readonly role: Role })[];
  readonly removed: readonly ProjectSummary[];
  /** Projects whose journal cannot be trusted; their files are untouched. */
  readonly broken: readonly BrokenProject[];
}

/** The projects of somebody's home page; only those without a kept summary are opened. */
export async function listProjects(workspace: Workspace, actor: Actor): Promise<ProjectList> {
  const listed = await workspace.store.list();
  const roleIn = ({ id }: ProjectHead): Role | null => workspace.access.roleOf(actor, id);
  const projects = listed.projects.filter((head) => roleIn(head) !== null);
  const removed = listed.removed.filter((head) => roleIn(head) === 'owner');
  const summaries: (ProjectSummary & { role: Role })[] = [];
  const broken: BrokenProject[] = [];
  for (const head of projects) {
    const role = roleIn(head);
    const summary = await summarise(workspace, head);
    if ('why' in summary) broken.push(summary);
    else if (role) summaries.push({ ...summary, role });
  }
  return {
    projects: summaries.sort((a, b) => b.changedAt.localeCompare(a.changedAt)),
    removed: removed.flatMap(({ summary }) => summary ?? []),
    broken,
  };
}

async function summarise(
  workspace: Workspace,
  head: ProjectHead,
): Promise<ProjectSummary | BrokenProject> {
  if (head.summary && !head.summary.isCodedBlind) return head.summary;
  try {
    const seen = summaryOf(await workspace.read(head.id));
    if (!head.summary) await workspace.saveSummary(head.id).catch(() => undefined);
    return seen;
  } catch (error) {
    if (!(error instanceof JournalBroken)) throw error;
    return { id: head.id, file: error.file, line: error.line, why: error.why };
  }
}
