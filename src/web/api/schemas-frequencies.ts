import * as z from 'zod';
import type { TableOptions } from '../../app/count-table.ts';
import { AXIS_KINDS, isAxisKind, type AxisKind } from '../../domain/analysis/axis.ts';
import { FREQUENCY_UNITS } from '../../domain/analysis/frequencies.ts';
import type { Selection } from '../../domain/analysis/selection.ts';
import { PERCENTS, type TableView } from '../../domain/analysis/shown-table.ts';
import type {
  CaseId,
  CoderId,
  ResearchQuestionId,
  TranscriptId,
  TypeId,
} from '../../domain/ids.ts';
import { ANCHOR_STATUSES } from '../../domain/project/records.ts';
import { VERDICTS } from '../../domain/project/review-records.ts';

/** What is counted; `coverage` is the share of the interviewees' words. */
export const TABLE_UNITS = [...FREQUENCY_UNITS, 'coverage'] as const;

const kind = (usual: AxisKind) =>
  z
    .string()
    .max(300)
    .refine(isAxisKind, { message: `${AXIS_KINDS.join(', ')} or attribute:NAME` })
    .default(usual)
    .describe(`${AXIS_KINDS.join(', ')} (part: a theme of the guide) or attribute:NAME`);

/** One value, several of one name, or none. */
export const several = <One extends z.ZodType>(one: One) =>
  z
    .union([z.array(one).max(2_000), one.transform((given) => [given])])
    .default([])
    .transform((list) => list as z.output<One>[]);

export const ids = <T extends string>() =>
  several(z.string().max(64)).transform((list) => list.filter((id) => id !== '') as T[]);

const filters = z.object({
  coder: ids<CoderId>(),
  case: ids<CaseId>(),
  transcript: ids<TranscriptId>(),
  type: ids<TypeId>(),
  status: several(z.enum(ANCHOR_STATUSES)),
  verdict: several(z.enum([...VERDICTS, 'none'])).describe('given last; none: not reviewed'),
  researchQuestion: z.string().max(64).optional(),
  originals: several(z.enum(['with'])).describe(
    'with: count what a consensus stands for beside it',
  ),
});

/** Which table; the API answers this much. */
export const frequencyQuery = filters.extend({
  rows: kind('theme'),
  columns: kind('case'),
  unit: z.enum(TABLE_UNITS).default('excerpts'),
});

/** How it is looked at as well: what a page and its downloads show. */
export const tableQuery = frequencyQuery.extend({
  percent: z.enum(PERCENTS).catch('none'),
  sort: z.string().max(300).optional(),
  levels: z.coerce.number().int().min(1).max(20).optional().catch(undefined),
  hide: several(z.enum(['rows', 'columns'])),
});

export type TableQuery = z.output<typeof tableQuery>;

export const selectionOf = (query: z.output<typeof filters>): Selection => ({
  coderIds: query.coder,
  caseIds: query.case,
  transcriptIds: query.transcript,
  typeIds: query.type,
  statuses: query.status,
  verdicts: query.verdict,
  originals: query.originals.length > 0,
  researchQuestionId: (query.researchQuestion || undefined) as ResearchQuestionId | undefined,
});

/** What is counted for it. */
export const tableOptions = (query: z.output<typeof frequencyQuery>): TableOptions => ({
  rows: query.rows,
  columns: query.columns,
  unit: query.unit,
  only: selectionOf(query),
});

export const viewOf = ({ percent, sort, levels, hide, unit }: TableQuery): TableView => ({
  percent: unit === 'coverage' ? 'none' : percent,
  sort: sort || null,
  levels: levels ?? null,
  hide,
});

const item = z.looseObject({ id: z.string(), name: z.string() });
const figure = z.number().nullable().describe('null: nobody speaks there');

export const frequenciesAnswer = z.object({
  unit: z.enum(TABLE_UNITS),
  rows: z.array(item.extend({ depth: z.number() })),
  columns: z.array(item),
  cells: z.array(z.array(figure)).describe('coverage: a share of 0–1'),
  rowTotals: z.array(figure),
  columnTotals: z.array(figure),
  total: figure,
  nullReason: z
    .literal('no-speech')
    .nullable()
    .describe('why figures are null; null where none is'),
});
