import { describe, expect, it } from 'vitest';
import { stepTo, STEPS, type Step } from '../../../src/domain/codebook/step.ts';
import { themesInOrder } from '../../../src/domain/codebook/tree.ts';
import { buildProject } from '../../support/build-project.ts';

/** The codebook as an outline: two spaces a level. */
const OUTLINE = ['a', '  a1', '  a2', '    a2x', 'b', 'c'];

function build() {
  const parents: string[] = [];
  return buildProject({
    themes: OUTLINE.map((line) => {
      const name = line.trim();
      const depth = (line.length - name.length) / 2;
      parents[depth] = name;
      return { name, ...(depth > 0 ? { parent: parents[depth - 1]! } : {}) };
    }),
  });
}

function after(name: string, ...steps: Step[]): string[] {
  const { project, themeId, run } = build();
  for (const step of steps) {
    const place = stepTo(project.themes, themeId(name), step);
    if (place) run({ kind: 'move-theme', id: themeId(name), ...place });
  }
  return themesInOrder(project.themes).map(({ theme, depth }) => '  '.repeat(depth) + theme.name);
}

describe('a step in the theme tree', () => {
  it.each<[string, Step, string[]]>([
    ['c', 'up', ['a', '  a1', '  a2', '    a2x', 'c', 'b']],
    ['a', 'down', ['b', 'a', '  a1', '  a2', '    a2x', 'c']],
    ['a2', 'up', ['a', '  a2', '    a2x', '  a1', 'b', 'c']],
    ['b', 'in', ['a', '  a1', '  a2', '    a2x', '  b', 'c']],
    ['a2x', 'out', ['a', '  a1', '  a2', '  a2x', 'b', 'c']],
    ['a1', 'out', ['a', '  a2', '    a2x', 'a1', 'b', 'c']],
  ])('moves %s %s', (name, step, outline) => {
    expect(after(name, step)).toEqual(outline);
  });

  it.each<[string, Step]>([
    ['a', 'up'],
    ['c', 'down'],
    ['a', 'in'],
    ['a1', 'in'],
    ['b', 'out'],
  ])('has no way for %s %s', (name, step) => {
    expect(after(name, step)).toEqual(OUTLINE);
  });

  it('is undone by the opposite one, at the end of a list', () => {
    expect(after('b', 'in', 'out')).toEqual(OUTLINE);
    expect(after('b', 'up', 'down')).toEqual(OUTLINE);
  });

  it('refuses a theme that is not there', () => {
    const { project } = build();
    for (const step of STEPS)
      expect(() => stepTo(project.themes, 'none' as never, step)).toThrow('theme-not-found');
  });
});
