import { Router, type Response } from 'express';
import * as z from 'zod';
import {
  importAttributes,
  previewAttributes,
  proposedChoices,
} from '../../app/import-attributes.ts';
import {
  DIFFERING_VALUES,
  UNKNOWN_CASES,
  type ValuesChoices,
  type ValuesPlan,
} from '../../domain/cases/plan-values.ts';
import type { Table } from '../../domain/cases/table.ts';
import type { ProjectId } from '../../domain/ids.ts';
import { Rejection } from '../../domain/rejection.ts';
import { projectParams } from '../api/schemas.ts';
import { actorOf } from '../middleware/identify.ts';
import { goneSignal } from '../middleware/gone-signal.ts';
import { localsOf } from '../middleware/language.ts';
import { fileOf, upload } from '../middleware/upload.ts';
import { PendingFiles } from '../pending-files.ts';
import type { Services } from '../services.ts';
import { caseImportPage, caseImportPreview, outcomeOf } from '../view-models/case-import-page.ts';
import { formatsOf } from '../view-models/formats.ts';
import { columnFields, sheetFields, usesOf } from './column-fields.ts';
import { render } from './render.ts';

const fields = columnFields.extend({
  token: z.string().max(100),
  unknownCases: z.enum(UNKNOWN_CASES),
  differing: z.enum(DIFFERING_VALUES),
});

interface Waiting {
  readonly name: string;
  readonly bytes: Uint8Array;
  readonly table: Table;
}

/** What is known of the interviewees, from a table: looked at first, then taken in as one step. */
export function caseImportPages(services: Services): Router {
  const { workspace, tables, limits } = services;
  const router = Router();
  const waiting = new PendingFiles<Waiting>(() => workspace.newId());

  const show = async (res: Response, p: ProjectId, model: object = {}): Promise<void> => {
    const project = await workspace.read(p);
    const frame = {
      title: localsOf(res).t('cases.import.title'),
      project,
      place: 'transcripts' as const,
      tab: 'cases',
      styles: ['pages', 'cases'],
      scripts: ['cases'],
    };
    const page = caseImportPage(project, tables.extensions);
    render(services, res, 'cases-import', frame, { page, preview: null, taken: null, ...model });
  };

  const preview = async (
    res: Response,
    p: ProjectId,
    file: Waiting & { readonly token: string },
    choices: ValuesChoices,
    refused: string | null = null,
  ): Promise<void> => {
    const { t, language } = localsOf(res);
    const result = await previewAttributes(workspace, p, file.table, choices).then(
      (plan) => ({ plan, refusal: refused ?? unscaledIn(plan, t) }),
      (error: unknown) => ({ plan: null, refusal: refusalOf(error, t) }),
    );
    const project = await workspace.read(p);
    const shown = caseImportPreview(project, file, choices, result, t, formatsOf(language));
    await show(res, p, { preview: shown });
  };

  const takeUp = async (res: Response, p: ProjectId, file: Waiting): Promise<void> => {
    const token = waiting.keep(p, file);
    await preview(res, p, { ...file, token }, await proposedChoices(workspace, p, file.table));
  };

  const kept = (p: ProjectId, token: string): Waiting => {
    const file = waiting.get(p, token);
    if (!file) throw new Rejection('conflict', 'file-forgotten');
    return file;
  };

  const chosen = (
    p: ProjectId,
    body: unknown,
  ): { file: Waiting & { token: string }; choices: ValuesChoices } => {
    const given = fields.parse(body ?? {});
    const { token, unknownCases, differing } = given;
    const file = kept(p, token);
    const uses = usesOf(given, file.table.columns.length);
    return { file: { ...file, token }, choices: { uses, unknownCases, differing } };
  };

  router.get('/projects/:p/cases/import', (req, res) =>
    show(res, projectParams.parse(req.params).p),
  );

  router.post('/projects/:p/cases/import', upload('file', limits), async (req, res) => {
    const { p } = projectParams.parse(req.params);
    const { name, bytes } = fileOf(req, 'file');
    await workspace.read(p);
    await takeUp(res, p, {
      name,
      bytes,
      table: await tables.read(name, bytes, undefined, goneSignal(res)),
    });
  });

  router.post('/projects/:p/cases/import/sheet', async (req, res) => {
    const { p } = projectParams.parse(req.params);
    const { token, sheet } = sheetFields.parse(req.body ?? {});
    const { name, bytes } = kept(p, token);
    await takeUp(res, p, {
      name,
      bytes,
      table: await tables.read(name, bytes, sheet, goneSignal(res)),
    });
    waiting.forget(token);
  });

  router.post('/projects/:p/cases/import/look', async (req, res) => {
    const { p } = projectParams.parse(req.params);
    const { file, choices } = chosen(p, req.body);
    await preview(res, p, file, choices);
  });

  router.post('/projects/:p/cases/import/take', async (req, res) => {
    const { p } = projectParams.parse(req.params);
    const { t, language } = localsOf(res);
    const { file, choices } = chosen(p, req.body);
    try {
      const plan = await importAttributes(workspace, p, file.table, choices, actorOf(res));
      waiting.forget(file.token);
      const taken = { fileName: file.name, ...outcomeOf(plan, t, formatsOf(language)) };
      await show(res, p, { taken });
    } catch (error) {
      await preview(res.status(422), p, file, choices, refusalOf(error, t));
    }
  });

  return router;
}

/** A measure that is not told its scale yet, said beside what would come of the rest. */
export const unscaledIn = (
  { unscaled: [name] }: Pick<ValuesPlan, 'unscaled'>,
  t: ReturnType<typeof localsOf>['t'],
): string | null => (name === undefined ? null : t('tables.unscaled', { name }));

/** What a person can mend is said beside the form; the rest is an error. */
export function refusalOf(error: unknown, t: ReturnType<typeof localsOf>['t']): string {
  if (error instanceof Rejection) return t(`errors.${error.code}`, error.details);
  throw error;
}
