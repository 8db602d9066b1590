/** A concept that is checked, or no longer, takes those below it along; two buttons take all. */
export function letConceptsBeChecked(): void {
  document.addEventListener('change', ({ target }) => {
    if (!(target instanceof HTMLInputElement) || target.type !== 'checkbox') return;
    const row = target.closest<HTMLElement>('.concept-choice');
    if (row) for (const box of boxesBelow(row)) box.checked = target.checked;
  });
  document.addEventListener('click', ({ target }) => {
    const button = target instanceof Element && target.closest<HTMLElement>('[data-check]');
    if (!button) return;
    for (const row of document.querySelectorAll<HTMLElement>('.concept-choice'))
      for (const box of boxesIn(row)) box.checked = button.dataset['check'] === 'all';
  });
}

const levelOf = (row: HTMLElement): number => Number(row.dataset['level']);

/** The rows that follow, as long as they are deeper. */
function boxesBelow(row: HTMLElement): HTMLInputElement[] {
  const boxes: HTMLInputElement[] = [];
  for (
    let next = row.nextElementSibling;
    next instanceof HTMLElement;
    next = next.nextElementSibling
  ) {
    if (!(levelOf(next) > levelOf(row))) break;
    boxes.push(...boxesIn(next));
  }
  return boxes;
}

const boxesIn = (row: HTMLElement): HTMLInputElement[] => [
  ...row.querySelectorAll<HTMLInputElement>('input[type="checkbox"]:not(:disabled)'),
];
