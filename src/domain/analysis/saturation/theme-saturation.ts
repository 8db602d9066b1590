import { themesInOrder } from '../../codebook/tree.ts';
import type { ExcerptId, ThemeId } from '../../ids.ts';
import { excerptsOf, transcriptsInOrder, type Project } from '../../project/project.ts';
import { agreedView } from '../../double-coding/agreed-view.ts';
import { excerptsInOrder } from '../../reports/interview-order.ts';
import type { Theme, Transcript } from '../../project/records.ts';
import { topThemes, type ThemeLevel } from '../co-occurrence/theme-co-occurrence.ts';
import { newThemes } from './new-themes.ts';
import { saturation, type Saturation, type SaturationOptions } from './saturation.ts';

/** As the project lists the interviews, as they were held, as they were added, or as typed. */
export const INTERVIEW_ORDERS = ['list', 'date', 'added', 'own'] as const;
export type InterviewOrder = (typeof INTERVIEW_ORDERS)[number];

export interface ThemeSaturationOptions extends SaturationOptions {
  readonly order: InterviewOrder;
  /** Titles of transcripts, for the order `own`; those left out follow as they are listed. */
  readonly own: readonly string[];
  readonly level: ThemeLevel;
}

export interface ThemeSaturation extends Saturation {
  readonly interviews: readonly InterviewNews[];
  /** Typed titles that no transcript has. */
  readonly unknown: readonly string[];
}

export interface InterviewNews {
  readonly transcript: Transcript;
  readonly newThemes: readonly Theme[];
}

/** Saturation of a project's themes, interview by interview; those without a coding count too. */
export function themeSaturation(
  project: Project,
  options: ThemeSaturationOptions,
): ThemeSaturation {
  const counted = agreedView(project);
  const { transcripts, unknown } = orderedInterviews(project, options);
  const topOf = options.level === 'top' ? topThemes(project) : null;
  const themesOf = transcripts.map(({ id }) => [
    ...new Set(
      [...excerptsOf(counted, id)].flatMap(({ themeIds }) =>
        themeIds.flatMap((theme) => (topOf ? (topOf.get(theme) ?? []) : theme)),
      ),
    ),
  ]);
  const seen = new Set<ThemeId>();
  const inOrder = themesInOrder(project.themes).map(({ theme }) => theme);
  const interviews = transcripts.map((transcript, i) => {
    const fresh = new Set(themesOf[i]?.filter((id) => !seen.has(id)));
    fresh.forEach((id) => seen.add(id));
    return { transcript, newThemes: inOrder.filter(({ id }) => fresh.has(id)) };
  });
  return { ...saturation(newThemes(themesOf), options), interviews, unknown };
}

function orderedInterviews(
  project: Project,
  { order, own }: ThemeSaturationOptions,
): { transcripts: Transcript[]; unknown: string[] } {
  const listed = transcriptsInOrder(project);
  const by = (key: (transcript: Transcript) => string | null): Transcript[] =>
    listed.toSorted((a, b) => {
      const [first, second] = [key(a), key(b)];
      if (first === null || second === null)
        return Number(first === null) - Number(second === null);
      return first < second ? -1 : Number(first > second);
    });
  switch (order) {
    case 'list':
      return { transcripts: listed, unknown: [] };
    case 'date':
      return { transcripts: by(({ date }) => date), unknown: [] };
    case 'added':
      return { transcripts: by(({ addedAt }) => addedAt), unknown: [] };
    case 'own': {
      const titled = (title: string): Transcript | undefined =>
        listed.find((one) => one.title.toLowerCase() === title.toLowerCase());
      const first = own.flatMap((title) => titled(title) ?? []);
      return {
        transcripts: [...new Set([...first, ...listed])],
        unknown: own.filter((title) => !titled(title)),
      };
    }
  }
}

/** The first excerpt of each theme that an interview was the first to have. */
export function firstExcerpts(
  project: Project,
  { transcript, newThemes: themes }: InterviewNews,
  level: ThemeLevel,
): ExcerptId[] {
  const topOf = level === 'top' ? topThemes(project) : null;
  const excerpts = excerptsInOrder(agreedView(project), transcript);
  const first = themes.flatMap(
    ({ id }) =>
      excerpts.find(({ themeIds }) => themeIds.some((one) => (topOf?.get(one) ?? one) === id))
        ?.id ?? [],
  );
  return [...new Set(first)];
}
