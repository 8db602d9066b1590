/** What a long page sends at once, and where the rest of it is. */
export interface Rest {
  /** The same page with everything in it, where no script fetches the rest. */
  readonly href: string;
  /** The rest alone, as HTML; of this revision, since other rows may have come before it. */
  readonly fetch: string;
}

/** The query that a page with its first rows is asked for the others by. */
export function restOf(
  path: string,
  query: Readonly<Record<string, string | undefined>>,
  revision: number,
): Rest {
  const stated = Object.entries(query).filter((pair): pair is [string, string] => !!pair[1]);
  const address = (more: Record<string, string>): string =>
    `${path}?${new URLSearchParams([...stated, ...Object.entries(more)]).toString()}`;
  return {
    href: address({ rows: 'all' }),
    fetch: address({ rows: 'rest', revision: String(revision) }),
  };
}

/** Which rows are asked for: the first of them, all, or what the first ones left. */
export type RowsAsked = 'first' | 'all' | 'rest';
