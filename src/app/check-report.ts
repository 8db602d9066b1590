import type { ProjectId } from '../domain/ids.ts';
import type { Project } from '../domain/project/project.ts';
import { entryOf, type QuoteEdit } from '../domain/project/report-records.ts';
import { identifiersOf } from '../domain/reports/checks/identifiability.ts';
import { reportChecks } from '../domain/reports/checks/report-checks.ts';
import type { ReportCheck } from '../domain/reports/checks/report-check.ts';
import { quoteForEdit } from '../domain/reports/quote-for-edit.ts';
import { reportModel } from '../domain/reports/report-model.ts';
import { Rejection } from '../domain/rejection.ts';
import { overlaps } from '../domain/text/span.ts';
import { pause } from './pause.ts';
import { projectWithTexts } from './project-with-texts.ts';
import type { Actor, Workspace } from './workspace.ts';

/** By project as it stood: a page that is loaded again need not check again. */
const lately = new WeakMap<
  Project,
  { readonly revision: number; readonly checks: ReportCheck[] }
>();

/** Everything in the report to be looked at, warnings first. */
export async function checkReport(
  workspace: Workspace,
  id: ProjectId,
): Promise<readonly ReportCheck[]> {
  const now = await workspace.read(id);
  const known = lately.get(now);
  if (known?.revision === now.revision) return known.checks;
  await lookAtQuotes(now);
  const { project, textOf } = await projectWithTexts(workspace, id);
  const checks = reportChecks(project, reportModel(project), textOf);
  lately.set(project, { revision: project.revision, checks });
  return checks;
}

/** As long as nobody notices; what takes most of the first time is looked at in turns with others. */
const TURN_MS = 20;

async function lookAtQuotes(project: Project): Promise<void> {
  let began = performance.now();
  for (const excerpt of [...project.excerpts.values()]) {
    identifiersOf(excerpt);
    if (performance.now() - began < TURN_MS) continue;
    await pause();
    began = performance.now();
  }
}

/**
 * The check of that key, as it stands now.
 *
 * @throws Rejection `check-not-found` where its facts have changed or it was seen to
 */
export async function foundCheck(
  workspace: Workspace,
  id: ProjectId,
  key: string,
): Promise<ReportCheck> {
  const check = (await checkReport(workspace, id)).find((one) => one.key === key);
  if (!check) throw new Rejection('not-found', 'check-not-found', { key });
  return check;
}

/**
 * Says why what was found is meant so; null takes the answer back, of what is found no more as well.
 *
 * @throws Rejection `check-not-found` as `foundCheck` does
 */
export async function answerCheck(
  workspace: Workspace,
  id: ProjectId,
  { key, answer }: { readonly key: string; readonly answer: string | null },
  actor: Actor,
  expectedRevision?: number,
): Promise<number> {
  const { answers } = (await workspace.read(id)).report;
  if (answer !== null || entryOf(answers, key) === undefined) await foundCheck(workspace, id, key);
  const command = { kind: 'answer-check', key, answer } as const;
  return (await workspace.execute(id, command, actor, expectedRevision)).revision;
}

/** Prints a word in brackets instead of what may identify; the transcript keeps what was said. */
export async function hideIdentifier(
  workspace: Workspace,
  id: ProjectId,
  { key, word }: { readonly key: string; readonly word: string },
  actor: Actor,
): Promise<void> {
  const { excerptId, span, kind } = await foundCheck(workspace, id, key);
  if (kind !== 'identifiable' || excerptId === null || span === null)
    throw new Rejection('invalid', 'check-not-found', { key });
  const { edits: made } = quoteForEdit(await workspace.read(id), excerptId);
  const hidden: QuoteEdit = { kind: 'insert', ...span, text: word };
  const edits = [...made.filter((edit) => !overlaps(edit, span)), hidden];
  await workspace.execute(id, { kind: 'edit-quote', excerptId, edits }, actor);
}
