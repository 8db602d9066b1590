import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { codedShareOf, codedShareOfTranscript } from '../../../src/domain/analysis/coded-share.ts';
import type { TranscriptId } from '../../../src/domain/ids.ts';
import { buildProject, type GivenCoding } from '../../support/build-project.ts';

const TEXT = 'Interviewer: Why?\n\nH1: 0123456789\n\nInterviewer: And?\n\nH1: abcdefghij';

const shareOf = (codings: readonly Omit<GivenCoding, 'transcript'>[]): number | null => {
  const built = buildProject({
    texts: [{ title: 'H1', text: TEXT }],
    codings: codings.map((coding) => ({ transcript: 'H1', memo: 'm', ...coding })),
  });
  const share = codedShareOfTranscript(built.project, built.transcriptId('H1'));
  expect(codedShareOf(built.project)).toBe(share);
  return share;
};

describe('the coded share of what interviewees say', () => {
  it.each<[string, readonly Omit<GivenCoding, 'transcript'>[], number]>([
    ['nothing coded', [], 0],
    [
      'everything said, though no excerpt covers the blank lines',
      [{ quote: '0123456789' }, { quote: 'abcdefghij' }],
      1,
    ],
    ['the whole transcript in one excerpt', [{ start: 0, end: TEXT.length }], 1],
    ['the interviewer alone', [{ quote: 'Why?' }], 0],
    [
      'overlaps once',
      [{ quote: 'abcde' }, { quote: 'cdefg' }, { quote: 'abcde', coder: 'Bo' }],
      7 / 22,
    ],
    ['the last character', [{ quote: '9' }], 3 / 22],
  ])('%s', (_, codings, share) => {
    expect(shareOf(codings)).toBeCloseTo(share, 10);
  });

  it('is null where nobody speaks, and for a transcript that is not there', () => {
    const { project, transcriptId } = buildProject({
      texts: [{ title: 'E', text: 'Interviewer: Why?\n\nInterviewer: And?' }],
    });
    expect(codedShareOfTranscript(project, transcriptId('E'))).toBeNull();
    expect(codedShareOf(project)).toBeNull();
    expect(codedShareOfTranscript(project, 'none' as TranscriptId)).toBeNull();
    expect(codedShareOf(buildProject({}).project)).toBeNull();
  });

  it('counts all speech where nobody is named', () => {
    const { project } = buildProject({
      texts: [{ title: 'N', text: 'first half\n\nsecond one' }],
      codings: [{ transcript: 'N', quote: 'first half', memo: 'm' }],
    });
    expect(codedShareOf(project)).toBeCloseTo(12 / 22, 10);
  });

  it('never leaves 0–1 and never falls when more is coded', () => {
    const span = fc.tuple(fc.nat(TEXT.length - 1), fc.integer({ min: 1, max: 30 }));
    fc.assert(
      fc.property(fc.array(span, { maxLength: 12 }), (spans) => {
        let before = 0;
        for (let n = 0; n <= spans.length; n++) {
          const some = spans
            .slice(0, n)
            .map(([start, length]) => ({ start, end: Math.min(TEXT.length, start + length) }));
          const share = shareOf(some) ?? -1;
          expect(share).toBeGreaterThanOrEqual(before - 1e-12);
          expect(share).toBeLessThanOrEqual(1);
          before = share;
        }
      }),
      { numRuns: 40 },
    );
  });
});
