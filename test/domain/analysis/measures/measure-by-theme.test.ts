import { describe, expect, it } from 'vitest';
import { measureByTheme } from '../../../../src/domain/analysis/measures/measure-by-theme.ts';
import type { AttributeId } from '../../../../src/domain/ids.ts';
import { buildProject } from '../../../support/build-project.ts';

const ANSWERS: Readonly<Record<string, number | null>> = { H1: 10, H2: 9, H3: 3, H4: null };

function build() {
  const built = buildProject({
    texts: Object.keys(ANSWERS).map((title) => ({
      title,
      text: `Q: What?\n\n${title}: Some words.\n`,
    })),
    themes: [{ name: 'Top' }, { name: 'Below', parent: 'Top' }, { name: 'Unused' }],
    codings: [
      { transcript: 'H1', quote: 'Some', themes: ['Below'] },
      { transcript: 'H2', quote: 'words', themes: ['Top'] },
    ],
  });
  const id = 'nps' as AttributeId;
  built.run({
    kind: 'add-attribute',
    attribute: {
      id,
      name: 'NPS',
      kind: 'measure',
      measure: { kind: 'nps', min: 0, max: 10, easyEnd: null },
    },
  });
  const answer = (name: string, value: number | null) =>
    built.run({
      kind: 'set-values',
      values: [{ caseId: built.caseId(name), attributeId: id, value }],
      newChoices: 'refuse',
    });
  for (const [name, value] of Object.entries(ANSWERS)) if (value !== null) answer(name, value);
  return { ...built, id, answer };
}

describe('a measure by theme', () => {
  it('sets those with the theme, or one below it, against the others', () => {
    const { project, id } = build();
    const { rows, all } = measureByTheme(project, id);
    expect(all).toMatchObject({ n: 3, missingCount: 1 });
    expect(rows.map(({ theme }) => theme.name)).toEqual(['Top', 'Below']);
    expect(rows[0]).toMatchObject({
      withTheme: { n: 2, score: { value: 100 }, mean: { value: 9.5 } },
      without: { n: 1, missingCount: 1, score: { value: -100 } },
      difference: { value: 200 },
      isSmall: true,
    });
    expect(rows[1]?.withTheme.caseIds).toHaveLength(1);
  });

  it('has no difference where a side has no answer', () => {
    const { project, id, answer } = build();
    answer('H3', null);
    const { rows } = measureByTheme(project, id);
    expect(rows[0]?.without.score).toEqual({ value: null, reason: 'no-answers' });
    expect(rows[0]?.difference).toEqual({ value: null, reason: 'no-answers' });
  });

  it('is refused for what is no measure', () => {
    const { project, run } = build();
    run({
      kind: 'add-attribute',
      attribute: { id: 'age' as AttributeId, name: 'Age', kind: 'number' },
    });
    expect(() => measureByTheme(project, 'age' as AttributeId)).toThrow(/no-measure/);
    expect(() => measureByTheme(project, 'none' as AttributeId)).toThrow(/attribute-not-found/);
  });
});
