import { Router } from 'express';
import * as z from 'zod';
import { auditTrail, type AuditTrail } from '../../app/audit-trail.ts';
import { JournalBroken } from '../../app/errors.ts';
import { verifyJournal } from '../../app/verify-journal.ts';
import { auditFilter } from '../api/schemas-audit.ts';
import { projectParams } from '../api/schemas.ts';
import { localsOf } from '../middleware/language.ts';
import type { Services } from '../services.ts';
import { auditPage, PAGE } from '../view-models/audit-page.ts';
import { formatsOf } from '../view-models/formats.ts';
import { render } from './render.ts';

/** Of a journal that cannot be trusted it is told where it breaks, and nothing out of it. */
function noneWhereBroken(error: unknown): { trail: AuditTrail; isBroken: boolean } {
  if (!(error instanceof JournalBroken)) throw error;
  return { trail: { steps: [], next: null, reached: null }, isBroken: true };
}

/** A form sends its empty fields too; what nobody can mean is not asked. */
const word = z.string().min(1).max(100).optional().catch(undefined);
const day = z.iso.date().optional().catch(undefined);
const asked = z.object({
  person: word,
  kind: word,
  record: word,
  from: day,
  to: day,
  before: z.coerce.number().int().min(1).optional().catch(undefined),
  verify: z.literal('1').optional().catch(undefined),
});

/** Who did what and when. */
export function auditPages(services: Services): Router {
  const { workspace } = services;
  const router = Router();

  router.get('/projects/:p/review/audit', async (req, res) => {
    const { p } = projectParams.parse(req.params);
    const { t, language } = localsOf(res);
    const { verify, ...query } = asked.parse(req.query);
    const { before, ...filter } = query;
    const project = await workspace.read(p);
    const from = before === undefined ? { limit: PAGE } : { limit: PAGE, before };
    const { trail, isBroken } = await auditTrail(workspace, p, auditFilter(filter), from).then(
      (trail) => ({ trail, isBroken: false }),
      noneWhereBroken,
    );
    const verification = verify || isBroken ? await verifyJournal(workspace.store, p) : null;
    const shown = { asked: query, verification };
    const page = auditPage(services, project, trail, shown, t, formatsOf(language));
    const frame = {
      title: t('nav.audit'),
      project,
      place: 'review' as const,
      tab: 'audit',
      styles: ['pages', 'audit'],
    };
    render(services, res, 'audit', frame, { page });
  });

  return router;
}
