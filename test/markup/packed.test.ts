import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { CoderId, ExcerptId, ThemeId, TranscriptId, TypeId } from '../../src/domain/ids.ts';
import { STANCES } from '../../src/domain/project/records.ts';
import { splitTurns } from '../../src/domain/text/turns.ts';
import {
  packExcerpts,
  unpackExcerpts,
  type PageExcerpt,
} from '../../src/markup/packed-excerpts.ts';
import { packTurns, unpackTurns } from '../../src/markup/packed-turns.ts';

const transcriptId = 't' as TranscriptId;

const sometimes = <T>(arbitrary: fc.Arbitrary<T>): fc.Arbitrary<T | null> => fc.option(arbitrary);
const oneOfFew = fc.constantFrom('a', 'b', 'c', 'd');

const excerpts: fc.Arbitrary<PageExcerpt[]> = fc.array(
  fc.record({
    id: fc.string().map((id) => id as ExcerptId),
    transcriptId: fc.constant(transcriptId),
    start: fc.nat(),
    end: fc.nat(),
    coderId: oneOfFew.map((id) => id as CoderId),
    themeIds: fc.uniqueArray(oneOfFew).map((ids) => ids as ThemeId[]),
    typeIds: fc.uniqueArray(oneOfFew).map((ids) => ids as TypeId[]),
    status: fc.constantFrom('anchored', 'altered', 'lost'),
    reduction: sometimes(fc.string()),
    memo: sometimes(fc.string()),
    stance: sometimes(fc.constantFrom(...STANCES)),
    deviant: fc.boolean(),
    deviantReason: sometimes(fc.string()),
    question: sometimes(fc.string()),
  }),
);

const overJson = <T>(value: T): T => JSON.parse(JSON.stringify(value)) as T;

describe('packExcerpts', () => {
  it('loses nothing on the way to the browser', () => {
    fc.assert(
      fc.property(excerpts, (all) => {
        expect(unpackExcerpts(overJson(packExcerpts(transcriptId, all)))).toEqual(all);
      }),
    );
  });

  it('says of a usual excerpt only what tells it from others', () => {
    const usual: PageExcerpt = {
      id: 'e' as ExcerptId,
      transcriptId,
      start: 3,
      end: 8,
      coderId: 'c' as CoderId,
      themeIds: ['x', 'y'] as unknown as ThemeId[],
      typeIds: [],
      status: 'anchored',
      reduction: null,
      memo: null,
      stance: null,
      deviant: false,
      deviantReason: null,
      question: null,
    };
    expect(packExcerpts(transcriptId, [usual]).excerpts).toEqual([['e', 3, 8, 0, [0, 1]]]);
  });
});

describe('packTurns', () => {
  it.each([
    ['nothing', ''],
    ['nobody named', 'Eka kappale.\n\nToka kappale.\n'],
    ['two speakers', 'Haastattelija: Mitä?\n\nH1: Sitä.\n\nHaastattelija: Entä?\n\nH1: Tätä.\n'],
  ])('gives the same turns back: %s', (_, text) => {
    const turns = splitTurns(text);
    expect(unpackTurns(overJson(packTurns(turns)))).toEqual(turns);
  });

  it('says each voice once', () => {
    const turns = splitTurns(
      'Haastattelija: Mitä?\n\nH1: Sitä.\n\nHaastattelija: Entä?\n\nH1: Tätä.\n',
    );
    expect(packTurns(turns).voices).toEqual([
      { speaker: 'Haastattelija', role: 'interviewer' },
      { speaker: 'H1', role: 'interviewee' },
    ]);
  });
});
