import { planPaste, repeated } from '../../domain/cases/plan-paste.ts';
import { readBlock, writeBlock } from '../../domain/cases/spreadsheet-text.ts';
import type { CaseValue } from '../../domain/project/case-commands.ts';
import { announce } from '../dom.ts';
import { t } from '../words.ts';
import type { Cells } from './cells.ts';
import { askAboutPaste } from './paste-dialog.ts';
import { saveValues } from './save-values.ts';
import type { Selection } from './selection.ts';

/** The selected block, as a spreadsheet takes it. */
export function copyBlock(event: ClipboardEvent, cells: Cells, selection: Selection): void {
  const rows = selection.rows().map((row) => row.map((place) => cells.textAt(place)));
  event.clipboardData?.setData('text/plain', writeBlock(rows));
  event.preventDefault();
  announce(t('cases.copied', { count: rows.flat().length }));
}

/** Puts a block from the clipboard where the selection begins; what does not fit is shown first. */
export async function pasteBlock(text: string, cells: Cells, selection: Selection): Promise<void> {
  const { first, last } = selection.corners;
  const size = [last.row - first.row + 1, last.column - first.column + 1] as const;
  const place = cells.placeFrom(first);
  // The name is no value: what would go there goes nowhere.
  const isOnValues = cells.schemes[first.column] !== null;
  const attributes = isOnValues ? place.attributes : [];
  const plan = planPaste(repeated(readBlock(text), ...size), { ...place, attributes });
  const { values, newChoices, unfit, outsideCount } = plan;
  const isClear = unfit.length + newChoices.length + outsideCount === 0;
  const agreed = isClear || (await askAboutPaste(plan, attributes));
  selection.moveTo(selection.place, { extend: true });
  if (agreed && values.length > 0) await saveValues(values, 'add');
}

/** Takes the values of the selected cells away. */
export async function clearBlock(cells: Cells, selection: Selection): Promise<void> {
  const values = selection.rows().flatMap((row) =>
    row.flatMap((place): CaseValue[] => {
      const scheme = cells.schemes[place.column];
      const one = cells.caseAt(place.row);
      return scheme && one && cells.textAt(place) !== ''
        ? [{ caseId: one.id, attributeId: scheme.id, value: null }]
        : [];
    }),
  );
  if (values.length > 0) await saveValues(values, 'refuse');
}
