/** Enter saves a reduced expression and goes on to the next, Alt and an arrow go up and down, Escape gives it up. */
export function listenForChainKeys(): void {
  document.addEventListener('keydown', (event) => {
    const field = fieldOf(event.target);
    if (!field || event.isComposing) return;
    if (event.key === 'Escape') {
      field.value = before;
      grow(field);
    } else {
      const step = stepOf(event);
      if (step === 0) return;
      event.preventDefault();
      const fields = [...document.querySelectorAll<HTMLTextAreaElement>('.chain textarea')];
      const next = fields[fields.indexOf(field) + step];
      // Leaving the field sends it.
      if (next) next.focus();
      else field.blur();
    }
  });
  document.addEventListener('focusin', ({ target }) => {
    before = fieldOf(target)?.value ?? '';
  });
  document.addEventListener('input', ({ target }) => {
    const field = fieldOf(target);
    if (field) grow(field);
  });
}

/** What the field held when it was entered. */
let before = '';

const fieldOf = (target: EventTarget | null): HTMLTextAreaElement | null =>
  target instanceof HTMLTextAreaElement && target.closest('.chain') ? target : null;

function stepOf({ key, altKey, shiftKey }: KeyboardEvent): number {
  if (key === 'Enter') return shiftKey ? -1 : 1;
  if (!altKey) return 0;
  return key === 'ArrowDown' ? 1 : key === 'ArrowUp' ? -1 : 0;
}

/** The words stand behind the field, unseen, and make it as high as they are. */
function grow(field: HTMLTextAreaElement): void {
  if (field.parentElement) field.parentElement.dataset['value'] = field.value;
}
