import { excerptOf, tidyLine } from '../tidy-text.ts';
import type { Loss } from '../../domain/codebook/codebook-file.ts';
import { newDraft, tellTwins, type Draft } from './draft.ts';
import { CODEBOOK_LIMITS, ensureFew, ensureShallow } from './limits.ts';
import { ParentFinder } from './parent-finder.ts';
import { folded } from './terms.ts';

/** A theme of a table, and what the table says of its parent. */
export interface ThemeRow {
  readonly theme: Draft;
  readonly parent: string | null;
}

/**
 * The tree that the parents of a table's rows make, siblings in the order of the rows. A parent that
 * is not in the table is made at the top; of a circle the first row comes to the top; both are told.
 *
 * @throws Rejection `codebook-too-deep` {file, levels}, `codebook-too-many` {file, most}
 */
export function themeTree(file: string, rows: readonly ThemeRow[], losses: Loss[]): Draft[] {
  const tree = new TreeOfRows(file, rows, losses);
  tree.findParents();
  tree.cutCircles();
  ensureFew(file, tree.themes.length);
  const top = tree.joined();
  tellTwins(top, losses);
  return top;
}

class TreeOfRows {
  /** Those of the rows, then those that only cells of parents name. */
  readonly themes: Draft[];
  readonly #file: string;
  readonly #rows: readonly ThemeRow[];
  readonly #losses: Loss[];
  readonly #finder: ParentFinder;
  /** By theme; undefined where it is not known yet, null at the top. */
  readonly #parents: (number | null | undefined)[];
  /** By theme; undefined while its way to the top is not known. */
  readonly #levels: (number | undefined)[] = [];
  /** By theme: those below it that wait for its way to the top. */
  readonly #waiting = new Map<number, number[]>();
  readonly #made = new Map<string, number>();

  constructor(file: string, rows: readonly ThemeRow[], losses: Loss[]) {
    this.#file = file;
    this.#rows = rows;
    this.#losses = losses;
    this.themes = rows.map(({ theme }) => theme);
    this.#finder = new ParentFinder(this.themes);
    this.#parents = rows.map(() => undefined);
  }

  /** A path leads only to themes that were placed: what is not found is looked for again. */
  findParents(): void {
    let open = this.#rows.map((_, i) => i).filter((i) => !this.#find(i, false));
    for (let round = 0; open.length > 0 && round < CODEBOOK_LIMITS.levels; round++) {
      const left = open.filter((i) => !this.#find(i, true));
      if (left.length === open.length) break;
      open = left;
    }
    for (const i of open) this.#settle(i, this.#makeParent(i));
  }

  /** Cuts each circle at the first of its rows. */
  cutCircles(): void {
    this.#rows.forEach(({ theme, parent }, i) => {
      if (this.#levels[i] !== undefined) return;
      const cut = this.#firstOfCircle(i);
      const { row, name } = this.themes[cut] ?? theme;
      const details = { theme: name, parent: excerptOf(this.#rows[cut]?.parent ?? parent ?? '') };
      this.#losses.push({ row, code: 'codebook-circle', details });
      this.#settle(cut, null);
    });
  }

  /** The top themes, each with what is below it. */
  joined(): Draft[] {
    const top: Draft[] = [];
    this.themes.forEach((theme, i) => {
      const parent = this.#parents[i];
      const above = typeof parent === 'number' ? this.themes[parent] : undefined;
      (above?.children ?? top).push(theme);
    });
    return top;
  }

  /** Whether the parent of the row is known now. */
  #find(i: number, late: boolean): boolean {
    const { theme, parent } = this.#rows[i]!;
    const found = parent === null ? null : this.#finder.find(parent, i, late);
    if (parent !== null && !found) return false;
    this.#settle(i, found?.index ?? null);
    if (found?.isOneOfSeveral)
      this.#losses.push({
        row: theme.row,
        code: 'codebook-parent-several',
        details: {
          theme: theme.name,
          parent: excerptOf(parent ?? ''),
          chosen: this.themes[found.index]?.row ?? 0,
        },
      });
    return true;
  }

  #makeParent(i: number): number {
    const { theme, parent } = this.#rows[i]!;
    const name = tidyLine(parent ?? '');
    const known = this.#made.get(folded(name));
    if (known !== undefined) return known;
    const made = this.themes.push(newDraft(name, theme.row, this.#losses)) - 1;
    this.#made.set(folded(name), made);
    this.#losses.push({
      row: theme.row,
      code: 'codebook-parent-unknown',
      details: { theme: theme.name, parent: excerptOf(name) },
    });
    this.#settle(made, null);
    return made;
  }

  #settle(i: number, parent: number | null): void {
    this.#parents[i] = parent;
    if (parent === null || this.#levels[parent] !== undefined) this.#place(i);
    else {
      const waiting = this.#waiting.get(parent);
      if (waiting) waiting.push(i);
      else this.#waiting.set(parent, [i]);
    }
  }

  /** Places the theme, and all that waited for it. */
  #place(first: number): void {
    const open = [first];
    for (let i = open.pop(); i !== undefined; i = open.pop()) {
      // The first of a circle waited for the last.
      if (this.#levels[i] !== undefined) continue;
      const parent = this.#parents[i] ?? null;
      const level = parent === null ? 1 : (this.#levels[parent] ?? 0) + 1;
      ensureShallow(this.#file, level);
      this.#levels[i] = level;
      this.#finder.place(i, this.themes[i]?.name ?? '', parent);
      for (const waiting of this.#waiting.get(i) ?? []) open.push(waiting);
      this.#waiting.delete(i);
    }
  }

  /** A theme without a way to the top lies in a circle or below one. */
  #firstOfCircle(i: number): number {
    const seen = new Set<number>();
    let at = i;
    for (; !seen.has(at); at = this.#parents[at] ?? at) seen.add(at);
    const circle = new Set<number>();
    for (; !circle.has(at); at = this.#parents[at] ?? at) circle.add(at);
    return Math.min(...circle);
  }
}
