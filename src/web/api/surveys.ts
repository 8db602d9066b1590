import * as z from 'zod';
import { importSurvey, previewSurvey, proposedPlan } from '../../app/import-survey.ts';
import type { SurveyPlan, SurveyWords } from '../../domain/cases/survey-plan.ts';
import type { SurveyTranscript } from '../../domain/cases/survey-transcripts.ts';
import type { Table } from '../../domain/cases/table.ts';
import type { ProjectId } from '../../domain/ids.ts';
import { goneSignal } from '../middleware/gone-signal.ts';
import { localsOf } from '../middleware/language.ts';
import { fileOf, upload } from '../middleware/upload.ts';
import type { Services } from '../services.ts';
import { surveyWords } from '../survey-words.ts';
import { sheetIn, sheetsOf, warningsJson } from './attribute-files.ts';
import { route, type ApiRoute } from './route.ts';
import { projectParams } from './schemas.ts';
import * as schema from './schemas-tables.ts';

/** Answers of a survey, from a spreadsheet's file. */
export function surveyRoutes(services: Services): ApiRoute[] {
  const { workspace, tables, limits } = services;
  const planFor = async (
    p: ProjectId,
    table: Table,
    body: unknown,
  ): Promise<{ plan: SurveyPlan; words: SurveyWords }> => {
    const given = planField.parse(body ?? {}).plan;
    const { settings } = await workspace.read(p);
    return {
      plan: { ...(await proposedPlan(workspace, p, table)), ...given },
      words: surveyWords(services.translate(settings.language)),
    };
  };
  return [
    route({
      method: 'post',
      path: '/projects/:p/import/survey/preview',
      summary:
        'The first transcripts a survey would make, and its columns; nothing is changed. `sheet` names one of a workbook’s',
      params: projectParams,
      upload: { field: 'file', parse: upload('file', limits) },
      response: schema.surveyPreview,
      handle: async ({ params, req, res }) => {
        const { name, bytes } = fileOf(req, 'file');
        const table = await tables.read(name, bytes, sheetIn(req.body), goneSignal(res));
        const { plan, words } = await planFor(params.p, table, req.body);
        const preview = await previewSurvey(workspace, params.p, table, plan, words);
        return {
          columns: table.columns,
          ...sheetsOf(table),
          plan,
          transcripts: preview.transcripts.map(transcriptJson),
          transcriptCount: preview.transcriptCount,
          empty: preview.emptyCount,
          warnings: warningsJson(preview.problems, localsOf(res).t),
        };
      },
    }),
    route({
      method: 'post',
      path: '/projects/:p/import/survey',
      summary:
        'Take in the answers of a survey as one step: transcripts, cases and attributes; from the `sheet` of a workbook that is named',
      params: projectParams,
      upload: { field: 'file', parse: upload('file', limits) },
      response: schema.surveyTaken,
      handle: async ({ params, req, res, actor }) => {
        const { name, bytes } = fileOf(req, 'file');
        const table = await tables.read(name, bytes, sheetIn(req.body), goneSignal(res));
        const { plan, words } = await planFor(params.p, table, req.body);
        const file = { name, bytes, table };
        const taken = await importSurvey(workspace, params.p, file, plan, words, actor);
        return {
          transcripts: taken.transcriptCount,
          empty: taken.emptyCount,
          cases: taken.values.newCases.length,
          attributes: taken.values.newAttributes.map((one) => ({ id: one.id, name: one.name })),
          values: taken.values.values.length,
          warnings: warningsJson(taken.problems, localsOf(res).t),
          revision: taken.revision,
        };
      },
    }),
  ];
}

const planField = z.object({ plan: schema.jsonField(schema.surveyPlan).default({}) });

const transcriptJson = ({ title, caseName, text, turns }: SurveyTranscript): object => ({
  title,
  caseName,
  turns: turns.map(({ speaker, role, body, end }) => ({
    speaker,
    role,
    text: text.slice(body, end).trim(),
  })),
});
