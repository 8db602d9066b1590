import { caseOf } from '../../cases/case-of.ts';
import type { Project } from '../../project/project.ts';
import { casesSelected, type Selection } from '../selection.ts';
import { flat, NOWHERE, type DividingAxis } from './axis-item.ts';

/** The interviewees chosen, in their order; a passage of a group interview is its speaker's. */
export function caseAxis(project: Project, selection: Selection): DividingAxis {
  const cases = casesSelected(project, selection);
  const places = new Map<string, readonly number[]>(cases.map(({ id }, i) => [id, [i]]));
  return {
    items: cases.map(({ id, name }) => flat(id, name)),
    placesOf: (passage) => places.get(caseOf(project, passage) ?? '') ?? NOWHERE,
    divides: 'cases',
  };
}
