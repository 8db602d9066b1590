import { isMeasure } from '../analysis/measures/measure-statistics.ts';
import { newChoice, readValue } from '../cases/attribute-value.ts';
import { byOrder, numberedAt, orderAtEnd, placeWithin } from '../codebook/place.ts';
import type { AttributeId } from '../ids.ts';
import { Rejection } from '../rejection.ts';
import type { AttributeChanges, CaseCommand, NewAttribute } from './case-commands.ts';
import type { Context } from './decide.ts';
import { changeOf, someOf, type Added, type ProjectEvent } from './events.ts';
import { found } from './found.ts';
import { casesInOrder, type Project } from './project.ts';
import type { Attribute, Case } from './records.ts';
import { pointersTo } from './references.ts';

type AttributeCommand = Extract<
  CaseCommand,
  { kind: 'add-attribute' | 'change-attribute' | 'move-attribute' | 'remove-attribute' }
>;

export function decideAttributes(
  project: Project,
  command: AttributeCommand,
  context: Context,
): ProjectEvent[] {
  switch (command.kind) {
    case 'add-attribute':
      return newAttributes(project, [command.attribute], context);
    case 'change-attribute':
      return changeAttribute(project, command);
    case 'move-attribute':
      return moveAttribute(project, command);
    case 'remove-attribute': {
      const record = found(project.attributes, command.id, 'attribute');
      return [
        ...pointersTo(project, 'attribute', new Set([record.id])),
        { kind: 'attribute-removed', record },
      ];
    }
  }
}

export function newAttributes(
  project: Project,
  added: readonly NewAttribute[],
  context: Context,
): Added<'attribute'>[] {
  const attributes = new Map(project.attributes);
  return added.map((attribute) => {
    const id = attribute.id ?? (context.newId() as AttributeId);
    if (attributes.has(id)) throw new Rejection('conflict', 'attribute-exists', { id });
    const record = checked(attributes, {
      ...{ kind: 'text', choices: [], measure: null },
      ...attribute,
      id,
      order: orderAtEnd(attributes.values()),
    });
    attributes.set(id, record);
    return { kind: 'attribute-added', record };
  });
}

/**
 * An attribute that can be: a name of its own, choices and a scale only where its kind has them.
 *
 * @throws Rejection `attribute-name-taken`, `measure-scale`
 */
function checked(attributes: ReadonlyMap<AttributeId, Attribute>, record: Attribute): Attribute {
  const name = record.name.toLowerCase();
  for (const other of attributes.values())
    if (other.id !== record.id && other.name.toLowerCase() === name)
      throw new Rejection('conflict', 'attribute-name-taken', { name: other.name });
  if (record.kind === 'measure' && !(record.measure && isMeasure(record.measure)))
    throw new Rejection('invalid', 'measure-scale', { name: record.name });
  return {
    ...record,
    measure: record.kind === 'measure' ? record.measure : null,
    choices: record.kind === 'choice' ? distinct(record.choices) : [],
  };
}

const distinct = (choices: readonly string[]): string[] => {
  const byKey = new Map<string, string>();
  for (const given of choices) {
    const choice = newChoice(given);
    if (choice !== null && !byKey.has(choice.toLowerCase()))
      byKey.set(choice.toLowerCase(), choice);
  }
  return [...byKey.values()];
};

function changeAttribute(
  project: Project,
  command: Extract<AttributeCommand, { kind: 'change-attribute' }>,
): ProjectEvent[] {
  const old = found(project.attributes, command.id, 'attribute');
  const renamed = new Map(command.renamed?.map(({ from, to }) => [from, to]));
  const { changes } = command;
  const changed = checked(project.attributes, {
    ...old,
    name: changes.name ?? old.name,
    kind: changes.kind ?? old.kind,
    measure: changes.measure ?? old.measure,
    ...choicesOf(project, old, changes, renamed),
  });
  const values = fitted(project, old, changed, renamed);
  if (command.unfit === 'refuse' && values.unfit.length > 0)
    throw new Rejection('conflict', 'attribute-values-unfit', {
      name: old.name,
      count: values.unfit.length,
      example: String(values.unfit[0]),
    });
  return [...someOf(changeOf('attribute', old, changed)), ...values.events];
}

/** An attribute that becomes a choice offers what the cases have, unless its choices are told. */
function choicesOf(
  project: Project,
  old: Attribute,
  changes: AttributeChanges,
  renamed: ReadonlyMap<string, string>,
): Partial<Attribute> {
  if (changes.choices) return { choices: changes.choices };
  if (changes.kind === 'choice' && old.kind !== 'choice')
    return { choices: casesInOrder(project).flatMap((one) => textOf(one, old.id)) };
  return { choices: old.choices.map((choice) => renamed.get(choice) ?? choice) };
}

const textOf = ({ attributes }: Case, id: AttributeId): string[] => {
  const value = attributes[id];
  return value === undefined ? [] : [String(value)];
};

/** The changes of the cases whose value is written otherwise under the changed attribute. */
function fitted(
  project: Project,
  old: Attribute,
  changed: Attribute,
  renamed: ReadonlyMap<string, string>,
): { events: ProjectEvent[]; unfit: (string | number)[] } {
  const events: ProjectEvent[] = [];
  const unfit: (string | number)[] = [];
  for (const one of casesInOrder(project)) {
    const value = one.attributes[old.id];
    if (value === undefined) continue;
    const read = readValue(changed, renamed.get(String(value)) ?? value);
    if ('fault' in read) unfit.push(value);
    events.push(...withValue(one, old.id, 'fault' in read ? null : read.value));
  }
  return { events, unfit };
}

function withValue(one: Case, id: AttributeId, value: string | number | null): ProjectEvent[] {
  const { [id]: _, ...others } = one.attributes;
  const attributes = value === null ? others : { ...one.attributes, [id]: value };
  return someOf(changeOf('case', one, { attributes }));
}

function moveAttribute(
  project: Project,
  { id, index }: Extract<AttributeCommand, { kind: 'move-attribute' }>,
): ProjectEvent[] {
  const attribute = found(project.attributes, id, 'attribute');
  const attributes = [...project.attributes.values()].sort(byOrder);
  const others = attributes.filter((one) => one.id !== id);
  if (attributes.indexOf(attribute) === placeWithin(others, index)) return [];
  return numberedAt(others, attribute, index).flatMap(({ id, order }) =>
    someOf(changeOf('attribute', found(project.attributes, id, 'attribute'), { order })),
  );
}
