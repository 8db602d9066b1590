import type { ColumnUse } from '../../domain/cases/column-use.ts';
import { effortScale } from '../../domain/cases/proposed-measure.ts';
import { cellText, type Cell, type Table } from '../../domain/cases/table.ts';
import { attributesInOrder, type Project } from '../../domain/project/project.ts';
import { ATTRIBUTE_KINDS } from '../../domain/project/records.ts';
import type { Translate } from '../i18n.ts';
import { scaleOptions } from './attribute-page.ts';

/** A column of a table and what is to become of it, for a form. */
export interface ColumnRow {
  readonly index: number;
  readonly name: string;
  readonly samples: readonly string[];
  readonly filled: string;
  readonly chosen: string;
  readonly easyEnd: 'low' | 'high' | '';
  readonly groups: readonly OptionGroup[];
}

interface OptionGroup {
  /** Null for options that stand by themselves. */
  readonly name: string | null;
  readonly options: readonly { readonly value: string; readonly name: string }[];
}

const SAMPLES = 3;
const LONGEST_SAMPLE = 80;

export function columnRows(
  project: Project,
  table: Table,
  uses: readonly ColumnUse[],
  purpose: 'values' | 'survey',
  t: Translate,
): ColumnRow[] {
  const groups = optionGroups(project, purpose, t);
  return table.columns.map((name, index) => {
    const cells = table.rows.map((row) => row.cells[index] ?? null);
    const filled = cells.filter((cell) => cellText(cell) !== '');
    const use = uses[index] ?? { as: 'skip' };
    return {
      index,
      name,
      samples: [...new Set(filled.map((cell) => shortened(cellText(cell))))].slice(0, SAMPLES),
      filled: t('tables.filled', { count: filled.length, all: cells.length }),
      chosen: valueOf(use, cells),
      easyEnd: use.as === 'new' ? (use.measure?.easyEnd ?? '') : '',
      groups,
    };
  });
}

const shortened = (text: string): string =>
  text.length > LONGEST_SAMPLE ? `${text.slice(0, LONGEST_SAMPLE)}…` : text;

/** The option that a use is; an effort measure whose direction is not known has its scale chosen. */
function valueOf(use: ColumnUse, cells: readonly Cell[]): string {
  if (use.as === 'known') return `known:${use.attributeId}`;
  if (use.as !== 'new') return use.as;
  if (use.kind !== 'measure') return `new:${use.kind}`;
  const { kind, min, max } = use.measure ?? { kind: 'ces', ...effortScale(cells) };
  return `new:${kind} ${min ?? 1} ${max ?? 7}`;
}

function optionGroups(
  project: Project,
  purpose: 'values' | 'survey',
  t: Translate,
): readonly OptionGroup[] {
  const alone = purpose === 'survey' ? ['case', 'question', 'skip'] : ['case', 'skip'];
  const attributes = attributesInOrder(project);
  return [
    {
      name: null,
      options: alone.map((value) => ({ value, name: t(`tables.uses.${purpose}.${value}`) })),
    },
    {
      name: t('attributes.new'),
      options: ATTRIBUTE_KINDS.filter((kind) => kind !== 'measure').map((kind) => ({
        value: `new:${kind}`,
        name: t(`attributes.kinds.${kind}.name`),
      })),
    },
    {
      name: t('tables.new-measure'),
      options: scaleOptions(null, t).map(({ value, name }) => ({ value: `new:${value}`, name })),
    },
    ...(attributes.length > 0
      ? [
          {
            name: t('tables.known'),
            options: attributes.map(({ id, name }) => ({ value: `known:${id}`, name })),
          },
        ]
      : []),
  ];
}
