import { describe, expect, it } from 'vitest';
import {
  firstExcerpts,
  themeSaturation,
  type ThemeSaturationOptions,
} from '../../../../src/domain/analysis/saturation/theme-saturation.ts';
import { buildProject } from '../../../support/build-project.ts';

const titles = ['H1', 'H2', 'H3', 'H4'];
const THEMES: Readonly<Record<string, readonly string[]>> = {
  H1: ['A', 'B'],
  H2: ['B', 'C'],
  H3: [],
  H4: ['A', 'D'],
};

const built = buildProject({
  texts: titles.map((title) => ({
    title,
    text: `Interviewer: What?\n\n${title}: Words and more words.\n`,
  })),
  themes: [
    { name: 'Top' },
    { name: 'A', parent: 'Top' },
    { name: 'B', parent: 'Top' },
    { name: 'C' },
    { name: 'D' },
  ],
  codings: titles.flatMap((transcript) =>
    (THEMES[transcript] ?? []).map((theme) => ({
      transcript,
      quote: theme === 'D' ? 'more words' : 'Words',
      themes: [theme],
      coder: theme,
    })),
  ),
});

const options: ThemeSaturationOptions = {
  baseSize: 1,
  runLength: 1,
  threshold: 0,
  order: 'list',
  own: [],
  level: 'coded',
};

const newIn = (changes: Partial<ThemeSaturationOptions>) =>
  themeSaturation(built.project, { ...options, ...changes }).interviews.map(
    ({ transcript, newThemes }) =>
      [transcript.title, ...newThemes.map(({ name }) => name)].join(' '),
  );

describe('saturation of themes', () => {
  it('tells what each interview brought, those that brought nothing among them', () => {
    expect(newIn({})).toEqual(['H1 A B', 'H2 C', 'H3', 'H4 D']);
    const found = themeSaturation(built.project, options);
    expect(found.cumulativeThemeCounts).toEqual([2, 3, 3, 4]);
    expect(found).toMatchObject({ saturatedAfter: { value: 2 }, laterRunsAbove: 1 });
  });

  it('depends on the order, which may be one’s own', () => {
    expect(newIn({ order: 'own', own: ['h4', 'H2', 'H9'] })).toEqual([
      'H4 A D',
      'H2 B C',
      'H1',
      'H3',
    ]);
    expect(
      themeSaturation(built.project, { ...options, order: 'own', own: ['H9'] }).unknown,
    ).toEqual(['H9']);
    expect(newIn({ order: 'added' })).toEqual(newIn({}));
  });

  it('puts interviews without a date last', () => {
    const { project, run, transcriptId } = buildProject({
      texts: titles.map((title) => ({ title, text: 'Words.' })),
    });
    const date = (title: string, day: string) =>
      run({ kind: 'change-transcript', id: transcriptId(title), interview: { date: day } });
    date('H3', '2026-01-02');
    date('H2', '2026-03-01');
    const { interviews } = themeSaturation(project, { ...options, order: 'date' });
    expect(interviews.map(({ transcript }) => transcript.title)).toEqual(['H3', 'H2', 'H1', 'H4']);
  });

  it('counts top themes once their branch was met', () => {
    expect(newIn({ level: 'top' })).toEqual(['H1 Top', 'H2 C', 'H3', 'H4 D']);
  });

  it('opens the first excerpt of each new theme', () => {
    const { interviews } = themeSaturation(built.project, options);
    const quotes = firstExcerpts(built.project, interviews[3]!, 'coded').map(
      (id) => built.project.excerpts.get(id)?.quote,
    );
    expect(quotes).toEqual(['more words']);
    expect(firstExcerpts(built.project, interviews[2]!, 'coded')).toEqual([]);
  });
});
