import type { ThemeId, TypeId } from '../ids.ts';
import type { Project } from '../project/project.ts';
import type { Excerpt } from '../project/records.ts';
import { axis } from './axis.ts';
import { caseMeter } from './meter.ts';

export interface CodedCount {
  readonly excerptCount: number;
  /** Distinct interviewees. */
  readonly caseCount: number;
}

/** What was coded with the theme itself and, under `subtree`, with it or any theme below it. */
export interface ThemeCount extends CodedCount {
  readonly subtreeExcerptCount: number;
  readonly subtreeCaseCount: number;
}

/** How often each theme was used, in codebook order; each excerpt and case once, unused ones too. */
export function themeCounts(project: Project): Map<ThemeId, ThemeCount> {
  const { items, placesOf } = axis(project, 'theme');
  const place = new Map<string, number>(items.map(({ id }, i) => [id, i]));
  const own = countPlaces(project, items.length, ({ themeIds }) =>
    themeIds.map((id) => place.get(id)).filter((i) => i !== undefined),
  );
  const subtree = countPlaces(project, items.length, placesOf);
  return new Map(
    items.map(({ id }, i) => [
      id as ThemeId,
      {
        ...countAt(own, i),
        subtreeExcerptCount: countAt(subtree, i).excerptCount,
        subtreeCaseCount: countAt(subtree, i).caseCount,
      },
    ]),
  );
}

/** How often each type was used, in their order, unused ones too. */
export function typeCounts(project: Project): Map<TypeId, CodedCount> {
  const { items, placesOf } = axis(project, 'type');
  const counts = countPlaces(project, items.length, placesOf);
  return new Map(items.map(({ id }, i) => [id as TypeId, countAt(counts, i)]));
}

interface Tally {
  readonly excerpts: Uint32Array;
  readonly cases: Uint32Array;
}

const countAt = ({ excerpts, cases }: Tally, i: number): CodedCount => ({
  excerptCount: excerpts[i] ?? 0,
  caseCount: cases[i] ?? 0,
});

function countPlaces(
  project: Project,
  placeCount: number,
  placesOf: (excerpt: Excerpt) => readonly number[],
): Tally {
  const excerpts = new Uint32Array(placeCount);
  const cases = new Uint32Array(placeCount);
  const meter = caseMeter(project, placeCount);
  for (const excerpt of meter.excerpts) {
    meter.see(excerpt);
    for (const place of placesOf(excerpt)) {
      excerpts[place] = (excerpts[place] ?? 0) + 1;
      cases[place] = (cases[place] ?? 0) + meter.add(place);
    }
  }
  return { excerpts, cases };
}
