/** Words selected in the verbatim quote become those that the edit is of. */
export function takeSelectedWords(): void {
  for (const moment of ['select', 'selectionchange', 'pointerup', 'keyup'])
    document.addEventListener(moment, ({ target }) => {
      const verbatim = document.getElementById('verbatim');
      if (!(verbatim instanceof HTMLTextAreaElement)) return;
      if (target === verbatim || document.activeElement === verbatim) take(verbatim);
    });
}

function take({ form, value, selectionStart, selectionEnd }: HTMLTextAreaElement): void {
  const selected = value.slice(selectionStart, selectionEnd);
  const words = selected.trim();
  if (!form || words === '') return;
  fieldOf(form, 'words').value = words;
  fieldOf(form, 'start').value = String(selectionStart + selected.indexOf(words));
}

const fieldOf = (form: HTMLFormElement, name: string): HTMLInputElement =>
  form.elements.namedItem(name) as HTMLInputElement;
