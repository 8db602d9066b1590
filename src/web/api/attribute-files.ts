import * as z from 'zod';
import {
  importAttributes,
  previewAttributes,
  proposedChoices,
} from '../../app/import-attributes.ts';
import type { ValuesChoices, ValuesPlan } from '../../domain/cases/plan-values.ts';
import type { Table, TableProblem } from '../../domain/cases/table.ts';
import type { ProjectId } from '../../domain/ids.ts';
import type { Translate } from '../i18n.ts';
import { goneSignal } from '../middleware/gone-signal.ts';
import { localsOf } from '../middleware/language.ts';
import { fileOf, upload } from '../middleware/upload.ts';
import { sendFile } from '../files/send-file.ts';
import type { Services } from '../services.ts';
import { route, type ApiRoute } from './route.ts';
import { projectParams } from './schemas.ts';
import * as schema from './schemas-tables.ts';

const CSV = { extension: 'csv', mime: 'text/csv; charset=utf-8' } as const;

/** What is known of cases, from a spreadsheet's file. */
export function attributeFileRoutes(services: Services): ApiRoute[] {
  const { workspace, tables, limits } = services;
  const choicesFor = async (
    p: ProjectId,
    table: Table,
    choices: Partial<ValuesChoices>,
  ): Promise<ValuesChoices> => {
    const proposed = await proposedChoices(workspace, p, table);
    return { ...proposed, ...choices };
  };
  return [
    route({
      method: 'get',
      path: '/projects/:p/export/attributes.csv',
      summary: 'Every case with its values, as the CSV that the import of attributes reads',
      params: projectParams,
      produces: CSV.mime,
      handle: async ({ params, res }) => {
        await sendFile(services, params.p, { kind: 'attributes' }, CSV, res);
        return undefined;
      },
    }),
    route({
      method: 'post',
      path: '/projects/:p/import/attributes/preview',
      summary:
        'What taking in a table of attributes would do; nothing is changed. `sheet` names one of a workbook’s',
      params: projectParams,
      upload: { field: 'file', parse: upload('file', limits) },
      response: schema.attributesPreview,
      handle: async ({ params, req, res }) => {
        const { name, bytes } = fileOf(req, 'file');
        const table = await tables.read(name, bytes, sheetIn(req.body), goneSignal(res));
        const choices = await choicesFor(params.p, table, valuesField.parse(req.body ?? {}).plan);
        const plan = await previewAttributes(workspace, params.p, table, choices);
        return {
          columns: table.columns,
          ...sheetsOf(table),
          plan: choices,
          ...planJson(plan, localsOf(res).t),
        };
      },
    }),
    route({
      method: 'post',
      path: '/projects/:p/import/attributes',
      summary:
        'Take in a table of attributes by case, as one step; columns are recognised or told, and so is the `sheet` of a workbook',
      params: projectParams,
      upload: { field: 'file', parse: upload('file', limits) },
      response: schema.attributesTaken,
      handle: async ({ params, req, res, actor }) => {
        const { name, bytes } = fileOf(req, 'file');
        const table = await tables.read(name, bytes, sheetIn(req.body), goneSignal(res));
        const choices = await choicesFor(params.p, table, valuesField.parse(req.body ?? {}).plan);
        const taken = await importAttributes(workspace, params.p, table, choices, actor);
        return { ...planJson(taken, localsOf(res).t), revision: taken.revision };
      },
    }),
  ];
}

/** Which sheet of a workbook is meant; the first where none is named. */
export const sheetIn = (body: unknown): string | undefined => sheetField.parse(body ?? {}).sheet;

const sheetField = z.object({ sheet: z.string().max(200).optional() });
const valuesField = z.object({ plan: schema.jsonField(schema.valuesChoices).default({}) });

/** Which sheet was read, and which others there are. */
export const sheetsOf = ({ sheet, sheets }: Table): Pick<Table, 'sheet' | 'sheets'> =>
  sheets ? { sheet, sheets } : {};

const planJson = (plan: ValuesPlan, t: Translate): object => ({
  cases: plan.newCases.length,
  attributes: plan.newAttributes.map(({ id, name, kind }) => ({ id, name, kind })),
  values: plan.values.length,
  same: plan.sameCount,
  changed: plan.changed.map(({ attribute, ...one }) => ({ ...one, attribute: attribute.name })),
  warnings: warningsJson(plan.problems, t),
});

export const warningsJson = (problems: readonly TableProblem[], t: Translate): object[] =>
  problems.map(({ row, code, details }) => ({ row, code, reason: t(`errors.${code}`, details) }));
