import type { TimelineChart } from '../../../charts/chart.ts';
import {
  coverageTimeline,
  TIMELINE_UNITS,
  type CoverageTimeline,
} from '../../../domain/analysis/coverage-timeline.ts';
import type { TextOf } from '../../../domain/analysis/text-of.ts';
import { themeTitle } from '../../../domain/codebook/tree.ts';
import { transcriptsInOrder, type Project } from '../../../domain/project/project.ts';
import type { Transcript } from '../../../domain/project/records.ts';
import { coverageQuery, type CoverageQuery } from '../../api/schemas-analysis.ts';
import type { ChartPage } from './chart-page.ts';
import { emptyOf } from './co-occurrence.ts';
import { baseOf, cell, searchOf, tableOf, type Context } from './context.ts';
import { choiceField, recordField } from './fields.ts';
import { figureOf } from './figure.ts';

const LONGEST_QUOTE = 160;

/** The transcript asked for, or the first; undefined where there is none. */
export const transcriptAsked = (
  project: Project,
  { transcript }: CoverageQuery,
): Transcript | undefined =>
  (transcript && project.transcripts.get(transcript)) || transcriptsInOrder(project)[0];

export function coverageChart(
  context: Context,
  query: CoverageQuery,
  transcript: Transcript,
  textOf: TextOf,
): TimelineChart {
  const { t, formats, project } = context;
  const found = coverageTimeline(project, transcript, query.unit, textOf);
  const base = `${baseOf(context)}/code/${transcript.id}#e-`;
  return {
    kind: 'timeline',
    title: t(`charts.coverage.title.${query.unit}`, {
      name: transcript.title,
      length: formats.number(found.length),
    }),
    note: t('charts.coverage.note'),
    desc: t('charts.coverage.desc', { count: found.rows.length }),
    empty: t('charts.coverage.none', { name: transcript.title }),
    language: formats.language,
    scale: t(`charts.coverage.scale.${query.unit}`),
    length: found.length,
    rows: found.rows.map(({ theme, stretches }) => ({
      name: themeTitle(theme),
      stretches: stretches.map(({ excerptId, from, to, turn, quote }) => ({
        from,
        to,
        name: `${t('charts.coverage.turn', { turn })}: ${shortened(quote)}`,
        href: base + excerptId,
      })),
    })),
    table: tableFor(context, base, found),
  };
}

function tableFor({ t }: Context, base: string, { rows }: CoverageTimeline) {
  return tableOf(
    t,
    ['theme', 'turn', 'from', 'to', 'quote'].map((name) => t(`charts.coverage.columns.${name}`)),
    rows.flatMap(({ theme, stretches }) =>
      stretches.map(({ excerptId, from, to, turn, quote }) => [
        cell(themeTitle(theme)),
        cell(turn),
        cell(from + 1),
        cell(to),
        cell(shortened(quote), base + excerptId),
      ]),
    ),
  );
}

function shortened(quote: string): string {
  const flat = quote.replace(/\s+/g, ' ');
  if (flat.length <= LONGEST_QUOTE) return flat;
  return `${flat.slice(0, flat.lastIndexOf(' ', LONGEST_QUOTE))} …`;
}

export function coveragePage(context: Context, query: CoverageQuery, textOf: TextOf): ChartPage {
  const { t, project } = context;
  const base = baseOf(context);
  const transcript = transcriptAsked(project, query);
  const listed = transcriptsInOrder(project).map(({ id, title }) => ({ id, name: title }));
  return {
    base,
    action: `${base}/analyse/coverage`,
    title: t('nav.coverage'),
    about: t('charts.coverage.about'),
    empty: emptyOf(context),
    fields: [
      recordField('transcript', t('charts.coverage.transcript'), listed, transcript?.id ?? null),
      choiceField(t, 'coverage', 'unit', TIMELINE_UNITS, query.unit),
    ],
    statements: [],
    warnings: [],
    figures: transcript
      ? [
          figureOf('coverage', coverageChart(context, query, transcript, textOf), {
            base,
            search: searchOf({ ...query }, { ...coverageQuery.parse({}) }),
            t,
          }),
        ]
      : [],
    notes: [],
    pane: null,
  };
}
