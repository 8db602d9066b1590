import { Router } from 'express';
import * as z from 'zod';
import { LANGUAGES } from '../../domain/project/records.ts';
import { same } from '../../domain/project/events.ts';
import type { Project } from '../../domain/project/project.ts';
import {
  APPENDICES,
  entryOf,
  NO_CHOICE,
  REPORT_PARTS,
  type AppendixId,
  type QuoteStyle,
  type ReportText,
} from '../../domain/project/report-records.ts';
import { QUOTE_PRESETS, quoteStyle as styleOf } from '../../domain/reports/quote-style.ts';
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
  tableCounts: z.string().optional(),
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
    const project = await workspace.read(p);
    const settings = reportSettings.parse({
      sectionsBy: fields.sectionsBy,
      quotes: { rule: fields.rule, max: fields.max },
      counts: fields.tells.includes('counts'),
      definitions: fields.tells.includes('definitions'),
      ...(fields.tableCounts !== undefined && { tableCounts: fields.tableCounts }),
      ...(fields.footnotes !== undefined && { footnotes: fields.footnotes }),
      appendices: inPlace(fields.appendices, fields),
      ...chosenStyle(project, req.body ?? {}),
    });
    const changes = { settings, sections: withParts(project, shows) };
    await workspace.execute(p, { kind: 'change-report', changes }, actorOf(res));
    seeOther(res, `/projects/${p}/report/settings`);
  });

  return router;
}

/** Which of the parts beside the sections are shown, whatever else was chosen for them. */
function withParts({ report }: Project, shows: readonly string[]): ReportText['sections'] {
  const sections = { ...report.sections };
  for (const part of REPORT_PARTS) {
    const before = entryOf(sections, part);
    const hidden = !shows.includes(part);
    if (before || hidden) sections[part] = { ...NO_CHOICE, ...before, hidden };
  }
  return sections;
}

/**
 * The style of a ready one whose button was pressed, else that of the fields. One that looks as it did
 * is left alone: what is usual in the project's language goes on following the language.
 */
function chosenStyle(project: Project, body: unknown): { style?: QuoteStyle } {
  const { preset, switches, ...fields } = styleFields.parse(body);
  const ready = LANGUAGES.find((language) => language === preset);
  if (ready) return { style: QUOTE_PRESETS[ready] };
  const style: QuoteStyle = quoteStyle.parse({
    ...fields,
    inlineWords: fields.inlineWords ?? 0,
    ...Object.fromEntries(
      ['shortInline', 'italics', 'indent', 'marks'].map((id) => [id, switches.includes(id)]),
    ),
  });
  return same(style, styleOf(project)) ? {} : { style };
}

/** Each in the place that was written beside it, in `place-<id>`. */
const inPlace = (
  chosen: readonly string[],
  fields: Readonly<Record<string, unknown>>,
): AppendixId[] => {
  const placeOf = (id: AppendixId): number => Number(fields[`place-${id}`]) || 0;
  return APPENDICES.filter((id) => chosen.includes(id)).sort((a, b) => placeOf(a) - placeOf(b));
};
