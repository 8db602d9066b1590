import type { Actor } from '../../app/workspace.ts';
import type { MeetingId, ProjectId } from '../../domain/ids.ts';
import { found } from '../../domain/project/found.ts';
import type { ReviewCommand } from '../../domain/project/review-commands.ts';
import type { MinutesFormat } from '../../formats/minutes/registry.ts';
import { asDownload } from '../files/send-file.ts';
import type { Services } from '../services.ts';
import { formatsOf } from '../view-models/formats.ts';
import { printedMinutes } from '../view-models/minutes.ts';
import { route, type ApiRoute } from './route.ts';
import * as reviews from './schemas-reviews.ts';
import * as schema from './schemas.ts';

/** Supervision meetings, and their minutes as files. */
export function meetingRoutes(services: Services): ApiRoute[] {
  const { workspace } = services;
  const run = async (
    p: ProjectId,
    command: ReviewCommand,
    actor: Actor,
    expectedRevision: number | undefined,
  ): Promise<number> => (await workspace.execute(p, command, actor, expectedRevision)).revision;
  const meetingAfter = async (p: ProjectId, id: MeetingId, revision: number): Promise<object> => ({
    ...found((await workspace.read(p)).meetings, id, 'meeting'),
    revision,
  });
  return [
    route({
      method: 'get',
      path: '/projects/:p/meetings',
      summary: 'The supervision meetings, oldest first',
      params: schema.projectParams,
      response: reviews.meetingsAnswer,
      handle: async ({ params }) => ({
        meetings: [...(await workspace.read(params.p)).meetings.values()].sort((a, b) =>
          a.at < b.at ? -1 : 1,
        ),
      }),
    }),
    route({
      method: 'post',
      path: '/projects/:p/meetings',
      summary: 'Keep the minutes of a supervision meeting',
      params: schema.projectParams,
      body: reviews.newMeeting,
      response: reviews.meetingAnswer,
      status: 201,
      handle: async ({ params: { p }, body, actor, expectedRevision }) => {
        const id = body.id ?? workspace.newId<MeetingId>();
        const command = { kind: 'add-meeting', meeting: { ...body, id } } as const;
        return meetingAfter(p, id, await run(p, command, actor, expectedRevision));
      },
    }),
    route({
      method: 'patch',
      path: '/projects/:p/meetings/:id',
      summary: 'Change the minutes of a meeting',
      params: reviews.meetingParams,
      body: reviews.meetingChanges,
      response: reviews.meetingAnswer,
      handle: async ({ params: { p, id }, body, actor, expectedRevision }) => {
        const command = { kind: 'change-meeting', id, changes: body } as const;
        return meetingAfter(p, id, await run(p, command, actor, expectedRevision));
      },
    }),
    route({
      method: 'delete',
      path: '/projects/:p/meetings/:id',
      summary: 'Remove a meeting and its minutes; can be undone',
      params: reviews.meetingParams,
      response: schema.revision,
      handle: async ({ params: { p, id }, actor, expectedRevision }) => ({
        revision: await run(p, { kind: 'remove-meeting', id }, actor, expectedRevision),
      }),
    }),
    ...services.minutesFormats.map((format) => minutesRoute(services, format)),
  ];
}

const minutesRoute = (
  { workspace, translate }: Services,
  { extension, mime, write }: MinutesFormat,
): ApiRoute =>
  route({
    method: 'get',
    path: `/projects/:p/meetings/:id/minutes.${extension}`,
    summary: `What was discussed and decided in a meeting, by whom, as ${extension}`,
    params: reviews.meetingParams,
    produces: mime,
    handle: async ({ params: { p, id }, res }) => {
      const project = await workspace.read(p);
      const meeting = found(project.meetings, id, 'meeting');
      const { language, name } = project.settings;
      const minutes = printedMinutes(project, meeting, translate(language), formatsOf(language));
      const file = await write(minutes);
      asDownload(res, `${name} – ${meeting.name}`, extension);
      res.type(mime).send(typeof file === 'string' ? file : Buffer.from(file));
      return undefined;
    },
  });
