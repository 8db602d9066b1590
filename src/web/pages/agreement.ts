import { Router, type Request } from 'express';
import { projectAgreement } from '../../domain/analysis/agreement/project-agreement.ts';
import { agreementQuery, disagreementPart } from '../api/schemas-agreement.ts';
import { projectParams } from '../api/schemas.ts';
import { localsOf } from '../middleware/language.ts';
import type { Services } from '../services.ts';
import { agreementAsked } from '../view-models/agreement/asked.ts';
import { agreementForm, agreementResult } from '../view-models/agreement/page.ts';
import { formatsOf } from '../view-models/formats.ts';
import { render } from './render.ts';

/** Where coders differ, then how far they agree. */
export function agreementPages(services: Services): Router {
  const { workspace } = services;
  const router = Router();

  router.get('/projects/:p/review/agreement', async (req, res) => {
    const { p } = projectParams.parse(req.params);
    const { t, language } = localsOf(res);
    const project = await workspace.read(p);
    const query = agreementQuery.catch(agreementQuery.parse({})).parse(req.query);
    const asked = agreementAsked(project, query);
    const form = agreementForm(project, query, asked.coderIds, t);
    const { from } = disagreementPart.catch(disagreementPart.parse({})).parse(req.query);
    const found = asked.coderIds.length < 2 ? null : projectAgreement(project, asked);
    const result =
      found && found.texts.length > 0
        ? await agreementResult(
            { project, asked, found, t, formats: formatsOf(language) },
            searchOf(req),
            from,
            (id) => workspace.text(p, id),
          )
        : null;
    const frame = {
      title: t('nav.agreement'),
      project,
      place: 'review' as const,
      tab: 'agreement',
      styles: ['pages', 'analyse', 'agreement'],
    };
    const none = found ? 'agreement.no-texts' : 'agreement.no-coders';
    render(services, res, 'agreement', frame, { page: { form, result, none: t(none) } });
  });

  return router;
}

/** The address without the place in the list. */
function searchOf(req: Request): string {
  const search = new URLSearchParams(req.originalUrl.split('?')[1] ?? '');
  search.delete('from');
  search.delete('lang');
  return search.toString();
}
