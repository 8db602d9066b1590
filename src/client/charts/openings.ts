import { redrawFrom } from '../analyse/redraw.ts';

/** A figure of a chart or its table opens its excerpts beside it; the page stays where it is. */
export function listenForOpenings(): void {
  document.addEventListener('click', (event) => {
    if (event.defaultPrevented || event.button !== 0) return;
    if (event.ctrlKey || event.metaKey || event.shiftKey || event.altKey) return;
    const { target } = event;
    const link = target instanceof Element ? target.closest('.chart a, a[data-open]') : null;
    const href = link?.getAttribute('href');
    if (!href?.startsWith('?')) return;
    event.preventDefault();
    void redrawFrom(new URL(href, location.href).href).then(() => {
      document.getElementById('quotes-title')?.focus();
    });
  });
}
