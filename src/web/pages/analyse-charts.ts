import { Router, type Request, type Response } from 'express';
import type * as z from 'zod';
import { countedTable } from '../../app/count-table.ts';
import { wordsOf } from '../../app/words-of.ts';
import type { Actor } from '../../app/workspace.ts';
import type { ProjectId } from '../../domain/ids.ts';
import type { Project } from '../../domain/project/project.ts';
import { usualStopWords } from '../../domain/language/stop-words.ts';
import { actorOf } from '../middleware/identify.ts';
import * as asked from '../api/schemas-analysis.ts';
import { selectionOf, tableQuery } from '../api/schemas-frequencies.ts';
import { projectParams } from '../api/schemas.ts';
import { localsOf } from '../middleware/language.ts';
import type { Services } from '../services.ts';
import { namedTable } from '../table-words.ts';
import type { ChartPage } from '../view-models/analysis/chart-page.ts';
import { coOccurrencePage } from '../view-models/analysis/co-occurrence.ts';
import type { Context } from '../view-models/analysis/context.ts';
import { coveragePage, transcriptAsked } from '../view-models/analysis/coverage.ts';
import { frequencyChartsPage } from '../view-models/analysis/frequencies.ts';
import { measuresPage } from '../view-models/analysis/measures.ts';
import { saturationPage } from '../view-models/analysis/saturation.ts';
import { spreadPage } from '../view-models/analysis/spread.ts';
import { wordsOptions, wordsPage } from '../view-models/analysis/words.ts';
import { formatsOf } from '../view-models/formats.ts';
import { areWordsCounted } from './counting.ts';
import { seeOther } from './form.ts';
import { render } from './render.ts';
import { wordsForm } from './words-form.ts';

type Tab = 'charts' | 'co-occurrence' | 'saturation' | 'words' | 'measures' | 'coverage' | 'spread';

/** What an address asks for; the usual where it asks for what there is not. */
const queryOf = <Q>(schema: z.ZodType<Q>, req: Request): Q => {
  const read = schema.safeParse(req.query);
  return read.success ? read.data : schema.parse({});
};

/** The analyses beside the tables: each a drawing with its table, and the excerpts behind it. */
export function analyseChartPages(services: Services): Router {
  const { workspace } = services;
  const router = Router();
  const contextOf = (project: Project, res: Response): Context => {
    const { t, language } = localsOf(res);
    return { project, t, formats: formatsOf(language) };
  };
  const show = (res: Response, tab: Tab, view: string, project: Project, page: object): void =>
    render(
      services,
      res,
      view,
      {
        title: localsOf(res).t(`nav.${tab}`),
        project,
        place: 'analyse',
        tab,
        styles: ['pages', 'analyse', 'charts'],
        scripts: ['analyse', 'charts'],
      },
      { page },
    );
  /** A page that needs nothing but the project. */
  const charted = <Q>(
    tab: Tab,
    schema: z.ZodType<Q>,
    make: (context: Context, query: Q, req: Request) => ChartPage,
  ): void => {
    router.get(`/projects/:p/analyse/${tab}`, async (req, res) => {
      const { p } = projectParams.parse(req.params);
      const project = await workspace.read(p);
      const page = make(contextOf(project, res), queryOf(schema, req), req);
      show(res, tab, 'analyse-chart', project, page);
    });
  };
  const opened = (req: Request) => {
    const { open, quotes } = asked.openedQuery.parse(req.query);
    return [open, quotes === 'all'] as const;
  };

  charted('co-occurrence', asked.coOccurrenceQuery, (context, query, req) =>
    coOccurrencePage(context, query, asked.pairQuery.parse(req.query), opened(req)[1]),
  );
  charted('saturation', asked.saturationQuery, (context, query, req) =>
    saturationPage(context, query, ...opened(req)),
  );
  charted('measures', asked.measuresQuery, (context, query, req) =>
    measuresPage(context, query, ...opened(req)),
  );
  charted('spread', asked.spreadQuery, (context, query, req) =>
    spreadPage(context, query, ...opened(req)),
  );

  router.get('/projects/:p/analyse/charts', async (req, res) => {
    const { p } = projectParams.parse(req.params);
    const { t, language } = localsOf(res);
    const query = queryOf(tableQuery, req);
    const options = { ...query, only: selectionOf(query) };
    const { project, table } = await countedTable(workspace, p, options);
    const named = namedTable(project, table, options, language, t);
    const page = frequencyChartsPage(contextOf(project, res), query, named);
    show(res, 'charts', 'analyse-chart', project, page);
  });

  router.get('/projects/:p/analyse/coverage', async (req, res) => {
    const { p } = projectParams.parse(req.params);
    const query = queryOf(asked.coverageQuery, req);
    const transcript = transcriptAsked(await workspace.read(p), query);
    const text = transcript ? await workspace.text(p, transcript.id) : '';
    const project = await workspace.read(p);
    const page = coveragePage(contextOf(project, res), query, () => text);
    show(res, 'coverage', 'analyse-chart', project, page);
  });

  router.get('/projects/:p/analyse/words', async (req, res) => {
    const { p } = projectParams.parse(req.params);
    if (!(await areWordsCounted(services, p, 'words', res))) return;
    const query = queryOf(asked.wordsQuery, req);
    const found = await wordsOf(workspace, p, wordsOptions(query));
    const project = await workspace.read(p);
    show(res, 'words', 'analyse-words', project, wordsPage(contextOf(project, res), query, found));
  });

  router.post('/projects/:p/analyse/words', async (req, res) => {
    const { p } = projectParams.parse(req.params);
    const { back, ...form } = wordsForm.parse(req.body ?? {});
    await changeWords(p, form, actorOf(res));
    seeOther(res, `/projects/${p}/analyse/words${back === '' ? '' : `?${back}`}`);
  });

  async function changeWords(
    p: ProjectId,
    form: Omit<z.output<typeof wordsForm>, 'back'>,
    actor: Actor,
  ) {
    const { settings } = await workspace.read(p);
    const usual = usualStopWords(settings.language);
    const { reset, hide, stopWords = settings.stopWords ?? usual, wordMerges } = form;
    const wanted = hide === undefined ? stopWords : [...stopWords, hide];
    const isUsual = wanted.length === usual.length && wanted.every((word, i) => word === usual[i]);
    const changes = {
      stopWords: reset || isUsual ? null : [...new Set(wanted)],
      ...(wordMerges && { wordMerges }),
    };
    await workspace.execute(p, { kind: 'change-project', changes }, actor);
  }

  return router;
}
