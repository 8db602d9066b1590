import { Router, type Response } from 'express';
import * as z from 'zod';
import { useFramework } from '../../app/use-framework.ts';
import type { ConceptId, FrameworkId, ProjectId } from '../../domain/ids.ts';
import { byOrder } from '../../domain/project/project.ts';
import { conceptOutline } from '../../domain/theory/concept-outline.ts';
import { projectParams } from '../api/schemas.ts';
import { frameworkParams, libraryChoice, newFramework } from '../api/schemas-theory.ts';
import { actorOf } from '../middleware/identify.ts';
import { localsOf } from '../middleware/language.ts';
import type { Services } from '../services.ts';
import { libraryPage } from '../view-models/library-page.ts';
import type { SourcesReport } from '../view-models/sources-report.ts';
import { theoryPage } from '../view-models/theory-page.ts';
import { line, prose, seeOther } from './form.ts';
import { render } from './render.ts';

const newFrameworkFields = z.object({
  name: line,
  citation: line,
  first: line,
  second: line,
  concepts: prose,
  others: prose,
});
const step = z.object({ to: z.enum(['up', 'down']) });

const libraryQuery = z.object({ q: z.string().max(200).catch('') });

/** The theory of a project: its frameworks, its sources, what is open; and the library. */
export function theoryPages(services: Services): Router {
  const { workspace, library } = services;
  const router = Router();

  router.get('/projects/:p/theory', async (req, res) => {
    const { p } = projectParams.parse(req.params);
    await showTheory(services, res, p);
  });

  router.get('/projects/:p/theory/library', async (req, res) => {
    const { p } = projectParams.parse(req.params);
    const { t } = localsOf(res);
    const { settings } = await workspace.read(p);
    const list = await library.list(settings.language);
    const all = await Promise.all(list.map(({ id }) => library.get(id, settings.language)));
    const project = await workspace.read(p);
    const page = libraryPage(
      project,
      all.filter((one) => one !== null),
      libraryQuery.parse(req.query).q,
      t,
    );
    const frame = { title: t('theory.library'), project, ...THEORY };
    render(services, res, 'theory-library', frame, { page });
  });

  router.post('/projects/:p/theory/library', async (req, res) => {
    const { p } = projectParams.parse(req.params);
    const { libraryId } = libraryChoice.parse(req.body ?? {});
    const id = await useFramework(workspace, library, p, libraryId, actorOf(res));
    seeOther(res, `/projects/${p}/theory/${id}`);
  });

  router.post('/projects/:p/theory', async (req, res) => {
    const { p } = projectParams.parse(req.params);
    const { first, second, concepts, others, ...words } = newFrameworkFields.parse(req.body ?? {});
    const newId = (): ConceptId => workspace.newId<ConceptId>();
    const dimensions = dimensionsOf(words.name, first, second);
    const { concepts: outlined, ...framework } = newFramework.parse({
      ...words,
      dimensions,
      concepts: [
        ...conceptOutline(concepts, newId),
        ...(dimensions.length > 1 ? conceptOutline(others, newId) : []).map((one) => ({
          ...one,
          dimension: 1,
        })),
      ],
    });
    const id = workspace.newId<FrameworkId>();
    await workspace.execute(
      p,
      {
        kind: 'add-framework',
        framework: { ...framework, id },
        concepts: outlined,
        sources: [],
      },
      actorOf(res),
    );
    seeOther(res, `/projects/${p}/theory/${id}`);
  });

  router.post('/projects/:p/theory/:id/move', async (req, res) => {
    const { p, id } = frameworkParams.parse(req.params);
    const { to } = step.parse(req.body ?? {});
    const { frameworks } = await workspace.read(p);
    const at = [...frameworks.values()].sort(byOrder).findIndex((one) => one.id === id);
    const index = to === 'up' ? at - 1 : at + 1;
    if (index >= 0 && index < frameworks.size)
      await workspace.execute(p, { kind: 'move-framework', id, index }, actorOf(res));
    seeOther(res, `/projects/${p}/theory#framework-${id}`);
  });

  router.post('/projects/:p/theory/:id/remove', async (req, res) => {
    const { p, id } = frameworkParams.parse(req.params);
    await workspace.execute(p, { kind: 'remove-framework', id }, actorOf(res));
    seeOther(res, `/projects/${p}/theory`);
  });

  return router;
}

/** The dimensions as a form names them: one, called as the framework where it has no name, or two. */
export const dimensionsOf = (name: string, first: string, second: string): string[] =>
  [first.trim() || name, second].filter((one) => one.trim() !== '');

/** The frame that the pages about theory share. */
export const THEORY = {
  place: 'codebook',
  tab: 'theory',
  styles: ['pages', 'theory'],
  scripts: ['theory'],
} as const;

export async function showTheory(
  services: Services,
  res: Response,
  p: ProjectId,
  imported: SourcesReport | null = null,
): Promise<void> {
  const { t } = localsOf(res);
  const project = await services.workspace.read(p);
  const frame = { title: t('nav.theory'), project, ...THEORY };
  const page = theoryPage(project, services.references.extensions, t);
  render(services, res, 'theory', frame, { page, imported });
}
