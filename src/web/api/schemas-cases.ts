import * as z from 'zod';
import { MOST_VALUE_CHARACTERS } from '../../domain/cases/attribute-value.ts';
import type { AttributeId, CaseId } from '../../domain/ids.ts';
import { ATTRIBUTE_KINDS, MEASURE_KINDS } from '../../domain/project/records.ts';
import { id, name, projectParams, revision } from './schemas.ts';

export const attributeParams = projectParams.extend({ id: id<AttributeId>() });

export const newCase = z.object({ id: id<CaseId>().optional(), name });
export const caseMerge = z.object({ into: id<CaseId>() });

export const measure = z.object({
  kind: z.enum(MEASURE_KINDS),
  min: z.number().int(),
  max: z.number().int(),
  easyEnd: z.enum(['low', 'high']).nullable().default(null),
});
const choices = z.array(name).max(1_000);
const attributeFields = {
  kind: z.enum(ATTRIBUTE_KINDS).optional(),
  choices: choices.optional(),
  measure: measure.nullable().optional(),
};
export const newAttribute = z.object({ name, ...attributeFields });
export const attributeChanges = z.object({
  name: name.optional(),
  ...attributeFields,
  renamed: z
    .array(z.object({ from: name, to: name }))
    .max(1_000)
    .optional(),
  unfit: z.enum(['refuse', 'clear']).default('refuse'),
});
export const attributeMove = z.object({ index: z.number().int().min(0).max(100_000) });

export const caseValues = z.object({
  values: z
    .array(
      z.object({
        caseId: id<CaseId>(),
        attributeId: id<AttributeId>(),
        value: z.union([z.string().max(MOST_VALUE_CHARACTERS * 2), z.number(), z.null()]),
      }),
    )
    .max(200_000),
  newChoices: z.enum(['add', 'refuse']).default('refuse'),
});

export const attributeAnswer = z.looseObject({
  id: z.string(),
  name: z.string(),
  kind: z.enum(ATTRIBUTE_KINDS),
  choices: z.array(z.string()),
  measure: measure.nullable(),
});
export const attributesAnswer = z.object({ attributes: z.array(attributeAnswer) });
export const valuesAnswer = revision.extend({ changed: z.number() });
export const groupsAnswer = z.object({
  groups: z.array(
    z.looseObject({ id: z.string(), name: z.string(), caseIds: z.array(z.string()) }),
  ),
});
const statistic = z.looseObject({ value: z.number().nullable() });
export const measuresAnswer = z.object({
  measures: z.array(
    z.looseObject({
      attributeId: z.string(),
      name: z.string(),
      measure,
      score: statistic,
      mean: statistic,
      groups: z.array(
        z.looseObject({
          group: z.string(),
          name: z.string(),
          count: z.number(),
          percent: statistic,
        }),
      ),
      n: z.number(),
      missing: z.number(),
    }),
  ),
});
