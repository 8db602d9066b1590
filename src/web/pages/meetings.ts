import { Router } from 'express';
import * as z from 'zod';
import type { MeetingId } from '../../domain/ids.ts';
import { meetingChanges, meetingParams, newMeeting } from '../api/schemas-reviews.ts';
import { projectParams } from '../api/schemas.ts';
import { actorOf } from '../middleware/identify.ts';
import { localsOf } from '../middleware/language.ts';
import type { Services } from '../services.ts';
import { formatsOf } from '../view-models/formats.ts';
import { meetingsPage } from '../view-models/meetings-page.ts';
import { linesOf, prose, readForm, seeOther } from './form.ts';
import { render } from './render.ts';

/** As `datetime-local` sends it: on this computer's clock. */
const formMoment = z.string().transform((value, context) => {
  const time = Date.parse(value);
  if (!Number.isNaN(time)) return new Date(time).toISOString();
  context.addIssue({ code: 'custom', message: 'a date and a time' });
  return z.NEVER;
});
const many = z.union([z.string().transform((one) => [one]), z.array(z.string())]).default([]);

const newFields = z.object({ name: z.string(), at: formMoment });
const fields = newFields
  .extend({ people: linesOf, notes: prose, decided: many, by: many })
  .transform(({ decided, by, ...rest }) => ({
    ...rest,
    decisions: decided.flatMap((text, i) =>
      text.trim() === '' ? [] : [{ text, by: by[i]?.trim() ? by[i] : null }],
    ),
  }));

/** Supervision meetings: who was there, what was discussed and decided. */
export function meetingPages(services: Services): Router {
  const { workspace } = services;
  const router = Router();

  router.get('/projects/:p/review/meetings', async (req, res) => {
    const { p } = projectParams.parse(req.params);
    const { t, language } = localsOf(res);
    const project = await workspace.read(p);
    const asked = z.object({ m: z.string().optional().catch(undefined) }).parse(req.query);
    const page = meetingsPage(
      project,
      { id: asked.m, isSaved: 'saved' in req.query, now: workspace.now() },
      t,
      formatsOf(language),
    );
    const frame = {
      title: t('meetings.title'),
      project,
      place: 'review' as const,
      tab: 'meetings',
      styles: ['pages', 'review', 'meetings'],
    };
    render(services, res, 'meetings', frame, { page });
  });

  router.post('/projects/:p/review/meetings', async (req, res) => {
    const { p } = projectParams.parse(req.params);
    const given = readForm(newFields, newMeeting, req.body);
    const id = workspace.newId<MeetingId>();
    await workspace.execute(p, { kind: 'add-meeting', meeting: { ...given, id } }, actorOf(res));
    seeOther(res, `/projects/${p}/review/meetings?m=${id}`);
  });

  router.post('/projects/:p/review/meetings/:id', async (req, res) => {
    const { p, id } = meetingParams.parse(req.params);
    const changes = readForm(fields, meetingChanges, req.body);
    await workspace.execute(p, { kind: 'change-meeting', id, changes }, actorOf(res));
    seeOther(res, `/projects/${p}/review/meetings?m=${id}&saved`);
  });

  router.post('/projects/:p/review/meetings/:id/remove', async (req, res) => {
    const { p, id } = meetingParams.parse(req.params);
    await workspace.execute(p, { kind: 'remove-meeting', id }, actorOf(res));
    seeOther(res, `/projects/${p}/review/meetings`);
  });

  return router;
}
