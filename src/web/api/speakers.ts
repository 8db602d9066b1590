import { correctSpeakers } from '../../app/correct-speakers.ts';
import { settleDoubt } from '../../app/settle-doubt.ts';
import { surveySpeakers } from '../../app/survey-speakers.ts';
import { speakerDoubts } from '../../domain/cases/speaker-doubts.ts';
import type { ProjectId } from '../../domain/ids.ts';
import type { Services } from '../services.ts';
import { route, type ApiRoute } from './route.ts';
import { doubtSettled, speakersAnswer, speakersChange } from './schemas-interviews.ts';
import { projectParams } from './schemas.ts';

export function speakerRoutes({ workspace }: Services): ApiRoute[] {
  const answer = async (p: ProjectId): Promise<object> => {
    const transcripts = await surveySpeakers(workspace, p);
    const project = await workspace.read(p);
    return {
      transcripts: transcripts.map(({ transcript: { id, title }, speakers }) => ({
        id,
        title,
        speakers,
      })),
      doubts: speakerDoubts(project),
      revision: project.revision,
    };
  };
  return [
    route({
      method: 'get',
      path: '/projects/:p/speakers',
      summary: 'Who speaks in each transcript, and what a person should look at',
      params: projectParams,
      response: speakersAnswer,
      handle: ({ params }) => answer(params.p),
    }),
    route({
      method: 'post',
      path: '/projects/:p/speakers',
      summary:
        'Correct names, roles and cases of speakers in any number of transcripts, as one step',
      params: projectParams,
      body: speakersChange,
      response: speakersAnswer,
      handle: async ({ params, body, actor, expectedRevision }) => {
        const { transcripts, everywhere } = body;
        const corrected = {
          transcripts: new Map(transcripts.map(({ id, ...corrections }) => [id, corrections])),
          everywhere,
        };
        await correctSpeakers(workspace, params.p, corrected, actor, expectedRevision);
        return answer(params.p);
      },
    }),
    route({
      method: 'post',
      path: '/projects/:p/speakers/settled',
      summary: 'Say that what is doubted of the speakers is right: it is not asked again',
      params: projectParams,
      body: doubtSettled,
      response: speakersAnswer,
      handle: async ({ params, body, actor, expectedRevision }) => {
        await settleDoubt(workspace, params.p, body.doubt, actor, expectedRevision);
        return answer(params.p);
      },
    }),
  ];
}
