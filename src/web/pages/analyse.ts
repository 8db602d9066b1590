import { Router, type Request } from 'express';
import { countedTable } from '../../app/count-table.ts';
import { shownTable } from '../../domain/analysis/shown-table.ts';
import { selectionOf, tableQuery, viewOf, type TableQuery } from '../api/schemas-frequencies.ts';
import { projectParams } from '../api/schemas.ts';
import { localsOf } from '../middleware/language.ts';
import type { Services } from '../services.ts';
import { namedTable } from '../table-words.ts';
import { formatsOf } from '../view-models/formats.ts';
import { frequencyPage } from '../view-models/frequency-page.ts';
import { frequencyTable } from '../view-models/frequency-table.ts';
import { quotesPane } from '../view-models/quotes-pane.ts';
import { paneIn } from './analyse-pane.ts';
import { render } from './render.ts';
import { partQuery, sendRest } from './rest.ts';

export function analysePages(services: Services): Router {
  const { workspace } = services;
  const router = Router();

  router.get('/projects/:p/analyse', async (req, res) => {
    const { p } = projectParams.parse(req.params);
    const { t, language } = localsOf(res);
    const query = asked(req);
    const { rows, columns, unit } = query;
    const options = { rows, columns, unit, only: selectionOf(query) };
    const { project, table: counted } = await countedTable(workspace, p, options);
    const table = namedTable(project, counted, options, language, t);
    const { spot, all } = paneIn(req);
    const { part, revision } = partQuery.parse(req.query);
    const formats = formatsOf(language);
    if (part === 'rest') {
      const shown = shownTable(table, viewOf(query));
      sendRest(
        res,
        project,
        { revision },
        () => frequencyTable(project, shown, query, spot, t, formats, part).rowsHtml,
      );
      return;
    }
    const pane = quotesPane(project, query, spot, all, language, t);
    const frame = {
      title: t('nav.frequencies'),
      project,
      place: 'analyse' as const,
      tab: 'frequencies',
      styles: ['pages', 'analyse'],
      scripts: ['analyse'],
    };
    const files = services.figureFormats;
    const page = frequencyPage(project, table, query, { spot, pane, part }, files, t, formats);
    render(services, res, 'analyse-frequencies', frame, { page });
  });

  /** The quotes alone, for a page that is there already. */
  router.get('/projects/:p/analyse/quotes', async (req, res) => {
    const { p } = projectParams.parse(req.params);
    const { t, language } = localsOf(res);
    const { spot, all } = paneIn(req);
    const project = await workspace.read(p);
    const pane = quotesPane(project, asked(req), spot, all, language, t);
    res.set('Cache-Control', 'no-store').render('partials/quotes-pane', { t, language, pane });
  });

  return router;
}

/** A table that an address asks for; the usual one where it asks for what there is not. */
const asked = (req: Request): TableQuery => tableQuery.catch(tableQuery.parse({})).parse(req.query);
