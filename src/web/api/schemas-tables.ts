import * as z from 'zod';
import { DIFFERING_VALUES, UNKNOWN_CASES } from '../../domain/cases/plan-values.ts';
import { SURVEY_SHAPES } from '../../domain/cases/survey-plan.ts';
import type { AttributeId } from '../../domain/ids.ts';
import { ATTRIBUTE_KINDS } from '../../domain/project/records.ts';
import { id, revision } from './schemas.ts';
import { measure } from './schemas-cases.ts';

/** JSON in a field of a multipart form. */
export const jsonField = <T>(schema: z.ZodType<T>) =>
  z
    .string()
    .transform((text, context): unknown => {
      try {
        return JSON.parse(text);
      } catch {
        context.addIssue({ code: 'custom', message: 'not JSON' });
        return z.NEVER;
      }
    })
    .pipe(schema);

const columnUse = z.discriminatedUnion('as', [
  z.object({ as: z.literal('case') }),
  z.object({ as: z.literal('question') }),
  z.object({ as: z.literal('skip') }),
  z.object({ as: z.literal('known'), attributeId: id<AttributeId>() }),
  z.object({
    as: z.literal('new'),
    kind: z.enum(ATTRIBUTE_KINDS),
    measure: measure.nullable().default(null),
  }),
]);
const uses = z.array(columnUse).max(500);

export const valuesChoices = z
  .object({
    /** By column. */
    uses,
    unknownCases: z.enum(UNKNOWN_CASES),
    differing: z.enum(DIFFERING_VALUES),
  })
  .partial();
export const surveyPlan = z
  .object({ uses, shape: z.enum(SURVEY_SHAPES), guide: z.boolean() })
  .partial();

const warnings = z.array(z.looseObject({ row: z.number(), code: z.string(), reason: z.string() }));
const sheets = { sheet: z.string().optional(), sheets: z.array(z.string()).optional() };
const taken = {
  cases: z.number(),
  attributes: z.array(z.looseObject({ id: z.string(), name: z.string() })),
  values: z.number(),
  warnings,
};
export const attributesTaken = revision.extend({
  ...taken,
  same: z.number(),
  changed: z.array(z.looseObject({ row: z.number(), case: z.string(), attribute: z.string() })),
});
export const attributesPreview = attributesTaken.omit({ revision: true }).extend({
  ...sheets,
  columns: z.array(z.string()),
  plan: z.looseObject({ uses: z.array(z.object()) }),
});
export const surveyPreview = z.looseObject({
  ...sheets,
  columns: z.array(z.string()),
  plan: z.looseObject({ uses: z.array(z.object()) }),
  transcripts: z.array(
    z.looseObject({ title: z.string(), turns: z.array(z.looseObject({ text: z.string() })) }),
  ),
  transcriptCount: z.number(),
  warnings,
});
export const surveyTaken = revision.extend({
  ...taken,
  transcripts: z.number(),
  empty: z.number(),
});
