import { attributeNamed } from '../domain/analysis/axes/attribute-axis.ts';
import { ATTRIBUTE, type AxisItem, type AxisKind } from '../domain/analysis/axis.ts';
import type { CrossTable } from '../domain/analysis/cross-table.ts';
import type { Project } from '../domain/project/project.ts';
import type { Attribute, Language } from '../domain/project/records.ts';
import { groupName } from './group-name.ts';
import type { Translate } from './i18n.ts';

/** What a table's rows or columns are called: "Themes", or an attribute's own name. */
export const kindName = (project: Project, kind: AxisKind, t: Translate): string =>
  attributeOf(project, kind)?.name ?? t(`frequencies.kinds.${kind}`);

/** The same within a title: "by theme". */
export const kindInTitle = (project: Project, kind: AxisKind, t: Translate): string =>
  attributeOf(project, kind)?.name ?? t(`frequencies.by.${kind}`);

const attributeOf = (project: Project, kind: AxisKind): Attribute | null =>
  kind.startsWith(ATTRIBUTE) ? attributeNamed(project, kind.slice(ATTRIBUTE.length)) : null;

/** What gives an item its name in a language: a group of cases has none of its own. */
export function itemNames(
  project: Project,
  kind: AxisKind,
  language: Language,
  t: Translate,
): (item: AxisItem) => AxisItem {
  const attribute = attributeOf(project, kind);
  if (!attribute) return (item) => item;
  return (item) =>
    item.group ? { ...item, name: groupName(attribute, item.group, language, t) } : item;
}

/** A table with names for everything along its sides. */
export function namedTable<Figure>(
  project: Project,
  table: CrossTable<Figure>,
  { rows, columns }: { readonly rows: AxisKind; readonly columns: AxisKind },
  language: Language,
  t: Translate,
): CrossTable<Figure> {
  return {
    ...table,
    rows: table.rows.map(itemNames(project, rows, language, t)),
    columns: table.columns.map(itemNames(project, columns, language, t)),
  };
}
