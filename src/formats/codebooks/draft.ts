import { cutText, excerptOf, tidyLine, tidyText } from '../tidy-text.ts';
import {
  codebookEntry,
  TEXT_FIELDS,
  type CodebookEntry,
  type Loss,
  type TextField,
} from '../../domain/codebook/codebook-file.ts';
import { readColour } from './colour.ts';
import { readGuid } from './guid.ts';
import { CODEBOOK_LIMITS, TEXT_LIMITS } from './limits.ts';

/** A theme while it is read. */
export type Draft = {
  -readonly [Key in Exclude<keyof CodebookEntry, 'children'>]: CodebookEntry[Key];
} & { children: Draft[] };

/** A theme of this name, which is told where it had to be shortened. */
export function newDraft(name: string, row: number | null, losses: Loss[]): Draft {
  const most = CODEBOOK_LIMITS.name;
  const fits = name.length <= most;
  const kept = fits ? name : `${cutText(name, most - 1)}…`;
  if (!fits) losses.push({ row, code: 'codebook-name-long', details: { theme: kept, most } });
  return { ...codebookEntry({ name: kept, row }), children: [] };
}

const ONE_LINE: readonly TextField[] = ['label', 'level', 'concept'];

/** Takes over the texts, cut and told where they are too long. */
export function setTexts(
  draft: Draft,
  texts: Readonly<Partial<Record<TextField, string | null>>>,
  losses: Loss[],
): void {
  for (const field of TEXT_FIELDS) {
    const written = texts[field] ?? '';
    const text = ONE_LINE.includes(field) ? tidyLine(written) || null : tidyText(written);
    const most = TEXT_LIMITS[field];
    draft[field] = text && cutText(text, most);
    if (text && text.length > most)
      losses.push({
        row: draft.row,
        code: 'codebook-text-long',
        details: { theme: draft.name, field, most },
      });
  }
}

export function setColour(draft: Draft, written: string | null, losses: Loss[]): void {
  if (!written?.trim()) return;
  const read = readColour(written);
  const details = { theme: draft.name, value: excerptOf(written) };
  draft.colour = read?.colour ?? null;
  if (!read) losses.push({ row: draft.row, code: 'codebook-colour', details });
  else if (read.wasTransparent)
    losses.push({ row: draft.row, code: 'codebook-colour-transparent', details });
}

/** Takes over a GUID that no theme before has; `known` learns it. */
export function setGuid(
  draft: Draft,
  written: string | null,
  known: Set<string>,
  losses: Loss[],
): void {
  if (!written?.trim()) return;
  const guid = readGuid(written);
  const details = { theme: draft.name, value: excerptOf(written) };
  if (!guid) losses.push({ row: draft.row, code: 'codebook-guid', details });
  else if (known.has(guid)) losses.push({ row: draft.row, code: 'codebook-guid-twice', details });
  else {
    known.add(guid);
    draft.guid = guid;
  }
}

/** Siblings of one name are allowed, and told: they are easily mixed up. */
export function tellTwins(themes: readonly Draft[], losses: Loss[]): void {
  const names = new Set<string>();
  for (const { name, row, children } of themes) {
    if (names.has(name)) losses.push({ row, code: 'codebook-twins', details: { theme: name } });
    names.add(name);
    tellTwins(children, losses);
  }
}
