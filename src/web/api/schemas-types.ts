import * as z from 'zod';
import type { CaseId, ExcerptId, ThemeId } from '../../domain/ids.ts';
import { TYPE_KINDS } from '../../domain/project/records.ts';
import { USUAL_SHARE } from '../../domain/types/drafts.ts';
import { PROFILE_VALUES } from '../../domain/types/profiles.ts';
import { caseAnswer, excerptAnswer, id, text, typeAnswer, typeParams } from './schemas.ts';

export const featureParams = typeParams.extend({ themeId: id<ThemeId>() });

export const typedCases = z.object({ caseIds: z.array(id<CaseId>()).max(100_000) });
export const featureChanges = z
  .object({ evidenceIds: z.array(id<ExcerptId>()).max(10_000), note: text })
  .partial();

const share = z.coerce.number().min(0).max(1).default(USUAL_SHARE);
export const draftQuery = z.object({ share });
export const draftChoice = z.object({ kind: z.enum(TYPE_KINDS), share });
/** By what the profiles of the cases are compared. */
export const profileValues = z.object({ values: z.enum(PROFILE_VALUES).default('counts') });

export const profileQuery = z.object({ tree: z.enum(PROFILE_VALUES).default('counts') });

// Answers. Loose objects: a client must bear fields that are added.
const draftedFeature = z.looseObject({
  themeId: z.string(),
  memberCount: z.number(),
  share: z.number(),
});
export const typeWorkAnswer = typeAnswer.extend({
  members: z.object({
    cases: z.array(caseAnswer),
    excerpts: z.array(excerptAnswer),
  }),
  drafts: z.array(
    z.looseObject({
      kind: z.enum(TYPE_KINDS),
      features: z.array(draftedFeature),
      memberCount: z.number(),
      leftOutCount: z.number(),
    }),
  ),
  checks: z.array(z.looseObject({ kind: z.string() })),
});
const matrix = z.array(z.array(z.number().nullable()));
export const profilesAnswer = z.looseObject({
  cases: z.array(caseAnswer),
  themes: z.array(z.looseObject({ id: z.string(), name: z.string() })),
  counts: z.array(z.array(z.number())),
  jaccard: matrix,
  brayCurtis: matrix,
  tree: z.looseObject({
    values: z.enum(PROFILE_VALUES),
    strength: z.string(),
    caseIds: z.array(z.string()),
    merges: z.array(
      z.object({ a: z.number(), b: z.number(), height: z.number(), size: z.number() }),
    ),
  }),
  deviance: z.array(z.looseObject({ value: z.number().nullable() })),
});
export const outsideAnswer = z.looseObject({
  deviant: z.array(excerptAnswer),
  contradicting: z.array(excerptAnswer),
  cases: z.array(caseAnswer),
  turns: z.array(
    z.looseObject({ transcriptId: z.string(), spoken: z.number(), uncoded: z.array(z.number()) }),
  ),
});
