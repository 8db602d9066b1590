import type { CoderId, ThemeId, TranscriptId, TypeId } from '../domain/ids.ts';
import type { Excerpt } from '../domain/project/records.ts';
import { itemAt, placing } from './placing.ts';

/**
 * What the coding page is given of an excerpt: its words stand in the text already, and nothing on
 * the page asks when it was made.
 */
export type PageExcerpt = Omit<Excerpt, 'quote' | 'prefix' | 'suffix' | 'createdAt' | 'appliedAt'>;

type Rare = Pick<
  Excerpt,
  'status' | 'reduction' | 'memo' | 'stance' | 'deviant' | 'deviantReason' | 'question'
>;

/** What most excerpts have, and so is not said of each. */
const USUAL: Rare = {
  status: 'anchored',
  reduction: null,
  memo: null,
  stance: null,
  deviant: false,
  deviantReason: null,
  question: null,
};

/** An id, the span, places in the lists of coders, themes and types, and what is unusual. */
type PackedExcerpt = readonly [
  id: Excerpt['id'],
  start: number,
  end: number,
  coder: number,
  themes: readonly number[],
  types?: readonly number[],
  rare?: Partial<Rare>,
];

/** Excerpts of one transcript, a quarter as long as their records: ids that recur are said once. */
export interface PackedExcerpts {
  readonly transcriptId: TranscriptId;
  readonly coderIds: readonly CoderId[];
  readonly themeIds: readonly ThemeId[];
  readonly typeIds: readonly TypeId[];
  readonly excerpts: readonly PackedExcerpt[];
}

export function packExcerpts(
  transcriptId: TranscriptId,
  excerpts: readonly PageExcerpt[],
): PackedExcerpts {
  const [coders, themes, types] = [placing<CoderId>(), placing<ThemeId>(), placing<TypeId>()];
  const packed = excerpts.map((excerpt): PackedExcerpt => {
    const { id, start, end } = excerpt;
    const coder = coders.placeOf(excerpt.coderId);
    const inThemes = excerpt.themeIds.map(themes.placeOf);
    const rare = unusual(excerpt);
    if (excerpt.typeIds.length === 0 && !rare) return [id, start, end, coder, inThemes];
    const inTypes = excerpt.typeIds.map(types.placeOf);
    const usual = [id, start, end, coder, inThemes, inTypes] as const;
    return rare ? [...usual, rare] : usual;
  });
  return {
    transcriptId,
    coderIds: coders.ids,
    themeIds: themes.ids,
    typeIds: types.ids,
    excerpts: packed,
  };
}

export function unpackExcerpts(packed: PackedExcerpts): PageExcerpt[] {
  const { transcriptId, coderIds, themeIds, typeIds } = packed;
  return packed.excerpts.map(([id, start, end, coder, themes, types = [], rare = {}]) => ({
    id,
    transcriptId,
    start,
    end,
    coderId: itemAt(coderIds, coder),
    themeIds: themes.map((place) => itemAt(themeIds, place)),
    typeIds: types.map((place) => itemAt(typeIds, place)),
    ...USUAL,
    ...rare,
  }));
}

function unusual(excerpt: Rare): Partial<Rare> | null {
  const names = (Object.keys(USUAL) as (keyof Rare)[]).filter(
    (name) => excerpt[name] !== USUAL[name],
  );
  return names.length === 0 ? null : Object.fromEntries(names.map((name) => [name, excerpt[name]]));
}
