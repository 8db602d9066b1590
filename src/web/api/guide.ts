import { setGuide } from '../../app/set-guide.ts';
import { withChanged, withPart, withQuestion } from '../../domain/guide/edit-guide.ts';
import type { GuideDraft } from '../../domain/guide/keep-ids.ts';
import { questionCounts } from '../../domain/guide/question-counts.ts';
import { readGuide } from '../../domain/guide/read-guide.ts';
import type { ProjectId } from '../../domain/ids.ts';
import { transcriptsInOrder, type Project } from '../../domain/project/project.ts';
import type { Actor } from '../../app/workspace.ts';
import type { Services } from '../services.ts';
import { route, type ApiRoute } from './route.ts';
import { projectParams } from './schemas.ts';
import * as schema from './schemas-guide.ts';

interface Input {
  readonly params: { readonly p: ProjectId };
  readonly actor: Actor;
  readonly expectedRevision: number | undefined;
}

export function guideRoutes({ workspace }: Services): ApiRoute[] {
  const answer = async (p: ProjectId): Promise<object> => guideJson(await workspace.read(p));
  const set = async (
    { params, actor, expectedRevision }: Input,
    make: (project: Project) => GuideDraft,
  ): Promise<object> => {
    await setGuide(workspace, params.p, make, actor, expectedRevision);
    return answer(params.p);
  };
  return [
    route({
      method: 'get',
      path: '/projects/:p/guide',
      summary: 'The interview guide, and which turn of each transcript asks which question',
      params: projectParams,
      response: schema.guideAnswer,
      handle: ({ params }) => answer(params.p),
    }),
    route({
      method: 'put',
      path: '/projects/:p/guide',
      summary: 'Set the guide, as parts or as text; questions that stay keep their ids',
      params: projectParams,
      body: schema.newGuide,
      response: schema.guideAnswer,
      handle: (input) =>
        set(input, () => ('text' in input.body ? readGuide(input.body.text) : input.body)),
    }),
    route({
      method: 'post',
      path: '/projects/:p/guide',
      summary: 'Add a part with its questions, or a question to a part',
      params: projectParams,
      body: schema.guideAddition,
      response: schema.guideAnswer,
      status: 201,
      handle: (input) => {
        const { body } = input;
        return set(input, ({ guide }) =>
          'partId' in body ? withQuestion(guide, body) : withPart(guide, body),
        );
      },
    }),
    route({
      method: 'post',
      path: '/projects/:p/guide/asked',
      summary: 'Say which question a turn of a transcript asks; null for none',
      params: projectParams,
      body: schema.mark,
      response: schema.guideAnswer,
      handle: async ({ params, body, actor, expectedRevision }) => {
        const command = { kind: 'mark-question' as const, ...body };
        await workspace.execute(params.p, command, actor, expectedRevision);
        return answer(params.p);
      },
    }),
    route({
      method: 'patch',
      path: '/projects/:p/guide/:id',
      summary: "Change a part's name, or a question's number or words",
      params: schema.guideParams,
      body: schema.guideChanges,
      response: schema.guideAnswer,
      handle: (input) => set(input, ({ guide }) => withChanged(guide, input.params.id, input.body)),
    }),
    route({
      method: 'delete',
      path: '/projects/:p/guide/:id',
      summary: 'Take out a question, or a part with its questions; can be undone',
      params: schema.guideParams,
      response: schema.guideAnswer,
      handle: (input) => set(input, ({ guide }) => withChanged(guide, input.params.id, null)),
    }),
    route({
      method: 'delete',
      path: '/projects/:p/guide',
      summary: 'Take the guide away; can be undone',
      params: projectParams,
      response: schema.guideAnswer,
      handle: (input) => set(input, () => ({ parts: [] })),
    }),
  ];
}

function guideJson(project: Project): object {
  const counts = questionCounts(project);
  return {
    parts: project.guide.parts.map((part) => ({
      ...part,
      questions: part.questions.map((one) => ({ ...one, ...counts.get(one.id) })),
    })),
    transcripts: transcriptsInOrder(project).map(({ id, asked }) => ({ transcriptId: id, asked })),
    revision: project.revision,
  };
}
