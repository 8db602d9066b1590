import { countBelow } from '../../domain/analysis/count-below.ts';
import { tidyLine } from '../tidy-text.ts';
import { folded } from './terms.ts';

/** What a theme can be called by in the column of parents. */
export interface Callable {
  readonly guid: string | null;
  readonly label: string | null;
  readonly name: string;
}

export interface FoundParent {
  readonly index: number;
  /** Others could have been meant as well. */
  readonly isOneOfSeveral: boolean;
}

/** A place in the tree, by the names on the way to it. */
interface PathNode {
  readonly below: Map<string, PathNode>;
  /** Themes that stand there, in the order they were placed. */
  readonly themes: number[];
}

const pathNode = (): PathNode => ({ below: new Map(), themes: [] });

/** What parts the levels of a path may stand in a name, too; there it is written otherwise. */
const asStep = (name: string): string => name.replaceAll('>', '›');

/** The path of names from the top theme down, e.g. `> Upper > Lower`. */
export const pathCell = (names: readonly string[]): string => `> ${names.map(asStep).join(' > ')}`;

/**
 * Finds the theme that a cell means: by GUID, number, name, number and name, or the path of names
 * from the top theme, with or without a first `>`, which says that it is a path and nothing else.
 * Themes are known by their index in the file; a path leads only to those that were placed.
 */
export class ParentFinder {
  readonly #exact: readonly Map<string, number[]>[];
  readonly #loose: readonly Map<string, number[]>[];
  readonly #top = pathNode();
  readonly #nodes: (PathNode | undefined)[] = [];

  constructor(themes: readonly Callable[]) {
    const titles = [
      themes.map(({ guid }) => guid),
      themes.map(({ label }) => label),
      themes.map(({ name }) => name),
      themes.map(({ label, name }) => label && `${label} ${name}`),
    ];
    this.#exact = titles.map((calls) => indexesBy(calls));
    this.#loose = titles.map((calls) => indexesBy(calls.map((call) => call && folded(call))));
  }

  /** Puts a theme below a parent that was placed, or at the top. */
  place(index: number, name: string, parent: number | null): void {
    const above = parent === null ? this.#top : this.#nodes[parent];
    if (!above) throw new RangeError(`theme ${index} placed below ${parent}, which is not`);
    const step = folded(asStep(name));
    let node = above.below.get(step);
    if (!node) above.below.set(step, (node = pathNode()));
    node.themes.push(index);
    this.#nodes[index] = node;
  }

  /**
   * What the cell of the theme `of` means. Of several that it could mean the last one above it, or,
   * when `late`, the first below.
   */
  find(cell: string, of: number, late = false): FoundParent | null {
    const call = tidyLine(cell);
    if (call.startsWith('>')) {
      const placed = this.#placedAt(call.slice(1));
      if (placed) return placed;
    }
    return (
      onlyOne(this.#exact, call, of) ??
      this.#placedAmong(call) ??
      oneOf(this.#exact, call, of, late) ??
      onlyOne(this.#loose, folded(call), of) ??
      oneOf(this.#loose, folded(call), of, late)
    );
  }

  /** A name alone leads to the top theme of that name; others of the name could be meant. */
  #placedAmong(call: string): FoundParent | null {
    const placed = this.#placedAt(call);
    const isName = this.#exact.some((indexes) => indexes.has(call));
    return placed && { ...placed, isOneOfSeveral: placed.isOneOfSeveral || isName };
  }

  #placedAt(path: string): FoundParent | null {
    let node: PathNode | undefined = this.#top;
    for (const step of path.split('>')) {
      node = node.below.get(folded(step));
      if (!node) return null;
    }
    const index = node.themes.at(-1);
    return index === undefined ? null : { index, isOneOfSeveral: node.themes.length > 1 };
  }
}

function indexesBy(calls: readonly (string | null)[]): Map<string, number[]> {
  const indexes = new Map<string, number[]>();
  calls.forEach((call, i) => {
    if (!call) return;
    const known = indexes.get(call);
    if (known) known.push(i);
    else indexes.set(call, [i]);
  });
  return indexes;
}

/** A theme is its own parent only where nothing else can be meant. */
function onlyOne(
  maps: readonly Map<string, number[]>[],
  call: string,
  of: number,
): FoundParent | null {
  for (const map of maps) {
    const indexes = map.get(call) ?? [];
    const [first, second] = indexes;
    const other = indexes.length === 2 && first === of ? second : first;
    const isOne = indexes.length === 1 || (indexes.length === 2 && (first === of || second === of));
    if (other !== undefined && isOne) return { index: other, isOneOfSeveral: false };
  }
  return null;
}

function oneOf(
  maps: readonly Map<string, number[]>[],
  call: string,
  of: number,
  late: boolean,
): FoundParent | null {
  for (const map of maps) {
    const indexes = map.get(call) ?? [];
    const above = indexes[countBelow(indexes, of) - 1];
    const index = above ?? (late ? indexes.find((one) => one !== of) : undefined);
    if (index !== undefined) return { index, isOneOfSeveral: true };
  }
  return null;
}
