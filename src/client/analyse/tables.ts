import { redrawFrom } from './redraw.ts';

/**
 * The choices of a table, and its presets, change the page in place: the address names what is
 * chosen and no more, and the focus stays where it was.
 */
export function listenForTables(): void {
  document.addEventListener('formdata', ({ formData }) => {
    for (const [key, value] of [...formData]) if (value === '') formData.delete(key);
  });
  document.addEventListener('submit', (event) => {
    const form = event.target;
    if (!(form instanceof HTMLFormElement) || form.dataset['tableForm'] === undefined) return;
    event.preventDefault();
    const search = new URLSearchParams();
    for (const [key, value] of new FormData(form))
      if (typeof value === 'string') search.append(key, value);
    void redrawFrom(`${form.action}?${search.toString()}`);
  });
  window.addEventListener('popstate', () => void redrawFrom(location.href, { isNew: false }));
}
