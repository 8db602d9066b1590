import {
  newChoice,
  readValue,
  type AttributeValue,
  type ValueFault,
} from '../cases/attribute-value.ts';
import type { AttributeId, CaseId } from '../ids.ts';
import { Rejection } from '../rejection.ts';
import type { NewCase, SetValues } from './case-commands.ts';
import type { Context } from './decide.ts';
import { newAttributes } from './decide-attributes.ts';
import { changeOf, someOf, type ProjectEvent } from './events.ts';
import { found } from './found.ts';
import { NamedCases } from './named-cases.ts';
import type { Project } from './project.ts';
import type { Attribute, Case } from './records.ts';

/**
 * The values of many cases, each checked against its attribute. All of them are taken or none.
 *
 * @param named knows the new cases afterwards
 * @throws Rejection `value-<fault>` {attribute, case, value}
 */
export function setValues(
  project: Project,
  command: SetValues,
  context: Context,
  named = new NamedCases(project, context),
): ProjectEvent[] {
  const added = newAttributes(project, command.newAttributes ?? [], context);
  const attributes = new Map(project.attributes);
  for (const { record } of added) attributes.set(record.id, record);
  const caseEvents = newCases(project, command.newCases ?? [], named);
  const cases = new Map(project.cases);
  for (const event of caseEvents)
    if (event.kind === 'case-added') cases.set(event.record.id, event.record);
  const grown = new Map<AttributeId, Attribute>();
  const changed = new Map<CaseId, Record<AttributeId, AttributeValue>>();
  for (const { caseId, attributeId, value } of command.values) {
    const one = found(cases, caseId, 'case');
    const attribute = grown.get(attributeId) ?? found(attributes, attributeId, 'attribute');
    const read = readOrAdd(attribute, one, value, command.newChoices);
    if (read.attribute !== attribute) grown.set(attributeId, read.attribute);
    const values = changed.get(caseId) ?? { ...one.attributes };
    changed.set(caseId, values);
    if (read.value === null) Reflect.deleteProperty(values, attributeId);
    else values[attributeId] = read.value;
  }
  return [
    ...added,
    ...[...grown.values()].flatMap((record) =>
      someOf(changeOf('attribute', found(attributes, record.id, 'attribute'), record)),
    ),
    ...caseEvents.map((event) => withValues(event, changed)),
    ...[...changed].flatMap(([id, values]) =>
      someOf(changeOf('case', found(cases, id, 'case'), { attributes: values })),
    ),
  ];
}

/** A new case comes with its values; they are then no change of it. */
function withValues(
  event: ProjectEvent,
  changed: Map<CaseId, Record<AttributeId, AttributeValue>>,
): ProjectEvent {
  if (event.kind !== 'case-added') return event;
  const { record } = event;
  const attributes = changed.get(record.id);
  if (!attributes) return event;
  changed.delete(record.id);
  return { ...event, record: { ...record, attributes } };
}

function newCases(project: Project, added: readonly NewCase[], cases: NamedCases): ProjectEvent[] {
  for (const { id, name } of added) {
    if (cases.has(name)) throw new Rejection('conflict', 'case-name-taken', { name });
    if (project.cases.has(id)) throw new Rejection('conflict', 'case-exists', { id });
    cases.add(name, id);
  }
  return cases.takeEvents();
}

const FAULTS: Readonly<Record<ValueFault, { readonly code: string }>> = {
  number: { code: 'value-number' },
  date: { code: 'value-date' },
  choice: { code: 'value-choice' },
  measure: { code: 'value-measure' },
  long: { code: 'value-long' },
};

/** The value, and the attribute with it on its list where it is a choice to be added. */
function readOrAdd(
  attribute: Attribute,
  one: Case,
  given: AttributeValue | null,
  newChoices: SetValues['newChoices'],
): { value: AttributeValue | null; attribute: Attribute } {
  const read = readValue(attribute, given);
  if (!('fault' in read)) return { value: read.value, attribute };
  const choice = given === null ? null : newChoice(given);
  if (read.fault === 'choice' && newChoices === 'add' && choice !== null)
    return { value: choice, attribute: { ...attribute, choices: [...attribute.choices, choice] } };
  throw new Rejection('invalid', FAULTS[read.fault].code, {
    attribute: attribute.name,
    case: one.name,
    value: String(given).slice(0, 80),
    min: attribute.measure?.min ?? '',
    max: attribute.measure?.max ?? '',
  });
}
