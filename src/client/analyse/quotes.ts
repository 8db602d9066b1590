/**
 * A figure opens its quotes beside the table without drawing the table anew. Escape, or the button,
 * closes them and leads back to the figure. The address says which quotes are open.
 */
export function listenForQuotes(): void {
  document.addEventListener('click', (event) => {
    if (event.defaultPrevented || event.button !== 0 || isForAnotherTab(event)) return;
    const { target } = event;
    const link = target instanceof Element && target.closest<HTMLAnchorElement>('a[href^="?"]');
    if (!link) return;
    if (link.matches('.figures:not(.summaries) a, [data-quotes]')) void open(event, link);
    else if (link.id === 'quotes-close') close(event, link.href);
  });
  document.addEventListener('keydown', (event) => {
    const button = document.getElementById('quotes-close');
    const isInside = (element: Element | null): boolean =>
      Boolean(element?.closest('.quotes, .figures'));
    if (event.key !== 'Escape' || !isInside(document.activeElement)) return;
    if (button instanceof HTMLAnchorElement) close(event, button.href);
  });
}

const isForAnotherTab = (event: MouseEvent): boolean =>
  event.ctrlKey || event.metaKey || event.shiftKey || event.altKey;

async function open(event: Event, link: HTMLAnchorElement): Promise<void> {
  event.preventDefault();
  const address = new URL(link.href);
  const answer = await fetch(`${address.pathname}/quotes${address.search}`).catch(() => null);
  if (!answer?.ok) {
    location.assign(link.href);
    return;
  }
  const drawn = new DOMParser().parseFromString(await answer.text(), 'text/html');
  const pane = drawn.getElementById('quotes');
  const split = document.getElementById('split');
  if (!pane || !split) return;
  history.pushState(null, '', link.href);
  document.getElementById('quotes')?.remove();
  split.append(document.adoptNode(pane));
  split.classList.add('with-quotes');
  if (link.closest('.figures')) mark(link);
  document.getElementById('quotes-title')?.focus({ preventScroll: true });
  pane.scrollIntoView({ block: 'nearest' });
}

function mark(link: Element | null): void {
  for (const one of document.querySelectorAll('.figures a[aria-current]'))
    one.removeAttribute('aria-current');
  link?.setAttribute('aria-current', 'true');
}

function close(event: Event, address: string): void {
  event.preventDefault();
  history.pushState(null, '', address);
  document.getElementById('quotes')?.remove();
  document.getElementById('split')?.classList.remove('with-quotes');
  const figure = document.querySelector<HTMLElement>('.figures a[aria-current]');
  mark(null);
  figure?.focus();
}
