/**
 * When the page opens, what is chosen is seen on both sides: the choices beside the sheet, whatever
 * stands above them there, and on the sheet the quote in the section that it is edited for. It may
 * stand in other sections too, and an address leads to the first.
 */
export function showChosen(): void {
  mark();
  document.addEventListener('teema:redrawn', mark);
  if (document.readyState === 'complete') show();
  else window.addEventListener('load', show, { once: true });
}

function show(): void {
  const panel = document.getElementById('panel');
  const pane = panel?.closest('.report-side');
  if (!panel || !pane) return;
  pane.scrollTop += panel.getBoundingClientRect().top - pane.getBoundingClientRect().top;
  const id = /^#q-(.+)$/.exec(location.hash)?.[1];
  if (id !== undefined) quoteIn(panel, id)?.scrollIntoView({ block: 'center' });
}

/** The quote that is edited is marked on the sheet. */
function mark(): void {
  const panel = document.getElementById('panel');
  const id = document.getElementById('edit-quote')?.dataset['quote'];
  if (panel && id !== undefined) quoteIn(panel, id)?.classList.add('chosen');
}

const quoteIn = ({ dataset }: HTMLElement, id: string): HTMLElement | null =>
  document
    .getElementById(`t-${dataset['section'] ?? ''}`)
    ?.querySelector<HTMLElement>(`[id="q-${CSS.escape(id)}"]`) ?? null;
