import { byOrder, type Project } from '../project/project.ts';
import { listAxis, type Axis } from './axes/axis-item.ts';
import { caseAxis } from './axes/case-axis.ts';
import { conceptAxis } from './axes/concept-axis.ts';
import { partAxis, questionAxis } from './axes/question-axis.ts';
import { themeAxis } from './axes/theme-axis.ts';
import { EVERYTHING, type Selection } from './selection.ts';

export type { Axis, AxisItem } from './axes/axis-item.ts';

/** What a table's rows or columns can be. */
export const AXIS_KINDS = [
  'theme',
  'type',
  'question',
  'part',
  'concept',
  'case',
  'coder',
] as const;

/** `part` is a theme of the interview guide. */
export type AxisKind = (typeof AXIS_KINDS)[number];

export function axis(project: Project, kind: AxisKind, selection: Selection = EVERYTHING): Axis {
  switch (kind) {
    case 'theme':
      return themeAxis(project);
    case 'type':
      return listAxis([...project.types.values()].sort(byOrder), (excerpt) => excerpt.typeIds);
    case 'question':
      return questionAxis(project);
    case 'part':
      return partAxis(project);
    case 'concept':
      return conceptAxis(project);
    case 'case':
      return caseAxis(project, selection);
    case 'coder':
      return coderAxis(project, selection);
  }
}

const coderAxis = ({ coders }: Project, { coderIds = [] }: Selection): Axis =>
  listAxis(
    [...coders.values()].filter(({ id }) => coderIds.length === 0 || coderIds.includes(id)),
    (excerpt) => [excerpt.coderId],
  );
