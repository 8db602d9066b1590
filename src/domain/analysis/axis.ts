import { caseOf } from '../cases/case-of.ts';
import { themesInOrder } from '../codebook/tree.ts';
import { questionOf } from '../guide/question-of.ts';
import { questionsOf } from '../guide/questions.ts';
import { byOrder, casesInOrder, type Project } from '../project/project.ts';
import type { Excerpt } from '../project/records.ts';

/** One line of a table's edge: what a row or a column stands for. */
export interface AxisItem {
  readonly id: string;
  /** The name alone; a theme's number is its `label`. */
  readonly name: string;
  readonly label: string | null;
  /** 0 for a top theme and for everything that is not a theme. */
  readonly depth: number;
}

/** The items along one side of a table and where an excerpt belongs among them. */
export interface Axis {
  readonly items: readonly AxisItem[];
  /** Indexes into `items`, each at most once; empty where the excerpt has no place on this axis. */
  placesOf(excerpt: Excerpt): readonly number[];
}

export type AxisKind = 'theme' | 'type' | 'question' | 'case' | 'coder';

export function axis(project: Project, kind: AxisKind): Axis {
  switch (kind) {
    case 'theme':
      return themeAxis(project);
    case 'type':
      return listAxis([...project.types.values()].sort(byOrder), (excerpt) => excerpt.typeIds);
    case 'question':
      return questionAxis(project);
    case 'case':
      return caseAxis(project);
    case 'coder':
      return listAxis([...project.coders.values()], (excerpt) => [excerpt.coderId]);
  }
}

const NOWHERE: readonly number[] = [];

const flat = (id: string, name: string): AxisItem => ({ id, name, label: null, depth: 0 });

/** An excerpt stands at its themes and at every ancestor of theirs, once. */
function themeAxis(project: Project): Axis {
  const items: AxisItem[] = [];
  const lines = new Map<string, readonly number[]>();
  const open: number[] = [];
  for (const { theme, depth } of themesInOrder(project.themes)) {
    open.length = depth;
    open.push(items.length);
    lines.set(theme.id, [...open]);
    items.push({ id: theme.id, name: theme.name, label: theme.label, depth });
  }
  return { items, placesOf: (excerpt) => places(excerpt.themeIds, (id) => lines.get(id)) };
}

function listAxis(
  records: readonly { readonly id: string; readonly name: string }[],
  idsOf: (excerpt: Excerpt) => readonly string[],
): Axis {
  const index = new Map(records.map(({ id }, i) => [id, [i]]));
  return {
    items: records.map(({ id, name }) => flat(id, name)),
    placesOf: (excerpt) => places(idsOf(excerpt), (id) => index.get(id)),
  };
}

function caseAxis(project: Project): Axis {
  const cases = casesInOrder(project);
  const ofCase = new Map<string, readonly number[]>(cases.map(({ id }, i) => [id, [i]]));
  return {
    items: cases.map(({ id, name }) => flat(id, name)),
    placesOf: (excerpt) => ofCase.get(caseOf(project, excerpt) ?? '') ?? NOWHERE,
  };
}

/** The guide's questions in its order, then numbers that were coded and are not in it, "2" before "10". */
function questionAxis(project: Project): Axis {
  const inGuide = questionsOf(project.guide);
  const placeOf = (excerpt: Excerpt): string | null =>
    questionOf(project, excerpt)?.number ?? excerpt.question;
  const others = new Set<string>();
  for (const excerpt of project.excerpts.values())
    if (excerpt.question && !questionOf(project, excerpt)) others.add(excerpt.question);
  const byNumber = new Intl.Collator('en', { numeric: true });
  const items = [
    ...inGuide.map(({ number, text }) => ({ ...flat(number, text), label: number })),
    ...[...others].sort(byNumber.compare).map((question) => flat(question, question)),
  ];
  const index = new Map(items.map(({ id }, i) => [id, [i]]));
  return { items, placesOf: (excerpt) => index.get(placeOf(excerpt) ?? '') ?? NOWHERE };
}

function places(
  ids: readonly string[],
  lineOf: (id: string) => readonly number[] | undefined,
): readonly number[] {
  const first = lineOf(ids[0] ?? '') ?? NOWHERE;
  if (ids.length < 2) return first;
  const all = new Set(first);
  for (const id of ids) for (const place of lineOf(id) ?? NOWHERE) all.add(place);
  return [...all];
}
