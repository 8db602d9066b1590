import { uploadTranscripts } from '../../app/upload-transcripts.ts';
import { found } from '../../domain/project/found.ts';
import { transcriptsInOrder } from '../../domain/project/project.ts';
import { localsOf } from '../middleware/language.ts';
import { filesOf, upload } from '../middleware/upload.ts';
import { goneSignal } from '../middleware/gone-signal.ts';
import type { Services } from '../services.ts';
import { transcriptJson } from './answers.ts';
import { uploadJson } from './upload-answer.ts';
import { route, type ApiRoute } from './route.ts';
import * as interviews from './schemas-interviews.ts';
import * as schema from './schemas.ts';

export function transcriptRoutes({
  workspace,
  transcripts,
  limits,
  onError,
}: Services): ApiRoute[] {
  return [
    route({
      method: 'post',
      path: '/projects/:p/transcripts',
      summary: 'Upload transcripts; each bad file is refused with its reason, the rest is kept',
      params: schema.projectParams,
      upload: { field: 'files', parse: upload('files', limits) },
      response: schema.uploadAnswer,
      handle: async ({ params, req, res, actor }) => {
        const result = await uploadTranscripts(
          workspace,
          transcripts,
          params.p,
          filesOf(req),
          actor,
          goneSignal(res),
        );
        for (const fault of result.faults) onError(fault);
        return uploadJson(await workspace.read(params.p), result, localsOf(res).t);
      },
    }),
    route({
      method: 'get',
      path: '/projects/:p/transcripts',
      summary: 'The transcripts in interview order',
      params: schema.projectParams,
      response: schema.transcriptsAnswer,
      handle: async ({ params }) => {
        const project = await workspace.read(params.p);
        return { transcripts: transcriptsInOrder(project).map((t) => transcriptJson(project, t)) };
      },
    }),
    route({
      method: 'get',
      path: '/projects/:p/transcripts/:t',
      summary: 'A transcript with its canonical text and turns (UTF-16 offsets)',
      params: schema.transcriptParams,
      response: schema.transcriptAnswer,
      handle: async ({ params }) => {
        const project = await workspace.read(params.p);
        const transcript = found(project.transcripts, params.t, 'transcript');
        const text = await workspace.text(params.p, params.t);
        return { ...transcriptJson(project, transcript), text, turns: transcript.turns };
      },
    }),
    route({
      method: 'patch',
      path: '/projects/:p/transcripts/:t',
      summary: 'Change the title, the case or what is known of the interview',
      params: schema.transcriptParams,
      body: interviews.transcriptPatch,
      response: schema.transcriptHead,
      handle: async ({ params, body, actor, expectedRevision }) => {
        const { revision } = await workspace.execute(
          params.p,
          { kind: 'change-transcript', id: params.t, ...interviews.commandOf(body) },
          actor,
          expectedRevision,
        );
        const project = await workspace.read(params.p);
        return {
          ...transcriptJson(project, found(project.transcripts, params.t, 'transcript')),
          revision,
        };
      },
    }),
    route({
      method: 'delete',
      path: '/projects/:p/transcripts/:t',
      summary: 'Remove a transcript with its excerpts; can be undone',
      params: schema.transcriptParams,
      response: schema.revision,
      handle: async ({ params, actor, expectedRevision }) => {
        const { revision } = await workspace.execute(
          params.p,
          { kind: 'remove-transcript', id: params.t },
          actor,
          expectedRevision,
        );
        return { revision };
      },
    }),
  ];
}
