import { caseOf } from '../../cases/case-of.ts';
import { groupsOfAttribute } from '../../cases/groups-of-attribute.ts';
import type { AttributeId } from '../../ids.ts';
import type { Project } from '../../project/project.ts';
import type { Attribute } from '../../project/records.ts';
import { Rejection } from '../../rejection.ts';
import { casesSelected, type Selection } from '../selection.ts';
import { flat, NOWHERE, type DividingAxis } from './axis-item.ts';

/** The interviewees chosen, in groups of those who have the same of an attribute or measure. */
export function attributeAxis(
  project: Project,
  nameOrId: string,
  selection: Selection,
): DividingAxis {
  const { id } = attributeNamed(project, nameOrId);
  const chosen = new Set(casesSelected(project, selection).map((one) => one.id));
  const groups = groupsOfAttribute(project, id).map((group) => ({
    ...group,
    caseIds: group.caseIds.filter((caseId) => chosen.has(caseId)),
  }));
  const places = new Map<string, readonly number[]>(
    groups.flatMap(({ caseIds }, i) => caseIds.map((caseId) => [caseId, [i]] as const)),
  );
  return {
    items: groups.map((group) => ({ ...flat(group.id, group.id), group: group.label })),
    placesOf: (passage) => places.get(caseOf(project, passage) ?? '') ?? NOWHERE,
    divides: 'cases',
  };
}

/** @throws Rejection `attribute-not-found` */
export function attributeNamed({ attributes }: Project, nameOrId: string): Attribute {
  const attribute =
    attributes.get(nameOrId as AttributeId) ??
    [...attributes.values()].find(({ name }) => name === nameOrId);
  if (!attribute) throw new Rejection('not-found', 'attribute-not-found', { id: nameOrId });
  return attribute;
}
