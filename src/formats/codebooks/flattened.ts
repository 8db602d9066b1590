import type { CodebookEntry } from '../../domain/codebook/codebook-file.ts';

export interface FlatEntry {
  readonly entry: CodebookEntry;
  /** Index of the theme above in the list; null at the top. */
  readonly parent: number | null;
  /** 0 at the top. */
  readonly depth: number;
}

/** The tree from top to bottom, each theme right after its parent's earlier children. */
export function flattened(themes: readonly CodebookEntry[]): FlatEntry[] {
  const rows: FlatEntry[] = [];
  const add = (entry: CodebookEntry, parent: number | null, depth: number): void => {
    const index = rows.push({ entry, parent, depth }) - 1;
    for (const child of entry.children) add(child, index, depth + 1);
  };
  for (const theme of themes) add(theme, null, 0);
  return rows;
}
