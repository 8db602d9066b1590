import { Router, type Request, type Response } from 'express';
import * as z from 'zod';
import { importCodings } from '../../app/import-codings.ts';
import { uploadTranscripts } from '../../app/upload-transcripts.ts';
import type { ProjectId } from '../../domain/ids.ts';
import type { Command } from '../../domain/project/commands.ts';
import { found } from '../../domain/project/found.ts';
import type { Project } from '../../domain/project/project.ts';
import type { Transcript } from '../../domain/project/records.ts';
import { Rejection } from '../../domain/rejection.ts';
import {
  projectChanges,
  projectParams,
  transcriptChanges,
  transcriptParams,
} from '../api/schemas.ts';
import { personOf } from '../person.ts';
import { actorOf } from '../middleware/identify.ts';
import { localsOf } from '../middleware/language.ts';
import { fileOf, filesOf, upload } from '../middleware/upload.ts';
import type { Services } from '../services.ts';
import { formatsOf } from '../view-models/formats.ts';
import { projectForm, type ProjectForm } from '../view-models/project-form.ts';
import {
  importReport,
  transcriptsPage,
  uploadReport,
  type ImportReport,
  type UploadReport,
} from '../view-models/transcripts-page.ts';
import { line, readForm, seeOther } from './form.ts';
import { listQuery } from './list-query.ts';
import { projectFields, projectFieldsError } from './project-fields.ts';
import { render } from './render.ts';

const transcriptFields = z.object({ title: line, caseName: line });

/** What the page says beside the project as it stands: the outcome of the form that was sent. */
interface Outcome {
  readonly uploaded?: UploadReport;
  readonly imported?: ImportReport;
  readonly settings?: ProjectForm;
}

export function transcriptPages(services: Services): Router {
  const { workspace, limits } = services;
  const router = Router();

  const show = async (
    res: Response,
    p: ProjectId,
    outcome: Outcome = {},
    query = listQuery.parse({}),
  ): Promise<void> => {
    const { t, language } = localsOf(res);
    const project = await workspace.read(p);
    const repairs = await workspace.repairs(p);
    const extensions = services.transcriptExtensions;
    const page = transcriptsPage(project, repairs, extensions, query, t, formatsOf(language));
    const frame = {
      title: t('nav.transcripts'),
      project,
      place: 'transcripts' as const,
      styles: ['pages'],
      scripts: ['transcripts'],
    };
    const { uploaded = null, imported = null } = outcome;
    const settings = outcome.settings ?? projectForm(project.settings, t);
    render(services, res, 'transcripts', frame, { page, uploaded, imported, settings });
  };

  router.get('/projects/:p', (req, res) =>
    show(res, projectParams.parse(req.params).p, {}, listQuery.parse(req.query)),
  );

  // A page that came as the answer to a form is reloaded here.
  const answered = ['transcripts', 'import', 'settings'].map((form) => `/projects/:p/${form}`);
  router.get(answered, (req: Request, res) => {
    seeOther(res, `/projects/${projectParams.parse(req.params).p}`);
  });

  router.post('/projects/:p/transcripts', upload('files', limits), async (req, res) => {
    const { p } = projectParams.parse(req.params);
    const { t } = localsOf(res);
    const files = filesOf(req);
    if (files.length === 0) throw new Rejection('invalid', 'upload-missing', { field: 'files' });
    const result = await uploadTranscripts(workspace, services.transcripts, p, files, actorOf(res));
    for (const fault of result.faults) services.onError(fault);
    const uploaded = uploadReport(await workspace.read(p), result, t);
    await show(res, p, { uploaded });
  });

  router.post('/projects/:p/transcripts/:t', async (req, res) => {
    const { p, t } = transcriptParams.parse(req.params);
    const { title, caseName } = readForm(transcriptFields, transcriptChanges, req.body);
    if (title)
      await workspace.execute(p, { kind: 'change-transcript', id: t, title }, actorOf(res));
    const project = await workspace.read(p);
    const command =
      caseName && naming(project, found(project.transcripts, t, 'transcript'), caseName);
    if (command) await workspace.execute(p, command, actorOf(res));
    seeOther(res, `/projects/${p}`);
  });

  router.post('/projects/:p/transcripts/:t/remove', async (req, res) => {
    const { p, t } = transcriptParams.parse(req.params);
    await workspace.execute(p, { kind: 'remove-transcript', id: t }, actorOf(res));
    seeOther(res, `/projects/${p}`);
  });

  router.post('/projects/:p/import', upload('file', limits), async (req, res) => {
    const { p } = projectParams.parse(req.params);
    const { t } = localsOf(res);
    const file = fileOf(req, 'file');
    const { language } = (await workspace.read(p)).settings;
    const coder = personOf(services, actorOf(res), language);
    const { rows, problems } = services.codings.read(file.name, file.bytes);
    const result = await importCodings(workspace, p, rows, coder, actorOf(res));
    await show(res, p, { imported: importReport(result, problems, t) });
  });

  router.post('/projects/:p/settings', async (req, res) => {
    const { p } = projectParams.parse(req.params);
    const { t } = localsOf(res);
    const fields = projectFields.parse(req.body ?? {});
    const changes = projectChanges.safeParse(fields);
    if (!changes.success) {
      const settings = projectForm(fields, t, projectFieldsError(changes.error, t));
      await show(res.status(422), p, { settings });
      return;
    }
    await workspace.execute(p, { kind: 'change-project', changes: changes.data }, actorOf(res));
    seeOther(res, `/projects/${p}`);
  });

  return router;
}

/**
 * What naming a transcript's interviewee means: joining the one of that name, renaming the one who
 * has no other transcript, else a new one.
 */
function naming(project: Project, { id, caseId }: Transcript, caseName: string): Command | null {
  const cases = [...project.cases.values()];
  const known = cases.find(({ name }) => name.toLowerCase() === caseName.toLowerCase());
  if (known?.id === caseId && known.name === caseName) return null;
  if (known && known.id !== caseId) return { kind: 'change-transcript', id, caseName };
  const others = [...project.transcripts.values()].some((t) => t.caseId === caseId && t.id !== id);
  return others && !known
    ? { kind: 'change-transcript', id, caseName }
    : { kind: 'change-case', id: caseId, name: caseName };
}
