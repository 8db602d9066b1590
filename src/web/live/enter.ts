import type { Request, Response } from 'express';
import type { TranscriptId } from '../../domain/ids.ts';
import type { Project } from '../../domain/project/project.ts';
import { actorOf } from '../middleware/identify.ts';
import { localsOf } from '../middleware/language.ts';
import { PAGE_NAMES } from '../pages/render.ts';
import { keptName, personOf } from '../person.ts';
import type { Services } from '../services.ts';
import type { Person, Presence } from './presence.ts';

interface Place {
  readonly page?: string | undefined;
  readonly transcript?: string | undefined;
}

/**
 * Lets whoever opened a page be seen by the others who are there, and shows them who that is. In
 * local mode people are told apart by the name their browser works under.
 *
 * @returns lets them out
 */
export function enter(
  services: Services,
  presence: Presence,
  { id: projectId, settings }: Project,
  { page, transcript }: Place,
  req: Request,
  res: Response,
  show: (name: string, value: object) => void,
): () => void {
  if (page === undefined || !PAGE_NAMES.has(page)) return () => undefined;
  const actor = actorOf(res);
  const { t } = localsOf(res);
  const name = personOf(services, actor, settings.language, keptName(req));
  const key = actor.name === undefined ? name : actor.id;
  const visitor = { key, name, page, transcriptId: transcript ?? null };
  return presence.enter(projectId, visitor, (people) => {
    void services.workspace
      .read(projectId)
      .then((project) => show('here', { people: people.map(told(project, key, t)) }))
      .catch(() => undefined);
  });
}

const told =
  (project: Project, me: string, t: (key: string) => string) =>
  ({ key, name, places }: Person): object => ({
    name,
    me: key === me,
    places: places.map(({ page, transcriptId }) => {
      const title = transcriptId && project.transcripts.get(transcriptId as TranscriptId)?.title;
      return t(`nav.${page}`) + (title ? ` · ${title}` : '');
    }),
  });
