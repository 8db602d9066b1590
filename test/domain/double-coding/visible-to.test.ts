import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { visibleTo } from '../../../src/domain/double-coding/visible-to.ts';
import type { RoundId } from '../../../src/domain/ids.ts';
import { buildProject } from '../../support/build-project.ts';

const TEXT = 'H1: yksi kaksi kolme neljä viisi kuusi seitsemän';
const PEOPLE = ['Aino', 'Bo', 'Cia', 'Olga'] as const;
const WORDS = ['yksi', 'kaksi', 'kolme', 'neljä'] as const;
const coding = fc.record({
  transcript: fc.constantFrom('H1', 'H2'),
  coder: fc.constantFrom(...PEOPLE),
  quote: fc.constantFrom(...WORDS),
});

function built(codings: readonly { transcript: string; coder: string; quote: string }[]) {
  const texts = ['H1', 'H2'].map((title) => ({ title, text: TEXT }));
  return buildProject({ texts, codings: codings.map((one) => ({ ...one, themes: ['teema'] })) });
}

describe('what somebody sees', () => {
  it('is the project itself where no round hides anything', () => {
    const { project } = built([{ transcript: 'H1', coder: 'Aino', quote: 'yksi' }]);
    expect(visibleTo(project, 'Bo')).toBe(project);
  });

  it('is in the transcripts of a running round their own, everywhere else all', () => {
    fc.assert(
      fc.property(
        fc.array(coding, { maxLength: 12 }),
        fc.constantFrom(...PEOPLE),
        fc.subarray(['Aino', 'Bo', 'Cia']),
        (codings, person, done) => {
          const { project, transcriptId, run } = built(codings);
          const id = 'round' as RoundId;
          const coders = ['Aino', 'Bo', 'Cia'];
          const round = { id, name: 'R', coders, consensus: 'K', by: 'Olga', share: null };
          run({ kind: 'add-round', round: { ...round, transcriptIds: [transcriptId('H1')] } });
          for (const coder of done) run({ kind: 'finish-coding', id, coder, done: true });
          const isBlind = coders.includes(person) && done.length < coders.length;
          const expected = [...project.excerpts.values()].filter(
            (one) =>
              !isBlind ||
              one.transcriptId !== transcriptId('H1') ||
              project.coders.get(one.coderId)?.name === person,
          );
          const view = visibleTo(project, person);
          expect([...view.excerpts.values()]).toEqual(expected);
          const bySpan = [...view.excerptsBySpan.values()].flatMap((all) => [...all.values()]);
          expect(bySpan.sort()).toEqual(expected.map((one) => one.id).sort());
        },
      ),
    );
  });
});
