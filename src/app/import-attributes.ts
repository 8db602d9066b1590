import { proposedUses } from '../domain/cases/column-use.ts';
import {
  ensureScaled,
  namesInColumn,
  planValues,
  type ValuesChoices,
  type ValuesPlan,
} from '../domain/cases/plan-values.ts';
import type { Table, TableProblem } from '../domain/cases/table.ts';
import type { ProjectId } from '../domain/ids.ts';
import type { Actor, Workspace } from './workspace.ts';

/** What is done with a table when nobody says otherwise. */
export async function proposedChoices(
  workspace: Workspace,
  id: ProjectId,
  table: Table,
): Promise<ValuesChoices> {
  const uses = proposedUses(await workspace.read(id), table, 'values');
  return { uses, unknownCases: 'make', differing: 'take' };
}

/** What taking in the table would do; nothing is changed. */
export async function previewAttributes(
  workspace: Workspace,
  id: ProjectId,
  table: Table,
  choices: ValuesChoices,
): Promise<ValuesPlan> {
  const problems: TableProblem[] = [...table.problems];
  const project = await workspace.read(id);
  const names = namesInColumn(project, table, choices.uses, problems);
  const plan = planValues(project, table, choices, names, () => workspace.newId());
  return { ...plan, problems: [...problems, ...plan.problems].sort((a, b) => a.row - b.row) };
}

/** Takes in what is known of cases, as one step. */
export async function importAttributes(
  workspace: Workspace,
  id: ProjectId,
  table: Table,
  choices: ValuesChoices,
  actor: Actor,
): Promise<ValuesPlan & { readonly revision: number }> {
  const plan = await previewAttributes(workspace, id, table, choices);
  ensureScaled(plan);
  const { newAttributes, newCases, values } = plan;
  const command = { kind: 'import-attributes', newAttributes, newCases, values } as const;
  const { revision } = await workspace.execute(id, { ...command, newChoices: 'add' }, actor);
  return { ...plan, revision };
}
