import type { GroupLabel } from '../../cases/groups-of-attribute.ts';
import type { Excerpt } from '../../project/records.ts';

/** One line of a table's edge: what a row or a column stands for. */
export interface AxisItem {
  readonly id: string;
  /** The name alone; a theme's number is its `label`. */
  readonly name: string;
  readonly label: string | null;
  /** How far below the top of its tree it stands; 0 for what is in no tree. */
  readonly depth: number;
  /** What the cases of a group share; whoever shows it puts it into words instead of the name. */
  readonly group?: GroupLabel;
}

/** A stretch of what is said, coded or not. */
export type Passage = Pick<Excerpt, 'transcriptId' | 'start' | 'end' | 'question'>;

/** The items along one side of a table and where an excerpt belongs among them. */
export interface Axis<P extends Passage = Excerpt> {
  readonly items: readonly AxisItem[];
  /** Indexes into `items`, each at most once; empty where the excerpt has no place on this axis. */
  placesOf(passage: P): readonly number[];
  /** Of items that divide what is said: by who speaks, or by what is answered. */
  readonly divides?: 'cases' | 'answers';
}

/** An axis on which everything that is said has its place, coded or not. */
export interface DividingAxis extends Axis<Passage> {
  readonly divides: 'cases' | 'answers';
}

export const NOWHERE: readonly number[] = [];
const FIRST: readonly number[] = [0];

export const flat = (id: string, name: string): AxisItem => ({ id, name, label: null, depth: 0 });

/** An axis of one item, at which everything stands. */
export const ONE_PLACE: Axis<Passage> = { items: [flat('', '')], placesOf: () => FIRST };

/** Items side by side, found by their ids. */
export function listAxis(
  records: readonly { readonly id: string; readonly name: string }[],
  idsOf: (excerpt: Excerpt) => readonly string[],
): Axis {
  const index = new Map(records.map(({ id }, i) => [id, [i]]));
  return {
    items: records.map(({ id, name }) => flat(id, name)),
    placesOf: (excerpt) => places(idsOf(excerpt), (id) => index.get(id)),
  };
}

/** All places of several ids, each once. */
export function places(
  ids: readonly string[],
  lineOf: (id: string) => readonly number[] | undefined,
): readonly number[] {
  const first = lineOf(ids[0] ?? '') ?? NOWHERE;
  if (ids.length < 2) return first;
  const all = new Set(first);
  for (const id of ids) for (const place of lineOf(id) ?? NOWHERE) all.add(place);
  return [...all];
}

/** By the index of each item, its own place and those of the items above it. */
export function linesOf(depths: readonly number[]): number[][] {
  const open: number[] = [];
  return depths.map((depth, place) => {
    open.length = depth;
    open.push(place);
    return [...open];
  });
}
