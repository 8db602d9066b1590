/**
 * A long page comes with its first rows; the others are fetched once those are on the screen, and put
 * where a link says. What comes may end in a link of its own.
 */
export function fetchRest(): void {
  const link = document.querySelector<HTMLAnchorElement>('a[data-rest]');
  if (link) requestAnimationFrame(() => setTimeout(() => void fetchFor(link)));
}

async function fetchFor(link: HTMLAnchorElement): Promise<void> {
  const { rest = '', into = '' } = link.dataset;
  const response = await fetch(rest).catch(() => null);
  // Without an answer the link stays; where the project has changed, the page is about to be drawn anew.
  if (response?.status !== 200) return;
  const html = await response.text();
  if (!link.isConnected) return;
  document.getElementById(into)?.insertAdjacentHTML('beforeend', html);
  link.remove();
  document.dispatchEvent(new CustomEvent('teema:redrawn'));
  fetchRest();
}
