import * as z from 'zod';
import { importCodebook, previewCodebook } from '../../app/import-codebook.ts';
import { CONFLICT_CHOICES, type ImportPlan } from '../../domain/codebook/plan-import.ts';
import type { Translate } from '../i18n.ts';
import { localsOf } from '../middleware/language.ts';
import { fileOf, upload } from '../middleware/upload.ts';
import { sendFile } from '../files/send-file.ts';
import type { Services } from '../services.ts';
import { route, type ApiRoute } from './route.ts';
import * as schema from './schemas.ts';

const importQuery = z.object({
  conflicts: z.enum(CONFLICT_CHOICES).default('keep'),
  preview: z.enum(['true', 'false']).default('false'),
});

const importAnswer = z.object({
  themes: z.number(),
  types: z.number(),
  same: z.number(),
  conflicts: z.array(
    z.object({
      id: z.string(),
      title: z.string(),
      row: z.number().nullable(),
      fields: z.array(z.string()),
    }),
  ),
  warnings: z.array(z.object({ row: z.number().nullable(), reason: z.string(), code: z.string() })),
  revision: z.number(),
});

export function codebookFileRoutes(services: Services): ApiRoute[] {
  const { workspace, codebooks, limits } = services;
  return [
    route({
      method: 'post',
      path: '/projects/:p/import/codebook',
      summary:
        'Import a codebook (QDC, CSV) as one step; `preview=true` only tells what it would do; `conflicts` settles what file and project say differently',
      params: schema.projectParams,
      query: importQuery,
      upload: { field: 'file', parse: upload('file', limits) },
      response: importAnswer,
      handle: async ({ params, query, req, res, actor }) => {
        const { name, bytes } = fileOf(req, 'file');
        const file = await codebooks.read(name, bytes);
        const { t } = localsOf(res);
        if (query.preview === 'false')
          return planJson(
            await importCodebook(workspace, params.p, file, query.conflicts, actor),
            t,
          );
        const plan = await previewCodebook(workspace, params.p, file, query.conflicts);
        const { revision } = await workspace.read(params.p);
        return planJson({ ...plan, revision }, t);
      },
    }),
    ...codebooks.formats.map((format) =>
      route({
        method: 'get',
        path: `/projects/:p/export/codebook.${format.extension}`,
        summary: `The codebook as ${format.id}`,
        params: schema.projectParams,
        produces: format.mime,
        handle: async ({ params, res }) => {
          const task = { kind: 'codebook', extension: format.extension } as const;
          await sendFile(services, params.p, task, format, res);
          return undefined;
        },
      }),
    ),
  ];
}

const planJson = (
  { themes, types, conflicts, sameCount, losses, revision }: ImportPlan & { revision: number },
  t: Translate,
): object => ({
  themes: themes.length,
  types: types.length,
  same: sameCount,
  conflicts: conflicts.map(({ id, title, row, after }) => ({
    ...{ id, title, row },
    fields: Object.keys(after),
  })),
  warnings: losses.map(({ row, code, details }) => ({
    ...{ row, code },
    reason: t(`errors.${code}`, details),
  })),
  revision,
});
