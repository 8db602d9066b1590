import { concordanceOf, wordsOf } from '../../app/words-of.ts';
import { chartSvg } from '../../charts/chart-svg.ts';
import { fileLook } from '../../charts/look.ts';
import { themeCoOccurrence } from '../../domain/analysis/co-occurrence/theme-co-occurrence.ts';
import { coverageTimeline } from '../../domain/analysis/coverage-timeline.ts';
import { measureByTheme } from '../../domain/analysis/measures/measure-by-theme.ts';
import { themeSaturation } from '../../domain/analysis/saturation/theme-saturation.ts';
import { quoteSpread } from '../../domain/analysis/spread/quote-spread.ts';
import type { Project } from '../../domain/project/project.ts';
import type { Theme } from '../../domain/project/records.ts';
import { Rejection } from '../../domain/rejection.ts';
import { localsOf } from '../middleware/language.ts';
import type { Services } from '../services.ts';
import { asDownload } from '../files/send-file.ts';
import { chartRows } from '../view-models/analysis/chart-rows.ts';
import { NAMED_CHARTS } from '../view-models/analysis/charts.ts';
import { coOccurrenceOptions } from '../view-models/analysis/co-occurrence.ts';
import { concordanceRows } from '../view-models/analysis/concordance.ts';
import { transcriptAsked } from '../view-models/analysis/coverage.ts';
import { measureAsked } from '../view-models/analysis/measures.ts';
import { saturationOptions } from '../view-models/analysis/saturation.ts';
import { wordsOptions } from '../view-models/analysis/words.ts';
import { formatsOf } from '../view-models/formats.ts';
import { route, type ApiRoute } from './route.ts';
import * as asked from './schemas-analysis.ts';
import { projectParams } from './schemas.ts';

/** The analyses beside the tables, their drawings and their files. */
export const chartRoutes = (services: Services): ApiRoute[] => [
  ...themeRoutes(services),
  ...textRoutes(services),
  ...NAMED_CHARTS.flatMap((chart) => fileRoutes(services, chart)),
  concordanceFile(services),
];

const themeJson = ({ id, name, label }: Theme): object => ({ id, name, label });

function themeRoutes({ workspace }: Services): ApiRoute[] {
  return [
    route({
      method: 'get',
      path: '/projects/:p/analysis/co-occurrence',
      summary: 'Which themes occur together, by overlap, excerpt, turn or case',
      params: projectParams,
      query: asked.coOccurrenceQuery,
      handle: async ({ params, query }) => {
        const project = await workspace.read(params.p);
        const found = themeCoOccurrence(project, coOccurrenceOptions(query));
        return {
          rule: query.rule,
          level: query.level,
          themes: found.themes.map((theme, i) => ({
            ...themeJson(theme),
            occurrences: found.counts.occurrences[i] ?? 0,
          })),
          pairs: found.pairs.map(({ a, b, ...rest }) => ({
            a: found.themes[a]?.id,
            b: found.themes[b]?.id,
            ...rest,
          })),
        };
      },
    }),
    route({
      method: 'get',
      path: '/projects/:p/analysis/saturation',
      summary: 'New themes interview by interview, and when hardly any came (Guest et al. 2020)',
      params: projectParams,
      query: asked.saturationQuery,
      handle: async ({ params, query }) => {
        const { interviews, ...found } = themeSaturation(
          await workspace.read(params.p),
          saturationOptions(query),
        );
        return {
          ...found,
          interviews: interviews.map(({ transcript, newThemes }) => ({
            transcriptId: transcript.id,
            title: transcript.title,
            newThemes: newThemes.map(themeJson),
          })),
        };
      },
    }),
    route({
      method: 'get',
      path: '/projects/:p/analysis/measures-by-theme',
      summary: 'A measure (NPS, CSAT, CES) of the cases that have each theme and of the others',
      params: projectParams,
      query: asked.measuresQuery,
      handle: async ({ params, query }) => {
        const project = await workspace.read(params.p);
        const id = measureAsked(project, query);
        return id === undefined
          ? { measure: null, rows: [] }
          : measureJson(project, measureByTheme(project, id));
      },
    }),
    route({
      method: 'get',
      path: '/projects/:p/analysis/spread',
      summary: 'Each case’s share of the excerpts or the report’s quotes beside that of the words',
      params: projectParams,
      query: asked.spreadQuery,
      handle: async ({ params, query }) => ({
        cases: quoteSpread(await workspace.read(params.p), query.of).map(
          ({ case: one, ...row }) => ({
            id: one.id,
            name: one.name,
            ...row,
          }),
        ),
      }),
    }),
  ];
}

function measureJson(
  _: Project,
  { measure, name, all, answers, rows }: ReturnType<typeof measureByTheme>,
): object {
  return {
    measure: { name, ...measure },
    all,
    answers: answers.map(({ case: one, answer }) => ({ id: one.id, name: one.name, answer })),
    rows: rows.map(({ theme, ...row }) => ({ theme: themeJson(theme), ...row })),
  };
}

function textRoutes({ workspace }: Services): ApiRoute[] {
  return [
    route({
      method: 'get',
      path: '/projects/:p/analysis/words',
      summary: 'The words said most, all forms of a word together, stop words left out',
      params: projectParams,
      query: asked.wordsQuery,
      handle: async ({ params, query }) => {
        const { cases, ...found } = await wordsOf(workspace, params.p, wordsOptions(query));
        return { cases: cases.map(({ id, name }) => ({ id, name })), ...found };
      },
    }),
    route({
      method: 'put',
      path: '/projects/:p/analysis/words/settings',
      summary: 'Change the stop words (null: the usual ones) or the words counted as one',
      params: projectParams,
      body: asked.wordSettings,
      handle: async ({ params, body, actor, expectedRevision }) => {
        const changes = { ...body };
        const { revision } = await workspace.execute(
          params.p,
          { kind: 'change-project', changes },
          actor,
          expectedRevision,
        );
        const { stopWords, wordMerges } = (await workspace.read(params.p)).settings;
        return { stopWords, wordMerges, revision };
      },
    }),
    route({
      method: 'get',
      path: '/projects/:p/analysis/concordance',
      summary: 'Every place where words stand, in their context (KWIC)',
      params: projectParams,
      query: asked.concordanceQuery,
      handle: ({ params, query }) =>
        concordanceOf(workspace, params.p, asked.concordanceSearch(query)),
    }),
    route({
      method: 'get',
      path: '/projects/:p/analysis/coverage',
      summary: 'Where in an interview its themes occur, in words or turns',
      params: projectParams,
      query: asked.coverageQuery,
      handle: async ({ params, query }) => {
        const transcript = transcriptAsked(await workspace.read(params.p), query);
        if (!transcript) throw new Rejection('not-found', 'transcript-not-found', { id: '' });
        const text = await workspace.text(params.p, transcript.id);
        const project = await workspace.read(params.p);
        const found = coverageTimeline(project, transcript, query.unit, () => text);
        return {
          transcriptId: transcript.id,
          ...found,
          rows: found.rows.map(({ theme, stretches }) => ({ theme: themeJson(theme), stretches })),
        };
      },
    }),
  ];
}

const MIMES = {
  svg: 'image/svg+xml; charset=utf-8',
  png: 'image/png',
  csv: 'text/csv; charset=utf-8',
} as const;

function fileRoutes(services: Services, chart: (typeof NAMED_CHARTS)[number]): ApiRoute[] {
  const { workspace, chartFiles } = services;
  return (['svg', 'png', 'csv'] as const).map((extension) =>
    route({
      method: 'get',
      path: `/projects/:p/charts/${chart.id}.${extension}`,
      summary: `${chart.summary}, as ${extension}`,
      params: projectParams,
      query: chart.query,
      produces: MIMES[extension],
      handle: async ({ params, req, res }) => {
        const { t, language } = localsOf(res);
        const formats = formatsOf(language);
        const context = async () => ({ project: await workspace.read(params.p), t, formats });
        const made = await chart.make({ services, id: params.p, query: req.query, context });
        const { project } = await context();
        asDownload(res, `${project.settings.name} – ${chart.id}`, extension);
        res.type(MIMES[extension]);
        if (extension === 'svg') res.send(chartSvg(made, fileLook()));
        else if (extension === 'png') res.send(Buffer.from(await chartFiles.png(made)));
        else res.send(chartFiles.csv(chartRows(made.table, t), language));
        return undefined;
      },
    }),
  );
}

const concordanceFile = ({ workspace, chartFiles }: Services): ApiRoute =>
  route({
    method: 'get',
    path: '/projects/:p/analysis/concordance.csv',
    summary: 'The places where words stand, as csv',
    params: projectParams,
    query: asked.concordanceQuery,
    produces: MIMES.csv,
    handle: async ({ params, query, res }) => {
      const { t, language } = localsOf(res);
      const search = { ...asked.concordanceSearch(query), limit: 10_000 };
      const found = await concordanceOf(workspace, params.p, search);
      const project = await workspace.read(params.p);
      const rows = concordanceRows({ project, t, formats: formatsOf(language) }, found);
      asDownload(res, `${project.settings.name} – ${query.q}`, 'csv');
      res.type(MIMES.csv).send(chartFiles.csv(rows, language));
      return undefined;
    },
  });
