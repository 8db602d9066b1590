import type { Spot } from '../../domain/analysis/excerpts-at.ts';
import type { TableQuery } from '../api/schemas-frequencies.ts';

const FILTERS = ['coder', 'case', 'transcript', 'type', 'status', 'verdict', 'originals'] as const;

/** A table as the query of its address: what is as usual is left out. */
export function searchOf(query: Partial<TableQuery>): string {
  const search = new URLSearchParams();
  const put = (key: string, value: string | number | undefined, usual?: string): void => {
    if (value !== undefined && value !== '' && value !== usual) search.append(key, String(value));
  };
  put('rows', query.rows, 'theme');
  put('columns', query.columns, 'case');
  put('unit', query.unit, 'excerpts');
  put('percent', query.percent, 'none');
  put('sort', query.sort);
  put('levels', query.levels);
  for (const side of query.hide ?? []) put('hide', side);
  for (const key of FILTERS) for (const id of query[key] ?? []) put(key, id);
  put('researchQuestion', query.researchQuestion);
  return search.toString();
}

/** Stands for the row and the column of the total of all. */
const ALL = '*';

/** The figure that an address opens, `r` its row and `c` its column; null where it opens none. */
export function spotIn({ r, c }: { r?: string | undefined; c?: string | undefined }): Spot | null {
  if (!r && !c) return null;
  return { rowId: r && r !== ALL ? r : null, columnId: c && c !== ALL ? c : null };
}

/** The addresses of a table's figures, seen from the table's page: there are thousands of them. */
export function spotAddresses(
  query: TableQuery,
): (rowId: string | null, columnId: string | null) => string {
  const search = searchOf(query);
  const start = search === '' ? '?' : `?${search}&`;
  return (rowId, columnId) => {
    if (rowId === null && columnId === null) return `${start}r=${ALL}`;
    const row = rowId === null ? '' : `r=${encodeURIComponent(rowId)}`;
    if (columnId === null) return start + row;
    return `${start}${row && `${row}&`}c=${encodeURIComponent(columnId)}`;
  };
}
