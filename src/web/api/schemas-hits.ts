import * as z from 'zod';
import type { ThemeId, TranscriptId } from '../../domain/ids.ts';
import { PASSAGES } from '../../domain/text/passage-around.ts';
import { concordanceQuery } from './schemas-analysis.ts';
import { coderName, id, newTheme } from './schemas.ts';

const offset = z.coerce.number().int().min(0);

/** At most as many as a concordance shows. */
const MOST_PLACES = 10_000;

const place = z.object({ transcriptId: id<TranscriptId>(), start: offset, end: offset });
const search = concordanceQuery.pick({ q: true, match: true, by: true, case: true });

export const hitsToCode = search.extend({
  places: z.array(place).max(MOST_PLACES),
  passage: z.enum(PASSAGES).default('sentence').describe('how much around the words is coded'),
  themeIds: z.array(id<ThemeId>()).max(100).default([]),
  newTheme: newTheme.optional(),
  coder: coderName.optional(),
});

/** A place as a box of the page sends it: "transcript:start:end". */
const sentPlace = z.string().transform((text) => {
  const [transcriptId, start, end] = text.split(':');
  return { transcriptId, start, end };
});

/** What the page sends; one box ticked comes as itself, none as nothing. */
export const hitsForm = z
  .object({
    place: z.union([z.array(sentPlace), sentPlace.transform((one) => [one])]).default([]),
    passage: z.enum(PASSAGES).default('sentence'),
    theme: z.string().max(64).default(''),
    newTheme: z.string().default(''),
    back: z.string().max(2_000).default(''),
  })
  .transform(({ place: places, theme, newTheme: called, back, passage }) => {
    const address = new URLSearchParams(back);
    const asked = concordanceQuery
      .catch(concordanceQuery.parse({}))
      .parse(Object.fromEntries(address));
    const { q, match, by } = asked;
    const named = called.trim();
    return {
      back: address.toString(),
      body: {
        q,
        match,
        by,
        case: asked.case ?? '',
        places,
        passage,
        themeIds: theme === '' ? [] : [theme],
        ...(named === '' ? {} : { newTheme: { name: named } }),
      },
    };
  });

/** What the form sent and could not be carried out, and why. */
export type HitsSent = z.output<typeof hitsForm>['body'] & { readonly problem: string };

/** Which boxes are ticked at first, and how many excerpts were just made. */
export const hitsShown = z.object({
  pick: z.literal('all').optional().catch(undefined),
  coded: z.coerce.number().int().min(0).optional().catch(undefined),
  /** The revision that made them: what was undone or changed since is not told of any more. */
  at: z.coerce.number().int().optional().catch(undefined),
});
export type HitsShown = z.output<typeof hitsShown>;
