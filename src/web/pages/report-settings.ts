import { Router } from 'express';
import * as z from 'zod';
import { LANGUAGES } from '../../domain/project/records.ts';
import {
  APPENDICES,
  REPORT_PARTS,
  type AppendixId,
  type QuoteStyle,
} from '../../domain/project/report-records.ts';
import { QUOTE_PRESETS } from '../../domain/reports/quote-style.ts';
import { quoteStyle, reportSettings } from '../api/schemas-report.ts';
import { projectParams } from '../api/schemas.ts';
import { actorOf } from '../middleware/identify.ts';
import { localsOf } from '../middleware/language.ts';
import type { Services } from '../services.ts';
import { reportSettingsPage } from '../view-models/report-settings-page.ts';
import { line, seeOther } from './form.ts';
import { render } from './render.ts';

/** Boxes that are ticked, each by its name. */
const ticks = z
  .union([z.string(), z.array(z.string())])
  .default([])
  .transform((value) => (Array.isArray(value) ? value : [value]));
const number = line.transform((value) => (value.trim() === '' ? null : Number(value)));

const contentFields = z.looseObject({
  sectionsBy: line,
  rule: line,
  max: number,
  shows: ticks,
  tells: ticks,
  footnotes: z.string().optional(),
  appendices: ticks,
});
const styleFields = z.object({
  preset: line,
  omission: line,
  brackets: line,
  inlineWords: number,
  switches: ticks,
  tagBrackets: line,
  tagPlace: line,
});

export function reportSettingsPages(services: Services): Router {
  const { workspace, translate } = services;
  const router = Router();

  router.get('/projects/:p/report/settings', async (req, res) => {
    const { p } = projectParams.parse(req.params);
    const { t } = localsOf(res);
    const project = await workspace.read(p);
    const frame = {
      title: t('nav.report-settings'),
      project,
      place: 'report' as const,
      tab: 'report-settings',
      styles: ['pages', 'report'],
      scripts: ['report'],
    };
    const page = reportSettingsPage(project, translate(project.settings.language), t);
    render(services, res, 'report-settings', frame, { page });
  });

  router.post('/projects/:p/report/settings', async (req, res) => {
    const { p } = projectParams.parse(req.params);
    const { shows, ...fields } = contentFields.parse(req.body ?? {});
    const settings = reportSettings.parse({
      sectionsBy: fields.sectionsBy,
      quotes: { rule: fields.rule, max: fields.max },
      counts: fields.tells.includes('counts'),
      definitions: fields.tells.includes('definitions'),
      ...(fields.footnotes !== undefined && { footnotes: fields.footnotes }),
      appendices: inPlace(fields.appendices, fields),
    });
    const { report } = await workspace.read(p);
    const sections = { ...report.sections };
    for (const part of REPORT_PARTS) {
      const before = sections[part];
      const hidden = !shows.includes(part);
      if (before || hidden)
        sections[part] = { figure: 'none', quotes: null, drafted: null, ...before, hidden };
    }
    const changes = { settings, sections };
    await workspace.execute(p, { kind: 'change-report', changes }, actorOf(res));
    seeOther(res, `/projects/${p}/report/settings`);
  });

  router.post('/projects/:p/report/style', async (req, res) => {
    const { p } = projectParams.parse(req.params);
    const { preset, switches, ...fields } = styleFields.parse(req.body ?? {});
    const ready = LANGUAGES.find((language) => language === preset);
    const style: QuoteStyle = ready
      ? QUOTE_PRESETS[ready]
      : quoteStyle.parse({
          ...fields,
          inlineWords: fields.inlineWords ?? 0,
          ...Object.fromEntries(
            ['shortInline', 'italics', 'indent', 'marks'].map((id) => [id, switches.includes(id)]),
          ),
        });
    const changes = { settings: { style } };
    await workspace.execute(p, { kind: 'change-report', changes }, actorOf(res));
    seeOther(res, `/projects/${p}/report/settings#style`);
  });

  return router;
}

/** Each in the place that was written beside it, in `place-<id>`. */
const inPlace = (
  chosen: readonly string[],
  fields: Readonly<Record<string, unknown>>,
): AppendixId[] => {
  const placeOf = (id: AppendixId): number => Number(fields[`place-${id}`]) || 0;
  return APPENDICES.filter((id) => chosen.includes(id)).sort((a, b) => placeOf(a) - placeOf(b));
};
