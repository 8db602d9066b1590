import { byOrder, type Project } from '../project/project.ts';
import { attributeAxis } from './axes/attribute-axis.ts';
import { listAxis, type Axis } from './axes/axis-item.ts';
import { caseAxis } from './axes/case-axis.ts';
import { conceptAxis } from './axes/concept-axis.ts';
import { partAxis, questionAxis } from './axes/question-axis.ts';
import { themeAxis } from './axes/theme-axis.ts';
import { EVERYTHING, type Selection } from './selection.ts';

export type { Axis, AxisItem } from './axes/axis-item.ts';

/** What a table's rows or columns can be; the groups of an attribute aside. */
export const AXIS_KINDS = [
  'theme',
  'type',
  'question',
  'part',
  'concept',
  'case',
  'coder',
] as const;

/** `part` is a theme of the interview guide; an attribute is given by its name or id. */
export type AxisKind = (typeof AXIS_KINDS)[number] | `${typeof ATTRIBUTE}${string}`;

export const ATTRIBUTE = 'attribute:';

export const isAxisKind = (kind: string): kind is AxisKind =>
  AXIS_KINDS.some((one) => one === kind) || kind.startsWith(ATTRIBUTE);

/** @throws Rejection `attribute-not-found` */
export function axis(project: Project, kind: AxisKind, selection: Selection = EVERYTHING): Axis {
  switch (kind) {
    case 'theme':
      return themeAxis(project, selection);
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
    default:
      return attributeAxis(project, kind.slice(ATTRIBUTE.length), selection);
  }
}

const coderAxis = ({ coders }: Project, { coderIds = [] }: Selection): Axis =>
  listAxis(
    [...coders.values()].filter(({ id }) => coderIds.length === 0 || coderIds.includes(id)),
    (excerpt) => [excerpt.coderId],
  );
