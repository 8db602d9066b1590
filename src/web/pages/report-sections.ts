import { Router, type Response } from 'express';
import * as z from 'zod';
import type { ExcerptId, ProjectId } from '../../domain/ids.ts';
import type { SectionChanges } from '../../domain/project/report-commands.ts';
import { entryOf, FIGURES, QUOTE_RULES } from '../../domain/project/report-records.ts';
import { editOfWords } from '../../domain/reports/edit-of-words.ts';
import { methodDraft } from '../../domain/reports/method-draft.ts';
import { reportOutline } from '../../domain/reports/outline.ts';
import { quoteForEdit } from '../../domain/reports/quote-for-edit.ts';
import { quotesInOrder } from '../../domain/reports/quotes-in-order.ts';
import { reportModel } from '../../domain/reports/report-model.ts';
import { choiceAfter, sectionQuotes, type QuoteMove } from '../../domain/reports/section-quotes.ts';
import { withDraft } from '../../domain/reports/with-draft.ts';
import { quoteParams, sectionChanges, sectionParams } from '../api/schemas-report.ts';
import { id, projectParams } from '../api/schemas.ts';
import { actorOf } from '../middleware/identify.ts';
import type { Services } from '../services.ts';
import { prose, readForm, seeOther } from './form.ts';

const textFields = z.object({ text: prose });
const hideFields = z.object({ hidden: z.enum(['yes', 'no']) });
const moveFields = z.object({ to: z.enum(['up', 'down']) });
const whole = z
  .string()
  .default('')
  .transform((value) => (value.trim() === '' ? null : Number(value)))
  .pipe(z.number().int().min(0).max(1_000_000).nullable());
const choiceFields = z.object({
  figure: z.enum(FIGURES),
  /** Empty: as the report does. */
  rule: z.enum(['', ...QUOTE_RULES]).default(''),
  max: whole,
});
const quoteFields = z.object({
  excerpt: id<ExcerptId>(),
  do: z.enum(['up', 'down', 'in', 'out', 'to']),
  index: whole,
});
const editFields = z.object({
  section: z.string().default(''),
  words: prose,
  start: whole,
  text: z.string().max(500).default(''),
  do: z.enum(['omit', 'replace', 'after']),
});
const unedit = z.object({ section: z.string().default(''), edit: z.coerce.number().int().min(0) });

/** What the forms of the report page do to its sections and quotes, one undoable step each. */
export function reportSectionPages(services: Services): Router {
  const { workspace, translate } = services;
  const router = Router();

  const change = async (
    res: Response,
    p: ProjectId,
    sections: readonly { readonly id: string; readonly changes: SectionChanges }[],
  ): Promise<void> => {
    await workspace.execute(p, { kind: 'change-report-sections', sections }, actorOf(res));
  };
  const back = (res: Response, p: ProjectId, section: string, hash = `t-${section}`): void => {
    const chosen = section === '' ? '' : `?section=${encodeURIComponent(section)}`;
    seeOther(res, `/projects/${p}/report${chosen}#${hash}`);
  };

  router.post('/projects/:p/report/texts/:id', async (req, res) => {
    const { p, id } = sectionParams.parse(req.params);
    const changes = readForm(textFields, sectionChanges, req.body);
    await change(res, p, [{ id, changes }]);
    seeOther(res, `/projects/${p}/report#t-${id}`);
  });

  router.post('/projects/:p/report/sections/:id', async (req, res) => {
    const { p, id } = sectionParams.parse(req.params);
    const { figure, rule, max } = choiceFields.parse(req.body ?? {});
    const project = await workspace.read(p);
    const ids = entryOf(project.report.sections, id)?.quotes?.ids ?? [];
    const { chosen } = sectionQuotes(project, reportOutline(project), quotesInOrder(project), id);
    const printed = chosen.map(({ excerptId }) => excerptId);
    const kept = rule === 'hand' && ids.length === 0 ? printed : ids;
    const quotes = rule === '' ? null : { rule, max: max || null, ids: kept };
    await change(res, p, [{ id, changes: { figure, quotes } }]);
    back(res, p, id);
  });

  router.post('/projects/:p/report/sections/:id/hide', async (req, res) => {
    const { p, id } = sectionParams.parse(req.params);
    const { hidden } = hideFields.parse(req.body ?? {});
    await change(res, p, [{ id, changes: { hidden: hidden === 'yes' } }]);
    back(res, p, id, 'main');
  });

  router.post('/projects/:p/report/sections/:id/move', async (req, res) => {
    const { p, id } = sectionParams.parse(req.params);
    const { to } = moveFields.parse(req.body ?? {});
    const outline = reportOutline(await workspace.read(p));
    const parentId = outline.find((one) => one.id === id)?.parentId;
    const beside = outline.filter((one) => one.parentId === parentId).map((one) => one.id);
    const index = Math.max(0, beside.indexOf(id) + (to === 'up' ? -1 : 1));
    await workspace.execute(p, { kind: 'move-report-section', id, index }, actorOf(res));
    back(res, p, id);
  });

  router.post('/projects/:p/report/sections/:id/draft', async (req, res) => {
    const { p, id } = sectionParams.parse(req.params);
    const project = await workspace.read(p);
    const { sections, method } = reportModel(project);
    const draft =
      id === 'method'
        ? methodDraft(project, method, translate(project.settings.language))
        : (sections.find((one) => one.id === id)?.sentence ?? '');
    await change(res, p, [{ id, changes: withDraft(project.report, id, draft) }]);
    back(res, p, id);
  });

  router.post('/projects/:p/report/drafts', async (req, res) => {
    const { p } = projectParams.parse(req.params);
    const project = await workspace.read(p);
    const bare = reportModel(project).sections.filter(
      ({ text, sentence, excerptCount }) => text === '' && sentence !== '' && excerptCount > 0,
    );
    const sections = bare.map(({ id, sentence }) => ({
      ...{ id, changes: withDraft(project.report, id, sentence) },
    }));
    await change(res, p, sections);
    seeOther(res, `/projects/${p}/report`);
  });

  router.post('/projects/:p/report/sections/:id/quotes', async (req, res) => {
    const { p, id } = sectionParams.parse(req.params);
    const fields = quoteFields.parse(req.body ?? {});
    const project = await workspace.read(p);
    const shown = sectionQuotes(project, reportOutline(project), quotesInOrder(project), id);
    const at = shown.chosen.findIndex(({ excerptId }) => excerptId === fields.excerpt);
    const quotes = choiceAfter(shown, moveOf(fields, at));
    await change(res, p, [{ id, changes: { quotes } }]);
    back(res, p, id, `sq-${fields.excerpt}`);
  });

  router.post('/projects/:p/report/quotes/:id', async (req, res) => {
    const { p, id } = quoteParams.parse(req.params);
    const { section, do: how, ...words } = editFields.parse(req.body ?? {});
    const project = await workspace.read(p);
    const { verbatim, edits } = quoteForEdit(project, id);
    const edit = editOfWords(verbatim, { ...words, how });
    const command = { kind: 'edit-quote' as const, excerptId: id, edits: [...edits, edit] };
    await workspace.execute(p, command, actorOf(res));
    toEdit(res, p, section, id);
  });

  router.post('/projects/:p/report/quotes/:id/unedit', async (req, res) => {
    const { p, id } = quoteParams.parse(req.params);
    const { section, edit } = unedit.parse(req.body ?? {});
    const project = await workspace.read(p);
    const edits = quoteForEdit(project, id).edits.filter((_, i) => i !== edit);
    await workspace.execute(p, { kind: 'edit-quote', excerptId: id, edits }, actorOf(res));
    toEdit(res, p, section, id);
  });

  return router;
}

function toEdit(res: Response, p: ProjectId, section: string, id: ExcerptId): void {
  const query = new URLSearchParams({ section, quote: id });
  seeOther(res, `/projects/${p}/report?${query.toString()}#edit-quote`);
}

function moveOf({ excerpt, do: how, index }: z.infer<typeof quoteFields>, at: number): QuoteMove {
  if (how === 'in' || how === 'out') return { kind: how, id: excerpt };
  const to = how === 'to' ? (index ?? 0) : how === 'up' ? at - 1 : at + 1;
  return { kind: 'to', id: excerpt, index: Math.max(0, to) };
}
