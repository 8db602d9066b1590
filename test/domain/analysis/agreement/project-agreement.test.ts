import { describe, expect, it } from 'vitest';
import {
  projectAgreement,
  type AgreementAsked,
  type UnitFigures,
} from '../../../../src/domain/analysis/agreement/project-agreement.ts';
import type { CoderId } from '../../../../src/domain/ids.ts';
import { buildProject, type GivenCoding } from '../../../support/build-project.ts';

const TEXT = `Haastattelija: Mitä luottamus on?

H1: Luottamus on se ykkönen.

Haastattelija: Entä hinta?

H1: Hinta ratkaisee aina. Laatu myös.
`;

function asked(
  codings: readonly Omit<GivenCoding, 'transcript'>[],
  how: Partial<AgreementAsked> & { readonly coders?: readonly string[] } = {},
) {
  const built = buildProject({
    texts: [
      { title: 'H1', text: TEXT },
      { title: 'H2', text: TEXT },
    ],
    codings: codings.map((one) => ({ transcript: 'H1', ...one })),
  });
  const { project } = built;
  const idOf = (name: string): CoderId =>
    [...project.coders.values()].find((one) => one.name === name)?.id ?? ('nobody' as CoderId);
  const { coders = ['Aino', 'Bo'], ...rest } = how;
  const found = projectAgreement(project, {
    ...{ coderIds: coders.map(idOf), transcriptIds: null, unit: 'characters' },
    ...{ overlap: 0.5, themeId: null, interviewer: true, ...rest },
  });
  return { ...built, found, idOf };
}

const units = (found: ReturnType<typeof asked>['found']): UnitFigures => {
  if (found.pooled.kind !== 'units') throw new TypeError('not in units');
  return found.pooled;
};

describe('agreement in a project', () => {
  const both = [
    { coder: 'Aino', quote: 'Luottamus on se ykkönen', themes: ['luottamus'] },
    { coder: 'Bo', quote: 'se ykkönen', themes: ['luottamus'] },
    { coder: 'Bo', quote: 'Hinta ratkaisee', themes: ['hinta'] },
  ];

  it('is of the transcripts that two coded, unless it is said that all read them', () => {
    const { found, transcriptId } = asked(both);
    expect(found.texts.map(({ transcript }) => transcript.title)).toEqual(['H1']);
    const ids = [transcriptId('H1'), transcriptId('H2')];
    const chosen = asked(both, { transcriptIds: ids }).found;
    expect(chosen.texts.map(({ text }) => text.coderIds.length)).toEqual([2, 2]);
    expect(units(chosen).agreement.unitCount).toBe(2 * units(found).agreement.unitCount);
  });

  it('by turns counts a turn as coded by whoever coded any of it', () => {
    const { found, idOf } = asked(both, { unit: 'turns' });
    const of = (name: string) =>
      found.themes.find(({ theme }) => theme.name === name)?.figures as UnitFigures;
    expect(of('luottamus').agreement.pairs[0]?.counts).toEqual({
      ...{ both: 1, onlyFirst: 0, onlySecond: 0, neither: 3 },
    });
    expect(of('hinta').agreement.pairs[0]?.counts).toMatchObject({ both: 0, onlySecond: 1 });
    expect(found.disagreements).toMatchObject([
      { withTheme: [idOf('Bo')], withoutTheme: [idOf('Aino')] },
    ]);
    const { start, end } = found.disagreements[0]!;
    expect(TEXT.slice(start, end).trim()).toBe('Hinta ratkaisee aina. Laatu myös.');
  });

  it('tells where coders differ in the words of the transcript, by character', () => {
    const { found } = asked(both, { interviewer: false });
    expect(found.disagreements.map(({ start, end }) => TEXT.slice(start, end))).toEqual([
      'Luottamus on ',
      'Hinta ratkaisee',
    ]);
  });

  it('leaves out what the interviewer says by choice', () => {
    const codings = [
      ...both,
      { coder: 'Aino', quote: 'Mitä luottamus on?', themes: ['luottamus'] },
      { coder: 'Bo', quote: 'Entä hinta?', themes: ['hinta'] },
    ];
    const all = asked(codings).found;
    const answers = asked(codings, { interviewer: false }).found;
    expect(all.disagreements).toHaveLength(4);
    expect(answers.disagreements).toHaveLength(2);
    const spoken = 'Luottamus on se ykkönen.\n\nHinta ratkaisee aina. Laatu myös.\n'.length;
    expect(answers.texts[0]?.text.length).toBeGreaterThanOrEqual(spoken - 1);
    expect(answers.texts[0]?.text.length).toBeLessThanOrEqual(spoken);
    expect(asked(codings, { unit: 'turns', interviewer: false }).found.texts[0]?.text.length).toBe(
      2,
    );
  });

  it('in passages matches one with one, from the overlap on', () => {
    const { found, idOf } = asked(both, { unit: 'segments', overlap: 'any' });
    expect(found.pooled).toMatchObject({
      kind: 'segments',
      pairs: [{ counts: { matched: 1, onlyFirst: 0, onlySecond: 1 } }],
    });
    expect(found.disagreements).toMatchObject([{ withTheme: [idOf('Bo')] }]);
    const strict = asked(both, { unit: 'segments', overlap: 0.9 }).found;
    expect(strict.pooled).toMatchObject({
      pairs: [{ counts: { matched: 0, onlyFirst: 1, onlySecond: 2 } }],
    });
    expect(strict.disagreements).toHaveLength(3);
  });

  it('of one theme alone is that theme’s figure', () => {
    const { found, themeId } = asked(both);
    const one = asked(both, { themeId: themeId('luottamus') }).found;
    expect(one.themes).toHaveLength(1);
    const figures = found.themes.find(({ theme }) => theme.name === 'luottamus')?.figures;
    expect(one.themes[0]?.figures).toEqual(figures);
    expect(units(one).agreement).toEqual((figures as UnitFigures).agreement);
  });

  it('says why a figure is undefined', () => {
    const same = (coder: string) => ({ coder, quote: 'Hinta ratkaisee', themes: ['a', 'b'] });
    const { found } = asked([same('Aino'), same('Bo')]);
    expect(units(found).unitizing).toEqual({ value: null, reason: 'overlapping-units' });
    expect(units(found).agreement.krippendorffAlpha).toEqual({ value: 1 });
    const nobody = asked(both, { coders: ['Aino'] }).found;
    expect(units(nobody).agreement.percentAgreement).toEqual({ value: null, reason: 'no-pairs' });
  });

  it('of three coders is told for each pair and for all', () => {
    const codings = [...both, { coder: 'Cia', quote: 'Laatu myös', themes: ['laatu'] }];
    const { found } = asked(codings, { coders: ['Aino', 'Bo', 'Cia'] });
    const { agreement } = units(found);
    expect(agreement.pairs).toHaveLength(3);
    expect(agreement.fleissKappa.value).not.toBeNull();
    expect(agreement.unitCount).toBe(3 * TEXT.length);
  });
});
