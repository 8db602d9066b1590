import { readValue } from '../../domain/cases/attribute-value.ts';
import { announce, h } from '../dom.ts';
import { toast } from '../toast.ts';
import { t } from '../words.ts';
import type { Cells, Place, Scheme } from './cells.ts';
import { saveValues } from './save-values.ts';

/** Where the focus goes once a cell is written. */
export type Afterwards = 'down' | 'right' | 'left' | 'stay';

/**
 * Writes in a cell: Enter keeps it and goes down, Tab goes right, Escape gives back what was there.
 * What its attribute does not take stays to be mended.
 *
 * @param typed what was typed to begin with; null to go on with what is there
 */
export function editCell(
  cells: Cells,
  place: Place,
  typed: string | null,
  done: (next: Afterwards) => void,
): void {
  const cell = cells.at(place);
  const scheme = cells.schemes[place.column];
  const one = cells.caseAt(place.row);
  if (!cell || !scheme || !one || cell.classList.contains('editing')) return;
  const before = cells.textAt(place);
  const input = inputFor(scheme, one.name, typed ?? before);
  cell.classList.add('editing');
  cell.replaceChildren(input, ...listFor(scheme));
  input.focus();
  if (typed === null) input.select();
  let isOver = false;

  const close = (text: string, next: Afterwards): void => {
    isOver = true;
    cell.classList.remove('editing', 'unfit');
    cell.replaceChildren(text);
    done(next);
  };
  const save = async (newChoices: 'add' | 'refuse'): Promise<void> => {
    const value = input.value.trim() || null;
    const taken = await saveValues([{ caseId: one.id, attributeId: scheme.id, value }], newChoices);
    if (!taken) cell.replaceChildren(before);
  };
  const keep = (next: Afterwards): void => {
    if (isOver) return;
    const text = input.value.trim();
    const read = readValue(scheme, text);
    if (text === before) close(before, next);
    else if (!('fault' in read)) {
      close(text, next);
      void save('refuse');
    } else if (read.fault === 'choice')
      offerChoice(scheme, text, () => {
        close(text, next);
        void save('add');
      });
    else {
      cell.classList.add('unfit');
      input.setAttribute('aria-invalid', 'true');
      announce(faultText(scheme, read.fault));
      toast(faultText(scheme, read.fault));
    }
  };
  input.addEventListener('keydown', (event) => {
    if (event.isComposing) return;
    const next = AFTER[event.key];
    if (!next) return;
    event.preventDefault();
    event.stopPropagation();
    if (event.key === 'Escape') close(before, 'stay');
    else keep(event.shiftKey && event.key === 'Tab' ? 'left' : next);
  });
  input.addEventListener('blur', () => {
    if (isOver) return;
    const read = readValue(scheme, input.value);
    if ('fault' in read) close(before, 'stay');
    else keep('stay');
  });
}

const AFTER: Readonly<Record<string, Afterwards | undefined>> = {
  Enter: 'down',
  Tab: 'right',
  Escape: 'stay',
};

function inputFor(scheme: Scheme, who: string, value: string): HTMLInputElement {
  const input = h('input', {
    type: 'text',
    'aria-label': `${who}, ${scheme.name}`,
    autocomplete: 'off',
    ...(scheme.kind === 'choice' ? { list: 'grid-choices' } : {}),
  });
  input.value = value;
  return input;
}

const listFor = ({ kind, choices }: Scheme): HTMLElement[] =>
  kind === 'choice'
    ? [h('datalist', { id: 'grid-choices' }, ...choices.map((value) => h('option', { value })))]
    : [];

function offerChoice(scheme: Scheme, choice: string, add: () => void): void {
  const message = t('cases.not-a-choice', { choice, name: scheme.name });
  announce(message);
  toast(message, { bad: true, action: { name: t('cases.add-choice'), run: add } });
}

export const faultText = (
  { measure }: Scheme,
  fault: 'number' | 'date' | 'choice' | 'measure' | 'long',
): string => t(`cases.faults.${fault}`, measure ? { min: measure.min, max: measure.max } : {});
