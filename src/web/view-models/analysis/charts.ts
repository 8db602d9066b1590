import type * as z from 'zod';
import { countedTable } from '../../../app/count-table.ts';
import { wordsOf } from '../../../app/words-of.ts';
import type { Chart } from '../../../charts/chart.ts';
import { measureByTheme } from '../../../domain/analysis/measures/measure-by-theme.ts';
import type { ProjectId } from '../../../domain/ids.ts';
import { Rejection } from '../../../domain/rejection.ts';
import {
  coOccurrenceQuery,
  coverageQuery,
  measuresQuery,
  saturationQuery,
  spreadQuery,
  wordsQuery,
} from '../../api/schemas-analysis.ts';
import { selectionOf, tableQuery, type TableQuery } from '../../api/schemas-frequencies.ts';
import { profileValues } from '../../api/schemas-types.ts';
import type { Services } from '../../services.ts';
import { namedTable } from '../../table-words.ts';
import { coOccurrenceCharts } from './co-occurrence.ts';
import { treeChart } from '../types-profiles.ts';
import type { Context } from './context.ts';
import { coverageChart, transcriptAsked } from './coverage.ts';
import { frequencyCharts } from './frequencies.ts';
import { measureAsked, measuresChart } from './measures.ts';
import { saturationChart } from './saturation.ts';
import { spreadChart } from './spread.ts';
import { wordBars, wordsByCase, wordsOptions } from './words.ts';

/** A chart that can be downloaded, by the name its figure has on the page. */
export interface NamedChart {
  readonly id: string;
  readonly summary: string;
  readonly query: z.ZodType;
  make(given: Given): Promise<Chart> | Chart;
}

interface Given {
  readonly services: Services;
  readonly id: ProjectId;
  readonly query: unknown;
  /** Of the project as it stands. */
  context(): Promise<Context>;
}

function named<Q>(
  id: string,
  summary: string,
  query: z.ZodType<Q>,
  make: (context: Context, query: Q, given: Given) => Promise<Chart> | Chart,
): NamedChart {
  return {
    id,
    summary,
    query,
    make: async (given) => make(await given.context(), query.parse(given.query), given),
  };
}

async function tabled(query: TableQuery, given: Given) {
  const options = { ...query, only: selectionOf(query) };
  const { project, table } = await countedTable(given.services.workspace, given.id, options);
  const context = { ...(await given.context()), project };
  const named = namedTable(project, table, options, context.formats.language, context.t);
  return { context, charts: frequencyCharts(context, query, named) };
}

export const NAMED_CHARTS: readonly NamedChart[] = [
  named(
    'frequencies-heat',
    'A table of frequencies as a heat map',
    tableQuery,
    async (_, query, given) => (await tabled(query, given)).charts.heat,
  ),
  named(
    'frequencies-bars',
    'The totals of a table’s rows as bars',
    tableQuery,
    async (_, query, given) => {
      const { charts } = await tabled(query, given);
      return charts.bars ?? charts.heat;
    },
  ),
  named(
    'co-occurrence-matrix',
    'Themes that occur together, as a heat map',
    coOccurrenceQuery,
    (context, query) => coOccurrenceCharts(context, query).matrix,
  ),
  named(
    'co-occurrence-network',
    'Themes that occur together, as a network',
    coOccurrenceQuery,
    (context, query) => coOccurrenceCharts(context, query).network,
  ),
  named('saturation', 'New themes interview by interview', saturationQuery, (context, query) =>
    saturationChart(context, query),
  ),
  named('words', 'The words said most', wordsQuery, async (_, query, given) => {
    const found = await wordsOf(given.services.workspace, given.id, wordsOptions(query));
    return wordBars(await given.context(), query, found);
  }),
  named('words-by-case', 'Words by interviewee', wordsQuery, async (_, query, given) => {
    const found = await wordsOf(given.services.workspace, given.id, wordsOptions(query));
    return wordsByCase(await given.context(), query, found);
  }),
  named('measures', 'A measure with and without each theme', measuresQuery, (context, query) => {
    const id = measureAsked(context.project, query);
    if (id === undefined) throw new Rejection('not-found', 'attribute-not-found', { id: '' });
    return measuresChart(context, query, measureByTheme(context.project, id));
  }),
  named(
    'coverage',
    'Where in an interview themes occur',
    coverageQuery,
    async (first, query, given) => {
      const asked = transcriptAsked(first.project, query);
      if (!asked) throw new Rejection('not-found', 'transcript-not-found', { id: '' });
      const text = await given.services.workspace.text(given.id, asked.id);
      const context = await given.context();
      const transcript = context.project.transcripts.get(asked.id) ?? asked;
      return coverageChart(context, query, transcript, () => text);
    },
  ),
  named('spread', 'Who is quoted how much', spreadQuery, (context, query) =>
    spreadChart(context, query),
  ),
  named(
    'profile-tree',
    'Which cases are alike, as an average-linkage tree',
    profileValues,
    ({ project, t, formats }, { values }) => treeChart(project, values, t, formats),
  ),
];
