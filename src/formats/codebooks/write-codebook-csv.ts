import type { Language } from '../../domain/project/records.ts';
import { writeCsv } from '../csv.ts';
import { tidyLine, tidyText } from '../tidy-text.ts';
import type {
  Codebook,
  CodebookEntry,
  Loss,
  WrittenCodebook,
} from '../../domain/codebook/codebook-file.ts';
import { CODEBOOK_COLUMNS, type CodebookColumn } from './csv-columns.ts';
import { flattened, type FlatEntry } from './flattened.ts';
import { ParentFinder, pathCell } from './parent-finder.ts';

/** A codebook as a table that a spreadsheet opens and `readCodebookCsv` reads again. */
export function writeCodebookCsv(codebook: Codebook, language: Language): WrittenCodebook {
  const rows = flattened(codebook.themes);
  const parents = parentCells(rows);
  const cells = rows.map(({ entry }, i) => cellsOf(entry, parents[i] ?? null));
  const losses: Loss[] =
    codebook.sets.length > 0
      ? [{ row: null, code: 'codebook-sets-unwritten', details: { count: codebook.sets.length } }]
      : [];
  const text = writeCsv(
    [CODEBOOK_COLUMNS, ...cells.map((row) => CODEBOOK_COLUMNS.map((column) => row[column]))],
    language,
  );
  return { text, losses };
}

const cellsOf = (
  entry: CodebookEntry,
  parent: string | null,
): Record<CodebookColumn, string | null> => ({
  guid: entry.guid,
  label: text(entry.label),
  name: tidyLine(entry.name),
  parent,
  level: text(entry.level),
  type: entry.type,
  definition: text(entry.definition),
  include: text(entry.include),
  exclude: text(entry.exclude),
  example: text(entry.example),
  memo: text(entry.memo),
  colour: entry.colour,
  origin: entry.origin,
  concept: text(entry.concept),
  citation: text(entry.citation),
  rationale: text(entry.rationale),
  relation: entry.relation,
  relationNote: text(entry.relationNote),
  questions: text(entry.questions),
  features: text(entry.features),
  codable: entry.codable ? null : 'no',
  retired: entry.retired ? 'yes' : null,
});

const text = (written: string | null): string | null => written && tidyText(written);

/** The plainest words by which the reader finds each theme's parent, and no other. */
function parentCells(rows: readonly FlatEntry[]): (string | null)[] {
  const names = rows.map(({ entry }) => tidyLine(entry.name));
  const finder = new ParentFinder(
    rows.map(({ entry: { guid, label } }, i) => ({
      guid,
      label: label && tidyLine(label),
      name: names[i] ?? '',
    })),
  );
  return rows.map(({ entry, parent }, i) => {
    const found = parent === null ? null : callOf(rows, names, parent, i, finder);
    finder.place(i, tidyLine(entry.name), parent);
    return found;
  });
}

function callOf(
  rows: readonly FlatEntry[],
  names: readonly string[],
  parent: number,
  of: number,
  finder: ParentFinder,
): string {
  const means = (call: string): boolean => {
    const found = finder.find(call, of);
    return found?.index === parent && !found.isOneOfSeveral;
  };
  const label = tidyLine(rows[parent]?.entry.label ?? '');
  const call = [label, names[parent] ?? ''].find((one) => one !== '' && means(one));
  if (call !== undefined) return call;
  return pathCell(wayTo(rows, parent).map((i) => names[i] ?? ''));
}

/** A theme and those above it, the top one first. */
function wayTo(rows: readonly FlatEntry[], index: number): number[] {
  const way: number[] = [];
  for (let at: number | null = index; at !== null; at = rows[at]?.parent ?? null) way.unshift(at);
  return way;
}
