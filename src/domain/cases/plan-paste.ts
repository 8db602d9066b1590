import type { CaseId } from '../ids.ts';
import type { CaseValue } from '../project/case-commands.ts';
import type { Attribute } from '../project/records.ts';
import { readValue, type ValueFault } from './attribute-value.ts';

/** Where a pasted block goes: the cases below and the attributes right of the cell it begins at. */
export interface PastePlace {
  readonly cases: readonly { readonly id: CaseId; readonly name: string }[];
  readonly attributes: readonly Pick<Attribute, 'id' | 'name' | 'kind' | 'choices' | 'measure'>[];
}

export interface PastePlan {
  /** What fits; new choices are among it. */
  readonly values: readonly CaseValue[];
  readonly newChoices: readonly { readonly attribute: string; readonly choice: string }[];
  readonly unfit: readonly {
    readonly case: string;
    readonly attribute: string;
    readonly value: string;
    readonly fault: ValueFault;
  }[];
  /** Cells that hold something and would lie beyond the last case or attribute. */
  readonly outsideCount: number;
}

/** What pasting a block would do. */
export function planPaste(block: readonly (readonly string[])[], place: PastePlace): PastePlan {
  const values: CaseValue[] = [];
  const newChoices = new Map<string, PastePlan['newChoices'][number]>();
  const unfit: PastePlan['unfit'][number][] = [];
  let outsideCount = 0;
  block.forEach((row, r) => {
    row.forEach((value, c) => {
      const one = place.cases[r];
      const attribute = place.attributes[c];
      if (!one || !attribute) {
        if (value.trim() !== '') outsideCount++;
        return;
      }
      const read = readValue(attribute, value);
      const isNewChoice = 'fault' in read && read.fault === 'choice';
      if (isNewChoice) {
        const choice = value.trim();
        newChoices.set(`${attribute.id} ${choice}`, { attribute: attribute.name, choice });
      }
      if ('fault' in read && !isNewChoice)
        unfit.push({ case: one.name, attribute: attribute.name, value, fault: read.fault });
      else values.push({ caseId: one.id, attributeId: attribute.id, value: value.trim() || null });
    });
  });
  return { values, newChoices: [...newChoices.values()], unfit, outsideCount };
}

/** One cell fills the whole selection, as spreadsheets do. */
export function repeated(
  block: readonly (readonly string[])[],
  rows: number,
  columns: number,
): readonly (readonly string[])[] {
  const [[only, ...moreCells] = [], ...moreRows] = block;
  if (only === undefined || moreCells.length > 0 || moreRows.length > 0) return block;
  return Array.from({ length: rows }, () => Array.from({ length: columns }, () => only));
}
