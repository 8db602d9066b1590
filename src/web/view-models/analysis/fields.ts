import type { Translate } from '../../i18n.ts';

/** A control of an analysis: what it is called and what may be chosen. */
export type Field = SelectField | InputField;

interface SelectField {
  readonly kind: 'select';
  readonly id: string;
  readonly name: string;
  readonly options: readonly Option[];
}

interface InputField {
  readonly kind: 'number' | 'text' | 'search';
  readonly id: string;
  readonly name: string;
  readonly value: string;
  readonly min?: number;
  readonly max?: number;
  readonly hint?: string;
}

interface Option {
  readonly id: string;
  readonly name: string;
  readonly current: boolean;
}

/** A choice among words: `charts.<page>.<id>` names it, `charts.<page>.choices.<id>.<value>` its values. */
export const choiceField = (
  t: Translate,
  page: string,
  id: string,
  values: readonly string[],
  current: string,
): Field => ({
  kind: 'select',
  id,
  name: t(`charts.${page}.${id}`),
  options: values.map((value) => ({
    id: value,
    name: t(`charts.${page}.choices.${id}.${value}`),
    current: value === current,
  })),
});

/** A choice among records of the project, or none of them. */
export const recordField = (
  id: string,
  name: string,
  records: readonly { readonly id: string; readonly name: string }[],
  current: string | null,
  all?: string,
): Field => ({
  kind: 'select',
  id,
  name,
  options: [
    ...(all === undefined ? [] : [{ id: '', name: all, current: current === null }]),
    ...records.map((one) => ({ id: one.id, name: one.name, current: one.id === current })),
  ],
});
