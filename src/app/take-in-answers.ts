import type { ProjectId } from '../domain/ids.ts';
import type { ReviewAnswers } from '../domain/reviews/bundle.ts';
import { planAnswers, type AnswersPlan } from '../domain/reviews/plan-answers.ts';
import { ensureMayExecute } from './access.ts';
import { StaleRevision } from './errors.ts';
import type { Actor, Workspace } from './workspace.ts';

export interface TakenAnswers {
  readonly plan: AnswersPlan;
  /** Nothing was new: the file was taken in before, or says nothing. */
  readonly isNothing: boolean;
  readonly revision: number;
}

/**
 * What taking the answers in would do; nothing is changed.
 *
 * @throws Rejection as taking them in would
 */
export async function previewAnswers(
  workspace: Workspace,
  id: ProjectId,
  file: ReviewAnswers,
  fromFile: ReadonlySet<string>,
  actor: Actor,
): Promise<AnswersPlan> {
  const project = await workspace.read(id);
  const plan = planAnswers(project, file, fromFile);
  ensureMayExecute(workspace.access, actor, project, commandOf(plan));
  return plan;
}

const commandOf = ({ verdicts, comments }: AnswersPlan) =>
  ({ kind: 'take-in-reviews', verdicts, comments }) as const;

/**
 * Takes a reviewer's answers in as one step.
 *
 * @param fromFile excerpts whose conflict the file's verdict wins
 * @throws Rejection `not-your-words` where they are somebody else's and the actor no owner
 */
export async function takeInAnswers(
  workspace: Workspace,
  id: ProjectId,
  file: ReviewAnswers,
  fromFile: ReadonlySet<string>,
  actor: Actor,
): Promise<TakenAnswers> {
  for (let tries = 1; ; tries++)
    try {
      return await takeInOnce(workspace, id, file, fromFile, actor);
    } catch (error) {
      if (!(error instanceof StaleRevision) || tries >= MOST_TRIES) throw error;
    }
}

/** Somebody may write between planning and taking in: then it is planned again. */
const MOST_TRIES = 5;

async function takeInOnce(
  workspace: Workspace,
  id: ProjectId,
  file: ReviewAnswers,
  fromFile: ReadonlySet<string>,
  actor: Actor,
): Promise<TakenAnswers> {
  const project = await workspace.read(id);
  const { revision: planned } = project;
  const plan = planAnswers(project, file, fromFile);
  const isNothing = plan.verdicts.length + plan.comments.length === 0;
  if (isNothing) return { plan, isNothing, revision: planned };
  const { revision } = await workspace.execute(id, commandOf(plan), actor, planned);
  return { plan, isNothing, revision };
}
