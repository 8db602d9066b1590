import type { ThemeId } from '../ids.ts';
import type { Feature, Theme } from '../project/records.ts';
import type { CodebookEntry, Loss } from './codebook-file.ts';
import { folded } from './search-codebook.ts';
import { themeTitle } from './tree.ts';

type Named = Pick<Theme, 'name'> & { readonly id: ThemeId; readonly label?: string | null };

/** The lines of a text that say something. */
export const linesIn = (text: string | null): string[] =>
  (text ?? '')
    .split('\n')
    .map((line) => line.trim())
    .filter(Boolean);

/** Reads the features of types as files carry them: a theme a line, its note after a colon. */
export class FeatureReader {
  readonly #themes = new Map<string, ThemeId>();

  constructor(themes: readonly Named[]) {
    for (const { id, name, label = null } of themes)
      for (const title of [themeTitle({ name, label }), name])
        if (!this.#themes.has(folded(title))) this.#themes.set(folded(title), id);
  }

  /** The features, each theme once; a line that names no theme is told. Their evidence stays behind. */
  read({ row, name, features }: CodebookEntry, lose: (loss: Loss) => void): Feature[] {
    const found = new Map<ThemeId, Feature>();
    for (const line of linesIn(features)) {
      const [themeId, note] = this.#parted(line);
      if (themeId === null)
        lose({
          row,
          code: 'codebook-feature-unknown',
          details: { type: name, feature: line.slice(0, 120) },
        });
      else if (!found.has(themeId)) found.set(themeId, { themeId, note, evidenceIds: [] });
    }
    return [...found.values()];
  }

  /** A title may hold colons, too: the longest that a theme has counts. */
  #parted(line: string): [themeId: ThemeId | null, note: string | null] {
    for (let end = line.length; end > 0; end = line.lastIndexOf(': ', end - 1)) {
      const themeId = this.#themes.get(folded(line.slice(0, end)));
      if (themeId !== undefined) return [themeId, line.slice(end + 2).trim() || null];
    }
    return [null, null];
  }
}
